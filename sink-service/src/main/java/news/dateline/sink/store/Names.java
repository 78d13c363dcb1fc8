package news.dateline.sink.store;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: the case, the spacing and the Unicode form of a name do not matter. */
public final class Names {
    /** Longest folded name, in UTF-16 code units: index entries are bounded. */
    private static final int LONGEST = 300;

    private Names() {}

    /** A name in folded case, without needless space, in normal form KC. */
    public static String folded(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
        if (folded.length() <= LONGEST) {
            return folded;
        }
        int end = Character.isHighSurrogate(folded.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return folded.substring(0, end);
    }
}
