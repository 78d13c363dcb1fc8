package news.dateline.enrich.stories;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Hashes of terms, ascending, with weights whose squares add up to one. Immutable by convention. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TermVector(int[] terms, float[] weights) {
    /** Terms kept of an article: the weightiest. */
    private static final int MOST = 40;

    static TermVector of(Map<Integer, Double> weighted) {
        List<Map.Entry<Integer, Double>> kept = new ArrayList<>(weighted.entrySet());
        kept.sort(Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        kept = new ArrayList<>(kept.subList(0, Math.min(MOST, kept.size())));
        double norm = Math.sqrt(
                kept.stream().mapToDouble(e -> e.getValue() * e.getValue()).sum());
        kept.sort(Comparator.comparing(Map.Entry::getKey));
        int[] terms = new int[kept.size()];
        float[] weights = new float[kept.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = kept.get(i).getKey();
            weights[i] = (float) (kept.get(i).getValue() / norm);
        }
        return new TermVector(terms, weights);
    }

    static TermVector of(ByteBuffer packed) {
        ByteBuffer bytes = packed.duplicate();
        int[] terms = new int[bytes.remaining() / (Integer.BYTES + Float.BYTES)];
        float[] weights = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = bytes.getInt();
            weights[i] = bytes.getFloat();
        }
        return new TermVector(terms, weights);
    }

    ByteBuffer packed() {
        ByteBuffer bytes = ByteBuffer.allocate(terms.length * (Integer.BYTES + Float.BYTES));
        for (int i = 0; i < terms.length; i++) {
            bytes.putInt(terms[i]).putFloat(weights[i]);
        }
        return bytes.flip();
    }

    /** Cosine of the angle between two texts, 0 to 1. */
    double cosine(TermVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            if (terms[i] == other.terms[j]) {
                sum += weights[i++] * other.weights[j++];
            } else if (terms[i] < other.terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
