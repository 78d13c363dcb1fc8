package news.dateline.ingest.pages;

import java.util.List;

/**
 * Finds the headline among the first lines of a part of a page. Best evidence first: a line printed twice, a line that
 * the page's title begins with, then the place among date, byline and text. Stateless.
 */
final class HeadlineFinder {
    private static final int REACH = 60;
    private static final List<String> TITLE_SIGNS = List.of(" | ", " - ", " – ", " — ", " :: ", " • ");

    private HeadlineFinder() {}

    /**
     * Where the headline stands.
     *
     * @param first its first print, or -1
     * @param last its last print above the text, or -1
     * @param source the site's name if the page's title told it, or {@code null}
     */
    record Found(int first, int last, String source) {}

    static Found find(List<Block> part) {
        int reach = Math.min(part.size(), REACH);
        int prose = 0;
        boolean heading = false;
        for (int i = 0; i < reach && prose < 3; i++) {
            Found titled = titled(part, i, reach);
            if (titled != null) {
                return titled;
            }
            int repeat = ArticleSplitter.repeatOf(part, i);
            if (repeat > 0 && (part.get(i).is(Block.Kind.HEADING) || !heading)) {
                int again = ArticleSplitter.repeatOf(part, repeat);
                return new Found(i, Math.max(repeat, again), null);
            }
            heading |= part.get(i).is(Block.Kind.HEADING) && part.get(i).words() >= 4;
            prose += part.get(i).is(Block.Kind.PROSE) ? 1 : 0;
        }
        int best = placed(part, reach);
        return new Found(best, best, null);
    }

    /** A line "Headline | Site" whose first half is a line of its own further down. */
    private static Found titled(List<Block> part, int i, int reach) {
        Block block = part.get(i);
        if (!block.is(Block.Kind.HEADING)) {
            return null;
        }
        for (String sign : TITLE_SIGNS) {
            int at = block.text().lastIndexOf(sign);
            String key = at < 12 ? "" : Wording.key(block.text().substring(0, at));
            for (int j = i + 1; j < reach && !key.isEmpty(); j++) {
                if (part.get(j).key().equals(key)) {
                    int repeat = ArticleSplitter.repeatOf(part, j);
                    return new Found(
                            j,
                            Math.max(j, repeat),
                            block.text().substring(at + sign.length()).strip());
                }
            }
        }
        return null;
    }

    private static int placed(List<Block> part, int reach) {
        int text = firstProse(part, reach);
        int best = -1;
        int bestScore = Integer.MIN_VALUE;
        boolean links = false;
        for (int i = 0; i < text; i++) {
            Block block = part.get(i);
            links = block.is(Block.Kind.RELATED) || (links && block.gap() == 0);
            if (block.is(Block.Kind.HEADING)) {
                int score = score(part, i, text) - (links ? 3 : 0);
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
        }
        return best >= 0 ? best : sentence(part, text);
    }

    private static int score(List<Block> part, int i, int text) {
        Block block = part.get(i);
        int words = block.words();
        int score = words >= 4 ? 4 : words == 3 ? 2 : words == 2 ? 1 : 0;
        score += block.text().length() >= 20 ? 1 : 0;
        int signed = text - i <= 3 ? 1 : 0;
        for (int j = i + 1; j < Math.min(part.size(), Math.min(i + 6, text + 3)); j++) {
            Block below = part.get(j);
            boolean date = below.is(Block.Kind.DATE);
            boolean real =
                    date && DateScanner.scan(below.text(), DayOrder.DAY_FIRST).hasDate();
            signed = Math.max(signed, real || below.is(Block.Kind.BYLINE) ? 2 : date ? 1 : 0);
        }
        return score + signed - (isTeaser(part, i, text) ? 4 : 0);
    }

    /** A line with "2 hours ago" under it and another headline under that stands in a list of stories. */
    private static boolean isTeaser(List<Block> part, int i, int text) {
        boolean ago = i + 1 < text
                && part.get(i + 1).is(Block.Kind.DATE)
                && !DateScanner.scan(part.get(i + 1).text(), DayOrder.DAY_FIRST).hasDate();
        for (int j = i + 2; ago && j < Math.min(text, i + 5); j++) {
            Block next = part.get(j);
            boolean reprint = next.key().equals(part.get(i).key());
            if (next.is(Block.Kind.HEADING) && next.words() >= 4 && !reprint && !Bylines.isPerson(next.text())) {
                return true;
            }
        }
        return false;
    }

    /** A headline that ends with a full stop: a short first line above a longer one. */
    private static int sentence(List<Block> part, int text) {
        if (text + 1 >= part.size()
                || part.get(text).words() > 16
                || Datelines.of(part.get(text).text()) != null) {
            return -1;
        }
        for (int j = text + 1; j < Math.min(part.size(), text + 6); j++) {
            Block next = part.get(j);
            if (next.isProse()) {
                return next.words() >= part.get(text).words() + 8 ? text : -1;
            }
        }
        return -1;
    }

    private static int firstProse(List<Block> part, int reach) {
        for (int i = 0; i < reach; i++) {
            if (part.get(i).isProse()) {
                return i;
            }
        }
        return reach;
    }
}
