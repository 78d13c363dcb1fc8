package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a page's blocks where a new article begins. A headline is a short line that things which only stand at the top
 * of an article follow before the first paragraph: the same line once more, a date, a byline, summary bullets, a
 * dateline. Stateless; looks a fixed number of blocks ahead.
 */
final class ArticleSplitter {
    private static final int REACH = 16;
    private static final int DECK_WORDS = 60;
    private static final int LEAST_WORDS = 22;
    private static final double ENOUGH = 2.0;
    private static final double ENOUGH_AMONG_LINKS = 3.5;

    private final List<Block> blocks;
    private final boolean wideGapsTell;
    private final boolean wideGapsAreRare;

    private ArticleSplitter(List<Block> blocks) {
        this.blocks = blocks;
        int heads = 0;
        int wideProse = 0;
        int narrow = 0;
        for (Block block : blocks) {
            boolean wide = block.gap() >= 2;
            heads += wide && block.is(Block.Kind.HEADING) ? 1 : 0;
            wideProse += wide && block.isProse() ? 1 : 0;
            narrow += block.gap() == 1 ? 1 : 0;
        }
        this.wideGapsAreRare = (heads + wideProse) * 3 <= narrow;
        this.wideGapsTell = wideProse * 2 <= heads && narrow >= heads;
    }

    static List<List<Block>> split(List<Block> blocks) {
        return new ArticleSplitter(blocks).split();
    }

    private List<List<Block>> split() {
        List<List<Block>> parts = new ArrayList<>();
        int from = 0;
        int at = 0;
        int prose = 0;
        boolean links = false;
        int linkGap = 0;
        while (at < blocks.size()) {
            Block block = blocks.get(at);
            if (block.isProse()) {
                links = false;
            }
            if (block.is(Block.Kind.RELATED) || block.is(Block.Kind.END)) {
                links = true;
                linkGap = at + 1 < blocks.size() ? blocks.get(at + 1).gap() : 0;
            } else if (links && block.gap() > linkGap && !blocks.get(at - 1).is(Block.Kind.RELATED)) {
                links = false;
            }
            boolean text = prose >= LEAST_WORDS;
            if (text && (isBareStart(block) || isColumnTitle(block))) {
                parts.add(blocks.subList(from, at));
                from = at;
                prose = weight(block);
                links = false;
                at++;
                continue;
            }
            boolean ruled = at > 0 && prose > 0 && blocks.get(at - 1).is(Block.Kind.RULE);
            if ((text || ruled) && !isReprint(at, from) && isStart(at, links)) {
                int cut = withLinesAbove(at, from);
                if (text) {
                    parts.add(blocks.subList(from, cut));
                }
                from = cut;
                at = afterHeader(at);
                prose = 0;
                links = false;
                continue;
            }
            prose += weight(block);
            at++;
        }
        parts.add(blocks.subList(from, blocks.size()));
        return Briefs.split(parts);
    }

    /** How much the block makes an article of what stands above: a dateline alone is enough. */
    private static int weight(Block block) {
        if (!block.isProse()) {
            return 0;
        }
        Dateline dateline = Datelines.of(block.text());
        return dateline != null && dateline.strong() ? LEAST_WORDS : block.words();
    }

    private static boolean isColumnTitle(Block block) {
        return block.is(Block.Kind.HEADING) && Briefs.isTitle(block.key());
    }

    /** A dateline behind a gap that is rare on the page begins an article that has no headline. */
    private boolean isBareStart(Block block) {
        if (!block.isProse() || block.gap() < 2 || !wideGapsAreRare) {
            return false;
        }
        Dateline dateline = Datelines.of(block.text());
        return dateline != null && dateline.strong() && dateline.place() != null;
    }

    private boolean isStart(int i, boolean links) {
        Block block = blocks.get(i);
        int repeat = repeatOf(blocks, i);
        boolean shape = block.is(Block.Kind.HEADING) || repeat > 0;
        if (!shape || block.key().isEmpty() || (links && repeat < 0 && isHeading(i + 1))) {
            return false;
        }
        double score = repeat > 0 ? 3 : 0;
        boolean dateline = false;
        int decks = 0;
        double deckScore = 0;
        int end = Math.min(blocks.size(), i + REACH);
        boolean date = false;
        boolean byline = false;
        boolean bullet = false;
        boolean tool = false;
        int j = i + 1;
        for (; j < end; j++) {
            Block next = blocks.get(j);
            if (next.isProse()) {
                Dateline found = Datelines.of(next.text());
                if (found != null) {
                    score += deckScore + (found.strong() ? 2 : 0.5);
                    deckScore = 0;
                    dateline = found.strong();
                    break;
                }
                decks++;
                if (decks > 2 || next.words() > DECK_WORDS) {
                    break;
                }
                continue;
            }
            boolean comments = next.is(Block.Kind.END) && decks > 0;
            if (next.is(Block.Kind.RELATED) || comments || next.is(Block.Kind.RULE)) {
                break;
            }
            if (isHeading(j) && decks > 0 && !next.key().equals(block.key())) {
                break;
            }
            double more = 0;
            boolean tail = decks > 0 && !textFollows(j);
            if (tail) {
                break;
            }
            if (next.is(Block.Kind.DATE) && !date) {
                more = 2;
                date = true;
            } else if (next.is(Block.Kind.BYLINE) && !byline) {
                more = 2;
                byline = true;
            } else if (next.is(Block.Kind.BULLET) && !bullet) {
                more = 1;
                bullet = true;
            } else if (next.is(Block.Kind.FURNITURE) && !tool) {
                more = 1;
                tool = true;
            }
            score += more;
        }
        boolean text = decks > 0 || dateline || proseFollows(j);
        if (!text) {
            return false;
        }
        int words = block.words();
        boolean slight = words < 4 && Wording.isCased(block.text()) && !dateline && repeat < 0;
        score += words >= 5 ? 0.5 : slight ? -2 : 0;
        score += above(i);
        return score >= (links && repeat < 0 ? ENOUGH_AMONG_LINKS : ENOUGH);
    }

    private boolean isHeading(int i) {
        return i < blocks.size()
                && blocks.get(i).is(Block.Kind.HEADING)
                && !Bylines.isPerson(blocks.get(i).text());
    }

    /** Whether a paragraph follows before anything that begins or ends an article. */
    private boolean textFollows(int i) {
        for (int j = i + 1; j < Math.min(blocks.size(), i + REACH); j++) {
            Block block = blocks.get(j);
            if (block.isProse()) {
                return true;
            }
            if (block.is(Block.Kind.RELATED) || block.is(Block.Kind.END) || (isHeading(j) && block.words() >= 4)) {
                return false;
            }
        }
        return false;
    }

    private boolean proseFollows(int from) {
        for (int i = from; i < Math.min(blocks.size(), from + REACH); i++) {
            if (blocks.get(i).isProse()) {
                return true;
            }
        }
        return false;
    }

    private double above(int i) {
        double score = 0;
        boolean ruled = i > 0 && blocks.get(i - 1).is(Block.Kind.RULE);
        if (ruled) {
            score += 1.5;
        } else if (blocks.get(i).gap() >= 2 && wideGapsTell) {
            score += blocks.get(i).words() >= 6 ? 1.5 : 1;
        }
        if (i > 0 && blocks.get(i - 1).is(Block.Kind.DATE)) {
            score += blocks.get(i).gap() <= blocks.get(i - 1).gap() ? 1 : 0;
        }
        return score;
    }

    /** Where a headline is printed once more with no text between, or -1. */
    static int repeatOf(List<Block> blocks, int i) {
        String key = blocks.get(i).key();
        if (key.length() < 8
                || blocks.get(i).is(Block.Kind.FURNITURE)
                || blocks.get(i).words() < 3) {
            return -1;
        }
        int prose = 0;
        for (int j = i + 1; j < Math.min(blocks.size(), i + REACH) && prose < 2; j++) {
            if (blocks.get(j).key().equals(key)) {
                return j;
            }
            prose += blocks.get(j).is(Block.Kind.PROSE) ? 1 : 0;
        }
        return -1;
    }

    /** A kicker, date or trail that stands nearer to the headline than to the text above belongs to the headline. */
    private int withLinesAbove(int start, int from) {
        int cut = start;
        for (int i = start - 1; i > from && start - i <= 3; i--) {
            Block block = blocks.get(i);
            boolean kicker = block.is(Block.Kind.HEADING) && block.words() <= 3;
            boolean head = block.is(Block.Kind.DATE) || block.is(Block.Kind.BREADCRUMB) || kicker;
            if (!head || block.gap() < blocks.get(i + 1).gap()) {
                break;
            }
            cut = i;
        }
        return cut;
    }

    /** Whether the line stands above already, as a headline does that is printed over and under its picture. */
    private boolean isReprint(int i, int from) {
        String key = blocks.get(i).key();
        int prose = 0;
        for (int j = i - 1; j >= Math.max(from, i - REACH) && prose < 2 && !key.isEmpty(); j--) {
            if (blocks.get(j).key().equals(key)) {
                return true;
            }
            prose += blocks.get(j).is(Block.Kind.PROSE) ? 1 : 0;
        }
        return false;
    }

    private int afterHeader(int start) {
        int repeat = repeatOf(blocks, start);
        return repeat > 0 ? repeat + 1 : start + 1;
    }
}
