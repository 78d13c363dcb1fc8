package news.dateline.enrich.topics;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The weights of a model: feature keys in ascending order, each with its rarity and 17 weights of four bits that
 * share a scale. A text is a vector of (1 + ln count) x rarity, made one long. Immutable, thread-safe.
 */
public final class FeatureTable {

    private static final int LARGEST = 4_000_000;
    private static final float RARITY_STEP = 1 / 16f;
    private static final float SCALE_STEP = 1 / 16f;
    private static final int LARGEST_WEIGHT = 7;

    /** A row holds its weights, its scale and its rarity side by side, for the sake of the processor's cache. */
    private static final int ROW = 20;

    private static final int SCALE_AT = Roots.COUNT;
    private static final int RARITY_AT = Roots.COUNT + 1;

    private final int[] keys;
    private final byte[] rows;
    private final float[] scales = new float[256];
    /** A hash table of key (upper half) and row plus one (lower half); 0 is an empty slot. */
    private final long[] slots;

    private final int shift;

    /**
     * Quantises trained weights.
     *
     * @param keys distinct keys in ascending order
     * @param rarities inverse document frequency of each key, as {@link #roundRarity} leaves it
     * @param exact the weights, 17 for each key, key by key
     */
    public FeatureTable(int[] keys, float[] rarities, float[] exact) {
        this(keys.clone(), new byte[keys.length * ROW]);
        for (int row = 0; row < keys.length; row++) {
            byte scaleStep = scaleStep(exact, row);
            rows[row * ROW + SCALE_AT] = scaleStep;
            rows[row * ROW + RARITY_AT] = (byte) Math.round(rarities[row] / RARITY_STEP);
            for (int c = 0; c < Roots.COUNT; c++) {
                rows[row * ROW + c] = (byte) Math.round(exact[row * Roots.COUNT + c] / scales[scaleStep & 255]);
            }
        }
    }

    private FeatureTable(int[] keys, byte[] rows) {
        this.keys = keys;
        this.rows = rows;
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(2, keys.length));
        this.slots = new long[1 << bits];
        this.shift = 32 - bits;
        for (int row = 0; row < keys.length; row++) {
            int slot = slot(keys[row]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = (long) keys[row] << 32 | (row + 1);
        }
        for (int step = Byte.MIN_VALUE; step <= Byte.MAX_VALUE; step++) {
            scales[step & 255] = (float) Math.exp(step * SCALE_STEP);
        }
    }

    /** The nearest rarity that the file can hold. */
    public static float roundRarity(double rarity) {
        return Math.max(1, Math.min(255, Math.round(rarity / RARITY_STEP))) * RARITY_STEP;
    }

    /** The smallest scale that the largest weight of the row fits under. */
    private static byte scaleStep(float[] exact, int row) {
        float largest = 1e-9f;
        for (int c = 0; c < Roots.COUNT; c++) {
            largest = Math.max(largest, Math.abs(exact[row * Roots.COUNT + c]));
        }
        double step = Math.ceil(Math.log(largest / LARGEST_WEIGHT) / SCALE_STEP);
        return (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, step));
    }

    int size() {
        return keys.length;
    }

    private int slot(int key) {
        return key * 0x9E3779B1 >>> shift;
    }

    /** Where the row of a key begins, or -1 if the training did not know it. */
    private int row(int key) {
        int slot = slot(key);
        while (slots[slot] != 0) {
            long entry = slots[slot];
            if ((int) (entry >> 32) == key) {
                return ((int) entry - 1) * ROW;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    /** The rarity of a key; of an unknown one, the highest there is. */
    float rarity(int key) {
        int row = row(key);
        return row < 0 ? 255 * RARITY_STEP : (rows[row + RARITY_AT] & 255) * RARITY_STEP;
    }

    /** Adds the margins of the text with these keys; false if none of them is known. */
    boolean addMargins(int[] textKeys, double[] margins) {
        int[] starts = new int[textKeys.length];
        int known = 0;
        for (int key : textKeys) {
            int row = row(key);
            if (row >= 0) {
                starts[known++] = row;
            }
        }
        if (known == 0) {
            return false;
        }
        Arrays.sort(starts, 0, known);
        float[] sums = new float[Roots.COUNT];
        double squares = 0;
        for (int at = 0; at < known; ) {
            int row = starts[at];
            int end = at + 1;
            while (end < known && starts[end] == row) {
                end++;
            }
            float rarity = (rows[row + RARITY_AT] & 255) * RARITY_STEP;
            float value = end - at == 1 ? rarity : rarity * (float) (1 + Math.log(end - at));
            squares += value * value;
            float scaled = value * scales[rows[row + SCALE_AT] & 255];
            for (int c = 0; c < Roots.COUNT; c++) {
                sums[c] += scaled * rows[row + c];
            }
            at = end;
        }
        double norm = 1 / Math.sqrt(squares);
        for (int c = 0; c < Roots.COUNT; c++) {
            margins[c] += sums[c] * norm;
        }
        return true;
    }

    static FeatureTable read(ByteBuffer in) throws IOException {
        int size = in.getInt();
        if (size < 0 || size > LARGEST) {
            throw new IOException("The topic model is damaged: it claims " + size + " features.");
        }
        int[] keys = new int[size];
        byte[] rows = new byte[size * ROW];
        long key = Integer.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            int first = row * ROW;
            key += KeyGaps.read(in);
            keys[row] = (int) key;
            rows[first + RARITY_AT] = in.get();
            rows[first + SCALE_AT] = in.get();
            for (int c = 0; c < Roots.COUNT; c += 2) {
                int pair = in.get();
                rows[first + c] = (byte) (pair >> 4);
                if (c + 1 < Roots.COUNT) {
                    rows[first + c + 1] = (byte) (pair << 28 >> 28);
                }
            }
        }
        return new FeatureTable(keys, rows);
    }

    /** Keys are written as the gap to the one before, seven bits a byte, two weights in a byte. */
    void write(DataOutput out) throws IOException {
        out.writeInt(keys.length);
        long before = Integer.MIN_VALUE;
        for (int row = 0; row < keys.length; row++) {
            int first = row * ROW;
            KeyGaps.write(out, keys[row] - before);
            before = keys[row];
            out.writeByte(rows[first + RARITY_AT]);
            out.writeByte(rows[first + SCALE_AT]);
            for (int c = 0; c < Roots.COUNT; c += 2) {
                int second = c + 1 < Roots.COUNT ? rows[first + c + 1] : 0;
                out.writeByte(rows[first + c] << 4 | second & 15);
            }
        }
    }
}
