package news.dateline.ingest.pages;

import java.util.List;

/**
 * Knows the lines that belong to a page and not to its article: share bars, menus, notices, boxes. Stateless. Only
 * whole short lines and unmistakable sentences count, since a lost paragraph costs more than a line too many.
 */
final class Furniture {
    private static final int LONGEST_LINE = 110;
    private static final int LONGEST_NOTICE = 420;
    private static final int LONGEST_ITEM = 28;
    private static final int LONGEST_CALL = 40;

    private Furniture() {}

    /** A short line of page furniture. */
    static boolean isLine(String line) {
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        String key = Wording.key(line);
        if (FurniturePhrases.WHOLE.contains(key)
                || FurniturePhrases.KEY_POINTS.contains(key)
                || isAddress(line)
                || isSlug(line)
                || isEnvelope(line)
                || isCall(line, key)
                || isBar(line)) {
            return true;
        }
        String bare = withoutNumbers(key);
        if (bare.length() < key.length() && FurniturePhrases.COUNTED.contains(bare)) {
            return true;
        }
        boolean plain = !Wording.endsSentence(line) || (key.length() <= LONGEST_CALL && line.indexOf(',') < 0);
        return startsWithAny(key, FurniturePhrases.PREFIXES) && plain && !isQuoted(line);
    }

    /** A line above a story's summary. */
    static boolean isKeyPoints(String line) {
        return FurniturePhrases.KEY_POINTS.contains(Wording.key(line));
    }

    /** A sentence or more that speaks to the reader about the site. */
    static boolean isNotice(String text) {
        if (text.length() > LONGEST_NOTICE) {
            return false;
        }
        String key = Wording.key(text);
        for (String phrase : FurniturePhrases.NOTICES) {
            if (key.contains(phrase)) {
                return true;
            }
        }
        return (text.startsWith("©") && text.chars().anyMatch(Character::isDigit))
                || text.startsWith("Copyright ©")
                || startsWithAny(key, FurniturePhrases.RIGHTS);
    }

    /** A line that announces links to other stories. */
    static boolean isRelated(String line) {
        String key = Wording.key(line);
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        int colon = line.indexOf(':');
        boolean open = !Wording.endsSentence(line) || (colon > 0 && colon < LONGEST_CALL);
        boolean label =
                colon > 0 && colon < 20 && FurniturePhrases.LINK_LABELS.contains(Wording.key(line.substring(0, colon)));
        return FurniturePhrases.RELATED.contains(key)
                || (label && !Wording.endsFlat(line))
                || (open && !isQuoted(line) && startsWithAny(key, FurniturePhrases.RELATED_PREFIXES));
    }

    /** A link on the line of its label, {@code See also: The harbour's long winter}: no list need follow. */
    static boolean isWholeLink(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && Wording.wordCount(line.substring(colon + 1)) >= 3;
    }

    private static boolean isQuoted(String line) {
        return "\"“„«»‘'".indexOf(line.charAt(0)) >= 0;
    }

    /** A line that announces what stands under an article: readers' comments. */
    static boolean isEnd(String line) {
        if (line.length() > 60) {
            return false;
        }
        String key = Wording.key(line);
        return FurniturePhrases.ENDS.contains(key) || FurniturePhrases.ENDS.contains(withoutNumbers(key));
    }

    /** Words of error pages, login forms and walls: with little text beside them a page is no article. */
    static boolean isRefusal(String text) {
        String key = Wording.key(text);
        for (String phrase : FurniturePhrases.REFUSALS) {
            if (key.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithAny(String key, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (key.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** A wire's slug line: {@code BC-EU--Island Bridge,1st Ld-Writethru}, or its note to editors. */
    private static boolean isSlug(String line) {
        int dashes = line.indexOf("--");
        boolean slug = dashes > 2
                && dashes < 12
                && line.charAt(dashes - 1) != ' '
                && line.indexOf(' ') > dashes
                && Wording.isUpper(line.substring(0, dashes));
        return slug || line.startsWith("Eds: ");
    }

    /** The first and last line of a telegraphed wire message, ITA2 and IPTC 7901: {@code ZCZC …}, {@code NNNN}. */
    private static boolean isEnvelope(String line) {
        return line.startsWith("ZCZC") || line.equals("NNNN") || line.equals("(More)") || line.equals("-30-");
    }

    /** A call to look elsewhere: {@code Follow our coverage at https://…}, {@code Follow Jane Doe on X: @jane}. */
    private static boolean isCall(String line, String key) {
        boolean elsewhere = line.contains("://") || line.contains(" @") || line.contains("www.");
        return elsewhere && FurniturePhrases.CALLS.contains(key.substring(0, Math.max(0, key.indexOf(' '))));
    }

    private static String withoutNumbers(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (String word : Wording.words(key)) {
            if (!Character.isDigit(word.charAt(0))) {
                out.append(out.length() == 0 ? "" : " ").append(word);
            }
        }
        return out.toString();
    }

    private static boolean isAddress(String line) {
        if (line.indexOf(' ') >= 0) {
            return false;
        }
        boolean web = line.startsWith("http://") || line.startsWith("https://") || line.startsWith("www.");
        int sign = line.indexOf('@');
        return web || sign == 0 || (sign > 0 && line.indexOf('.', sign) > 0);
    }

    /** A menu on one line: several short items between separators. */
    static boolean isBar(String line) {
        if (isDenseBar(line)) {
            return true;
        }
        int items = 0;
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i < line.length() && !isSeparator(line, i)) {
                continue;
            }
            String item = line.substring(Math.min(start, i), i).strip();
            if (item.length() > LONGEST_ITEM || Wording.words(item).size() > 3 || Wording.endsSentence(item)) {
                return false;
            }
            items += item.isEmpty() ? 0 : 1;
            start = i + 1;
        }
        return items >= 3;
    }

    /** A menu in a script without spaces between words. */
    private static boolean isDenseBar(String line) {
        List<String> items = Wording.words(line);
        for (String item : items) {
            if (item.length() > 4 || item.charAt(0) < 0x3040 || Wording.endsSentence(item)) {
                return false;
            }
        }
        return items.size() >= 4;
    }

    private static boolean isSeparator(String line, int i) {
        char c = line.charAt(i);
        boolean spaced = i > 0 && line.charAt(i - 1) == ' ' && i + 1 < line.length() && line.charAt(i + 1) == ' ';
        return c == '|' || c == '›' || c == '»' || c == '>' || (spaced && (c == '•' || c == '·' || c == '/'));
    }
}
