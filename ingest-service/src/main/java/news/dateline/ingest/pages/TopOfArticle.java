package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells where an article's top ends and its text begins, and which sentences of the top are its standfirst.
 *
 * @param text index of the first block of the text
 * @param decks indexes of sentences above it that sum the story up
 */
record TopOfArticle(int text, List<Integer> decks) {
    private static final int MOST_DECKS = 2;
    private static final int DECK_WORDS = 60;
    private static final int REACH = 200;

    /** Looks below the headline's last print at {@code headline}, or from the top for -1. */
    static TopOfArticle of(List<Block> part, int headline) {
        List<Integer> decks = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        int i = headline + 1;
        for (; i < part.size(); i++) {
            Block block = part.get(i);
            if (block.is(Block.Kind.CAPTION_LIKE)
                    && open.isEmpty()
                    && proseFollows(part, i)
                    && Datelines.of(block.text()) == null) {
                continue;
            }
            if (block.isProse() && isOverCredit(part, i)) {
                continue;
            }
            if (block.isProse()) {
                Dateline dateline = Datelines.of(block.text());
                if (dateline != null && (dateline.strong() || open.isEmpty())) {
                    decks.addAll(open);
                    return new TopOfArticle(i, decks);
                }
                open.add(i);
                if (open.size() > MOST_DECKS || block.words() > DECK_WORDS) {
                    return new TopOfArticle(open.get(0), decks);
                }
            } else if (!open.isEmpty() && isMarker(block) && proseFollows(part, i)) {
                decks.addAll(open);
                open.clear();
            } else if (!open.isEmpty() && endsTop(block) && !isPerson(part, i)) {
                return new TopOfArticle(open.get(0), decks);
            }
        }
        return new TopOfArticle(open.isEmpty() ? part.size() : open.get(0), decks);
    }

    /** A sentence directly over a picture's credit is the picture's caption. */
    private static boolean isOverCredit(List<Block> part, int i) {
        if (i + 1 >= part.size()
                || !part.get(i + 1).is(Block.Kind.CAPTION)
                || part.get(i + 1).gap() > 0) {
            return false;
        }
        Caption next = Captions.of(part.get(i + 1).text());
        return next != null && next.text() == null && part.get(i).words() <= DECK_WORDS;
    }

    /** A name without a "By" directly above the date. */
    private static boolean isPerson(List<Block> part, int i) {
        Block block = part.get(i);
        boolean name = block.is(Block.Kind.HEADING)
                && Bylines.isName(block.text())
                && Wording.words(block.text()).size() <= 4;
        int j = i + 1;
        while (j < part.size() && j < i + 3 && part.get(j).is(Block.Kind.FURNITURE)) {
            j++;
        }
        return name && j < part.size() && part.get(j).is(Block.Kind.DATE);
    }

    private static boolean endsTop(Block block) {
        return block.is(Block.Kind.HEADING) || block.is(Block.Kind.RELATED);
    }

    private static boolean isMarker(Block block) {
        return block.is(Block.Kind.DATE) || block.is(Block.Kind.BYLINE);
    }

    private static boolean proseFollows(List<Block> part, int i) {
        for (int j = i + 1; j < Math.min(part.size(), i + REACH); j++) {
            Block block = part.get(j);
            if (block.isProse()) {
                return true;
            }
            if (block.is(Block.Kind.END) || block.is(Block.Kind.RELATED)) {
                return false;
            }
        }
        return false;
    }
}
