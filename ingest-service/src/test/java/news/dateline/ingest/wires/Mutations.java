package news.dateline.ingest.wires;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes bad files of good ones: bytes flipped, runs cut out, doubled or repeated many times, ends cut off, words of the
 * formats put in. The same number always makes the same file, so that a number that found a fault is kept as a seed.
 */
public final class Mutations {
    private static final String[] WORDS = {
        "<",
        ">",
        "&",
        "\"",
        "</newsItem>",
        "<newsItem>",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "&b;",
        "{",
        "}",
        "[",
        "]",
        "null",
        "-1",
        "99999999999999999999",
        "\\ud800",
        "\u0000",
        "\r\n",
        "WARC/1.0\r\n",
        "Content-Length: 99999999999\r\n",
        "Content-Length: -1\r\n",
        "Transfer-Encoding: chunked\r\n",
        "ffffffff\r\n",
        "Content-Encoding: br\r\n",
        "\uFEFF",
        "xml:lang=''",
        "<embargoed>",
        "<pubStatus qcode='stat:canceled'/>"
    };

    private Mutations() {}

    /** The numbers from 0, and those that once found a fault. */
    public static Stream<Integer> seeds(int count, int... kept) {
        return IntStream.concat(IntStream.range(0, count), Arrays.stream(kept)).boxed();
    }

    public static byte[] of(byte[] good, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bad = good.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && bad.length > 0; i++) {
            bad = changed(bad, random);
        }
        return bad;
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(40), bytes.length - at);
        return switch (random.nextInt(7)) {
            case 0 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> splice(bytes, at, length, new byte[0], 1);
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length), 1);
            case 4 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length), 1 + random.nextInt(2_000));
            default -> splice(bytes, at, 0, WORDS[random.nextInt(WORDS.length)].getBytes(UTF_8), 1);
        };
    }

    private static byte[] splice(byte[] bytes, int at, int cut, byte[] part, int times) {
        byte[] made = new byte[bytes.length - cut + part.length * times];
        System.arraycopy(bytes, 0, made, 0, at);
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, made, at + i * part.length, part.length);
        }
        System.arraycopy(bytes, at + cut, made, at + part.length * times, bytes.length - at - cut);
        return made;
    }
}
