package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the word lists of this package: entries separated by commas, {@code ~} for a space that counts. Stateless. */
final class Words {
    private Words() {}

    /** The entries as an immutable set. */
    static Set<String> set(String words) {
        return Set.copyOf(list(words));
    }

    /** The entries in their order. */
    static List<String> list(String words) {
        List<String> entries = new ArrayList<>();
        for (String entry : words.split(",", -1)) {
            String bare = entry.strip().replace('~', ' ');
            if (!bare.isBlank()) {
                entries.add(bare);
            }
        }
        return List.copyOf(entries);
    }
}
