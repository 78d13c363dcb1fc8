package news.dateline.enrich.topics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The weights of a model: feature keys in ascending order, each with its rarity and 17 weights of one byte that share a scale.
 * A text is a vector of (1 + ln count) x rarity, made one long. Immutable, thread-safe.
 */
public final class FeatureTable {

    private static final int LARGEST = 4_000_000;

    private final int[] keys;
    private final float[] rarities;
    private final float[] scales;
    private final byte[] weights;
    private final int[] slots;

    /**
     * Quantises trained weights.
     *
     * @param keys distinct keys in ascending order
     * @param rarities inverse document frequency of each key
     * @param exact the weights, 17 for each key, key by key
     */
    public FeatureTable(int[] keys, float[] rarities, float[] exact) {
        this(keys.clone(), rarities.clone(), new float[keys.length], new byte[keys.length * Roots.COUNT]);
        for (int row = 0; row < keys.length; row++) {
            int first = row * Roots.COUNT;
            float largest = 1e-9f;
            for (int c = 0; c < Roots.COUNT; c++) {
                largest = Math.max(largest, Math.abs(exact[first + c]));
            }
            scales[row] = largest / Byte.MAX_VALUE;
            for (int c = 0; c < Roots.COUNT; c++) {
                weights[first + c] = (byte) Math.round(exact[first + c] / scales[row]);
            }
        }
    }

    private FeatureTable(int[] keys, float[] rarities, float[] scales, byte[] weights) {
        this.keys = keys;
        this.rarities = rarities;
        this.scales = scales;
        this.weights = weights;
        this.slots = new int[Integer.highestOneBit(Math.max(2, keys.length)) * 4];
        for (int row = 0; row < keys.length; row++) {
            int slot = keys[row] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = row + 1;
        }
    }

    int size() {
        return keys.length;
    }

    /** The row of a key, or -1 if the training did not know it. */
    public int row(int key) {
        int slot = key & (slots.length - 1);
        while (slots[slot] != 0) {
            int row = slots[slot] - 1;
            if (keys[row] == key) {
                return row;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    /** Adds the margins of the text with these keys; false if none of them is known. */
    boolean addMargins(int[] textKeys, double[] margins) {
        int[] rows = new int[textKeys.length];
        int known = 0;
        for (int key : textKeys) {
            int row = row(key);
            if (row >= 0) {
                rows[known++] = row;
            }
        }
        Arrays.sort(rows, 0, known);
        float[] sums = new float[Roots.COUNT];
        double squares = 0;
        for (int at = 0; at < known; ) {
            int row = rows[at];
            int end = at + 1;
            while (end < known && rows[end] == row) {
                end++;
            }
            float value = end - at == 1 ? rarities[row] : rarities[row] * (float) (1 + Math.log(end - at));
            squares += value * value;
            float scaled = value * scales[row];
            int first = row * Roots.COUNT;
            for (int c = 0; c < Roots.COUNT; c++) {
                sums[c] += scaled * weights[first + c];
            }
            at = end;
        }
        if (squares == 0) {
            return false;
        }
        double norm = 1 / Math.sqrt(squares);
        for (int c = 0; c < Roots.COUNT; c++) {
            margins[c] += sums[c] * norm;
        }
        return true;
    }

    static FeatureTable read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > LARGEST) {
            throw new IOException("The topic model is damaged: it claims " + size + " features.");
        }
        int[] keys = new int[size];
        float[] rarities = new float[size];
        float[] scales = new float[size];
        byte[] weights = new byte[size * Roots.COUNT];
        for (int row = 0; row < size; row++) {
            keys[row] = in.readInt();
            rarities[row] = in.readFloat();
            scales[row] = in.readFloat();
            in.readFully(weights, row * Roots.COUNT, Roots.COUNT);
        }
        return new FeatureTable(keys, rarities, scales, weights);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(keys.length);
        for (int row = 0; row < keys.length; row++) {
            out.writeInt(keys[row]);
            out.writeFloat(rarities[row]);
            out.writeFloat(scales[row]);
            out.write(weights, row * Roots.COUNT, Roots.COUNT);
        }
    }
}
