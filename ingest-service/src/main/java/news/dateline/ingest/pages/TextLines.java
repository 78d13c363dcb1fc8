package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a page's characters into logical lines: any line ending, no control or direction marks, NBSP and tabs as
 * spaces, and lines that an editor or mail program has wrapped joined again. Stateless; linear in the page's length.
 */
final class TextLines {
    private TextLines() {}

    static List<TextLine> of(String page) {
        List<RawLine> raw = split(page);
        int[] widths = WrapWidth.of(raw);
        if (!WrapWidth.any(widths) && isDoubleSpaced(raw)) {
            List<RawLine> close = raw.stream().map(RawLine::closer).toList();
            widths = WrapWidth.of(close);
            raw = WrapWidth.any(widths) ? close : raw;
        }
        List<TextLine> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int openGap = 0;
        for (int i = 0; i < raw.size(); i++) {
            RawLine line = raw.get(i);
            if (open.length() == 0) {
                openGap = line.gap();
            }
            append(open, line.text());
            boolean goesOn = i + 1 < raw.size() && WrapWidth.continues(line, raw.get(i + 1), widths[i]);
            if (!goesOn) {
                String plain = Markdown.plain(open.toString());
                if (!plain.isBlank()) {
                    lines.add(new TextLine(plain, openGap));
                }
                open.setLength(0);
            }
        }
        return lines;
    }

    /** Whether nearly every line has a blank line before it, so that blank lines part no paragraphs. */
    private static boolean isDoubleSpaced(List<RawLine> lines) {
        long spaced = lines.stream().filter(line -> line.gap() > 0).count();
        return lines.size() > 5 && spaced * 10 >= lines.size() * 9L;
    }

    private static void append(StringBuilder open, String text) {
        int length = open.length();
        if (length > 0 && !endsInHyphen(open, text)) {
            open.append(' ');
        }
        open.append(squeeze(text));
    }

    /** A word broken after its hyphen is put together again; "Vor- und Nachteile" keeps its space. */
    private static boolean endsInHyphen(StringBuilder open, String next) {
        int length = open.length();
        if (length < 2 || open.charAt(length - 1) != '-' || !Character.isLetter(open.charAt(length - 2))) {
            return false;
        }
        String first = Wording.lower(next.substring(0, Math.min(4, next.length())));
        return !(first.startsWith("und ")
                || first.startsWith("and ")
                || first.startsWith("oder")
                || first.startsWith("or ")
                || first.startsWith("bis "));
    }

    private static List<RawLine> split(String page) {
        List<RawLine> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int gap = 0;
        boolean any = false;
        for (int i = 0; i <= page.length(); i++) {
            char c = i == page.length() ? '\n' : page.charAt(i);
            if (c == '\r' && i + 1 < page.length() && page.charAt(i + 1) == '\n') {
                continue;
            }
            if (!isBreak(c)) {
                appendClean(line, page, i);
                continue;
            }
            RawLine read = RawLine.of(line, any ? gap : 0);
            line.setLength(0);
            if (read == null) {
                gap++;
            } else {
                lines.add(read);
                any = true;
                gap = 0;
            }
        }
        return lines;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Appends the character at {@code i} unless it is invisible; everything that looks like a space becomes one. */
    private static void appendClean(StringBuilder line, String page, int i) {
        char c = page.charAt(i);
        if (c == '\t') {
            line.append('\t');
        } else if (c == ' ' || c == 0xA0 || c == 0x202F || c == 0x3000 || (c >= 0x2000 && c <= 0x200A)) {
            line.append(' ');
        } else if (Character.isSurrogate(c)) {
            boolean paired = Character.isHighSurrogate(c)
                    ? i + 1 < page.length() && Character.isLowSurrogate(page.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(page.charAt(i - 1));
            if (paired) {
                line.append(c);
            }
        } else if (c >= ' ' && !isInvisible(c)) {
            line.append(c);
        }
    }

    private static boolean isInvisible(char c) {
        return c == 0xFEFF
                || c == 0xAD
                || c == 0x200B
                || c == 0x2060
                || c == 0x200E
                || c == 0x200F
                || c == 0xFFFD
                || c == 0xFFFC
                || c == 0x061C
                || (c >= 0x7F && c <= 0x9F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFFFE
                || c == 0xFFFF;
    }

    /** Single spaces; three or more columns of short items become " | ", which marks a menu. */
    static String squeeze(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int columns = 0;
        int i = 0;
        boolean menu = text.length() < 300;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t') {
                out.append(c);
                i++;
                continue;
            }
            int start = i;
            boolean tab = false;
            while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
                tab |= text.charAt(i) == '\t';
                i++;
            }
            boolean column = menu && (tab || i - start >= 3);
            columns += column ? 1 : 0;
            out.append(column ? '\t' : ' ');
        }
        String joined = out.toString();
        String spaced = joined.replace("\t", columns >= 2 ? " | " : " ");
        return spaced.endsWith(" |") && spaced.length() > 3
                ? spaced.substring(0, spaced.length() - 2).strip()
                : spaced;
    }
}
