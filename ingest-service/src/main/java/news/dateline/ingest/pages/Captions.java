package news.dateline.ingest.pages;

import java.util.List;
import java.util.Set;

/**
 * Reads captions: a credit in brackets at the end ({@code … (MOFA)}, {@code [Jane Doe/AFP]}), a labelled credit
 * ({@code … Photo: Jane Doe}), a labelled caption ({@code FILE PHOTO: …}). Stateless; linear.
 */
final class Captions {
    private static final Set<String> PHOTO_AGENCIES = Set.of(
            "getty images",
            "getty",
            "epa",
            "imago",
            "shutterstock",
            "alamy",
            "ap photo",
            "afp photo",
            "picture alliance",
            "getty images via afp",
            "istock",
            "imago images",
            "epa efe");
    private static final int LONGEST = 600;
    private static final int LONGEST_CREDIT = 80;
    private static final List<String> LABELS = Words.list("""
            photo credit:, image credit:, picture credit:, photograph:, photographs:, photo:, photos:,
            picture:, pictures:, image:, images:, credit:, crédit photo :, crédit photo:, crédits :, crédit :,
            crédit:, credits:, photo by~, photograph by~, image by~, picture by~, photo courtesy, foto:,
            fotos:, bild:, bildquelle:, bildnachweis:, crédito:, créditos:, foto di~, foto de~, imagen:,
            imagem:, immagine:, photo :, ©~, ©, (c)~, copyright:~, الصورة:, تصوير:, تصوير~, صورة:, фото:""");
    private static final List<String> LEADS = List.of(
            "file photo:",
            "file photo -",
            "file photo",
            "file image:",
            "file picture:",
            "photo caption:",
            "caption:",
            "image caption:",
            "image caption ",
            "bildunterschrift:",
            "légende :",
            "pie de foto:",
            "legenda:",
            "archivbild:",
            "archivfoto:",
            "symbolbild:",
            "foto de archivo:",
            "foto d'archivio:",
            "archive photo:",
            "in this photo",
            "in this file photo",
            "in this image",
            "media caption",
            "image source, ",
            "صورة أرشيفية");
    private static final Set<String> PHOTO_WORDS = Words.set("""
            photo, photos, foto, fotos, image, images, picture, getty, handout, file, courtesy, archiv,
            archive, archivbild, archivfoto, symbolbild, via, supplied, screengrab, screenshot, illustration,
            photograph, imagen, archivo, arquivo, archivio, archives, reproduction, divulgação, cortesía,
            grafik, graphic, videostill, bild, أرشيفية, صورة, تصوير, الصورة, أرشيف, imago, alamy, shutterstock,
            picture-alliance""");

    private Captions() {}

    /** The caption that the text is, or {@code null}; one that is not {@code sure} needs its place on the page. */
    static Caption of(String text) {
        if (text.length() > LONGEST || text.length() < 4) {
            return null;
        }
        Caption labelled = labelled(text);
        if (labelled != null) {
            return labelled;
        }
        if (isPhotoCredit(text)) {
            return new Caption(null, text, true);
        }
        Caption bracketed = bracketed(text);
        String lower = Wording.lower(text.substring(0, Math.min(40, text.length())));
        for (String lead : LEADS) {
            if (lower.startsWith(lead)) {
                String rest = text.substring(lead.length()).strip();
                boolean kept = lead.startsWith("in this") || rest.isEmpty();
                String caption = bracketed == null ? (kept ? text : trimSigns(rest)) : bracketed.text();
                return new Caption(caption, bracketed == null ? null : bracketed.credit(), true);
            }
        }
        return bracketed == null ? behindStop(text) : bracketed;
    }

    /** A line of names with a photo agency among them: {@code Jane Doe | Bloomberg | Getty Images}. */
    static boolean isPhotoCredit(String text) {
        if (text.length() > LONGEST_CREDIT || Wording.words(text).size() > 9) {
            return false;
        }
        for (String part : text.replace('|', '/').split("/", -1)) {
            if (PHOTO_AGENCIES.contains(Wording.key(part))) {
                return true;
            }
        }
        return false;
    }

    /** The caption that a line is by its place on the page; whatever stands in brackets at its end is the credit. */
    static Caption placed(String text) {
        Caption known = of(text);
        int open = text.endsWith(")") ? text.lastIndexOf('(') : text.endsWith("]") ? text.lastIndexOf('[') : -1;
        if (known != null || open < 12) {
            return known == null ? new Caption(text, null, false) : known;
        }
        String credit = text.substring(open + 1, text.length() - 1).strip();
        boolean name = Wording.words(credit).size() <= 4 && credit.chars().noneMatch(Character::isDigit);
        return name && !credit.isEmpty()
                ? new Caption(text.substring(0, open).strip(), credit, false)
                : new Caption(text, null, false);
    }

    /** A credit behind the last full stop: {@code … on Tuesday.—Online}, {@code … 2025. Jane Doe / The Post}. */
    private static Caption behindStop(String text) {
        int stop = text.lastIndexOf('.', text.length() - 3);
        if (stop < 20 || text.length() - stop > LONGEST_CREDIT) {
            return null;
        }
        String tail = text.substring(stop + 1).strip();
        boolean dash = tail.length() > 2 && "—–―-".indexOf(tail.charAt(0)) >= 0;
        String credit = trimSigns(tail);
        boolean slash = credit.indexOf('/') > 0;
        boolean glued = text.charAt(stop + 1) != ' ' && Wording.isUpper(credit) && credit.length() > 6;
        boolean signed = isNameInCapitals(credit);
        boolean name =
                Wording.words(credit).size() <= 7 && Wording.startsUpper(credit) && !Wording.endsSentence(credit);
        return name && (dash || slash || glued || signed)
                ? new Caption(text.substring(0, stop + 1), credit, !dash)
                : null;
    }

    /** {@code PABLO RÍOS}, as Spanish newspapers sign pictures; agencies sign stories with fewer letters. */
    private static boolean isNameInCapitals(String credit) {
        List<String> words = Wording.words(credit);
        return words.size() >= 2
                && words.size() <= 4
                && Wording.isUpper(credit)
                && words.stream()
                        .allMatch(word -> word.length() >= 3 && word.chars().allMatch(Character::isLetter))
                && words.stream().anyMatch(word -> word.length() >= 5);
    }

    private static Caption bracketed(String text) {
        char last = text.charAt(text.length() - 1);
        boolean stop = last == '.' && text.length() > 2;
        int close = stop ? text.length() - 2 : text.length() - 1;
        char closer = text.charAt(close);
        if (closer != ')' && closer != ']') {
            return null;
        }
        int open = text.lastIndexOf(closer == ')' ? '(' : '[', close);
        if (open < 0 || close - open > LONGEST_CREDIT) {
            return null;
        }
        String credit = text.substring(open + 1, close).strip();
        String caption = text.substring(0, open).strip();
        boolean photo = hasPhotoWord(credit) || credit.indexOf('©') >= 0;
        boolean slash = credit.indexOf('/') > 0 && Wording.words(credit).size() <= 6 && Wording.startsUpper(credit);
        boolean agency = Agencies.isAgency(credit) && (Wording.startsUpper(credit) || !Wording.isCased(credit));
        boolean acronym = Wording.isUpper(credit)
                && credit.length() <= 8
                && credit.indexOf(' ') < 0
                && credit.chars().noneMatch(Character::isDigit);
        if (credit.isEmpty() || Wording.endsSentence(credit) || !(photo || slash || agency || acronym)) {
            return null;
        }
        boolean sentenceBefore = Wording.lastMark(caption) == '.';
        if (acronym && !agency && !sentenceBefore && stop) {
            return null;
        }
        boolean wire = Wording.lower(credit).contains("report")
                || Wording.lower(credit).contains("edit");
        return wire ? null : new Caption(caption.isEmpty() ? null : caption, bare(credit), photo);
    }

    private static Caption labelled(String text) {
        String lower = Wording.lower(text);
        if (lower.length() != text.length()) {
            return null;
        }
        int window = Math.max(0, text.length() - LONGEST_CREDIT - 20);
        for (String label : LABELS) {
            int at = lower.lastIndexOf(label);
            if (at < window || (at > 0 && !isBoundary(text.charAt(at - 1)))) {
                continue;
            }
            String credit = trimSigns(text.substring(at + label.length()).strip());
            String caption = trimEnd(text.substring(0, at).strip());
            boolean outlet = caption.length() <= 12 && Wording.isUpper(caption);
            if (isCredit(credit) && (caption.isEmpty() || outlet || caption.length() > 12)) {
                return new Caption(caption.isEmpty() || outlet ? null : caption, bare(credit), true);
            }
        }
        return null;
    }

    private static boolean isBoundary(char c) {
        return c == ' ' || c == '(' || c == '[' || c == '|' || c == '/';
    }

    private static boolean isCredit(String credit) {
        return !credit.isEmpty()
                && credit.length() <= LONGEST_CREDIT
                && Wording.words(credit).size() <= 9
                && (Wording.startsUpper(credit) || !Wording.isCased(credit) || Agencies.isAgency(credit))
                && credit.chars().filter(c -> c == '.').count() <= 2;
    }

    private static boolean hasPhotoWord(String credit) {
        for (String word : Wording.words(Wording.key(credit))) {
            if (PHOTO_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String trimSigns(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && " :-–—|/([•·".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " :-–—|/)]([•·".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && " :-–—|/([•·".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The credit without the word for its kind: {@code Photo by Jane Doe} and {@code Foto: Jane Doe} are Jane Doe. */
    static String credit(String text) {
        return bare(trimSigns(text));
    }

    private static String bare(String credit) {
        String out = credit;
        String lower = Wording.lower(credit);
        for (String label : LABELS) {
            if (lower.startsWith(label) && lower.length() == credit.length() && credit.length() > label.length()) {
                out = trimSigns(credit.substring(label.length()).strip());
                break;
            }
        }
        return out.startsWith("by ") ? out.substring(3) : out;
    }
}
