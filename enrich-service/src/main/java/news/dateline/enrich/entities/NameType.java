package news.dateline.enrich.entities;

/** The three kinds of names that the recognizer tells apart. */
public enum NameType {
    PERSON("PER", 0),
    ORGANIZATION("ORG", 1),
    LOCATION("LOC", 2);

    private final String tag;
    private final int index;

    NameType(String tag, int index) {
        this.tag = tag;
        this.index = index;
    }

    /** Its place among the kinds, which the labels of the model are numbered by. */
    int index() {
        return index;
    }

    /** The kind as data sets write it behind {@code B-} and {@code I-}. */
    public String tag() {
        return tag;
    }
}
