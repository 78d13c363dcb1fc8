package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads bylines: {@code By Jane Doe and John Roe}, {@code Von …}, {@code Par …}, {@code Por …}, {@code بقلم …},
 * {@code Jane Doe, Staff Writer}. Stateless; only lines of up to 160 characters are looked at.
 */
final class Bylines {
    private static final int LONGEST = 160;
    private static final List<String> LEADS = Words.list("""
            by~, von~, par~, por~, di~, door~, af~, av~, текст~, written by~, écrit par~, geschrieben von~,
            scritto da~, writing by~, reporting by~, reported by~, story by~, words by~, interview by~,
            interview:~, interview mit~, report by~, text by~, author:~, author~, autor:~, autora:~, autorin:~,
            auteur :~, auteur:~, autore:~, text:~, texto:~, texte :~, by:~, von:~, por:~, par :~, reporter:~,
            escrito por~, publicado por~, publié par~, rédigé par~, ein artikel von~, ein beitrag von~,
            eine analyse von~, ein kommentar von~, ein bericht von~, ein gastbeitrag von~, a cura di~,
            an analysis by~, analysis by~, opinion by~, posted by~, submitted by~, published by~, مقال~, بقلم~,
            بقلم:~, بقلم :~, كتب:~, كتب~, كتبت:~, كتبت~, الكاتب:~, تقرير:~, المصدر:~, автор:~, yazan:~,
            haber:~, source:~, quelle:~, fuente:~, fonte:~""");
    private static final Set<String> SOURCES = Set.of("المصدر: ", "source: ", "quelle: ", "fuente: ", "fonte: ");
    private static final Set<String> PARTICLES = Words.set("""
            de, da, do, dos, das, del, della, di, van, von, der, den, zu, le, la, al, el, bin, ibn, bint, ben,
            ter, ten, du, des, y, e, af, av, st, san, dal, abu, ul, ur""");
    private static final Set<String> ROLES = Words.set("""
            writer, reporter, correspondent, editor, staff, journalist, columnist, analyst, contributor,
            bureau, chief, desk, special, redakteur, redakteurin, korrespondent, korrespondentin, redaktion,
            reporterin, journaliste, correspondant, correspondante, envoyé, envoyée, rédaction, redactor,
            redactora, corresponsal, periodista, redacción, repórter, correspondente, redação, editora,
            enviado, enviada, inviato, inviata, corrispondente, redazione, producer, photographer, author,
            political, senior, مراسل, مراسلة, محرر, كاتب, صحفي, صحفية, lokalredaktion, volontär, volontärin""");
    private static final Set<String> ARTICLES =
            Set.of("the", "le", "la", "les", "el", "los", "die", "der", "das", "o", "il");
    private static final Set<String> STOPS = Words.set("""
            tribune, times, gazette, herald, courier, daily, journal, observer, telegraph, chronicle, zeitung,
            tagblatt, anzeiger, kurier, tageblatt, rundschau, nachrichten, magazine, the, staff, our, editor,
            desk, news, web, agencies, wire, newsroom, team, online, agency, redaktion, rédaction, redacción,
            redação, redazione, press, service, services, reporters, writers, bureau, media, agence, agencia,
            ڈیسک, ویب, مانیٹرنگ, рeдакция, редакция""");

    private Bylines() {}

    /** The byline that the whole line is, or {@code null}. */
    static Byline of(String line) {
        if (line.length() > LONGEST || line.length() < 4) {
            return null;
        }
        String bare = "*(".indexOf(line.charAt(0)) >= 0 ? line.substring(1) : line;
        String lower = Wording.lower(bare);
        for (String lead : LEADS) {
            if (lower.startsWith(lead)) {
                String rest = bare.substring(lead.length()).strip();
                if (SOURCES.contains(lead)) {
                    return ofSource(rest);
                }
                Byline byline = people(rest, !lead.startsWith("كتب"));
                if (byline != null) {
                    return byline;
                }
            }
        }
        return nameWithRole(line);
    }

    /** What a text comes from is an office even where it reads like a name; two words may be a person's. */
    private static Byline ofSource(String text) {
        Byline people = people(text, true);
        if (people != null && people.credit() != null) {
            return new Byline(List.of(), people.credit());
        }
        int cut = firstOf(text, "|•·–—(;,");
        String name = (cut > 0 ? text.substring(0, cut) : text).strip();
        int words = Wording.words(name).size();
        return words == 0 || words > 6 || Wording.endsSentence(name) ? null : new Byline(List.of(), name);
    }

    /** The line without its "By", in whatever language. */
    static String withoutLead(String line) {
        String lower = Wording.lower(line);
        for (String lead : LEADS) {
            if (lower.startsWith(lead) && !SOURCES.contains(lead)) {
                return line.substring(lead.length()).strip();
            }
        }
        return line;
    }

    /** Names without a "By", when the line says what they are: {@code Jane Doe, Staff Writer}. */
    private static Byline nameWithRole(String line) {
        int cut = firstOf(line, ",|/–—-");
        if (cut < 4 || Wording.endsFlat(line) || Wording.wordCount(line) > 12) {
            return null;
        }
        String name = line.substring(0, cut).strip();
        String rest = line.substring(cut + 1).strip();
        boolean role = Agencies.isAgency(rest);
        for (String word : Wording.words(Wording.key(rest))) {
            role |= ROLES.contains(word);
        }
        if (!role || !isName(name) || Wording.words(name).size() < 2 || isOffice(name)) {
            return null;
        }
        return new Byline(List.of(name), Agencies.isAgency(rest) ? rest : null);
    }

    /** Names separated by commas, "and", slashes; what follows a name and is none is a title. */
    static Byline people(String text, boolean officeToo) {
        String rest = text;
        int cut = firstOf(rest, "|•·–—(;");
        if (cut > 0) {
            rest = rest.substring(0, cut).strip();
        }
        List<String> names = new ArrayList<>();
        String credit = null;
        boolean first = true;
        for (String part : split(rest)) {
            String name = Wording.isUpper(part) && part.length() > 5 ? Capitals.relax(part) : part;
            if (name.isEmpty()) {
                continue;
            }
            if (Agencies.isAgency(part) || isOffice(part)) {
                credit = credit == null || (Agencies.isAgency(part) && !Agencies.isAgency(credit)) ? part : credit;
            } else if (isName(name)
                    && !isTitle(name)
                    && (first || Wording.words(name).size() > 1)) {
                names.add(name);
            } else if (first) {
                return null;
            }
            first = false;
        }
        boolean office = officeToo && credit != null && Wording.words(rest).size() <= 6;
        return names.isEmpty() && !office ? null : new Byline(List.copyOf(names), credit);
    }

    private static List<String> split(String text) {
        String marked = text;
        for (String and : Words.list("""
            ~and~, ~AND~, ~&~, ~und~, ~UND~, ~et~, ~ET~, ~y~, ~Y~, ~e~, ~E~, ~en~, ~och~, ~og~, ~with~, ~mit~,
            ~avec~, ~con~, ~com~, ~و~""")) {
            marked = marked.replace(and, ",");
        }
        List<String> parts = new ArrayList<>();
        for (String part : marked.replace('/', ',').replace('،', ',').split(",", -1)) {
            String bare = part.strip();
            for (String place : List.of(" in ", " à ", " aus ", " für ", " for ", " em ")) {
                int at = bare.indexOf(place);
                bare = at > 0 ? bare.substring(0, at) : bare;
            }
            parts.add(bare.startsWith("By ") ? bare.substring(3).strip() : bare);
        }
        return parts;
    }

    static boolean isTitle(String text) {
        for (String word : Wording.words(Wording.key(text))) {
            if (ROLES.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isOffice(String text) {
        List<String> names = Wording.words(text);
        boolean capital = !Wording.isCased(text) || names.stream().anyMatch(Wording::startsUpper);
        if (!capital || names.isEmpty()) {
            return false;
        }
        if (names.size() >= 3 && ARTICLES.contains(Wording.lower(names.get(0)))) {
            return true;
        }
        for (String word : Wording.words(Wording.key(text))) {
            if (STOPS.contains(word)) {
                return Wording.words(text).size() <= 5;
            }
        }
        return false;
    }

    /** Whether the text has the shape of a name and does not name an office. */
    static boolean isPerson(String text) {
        return isName(text) && !isOffice(text) && Wording.words(text).size() >= 2;
    }

    /** Whether the text has the shape of a person's name: one to five capitalised words, no digits. */
    static boolean isName(String text) {
        List<String> words = Wording.words(text);
        if (words.isEmpty() || words.size() > 5 || text.length() > 45) {
            return false;
        }
        boolean cased = Wording.isCased(text);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean particle = PARTICLES.contains(Wording.lower(word)) && words.size() > 1;
            boolean odd = word.chars().anyMatch(c -> Character.isDigit(c) || "!?:;\"“”«»@…,،".indexOf(c) >= 0);
            boolean stop = word.endsWith(".") && word.length() > 4;
            if (odd || stop || (cased && !Wording.startsUpper(word) && !particle)) {
                return false;
            }
        }
        return Character.isLetter(text.charAt(0)) && (cased || words.size() <= 4);
    }

    private static int firstOf(String text, String signs) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inWord = c == '-' && text.charAt(i - 1) != ' ';
            if (signs.indexOf(c) >= 0 && !inWord) {
                return i;
            }
        }
        return -1;
    }
}
