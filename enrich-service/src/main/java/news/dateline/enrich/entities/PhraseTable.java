package news.dateline.enrich.entities;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * Known phrases by the hash of their words, each with a 16-bit value. An open-addressing table of 32-bit keys: a
 * phrase it never saw is taken for a known one about once in ten thousand lookups, which the model has learned to
 * live with. Immutable, thread-safe.
 */
public final class PhraseTable {

    private final int[] keys;
    private final short[] values;
    private final int mask;

    /** @param entries value by hash; a value of 0 is not kept */
    public PhraseTable(SortedMap<Integer, Short> entries) {
        int capacity = Integer.highestOneBit(Math.max(8, entries.size() * 2)) * 2;
        keys = new int[capacity];
        values = new short[capacity];
        mask = capacity - 1;
        entries.forEach(this::put);
    }

    private void put(int key, short value) {
        int slot = key & mask;
        while (values[slot] != 0) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /** The value of a phrase, 0 if it is not known. */
    public int get(int key) {
        int slot = key & mask;
        while (values[slot] != 0) {
            if (keys[slot] == key) {
                return values[slot] & 0xFFFF;
            }
            slot = slot + 1 & mask;
        }
        return 0;
    }

    void write(DataOutputStream out) throws IOException {
        int[] used = new int[keys.length];
        int count = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (values[slot] != 0) {
                used[count++] = keys[slot];
            }
        }
        used = Arrays.copyOf(used, count);
        Arrays.sort(used);
        out.writeInt(count);
        int previous = Integer.MIN_VALUE;
        for (int key : used) {
            writeVar(out, key - previous);
            previous = key;
        }
        for (int key : used) {
            out.writeShort(get(key));
        }
    }

    static PhraseTable read(ByteBuffer in) {
        int[] keys = new int[in.getInt()];
        int previous = Integer.MIN_VALUE;
        for (int i = 0; i < keys.length; i++) {
            previous += readVar(in);
            keys[i] = previous;
        }
        PhraseTable table = new PhraseTable(keys.length);
        for (int key : keys) {
            table.put(key, in.getShort());
        }
        return table;
    }

    private PhraseTable(int size) {
        int capacity = Integer.highestOneBit(Math.max(8, size * 2)) * 2;
        keys = new int[capacity];
        values = new short[capacity];
        mask = capacity - 1;
    }

    private static void writeVar(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readVar(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = in.get();
            value |= (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number in the model file is too long.");
    }
}
