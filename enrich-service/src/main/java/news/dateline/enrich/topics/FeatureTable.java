package news.dateline.enrich.topics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The weights of a model: feature keys in ascending order, each with its rarity and 17 weights of four bits that share a scale.
 * A text is a vector of (1 + ln count) x rarity, made one long. Immutable, thread-safe.
 */
public final class FeatureTable {

    private static final int LARGEST = 4_000_000;
    private static final float RARITY_STEP = 1 / 16f;
    private static final float SCALE_STEP = 1 / 16f;
    private static final int LARGEST_WEIGHT = 7;

    private final int[] keys;
    private final float[] rarities;
    private final byte[] scaleSteps;
    private final float[] scales;
    private final byte[] weights;
    private final int[] slots;

    /**
     * Quantises trained weights.
     *
     * @param keys distinct keys in ascending order
     * @param rarities inverse document frequency of each key, as {@link #roundRarity} leaves it
     * @param exact the weights, 17 for each key, key by key
     */
    public FeatureTable(int[] keys, float[] rarities, float[] exact) {
        this(keys.clone(), rarities.clone(), scaleSteps(exact), new byte[keys.length * Roots.COUNT]);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) Math.round(exact[i] / scales[i / Roots.COUNT]);
        }
    }

    private FeatureTable(int[] keys, float[] rarities, byte[] scaleSteps, byte[] weights) {
        this.keys = keys;
        this.rarities = rarities;
        this.scaleSteps = scaleSteps;
        this.weights = weights;
        this.scales = new float[keys.length];
        this.slots = new int[Integer.highestOneBit(Math.max(2, keys.length)) * 4];
        for (int row = 0; row < keys.length; row++) {
            scales[row] = (float) Math.exp(scaleSteps[row] * SCALE_STEP);
            int slot = keys[row] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = row + 1;
        }
    }

    /** The nearest rarity that the file can hold. */
    public static float roundRarity(double rarity) {
        return Math.max(1, Math.min(255, Math.round(rarity / RARITY_STEP))) * RARITY_STEP;
    }

    /** For each row, the smallest scale that its largest weight fits under. */
    private static byte[] scaleSteps(float[] exact) {
        byte[] steps = new byte[exact.length / Roots.COUNT];
        for (int row = 0; row < steps.length; row++) {
            float largest = 1e-9f;
            for (int c = 0; c < Roots.COUNT; c++) {
                largest = Math.max(largest, Math.abs(exact[row * Roots.COUNT + c]));
            }
            double step = Math.ceil(Math.log(largest / LARGEST_WEIGHT) / SCALE_STEP);
            steps[row] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, step));
        }
        return steps;
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
        byte[] scaleSteps = new byte[size];
        byte[] weights = new byte[size * Roots.COUNT];
        long key = Integer.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            key += readGap(in);
            keys[row] = (int) key;
            rarities[row] = in.readUnsignedByte() * RARITY_STEP;
            scaleSteps[row] = in.readByte();
            for (int c = 0; c < Roots.COUNT; c += 2) {
                int pair = in.readByte();
                weights[row * Roots.COUNT + c] = (byte) (pair >> 4);
                if (c + 1 < Roots.COUNT) {
                    weights[row * Roots.COUNT + c + 1] = (byte) (pair << 28 >> 28);
                }
            }
        }
        return new FeatureTable(keys, rarities, scaleSteps, weights);
    }

    /** Keys are written as the gap to the one before, seven bits a byte, two weights in a byte. */
    void write(DataOutput out) throws IOException {
        out.writeInt(keys.length);
        long before = Integer.MIN_VALUE;
        for (int row = 0; row < keys.length; row++) {
            writeGap(out, keys[row] - before);
            before = keys[row];
            out.writeByte(Math.round(rarities[row] / RARITY_STEP));
            out.writeByte(scaleSteps[row]);
            for (int c = 0; c < Roots.COUNT; c += 2) {
                int second = c + 1 < Roots.COUNT ? weights[row * Roots.COUNT + c + 1] : 0;
                out.writeByte(weights[row * Roots.COUNT + c] << 4 | second & 15);
            }
        }
    }

    private static long readGap(DataInput in) throws IOException {
        long gap = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int next = in.readUnsignedByte();
            gap |= (next & 127L) << shift;
            if (next < 128) {
                return gap;
            }
        }
        throw new IOException("The topic model is damaged: a feature key does not end.");
    }

    private static void writeGap(DataOutput out, long gap) throws IOException {
        long rest = gap;
        while (rest > 127) {
            out.writeByte((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }
}
