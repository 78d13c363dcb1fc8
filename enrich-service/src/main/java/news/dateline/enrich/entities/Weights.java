package news.dateline.enrich.entities;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The feature weights of the model, quantised to a byte each and stored only for features that matter: a bit set
 * says which those are, and a row of four longs holds the weights of each in lanes of 16 bits, so that one addition
 * adds up four labels. Immutable, thread-safe.
 */
public final class Weights {

    private static final int LANES = 4;
    private static final int LONGS = 4;
    private static final int BIAS = 128;

    private final float step;
    private final long[] present;
    private final int[] rank;
    private final long[] rows;

    /**
     * Quantises weights.
     *
     * @param weights {@link Labels#COUNT} weights a feature
     * @param step the size of one unit of a byte
     * @param least features whose largest weight is nearer to 0 than this are dropped
     */
    public static Weights quantise(float[] weights, float step, float least) {
        int features = weights.length / Labels.COUNT;
        long[] present = new long[features / Long.SIZE];
        for (int feature = 0; feature < features; feature++) {
            for (int label = 0; label < Labels.COUNT; label++) {
                if (Math.abs(weights[feature * Labels.COUNT + label]) >= least) {
                    present[feature / Long.SIZE] |= 1L << feature;
                }
            }
        }
        Weights quantised = new Weights(step, present);
        for (int feature = 0; feature < features; feature++) {
            int row = quantised.row(feature);
            for (int label = 0; row >= 0 && label < Labels.COUNT; label++) {
                int units = Math.round(weights[feature * Labels.COUNT + label] / step);
                quantised.set(row, label, Math.max(-127, Math.min(127, units)));
            }
        }
        return quantised;
    }

    private Weights(float step, long[] present) {
        this.step = step;
        this.present = present;
        this.rank = new int[present.length];
        int count = 0;
        for (int i = 0; i < present.length; i++) {
            rank[i] = count;
            count += Long.bitCount(present[i]);
        }
        this.rows = new long[count * LONGS];
    }

    /** Number of features kept. */
    public int features() {
        return rows.length / LONGS;
    }

    /** Features are numbers of this many bits. */
    int bits() {
        return Integer.numberOfTrailingZeros(present.length * Long.SIZE);
    }

    private int row(int feature) {
        long block = present[feature >>> 6];
        long bit = 1L << feature;
        return (block & bit) == 0 ? -1 : rank[feature >>> 6] + Long.bitCount(block & bit - 1);
    }

    private void set(int row, int label, int units) {
        rows[row * LONGS + label / LANES] |= (long) (units + BIAS) << label % LANES * Short.SIZE;
    }

    private int get(int row, int label) {
        return (int) (rows[row * LONGS + label / LANES] >>> label % LANES * Short.SIZE & 0xFFFF) - BIAS;
    }

    /** Adds up the weights of a token's features into {@code out[offset .. offset + COUNT)}. */
    void emit(int[] features, int count, float[] out, int offset) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        int used = 0;
        for (int k = 0; k < count; k++) {
            int row = row(features[k]) * LONGS;
            if (row >= 0) {
                first += rows[row];
                second += rows[row + 1];
                third += rows[row + 2];
                fourth += rows[row + 3];
                used++;
            }
        }
        int bias = used * BIAS;
        unpack(first, 0, bias, out, offset);
        unpack(second, LANES, bias, out, offset);
        unpack(third, 2 * LANES, bias, out, offset);
        unpack(fourth, 3 * LANES, bias, out, offset);
    }

    private void unpack(long sums, int label, int bias, float[] out, int offset) {
        long rest = sums;
        for (int i = label; i < Math.min(label + LANES, Labels.COUNT); i++) {
            out[offset + i] = ((int) (rest & 0xFFFF) - bias) * step;
            rest >>>= Short.SIZE;
        }
    }

    /** Writes label by label, which packs best. */
    void write(DataOutputStream out) throws IOException {
        out.writeFloat(step);
        out.writeInt(present.length);
        for (long block : present) {
            out.writeLong(block);
        }
        byte[] column = new byte[features()];
        for (int label = 0; label < Labels.COUNT; label++) {
            for (int row = 0; row < column.length; row++) {
                column[row] = (byte) get(row, label);
            }
            out.write(column);
        }
    }

    static Weights read(ByteBuffer in) {
        float step = in.getFloat();
        long[] present = new long[in.getInt()];
        in.asLongBuffer().get(present);
        in.position(in.position() + present.length * Long.BYTES);
        Weights weights = new Weights(step, present);
        byte[] column = new byte[weights.features()];
        for (int label = 0; label < Labels.COUNT; label++) {
            in.get(column);
            int shift = label % LANES * Short.SIZE;
            int at = label / LANES;
            for (byte units : column) {
                weights.rows[at] |= (long) (units + BIAS) << shift;
                at += LONGS;
            }
        }
        return weights;
    }
}
