package news.dateline.enrich.entities.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import news.dateline.enrich.entities.Hashes;
import news.dateline.enrich.entities.Tokens;

/**
 * Groups words that occur in like company: each word is the vector of its neighbours, two to the left and two to
 * the right, weighted by positive pointwise mutual information, and spherical k-means divides the words three times
 * over, into coarse, middle and fine groups (after Schütze, "Distributional part-of-speech tagging", 1995). One
 * use, one thread; the same text gives the same groups.
 */
final class ClusterInducer {

    private static final int CONTEXTS = 1500;
    private static final int PLACES = 4;
    private static final int ROUNDS = 12;
    private static final int[] SPLITS = {48, 6, 6};

    private final int least;
    private final List<int[]> sentences = new ArrayList<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    /** @param least words seen less often are in no group */
    ClusterInducer(int least) {
        this.least = least;
    }

    /** Reads the words of a text. */
    void read(Tokens tokens) {
        for (int s = 0; s < tokens.sentences(); s++) {
            int start = tokens.sentenceStart(s);
            int[] words = new int[tokens.sentenceEnd(s) - start];
            for (int i = 0; i < words.length; i++) {
                words[i] = Hashes.word(tokens.text(), tokens.start(start + i), tokens.end(start + i));
                counts.merge(words[i], 1, Integer::sum);
            }
            sentences.add(words);
        }
    }

    /** Three tables, coarse to fine: a group number above 0 by word hash. */
    List<SortedMap<Integer, Short>> induce(long seed) {
        int[] vocabulary = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted((a, b) -> b.getValue().equals(a.getValue())
                        ? a.getKey().compareTo(b.getKey())
                        : b.getValue() - a.getValue())
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Vector[] vectors = vectors(vocabulary);
        List<SortedMap<Integer, Short>> tables = new ArrayList<>();
        int[] group = new int[vocabulary.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int parts : SPLITS) {
            group = divide(vectors, group, parts, random);
            SortedMap<Integer, Short> table = new TreeMap<>();
            for (int i = 0; i < group.length; i++) {
                table.put(vocabulary[i], (short) (group[i] + 1));
            }
            tables.add(table);
        }
        return tables;
    }

    /** A sparse vector of length 1. */
    private static final class Vector {

        private final int[] places;
        private final float[] values;

        private Vector(int[] places, float[] values) {
            this.places = places;
            this.values = values;
        }
    }

    private Vector[] vectors(int[] vocabulary) {
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = 0; i < vocabulary.length; i++) {
            index.put(vocabulary[i], i);
        }
        List<Map<Integer, Integer>> seen = new ArrayList<>();
        Arrays.stream(vocabulary).forEach(word -> seen.add(new TreeMap<>()));
        long[] totals = new long[PLACES * (CONTEXTS + 1)];
        long all = 0;
        for (int[] sentence : sentences) {
            for (int i = 0; i < sentence.length; i++) {
                int word = index.getOrDefault(sentence[i], -1);
                if (word < 0) {
                    continue;
                }
                for (int place = 0; place < PLACES; place++) {
                    int at = i + (place < 2 ? place - 2 : place - 1);
                    int other = at < 0 || at >= sentence.length ? CONTEXTS : index.getOrDefault(sentence[at], CONTEXTS);
                    int context = place * (CONTEXTS + 1) + Math.min(other, CONTEXTS);
                    seen.get(word).merge(context, 1, Integer::sum);
                    totals[context]++;
                    all++;
                }
            }
        }
        Vector[] vectors = new Vector[vocabulary.length];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = weigh(seen.get(i), counts.get(vocabulary[i]) * (double) PLACES, totals, all);
        }
        return vectors;
    }

    private static Vector weigh(Map<Integer, Integer> contexts, double own, long[] totals, long all) {
        int[] places = new int[contexts.size()];
        float[] values = new float[places.length];
        int used = 0;
        double square = 1e-9;
        for (Map.Entry<Integer, Integer> entry : contexts.entrySet()) {
            double information = StrictMath.log(entry.getValue() * (double) all / (own * totals[entry.getKey()]));
            if (information > 0) {
                double value = information * StrictMath.log(1 + entry.getValue());
                places[used] = entry.getKey();
                values[used++] = (float) value;
                square += value * value;
            }
        }
        for (int i = 0; i < used; i++) {
            values[i] /= (float) Math.sqrt(square);
        }
        return new Vector(Arrays.copyOf(places, used), Arrays.copyOf(values, used));
    }

    private static int[] divide(Vector[] vectors, int[] group, int parts, SplittableRandom random) {
        int[] divided = new int[group.length];
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        List<List<Integer>> members = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < group.length; i++) {
            members.get(group[i]).add(i);
        }
        for (int g = 0; g < groups; g++) {
            means(vectors, members.get(g), parts, g * parts, divided, random);
        }
        return divided;
    }

    private static void means(
            Vector[] vectors, List<Integer> members, int parts, int first, int[] divided, SplittableRandom random) {
        if (members.isEmpty()) {
            return;
        }
        int width = PLACES * (CONTEXTS + 1);
        float[][] centres = new float[Math.min(parts, members.size())][width];
        for (float[] centre : centres) {
            add(centre, vectors[members.get(random.nextInt(members.size()))]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            float[][] next = new float[centres.length][width];
            for (int member : members) {
                int best = nearest(vectors[member], centres);
                divided[member] = first + best;
                add(next[best], vectors[member]);
            }
            for (int c = 0; c < centres.length; c++) {
                normalise(next[c]);
            }
            centres = next;
        }
    }

    private static int nearest(Vector vector, float[][] centres) {
        int best = 0;
        float top = -1;
        for (int c = 0; c < centres.length; c++) {
            float product = 0;
            for (int k = 0; k < vector.places.length; k++) {
                product += centres[c][vector.places[k]] * vector.values[k];
            }
            if (product > top) {
                top = product;
                best = c;
            }
        }
        return best;
    }

    private static void add(float[] centre, Vector vector) {
        for (int k = 0; k < vector.places.length; k++) {
            centre[vector.places[k]] += vector.values[k];
        }
    }

    private static void normalise(float[] centre) {
        double square = 1e-9;
        for (float value : centre) {
            square += value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < centre.length; i++) {
            centre[i] /= length;
        }
    }
}
