package news.dateline.ingest.pages;

/**
 * One line or paragraph of a plain-text page and what it seems to be.
 *
 * @param kind what it seems to be by itself; its place on the page has the last word
 * @param text the line; for a bullet without its sign
 * @param gap blank lines before it
 * @param key {@link Wording#key} of the text where it is short enough for a headline, otherwise empty
 */
record Block(Kind kind, String text, int gap, String key) {
    /** What a line can be. */
    enum Kind {
        /** A sentence or more. */
        PROSE,
        /** A short line without a full stop: headline, sub-head, kicker, caption, menu item. */
        HEADING,
        BULLET,
        /** A line that can only be a caption. */
        CAPTION,
        /** Prose that ends as captions do. */
        CAPTION_LIKE,
        DATE,
        BYLINE,
        BREADCRUMB,
        FURNITURE,
        /** Announces links to other stories. */
        RELATED,
        /** Announces readers' comments. */
        END,
        /** A line of signs. */
        RULE
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it can be a paragraph of an article. */
    boolean isProse() {
        return kind == Kind.PROSE || kind == Kind.CAPTION_LIKE;
    }

    int words() {
        return Wording.wordCount(text);
    }

    Block as(Kind other) {
        return new Block(other, text, gap, key);
    }
}
