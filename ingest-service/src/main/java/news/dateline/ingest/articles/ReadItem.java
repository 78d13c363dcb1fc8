package news.dateline.ingest.articles;

import news.dateline.RawArticle;

/** What became of one item of a request: an article that keeps the contract's rules, or the reason why it is none. */
public sealed interface ReadItem {
    /** Position of the item in the request, from 0. */
    int index();

    /** An article ready to be published. */
    record Article(int index, RawArticle article) implements ReadItem {}

    /** An item that is no acceptable article; the detail says what to mend. */
    record Refused(int index, String detail) implements ReadItem {}
}
