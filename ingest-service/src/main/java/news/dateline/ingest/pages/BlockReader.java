package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says of each line of a page what it seems to be by itself. Stateless. */
final class BlockReader {
    private static final int LONGEST_HEADING = 180;
    private static final int MOST_POINT_WORDS = 45;
    private static final int LONGEST_HEADING_WORDS = 26;

    /** How agencies end a take that another follows. */
    private static final Pattern MORE_TO_COME = Pattern.compile("(?i)(?<=\\S) \\(more( to follow)?\\)$");

    private BlockReader() {}

    static List<Block> read(List<TextLine> lines, DayOrder order) {
        List<Block> blocks = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            String text = line.text();
            if (isUnderlined(lines, i)) {
                String head = text.replaceFirst("^[0-9]{1,2}[.)] ", "");
                blocks.add(new Block(Block.Kind.RULE, lines.get(++i).text(), line.gap(), ""));
                blocks.add(new Block(Block.Kind.HEADING, head, 0, Wording.key(head)));
                continue;
            }
            if (i + 1 < lines.size() && Datelines.isBare(text)) {
                text = text + " " + lines.get(++i).text();
            }
            text = MORE_TO_COME.matcher(text).replaceFirst("");
            String bullet = Wording.afterBullet(text);
            Block.Kind kind = bullet == null ? kind(text, order) : bulletKind(bullet, order);
            if (kind == Block.Kind.HEADING && isNumbered(lines, i)) {
                kind = Block.Kind.BULLET;
                bullet = text;
            }
            String shown = kind == Block.Kind.BULLET ? bullet : text;
            String key = shown.length() <= 250 ? Wording.key(shown) : "";
            boolean again = !blocks.isEmpty()
                    && kind != Block.Kind.HEADING
                    && !key.isEmpty()
                    && blocks.get(blocks.size() - 1).text().equals(shown);
            if (again) {
                continue;
            }
            if (kind == Block.Kind.CAPTION
                    && !blocks.isEmpty()
                    && isSameCaption(blocks.get(blocks.size() - 1), shown)) {
                blocks.remove(blocks.size() - 1);
            }
            blocks.add(new Block(kind, shown, line.gap(), key));
        }
        return withKeyPoints(blocks);
    }

    /** A title with a line of {@code =} under it, as in newsletters of plain text; a rule that stands over it. */
    private static boolean isUnderlined(List<TextLine> lines, int i) {
        return i + 1 < lines.size()
                && lines.get(i + 1).gap() == 0
                && lines.get(i + 1).text().matches("={3,}")
                && lines.get(i).text().length() <= LONGEST_HEADING
                && Wording.hasLetters(lines.get(i).text());
    }

    /** The text that stands in for a picture is often its caption without the credit. */
    private static boolean isSameCaption(Block above, String text) {
        Caption caption = Captions.of(text);
        return caption != null && above.text().equals(caption.text());
    }

    /** Lines under "Key points" are summary lines, up to a picture's caption or a blank line. */
    private static List<Block> withKeyPoints(List<Block> blocks) {
        boolean points = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean line = block.is(Block.Kind.PROSE) || block.is(Block.Kind.HEADING);
            boolean overCredit = i + 1 < blocks.size() && blocks.get(i + 1).is(Block.Kind.CAPTION);
            points = points && line && !overCredit && block.gap() == 0 && block.words() <= MOST_POINT_WORDS;
            if (points) {
                blocks.set(i, block.as(Block.Kind.BULLET));
            }
            points |= block.is(Block.Kind.FURNITURE) && Furniture.isKeyPoints(block.text());
        }
        return blocks;
    }

    /** A line of a numbered list; "1. FC" alone is none. */
    private static boolean isNumbered(List<TextLine> lines, int i) {
        int number = number(lines.get(i).text());
        if (number <= 0) {
            return false;
        }
        boolean after = i > 0 && number(lines.get(i - 1).text()) == number - 1;
        return (after && number > 1)
                || (i + 1 < lines.size() && number(lines.get(i + 1).text()) == number + 1);
    }

    private static int number(String text) {
        int end = 0;
        while (end < text.length() && end < 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean item = end > 0
                && end + 1 < text.length()
                && ".)".indexOf(text.charAt(end)) >= 0
                && text.charAt(end + 1) == ' ';
        return item ? Integer.parseInt(text.substring(0, end)) : -1;
    }

    /** A bulleted menu item is a menu item; a dash before an agency's name signs the story. */
    private static Block.Kind bulletKind(String text, DayOrder order) {
        if (Agencies.isOnlyAgency(text)) {
            return Block.Kind.BYLINE;
        }
        Block.Kind bare = kind(text, order);
        return switch (bare) {
            case FURNITURE, RELATED, DATE, BREADCRUMB -> bare;
            default -> Block.Kind.BULLET;
        };
    }

    private static Block.Kind kind(String text, DayOrder order) {
        if (!Wording.hasLetters(text)) {
            return digits(text, order);
        }
        if (Furniture.isNotice(text)) {
            return Block.Kind.FURNITURE;
        }
        if (text.length() <= LONGEST_HEADING) {
            Block.Kind kind = shortKind(text, order);
            if (kind != null) {
                return kind;
            }
        }
        Caption caption = Captions.of(text);
        if (caption != null) {
            return caption.sure() ? Block.Kind.CAPTION : Block.Kind.CAPTION_LIKE;
        }
        boolean asked = text.startsWith("Q: ") || text.startsWith("A: ") || text.startsWith("Q. ");
        boolean heading = text.length() <= LONGEST_HEADING
                && !Wording.endsFlat(text)
                && !asked
                && Wording.wordCount(text) <= LONGEST_HEADING_WORDS;
        return heading && !isSignedSentence(text) ? Block.Kind.HEADING : Block.Kind.PROSE;
    }

    /** Sentences with an agency's sign behind the last full stop: {@code … in October. PTI RKD}. */
    private static boolean isSignedSentence(String text) {
        int stop = Math.max(text.lastIndexOf(". "), Math.max(text.lastIndexOf("? "), text.lastIndexOf("! ")));
        if (stop < 4 || Character.isUpperCase(text.charAt(stop - 1)) || text.charAt(stop - 2) == ' ') {
            return false;
        }
        String tail = text.substring(stop + 2);
        return Wording.isUpper(tail) || Agencies.isAgency(tail) || Wording.wordCount(text) >= 16;
    }

    private static Block.Kind digits(String text, DayOrder order) {
        boolean digit = text.chars().anyMatch(Character::isDigit);
        if (!digit) {
            return Block.Kind.RULE;
        }
        return DateScanner.scan(text, order).whole() ? Block.Kind.DATE : Block.Kind.FURNITURE;
    }

    /** The kind of a short line that is clearly something, or {@code null}. */
    private static Block.Kind shortKind(String text, DayOrder order) {
        if (Furniture.isEnd(text)) {
            return Block.Kind.END;
        }
        if (isDate(text, order)) {
            return Block.Kind.DATE;
        }
        if (Furniture.isRelated(text)) {
            return Block.Kind.RELATED;
        }
        if (Captions.isPhotoCredit(text)) {
            return Block.Kind.CAPTION;
        }
        if (Agencies.isOnlyAgency(text) || Bylines.of(text) != null) {
            return Block.Kind.BYLINE;
        }
        if (Furniture.isBar(text)) {
            boolean trail = text.indexOf('>') >= 0 || text.indexOf('›') >= 0 || text.indexOf('»') >= 0;
            return trail ? Block.Kind.BREADCRUMB : Block.Kind.FURNITURE;
        }
        return Furniture.isLine(text) ? Block.Kind.FURNITURE : null;
    }

    /** A date beside reading time, author or tools: {@code 9.9.2025, 6:00 | Lesezeit: 2 Min.} */
    private static boolean isDateAmongTools(String text, DayOrder order) {
        if (text.indexOf('|') < 0 && text.indexOf('•') < 0 && text.indexOf('·') < 0) {
            return false;
        }
        boolean date = false;
        for (String part : text.split("[|•·]", -1)) {
            String bare = part.strip();
            LineDates line = DateScanner.scan(bare, order);
            boolean dated = line.whole() && line.hasDate();
            boolean tool = bare.isEmpty()
                    || line.whole()
                    || Furniture.isLine(bare)
                    || Bylines.of(bare) != null
                    || Wording.wordCount(bare) <= 3;
            if (!dated && !tool) {
                return false;
            }
            date |= dated;
        }
        return date;
    }

    private static boolean isDate(String text, DayOrder order) {
        LineDates line = DateScanner.scan(text, order);
        if (line.whole() || isDateAmongTools(text, order)) {
            return true;
        }
        int words = Wording.wordCount(text);
        boolean tail = line.start() > 0 && Wording.wordCount(text.substring(0, line.start())) <= 3 && words <= 9;
        boolean dated = line.hasDate() && !Wording.endsFlat(text);
        return dated && ((line.labelled() && words <= 18) || tail || Bylines.of(text) != null);
    }
}
