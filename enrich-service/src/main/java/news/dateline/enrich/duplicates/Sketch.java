package news.dateline.enrich.duplicates;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The smallest hashes of a text's shingles (a bottom-k sketch: A. Broder, "On the resemblance and containment of
 * documents", 1997). Up to {@link #SIZE} different shingles it is the whole set and comparisons are exact; beyond, they
 * are estimates. Immutable by convention: nobody changes the array.
 */
public final class Sketch {
    /** Most hashes kept. */
    public static final int SIZE = 512;

    private final int shingles;
    private final int[] hashes;

    Sketch(int shingles, int[] hashes) {
        this.shingles = shingles;
        this.hashes = hashes;
    }

    static Sketch of(HeldSketch held) {
        ByteBuffer bytes = held.getHashes().duplicate();
        int[] hashes = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(hashes);
        return new Sketch(held.getShingles(), hashes);
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
        bytes.asIntBuffer().put(hashes);
        return bytes;
    }

    /** How many different shingles the text has. */
    int shingles() {
        return shingles;
    }

    /** The smallest few of the hashes, by which the text is found. */
    int[] keys(int most) {
        return Arrays.copyOf(hashes, Math.min(most, hashes.length));
    }

    /** Jaccard similarity: shared shingles by all that either has, 0 to 1. */
    double similarity(Sketch other) {
        int limit = shingles <= SIZE && other.shingles <= SIZE ? Integer.MAX_VALUE : SIZE;
        int i = 0;
        int j = 0;
        int shared = 0;
        int all = 0;
        while (all < limit && (i < hashes.length || j < other.hashes.length)) {
            int order = i == hashes.length
                    ? 1
                    : j == other.hashes.length ? -1 : Integer.compare(hashes[i], other.hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            all++;
        }
        return all == 0 ? 0 : (double) shared / all;
    }

    /** The part of the shorter text that stands in the longer one, 0 to 1, for a given Jaccard similarity. */
    double containment(Sketch other, double similarity) {
        int shorter = Math.min(shingles, other.shingles);
        double shared = similarity / (1 + similarity) * (shingles + other.shingles);
        return shorter == 0 ? 0 : Math.min(1, shared / shorter);
    }
}
