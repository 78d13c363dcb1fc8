package news.dateline.enrich.duplicates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.RelatedArticle;

/**
 * Finds near-duplicates among the articles of the last 72 hours, by the time of their records. A text that stands for
 * the most part in another is a duplicate of the first seen of such; one that shares much is related. Articles are
 * compared by their sketches, found by the smallest hashes of these (min-wise hashing with an index of single rows).
 * The same articles in the same order give the same answers. Not thread-safe: it belongs to one stream task.
 */
public final class Duplicates {
    /** How long an article is remembered after its last version. In milliseconds. */
    public static final long WINDOW = 72L * 60 * 60 * 1000;

    /** A duplicate shares this part of the shorter text: between the 0.73 of one word in ten changed and the 0.51 of one in five. */
    private static final double DUPLICATE = 0.62;

    /** A related text shares this part of the shorter text. */
    private static final double RELATED = 0.3;

    /** What is shared by chance, such as a paragraph of background, is less than this part of both texts together. */
    private static final double LEAST_SIMILARITY = 0.12;

    /** A text with fewer shingles is a duplicate only if it is the same but for a word or two. */
    private static final int FEW = 25;

    private static final double ALIKE = 0.7;

    private static final int MOST_COMPARED = 40;
    private static final int MOST_RELATED = 10;

    /** Where sketches are kept. */
    public interface Store {
        /** Null if there is none. */
        HeldSketch get(String id);

        void put(String id, HeldSketch sketch);

        void delete(String id);
    }

    private record Place(String id, long number, long seen) {}

    private record Match(String id, HeldSketch held, double similarity, boolean duplicate) {}

    private final Store store;
    private final KeyIndex index = new KeyIndex();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Deque<Place> arrivals = new ArrayDeque<>();
    private long sequence;
    private long now = Long.MIN_VALUE;

    /**
     * Begins with what is in the store.
     *
     * @param held ids and sketches in the store, in any order
     */
    public Duplicates(Store store, Iterable<Map.Entry<String, HeldSketch>> held) {
        this.store = store;
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Known(String id, long sequence, long seen, int[] keys) {}
        List<Known> known = new ArrayList<>();
        for (Map.Entry<String, HeldSketch> entry : held) {
            HeldSketch sketch = entry.getValue();
            int[] keys = Sketch.of(sketch).keys(KeyIndex.KEYS);
            known.add(new Known(entry.getKey(), sketch.getSequence(), sketch.getSeen(), keys));
        }
        known.sort(Comparator.comparingLong(Known::sequence));
        for (Known article : known) {
            remember(article.id(), article.keys(), article.seen());
            sequence = article.sequence() + 1;
        }
    }

    /** How many articles are held. */
    public int size() {
        return numbers.size();
    }

    /**
     * Compares a version of an article with all others and remembers it.
     *
     * @param time time of its record, in milliseconds since the epoch
     */
    public Likeness arrived(EnrichedArticle article, long time) {
        forget(time);
        HeldSketch before = withdrawn(article.getId());
        Sketch sketch = Shingles.sketch(article);
        int[] keys = sketch.keys(KeyIndex.KEYS);
        long first = before == null ? sequence : before.getFirst();
        Likeness likeness = likeness(first, matches(sketch, keys));
        HeldSketch held =
                new HeldSketch(sequence++, first, time, likeness.duplicateOf(), sketch.shingles(), sketch.bytes());
        store.put(article.getId(), held);
        remember(article.getId(), keys, time);
        return likeness;
    }

    /** A killed article is nobody's original any more. */
    public void killed(String id, long time) {
        forget(time);
        withdrawn(id);
    }

    private List<Match> matches(Sketch sketch, int[] keys) {
        List<Match> matches = new ArrayList<>();
        int least = sketch.shingles() < FEW ? 1 : 2;
        for (String id : index.sharing(keys, Math.min(least, keys.length), MOST_COMPARED)) {
            HeldSketch held = store.get(id);
            Sketch other = Sketch.of(held);
            double similarity = sketch.similarity(other);
            double containment = sketch.containment(other, similarity);
            boolean few = Math.min(sketch.shingles(), other.shingles()) < FEW;
            boolean duplicate = few ? similarity >= ALIKE : containment >= DUPLICATE && similarity >= LEAST_SIMILARITY;
            if (duplicate || !few && containment >= RELATED && similarity >= LEAST_SIMILARITY) {
                matches.add(new Match(id, held, similarity, duplicate));
            }
        }
        matches.sort(Comparator.comparingDouble((Match match) -> -match.similarity())
                .thenComparing(match -> match.held().getSequence()));
        return matches;
    }

    private Likeness likeness(long first, List<Match> matches) {
        String original = matches.stream()
                .filter(match -> match.duplicate() && match.held().getFirst() < first)
                .min(Comparator.comparingLong(match -> match.held().getFirst()))
                .map(this::first)
                .orElse(null);
        List<RelatedArticle> related = matches.stream()
                .filter(match -> !match.id().equals(original))
                .limit(MOST_RELATED)
                .map(match -> new RelatedArticle(match.id(), Math.round(match.similarity() * 1000) / 1000.0))
                .toList();
        return new Likeness(original, related);
    }

    /** What the match itself repeats, if that is still held. */
    private String first(Match match) {
        String first = match.held().getDuplicateOf();
        return first != null && numbers.containsKey(first) ? first : match.id();
    }

    private void remember(String id, int[] keys, long seen) {
        long number = index.add(id, keys);
        numbers.put(id, number);
        arrivals.add(new Place(id, number, seen));
    }

    private HeldSketch withdrawn(String id) {
        Long number = numbers.remove(id);
        if (number == null) {
            return null;
        }
        HeldSketch held = store.get(id);
        index.remove(number);
        store.delete(id);
        return held;
    }

    private void forget(long time) {
        now = Math.max(now, time);
        while (!arrivals.isEmpty() && arrivals.peek().seen() < now - WINDOW) {
            Place oldest = arrivals.remove();
            if (Long.valueOf(oldest.number()).equals(numbers.get(oldest.id()))) {
                withdrawn(oldest.id());
            }
        }
    }
}
