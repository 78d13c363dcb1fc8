package news.dateline.enrich.entities;

/**
 * The BILOU labels of the sequence model: outside, and for each {@link NameType} the beginning, inside and last
 * token of a name or its unit (a name of one token). Ratinov and Roth, "Design challenges and misconceptions in
 * named entity recognition", 2009.
 */
public final class Labels {

    public static final int OUTSIDE = 0;
    public static final int COUNT = 1 + 4 * 3;
    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int LAST = 2;
    private static final int UNIT = 3;

    private Labels() {}

    public static int begin(NameType type) {
        return of(type, BEGIN);
    }

    public static int inside(NameType type) {
        return of(type, INSIDE);
    }

    public static int last(NameType type) {
        return of(type, LAST);
    }

    public static int unit(NameType type) {
        return of(type, UNIT);
    }

    private static int of(NameType type, int part) {
        return 1 + 4 * type.index() + part;
    }

    /** The type of a label that is not {@link #OUTSIDE}. */
    public static NameType type(int label) {
        return switch ((label - 1) / 4) {
            case 0 -> NameType.PERSON;
            case 1 -> NameType.ORGANIZATION;
            default -> NameType.LOCATION;
        };
    }

    /** True if a name starts here. */
    public static boolean starts(int label) {
        return label != OUTSIDE && ((label - 1) % 4 == BEGIN || (label - 1) % 4 == UNIT);
    }

    /** True if a name ends here. */
    public static boolean ends(int label) {
        return label != OUTSIDE && ((label - 1) % 4 == LAST || (label - 1) % 4 == UNIT);
    }

    /** Whether the second label may follow the first. */
    public static boolean follows(int first, int second) {
        boolean open = first != OUTSIDE && !ends(first);
        boolean continues = second != OUTSIDE && !starts(second);
        return open == continues && (!open || (first - 1) / 4 == (second - 1) / 4);
    }

    /** Labels of a sentence from its names; {@code starts[i]}, {@code ends[i]} (exclusive) are token indices. */
    public static void paint(int[] labels, int start, int end, NameType type) {
        if (end - start == 1) {
            labels[start] = unit(type);
            return;
        }
        labels[start] = begin(type);
        for (int i = start + 1; i < end - 1; i++) {
            labels[i] = inside(type);
        }
        labels[end - 1] = last(type);
    }
}
