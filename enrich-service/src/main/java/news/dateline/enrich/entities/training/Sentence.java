package news.dateline.enrich.entities.training;

import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.entities.Labels;
import news.dateline.enrich.entities.NameType;

/**
 * A labelled sentence.
 *
 * @param words its tokens
 * @param names its names in order, none overlapping
 */
record Sentence(List<String> words, List<Gold> names) {

    Sentence {
        words = List.copyOf(words);
        names = List.copyOf(names);
    }

    /** A labelled name: token indices, end exclusive. */
    record Gold(int start, int end, NameType type) {}

    /** Its {@link Labels}, one a token. */
    int[] labels() {
        int[] labels = new int[words.size()];
        names.forEach(name -> Labels.paint(labels, name.start(), name.end(), name.type()));
        return labels;
    }

    /** Reads IOB tags; a name may begin with {@code I-}; other types than the three are outside. */
    static Sentence ofTags(List<String> words, List<String> tags) {
        List<Gold> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            NameType type = type(tags.get(i));
            if (type == null) {
                continue;
            }
            int end = i + 1;
            while (end < words.size() && tags.get(end).startsWith("I-") && type == type(tags.get(end))) {
                end++;
            }
            names.add(new Gold(i, end, type));
            i = end - 1;
        }
        return new Sentence(words, names);
    }

    private static NameType type(String tag) {
        for (NameType type : NameType.values()) {
            if (tag.length() > 2 && tag.startsWith(type.tag(), 2)) {
                return type;
            }
        }
        return null;
    }
}
