package news.dateline.chaos;

/**
 * One thing that a publisher does to an article.
 *
 * @param kind what is done
 * @param text number of the text that is sent; {@link #KILLED} for a kill
 * @param day the publisher's date of this version, as a day of March 2026; 0 where it gives none
 */
record Deed(Kind kind, int text, int day) {
    /** What stands for the text of an article that is killed. */
    static final int KILLED = -1;

    /** What is done to an article. */
    enum Kind {
        /** The text as it now is: new, the same again, corrected, or an older one that comes late. */
        TEXT,
        /** A text that says that the article is usable, so that a killed one comes back. */
        REVIVAL,
        KILL
    }

    static Deed text(int text) {
        return new Deed(Kind.TEXT, text, 0);
    }

    static Deed dated(int text, int day) {
        return new Deed(Kind.TEXT, text, day);
    }

    static Deed revival(int text) {
        return new Deed(Kind.REVIVAL, text, 0);
    }

    static Deed kill() {
        return new Deed(Kind.KILL, KILLED, 0);
    }
}
