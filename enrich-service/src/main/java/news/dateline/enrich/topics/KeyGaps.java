package news.dateline.enrich.topics;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Numbers of up to 35 bits, seven to a byte, the lowest first: small ones are short. Stateless, thread-safe. */
final class KeyGaps {

    private KeyGaps() {}

    static long read(ByteBuffer in) throws IOException {
        long gap = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int next = in.get() & 255;
            gap |= (next & 127L) << shift;
            if (next < 128) {
                return gap;
            }
        }
        throw new IOException("The topic model is damaged: a feature key does not end.");
    }

    static void write(DataOutput out, long gap) throws IOException {
        long rest = gap;
        while (rest > 127) {
            out.writeByte((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }
}
