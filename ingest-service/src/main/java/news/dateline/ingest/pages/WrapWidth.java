package news.dateline.ingest.pages;

import java.util.Arrays;
import java.util.List;

/**
 * Finds out which lines were hard-wrapped and at which column. A wrapping program breaks a line only when the next word
 * does not fit, so in wrapped text nearly every line that has a follower leaves no room for the follower's first word;
 * where a line is a paragraph that is chance. Asks the whole page first and then each run of lines without a blank one,
 * since a page may hold texts from two programs. Stateless; linear.
 */
final class WrapWidth {
    private static final int WIDEST = 132;
    private static final int NARROWEST = 40;
    private static final int FEWEST_PAIRS = 3;

    private WrapWidth() {}

    /** The column at each line, 0 for a line that is not wrapped. */
    static int[] of(List<RawLine> lines) {
        int[] widths = new int[lines.size()];
        int whole = of(lines, 0, lines.size(), FEWEST_PAIRS);
        if (whole > 0) {
            Arrays.fill(widths, whole);
            return widths;
        }
        int start = 0;
        int last = 0;
        while (start < lines.size()) {
            int end = start + 1;
            while (end < lines.size() && lines.get(end).gap() == 0) {
                end++;
            }
            int own = of(lines, start, end, FEWEST_PAIRS - 1);
            boolean same = own == 0 && last > 0 && isFilled(lines, start, end, last);
            last = own > 0 ? own : same ? last : 0;
            Arrays.fill(widths, start, end, last);
            start = end;
        }
        return widths;
    }

    /** Whether any line is wrapped. */
    static boolean any(int[] widths) {
        return Arrays.stream(widths).anyMatch(width -> width > 0);
    }

    private static int of(List<RawLine> lines, int from, int to, int fewest) {
        int[] widths = new int[to - from];
        int count = 0;
        for (int i = from; i + 1 < to; i++) {
            int width = lines.get(i).width();
            if (lines.get(i + 1).gap() == 0 && width >= NARROWEST && width <= WIDEST) {
                widths[count++] = width;
            }
        }
        if (count < fewest) {
            return 0;
        }
        Arrays.sort(widths, 0, count);
        int width = widths[count - 1 - count / 40];
        return isWidest(lines, from, to, width) && isWrapped(lines, from, to, width, fewest) ? width : 0;
    }

    /** Whether hardly any line is wider than the column. */
    private static boolean isWidest(List<RawLine> lines, int from, int to, int width) {
        int wider = 0;
        for (RawLine line : lines.subList(from, to)) {
            wider += line.width() > width + width / 10 ? 1 : 0;
        }
        return wider * 20 <= to - from;
    }

    private static boolean isWrapped(List<RawLine> lines, int from, int to, int width, int fewest) {
        int pairs = 0;
        int full = 0;
        int unfinished = 0;
        int runsOn = 0;
        for (int i = from; i + 1 < to; i++) {
            RawLine line = lines.get(i);
            RawLine next = lines.get(i + 1);
            if (next.gap() == 0 && line.width() >= NARROWEST) {
                pairs++;
                boolean open = !Wording.endsSentence(line.text());
                boolean filled = isFull(line, next, width);
                full += filled ? 1 : 0;
                unfinished += filled && open ? 1 : 0;
                runsOn += filled && open && Wording.startsLower(next.text()) ? 1 : 0;
            }
        }
        boolean cased = from < to && Wording.isCased(lines.get(from).text());
        boolean mostlyFull = full * 10 >= pairs * 6 && unfinished * 2 >= full && (runsOn > 0 || !cased);
        boolean broken = runsOn >= FEWEST_PAIRS && runsOn * 4 >= pairs;
        return pairs >= fewest && (mostlyFull || broken);
    }

    /** Whether a run of lines goes with the column of the run before it. */
    private static boolean isFilled(List<RawLine> lines, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            RawLine line = lines.get(i);
            boolean room = i + 1 < to && !isFull(line, lines.get(i + 1), width);
            if (line.width() > width + 1 || room) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFull(RawLine line, RawLine next, int width) {
        return line.width() + 1 + next.firstWord() > width - width / 16;
    }

    /** Whether {@code next} is the same paragraph's next line. */
    static boolean continues(RawLine line, RawLine next, int width) {
        if (width == 0 || next.gap() > 0 || line.width() > width + width / 2) {
            return false;
        }
        boolean bullet = Wording.afterBullet(next.text()) != null;
        boolean indented = next.indent() > line.indent() + 1 && Wording.afterBullet(line.text()) == null;
        if (bullet || indented) {
            return false;
        }
        boolean full = line.width() + 1 + next.firstWord() > width;
        boolean nearlyFull = isFull(line, next, width) && !Wording.endsSentence(line.text());
        boolean runsOn = Wording.startsLower(next.text()) && line.width() * 2 > width;
        return full || nearlyFull || runsOn;
    }
}
