package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recognises datelines in the house styles of agencies and newspapers: {@code ISLAMABAD: }, {@code PARIS (AFP) - },
 * {@code LONDON, Sept 9 (Reuters) — }, {@code Madrid, 9 sep (EFE).- }, {@code (ANSA) - ROMA, 09 SET - },
 * {@code (Reuters) - }, {@code Berlin – }, {@code القاهرة - }. Stateless; looks at the paragraph's first 100
 * characters.
 */
final class Datelines {
    private static final int REACH = 100;
    private static final int SHORTEST_REST = 25;
    private static final char TATWEEL = 0x0640;
    private static final Set<String> PARTICLES = Words.set("""
            de, la, le, las, los, del, of, du, des, do, da, dos, der, am, an, bei, im, in, sur, en, el, al,
            and, und, et, y, e, the, di, upon, on, van, aan, den, a""");
    private static final Set<String> NO_PLACES = Words.set("""
            أوضح, وأوضح, تابع, صرح, وصرح, كتب, وكتب, ذكر, وذكر, أعلن, وأعلن, شدد, وشدد, لفت, ولفت, أشار, وأشار,
            تساءل, وتساءل, رد, ورد, وختم, قالت, وقالت, وأضافت, وأكدت, وأوضحت, وزاد, واعتبر, مضيفا, قائلا,
            وأردف, واستطرد, récit, portrait, reportage, enquête, décryptage, entretien, vidéo, infographie,
            tribune, chronique, critique, exclusif, éditorial, reportaje, crónica, entrevista, opinião,
            análise, feature, profile, obituary, commentary, column, editorial, explained, investigation,
            letters, porträt, essay, exklusiv, glosse, intervista, commento, retrato, update, note, exclusive,
            watch, breaking, opinion, analysis, live, factbox, photo, photos, video, read more, editors note,
            correction, host, question, answer, q, a, summary, explainer, warning, source, sources, related,
            more, also, comment, review, interview, podcast, quote, hinweis, frage, antwort, anzeige, update1,
            foto, bild, quelle, kommentar, analyse, achtung, note de la rédaction, nota, pregunta, respuesta,
            fuente, resumen, vídeo, análisis, opinión, pergunta, resposta, domanda, risposta, fonte, first,
            second, third, finally, remember, disclaimer, clarification, background, context, advertisement,
            listen, result, results, score, scores, yes, no, ملاحظة, سؤال, جواب, تنويه, المصدر, تحديث, عاجل,
            فيديو, صورة, وقال, قال, وأضاف, أضاف, وأكد, أكد, وتابع, ختم, شاهد, اقرأ أيضا, اقرأ ايضا, يذكر,
            كما قال""");

    private Datelines() {}

    /** The dateline at the paragraph's start, or {@code null}. */
    static Dateline of(String paragraph) {
        if (paragraph.length() < SHORTEST_REST + 4) {
            return null;
        }
        String text = paragraph;
        String lead = null;
        if (text.charAt(0) == '(' || text.charAt(0) == '/' || text.charAt(0) == '[') {
            int close = text.indexOf(closer(text.charAt(0)), 1);
            if (close < 2 || close > 40 || !Agencies.isAgency(text.substring(1, close))) {
                return null;
            }
            lead = text.substring(1, close);
            text = afterSign(text, close + 1);
            if (text == null) {
                return null;
            }
        }
        Dateline placed = placed(text, lead);
        if (placed != null) {
            return placed;
        }
        return lead == null ? null : new Dateline(null, lead, null, text, true);
    }

    private static char closer(char opener) {
        return opener == '(' ? ')' : opener == '[' ? ']' : '/';
    }

    /** What follows a dash or colon at {@code from}, or {@code null} if none stands there. */
    private static String afterSign(String text, int from) {
        int i = from;
        boolean sign = false;
        while (i < text.length() && " -–—―:.|_\u0640".indexOf(text.charAt(i)) >= 0) {
            sign |= text.charAt(i) != ' ';
            i++;
        }
        return sign && text.length() - i >= SHORTEST_REST ? text.substring(i) : null;
    }

    private static Dateline placed(String text, String lead) {
        int end = signAt(text);
        if (end < 0) {
            return null;
        }
        boolean stop = text.charAt(end) == '.' && !(end + 1 < text.length() && isDash(text.charAt(end + 1)));
        boolean colon = text.charAt(end) == ':';
        String rest = stop ? text.substring(end + 1).strip() : afterSign(text, end);
        if (rest == null || rest.length() < SHORTEST_REST) {
            return null;
        }
        Head head = Head.of(text.substring(0, end).strip());
        if (head == null || Wording.startsLower(rest)) {
            return null;
        }
        String credit = lead == null ? head.credit : lead;
        boolean agency = credit != null && Agencies.isAgency(credit);
        boolean upper = Wording.isUpper(head.city);
        boolean cased = Wording.isCased(head.city);
        boolean sure = agency || head.dated;
        if (isNoPlace(head.city) || (head.credit != null && !agency && !head.dated && !upper)) {
            return null;
        }
        boolean named = upper || (Wording.words(head.city).size() == 1 && rest.contains(head.city));
        if (stop && !sure && !(named && head.city.length() > 3 && head.place.equals(head.city))) {
            return null;
        }
        int words = Wording.words(head.city).size();
        boolean tooLong = !sure && ((!cased && words > (colon ? 2 : 3)) || (cased && !upper && words > 4));
        if (tooLong || (!sure && head.city.length() < 3)) {
            return null;
        }
        return new Dateline(head.place, credit, head.date, rest, sure || (upper && !stop));
    }

    /** Whether the line is a dateline with its dash, so that the story goes on in the next line. */
    static boolean isBare(String line) {
        int end = line.length() - 1;
        if (end < 4 || end > REACH || !isDash(line.charAt(end))) {
            return false;
        }
        Head head = Head.of(line.substring(0, end).strip());
        boolean agency = head != null && head.credit != null && Agencies.isAgency(head.credit);
        return head != null && (agency || head.dated);
    }

    /**
     * The dateline that a whole short line is, such as {@code IZMIR, Türkiye} or {@code لندن: «الشرق»}, or {@code
     * null}. Its rest is the name behind the place, if there is one.
     */
    static Dateline alone(String line) {
        if (line.length() > 60 || Wording.endsSentence(line)) {
            return null;
        }
        int sign = signAt(line + " ");
        String place = sign < 0 ? line : line.substring(0, sign).strip();
        String tail = sign < 0 ? "" : line.substring(sign + 1).strip();
        Head head = Head.of(place);
        if (head == null || isNoPlace(head.city) || Wording.words(head.city).size() > 3) {
            return null;
        }
        boolean quoted = tail.startsWith("«") || tail.startsWith("\"");
        boolean person = Bylines.isPerson(tail);
        boolean region = Wording.isUpper(head.city) && head.place.length() > head.city.length();
        boolean agency = head.credit != null && Agencies.isAgency(head.credit);
        if (!(quoted || (person && sign > 0) || region || agency)) {
            return null;
        }
        String outlet = quoted
                ? tail.replace("«", "").replace("»", "").replace("\"", "").strip()
                : head.credit;
        return new Dateline(head.place, outlet, null, person ? tail : null, true);
    }

    /** A label or, in scripts without capitals, a verb of saying. */
    private static boolean isNoPlace(String city) {
        String key = Wording.key(city);
        int space = key.indexOf(' ');
        boolean verb = space > 0 && !Wording.isCased(city) && NO_PLACES.contains(key.substring(0, space));
        return verb || NO_PLACES.contains(key);
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '―' || c == '_' || c == TATWEEL;
    }

    /** Where the first sign stands that can end a dateline, outside brackets; -1 if none is near. */
    private static int signAt(String text) {
        int depth = 0;
        int reach = Math.min(text.length() - 1, REACH);
        for (int i = 2; i < reach; i++) {
            char c = text.charAt(i);
            char before = text.charAt(i - 1);
            boolean spaceAfter = text.charAt(i + 1) == ' ';
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (depth == 0 && isEnd(text, i, c, before, spaceAfter)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEnd(String text, int i, char c, char before, boolean spaceAfter) {
        if (c == ':') {
            return spaceAfter;
        }
        if (c == '.') {
            boolean dash = isDash(text.charAt(i + 1));
            boolean wide =
                    before == '/' || before == ')' || Wording.isUpper(text.substring(0, i)) || text.indexOf(' ') > i;
            return dash || (spaceAfter && wide && !Head.isAbbreviation(text.substring(0, i)));
        }
        if (c == '|') {
            return before == ' ' && spaceAfter;
        }
        boolean thin = c == '-' || c == '_' || c == TATWEEL;
        boolean joined = thin ? before == ' ' || before == ')' : isDash(c);
        return joined && (spaceAfter || isDash(text.charAt(i + 1)) || c == '—');
    }

    /** The part before the sign. */
    private static final class Head {
        private final String place;
        private final String city;
        private final String credit;
        private final String date;
        private final boolean dated;

        private Head(String place, String city, String credit, String date, boolean dated) {
            this.place = place;
            this.city = city;
            this.credit = credit;
            this.date = date;
            this.dated = dated;
        }

        static boolean isAbbreviation(String text) {
            List<String> words = Wording.words(text);
            String last = words.get(words.size() - 1);
            return last.length() <= 2 || last.indexOf('.') >= 0;
        }

        /** {@code null} if the text is no dateline's head. */
        static Head of(String head) {
            String text = head;
            String credit = null;
            char last = text.isEmpty() ? 0 : text.charAt(text.length() - 1);
            if (last == ')' || last == ']' || last == '/') {
                char opener = last == ')' ? '(' : last == ']' ? '[' : '/';
                int open = text.lastIndexOf(opener, text.length() - 2);
                if (open < 1) {
                    return null;
                }
                credit = text.substring(open + 1, text.length() - 1).strip();
                text = text.substring(0, open).strip();
            }
            int space = text.lastIndexOf(' ');
            if (credit == null && space > 0 && !text.contains(",") && Agencies.isAgency(text.substring(space + 1))) {
                credit = text.substring(space + 1);
                text = text.substring(0, space);
            }
            return pieces(text, credit);
        }

        private static Head pieces(String text, String credit) {
            List<String> places = new ArrayList<>();
            boolean dated = false;
            for (String part : text.split("[,،]", -1)) {
                String piece = part.strip();
                if (piece.isEmpty()) {
                    continue;
                }
                if (!places.isEmpty() && isDate(piece)) {
                    dated = true;
                } else if (dated || places.size() > 2 || !isPlace(piece)) {
                    return null;
                } else {
                    places.add(piece);
                }
            }
            if (places.isEmpty()) {
                return null;
            }
            String date = dated ? DateScanner.scan(text, DayOrder.DAY_FIRST).publishedAt() : null;
            String bare = date != null && date.length() > 10 ? date.substring(0, 10) : date;
            return new Head(String.join(", ", places), places.get(0), credit, bare, dated);
        }

        private static boolean isDate(String piece) {
            boolean digit = piece.chars().anyMatch(Character::isDigit);
            return digit && piece.length() < 30 && Wording.words(piece).size() <= 5;
        }

        private static boolean isPlace(String piece) {
            List<String> words = Wording.words(piece);
            if (words.size() > 5 || piece.length() > 45 || !Character.isLetter(piece.charAt(0))) {
                return false;
            }
            boolean cased = Wording.isCased(piece);
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                boolean odd = word.chars().anyMatch(c -> Character.isDigit(c) || "!?\"“”«»;@&".indexOf(c) >= 0);
                boolean small = cased
                        && !Wording.startsUpper(word)
                        && !(i > 0 && PARTICLES.contains(word))
                        && word.length() > 1
                        && word.indexOf('-') != 2
                        && word.indexOf('’') != 1;
                if (odd || small) {
                    return false;
                }
            }
            return true;
        }
    }
}
