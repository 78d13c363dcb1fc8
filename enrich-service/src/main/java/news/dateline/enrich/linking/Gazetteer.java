package news.dateline.enrich.linking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What names stand for: places, persons and organisations with their identifiers, found by {@link NameKey}. It is one
 * file that {@code building.BuildGazetteer} writes: the records, the sorted keys of all names, and for each the place of
 * its record. The file is kept as it is and only what is looked up is decoded, so loading takes no longer than reading.
 * Immutable; one instance serves all threads. What is no such file is refused with an {@link IOException}.
 */
public final class Gazetteer {

    /** The first four bytes of a file. */
    public static final int MAGIC = 0x444C475A;

    /** In a reference: the name is not the usual one of the thing. */
    public static final int WEAK = 1 << 27;

    private static final int KIND = 28;
    private static final int OFFSET = WEAK - 1;

    private final String version;
    private final ByteBuffer records;
    private final LongBuffer keys;
    private final IntBuffer references;

    private Gazetteer(ByteBuffer in, String version) {
        this.version = version;
        int length = in.getInt();
        records = in.slice(in.position(), length);
        in.position(in.position() + length);
        int names = in.getInt();
        keys = in.slice(in.position(), names * Long.BYTES).asLongBuffer();
        references = in.slice(in.position() + names * Long.BYTES, names * Integer.BYTES)
                .asIntBuffer();
    }

    /** What a name may stand for. */
    public enum Kind {
        PLACE(0),
        PERSON(1),
        ORGANIZATION(2),
        DEMONYM(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** A reference to the record of this kind that begins at an offset among the records. */
        public int reference(int offset) {
            return code << KIND | offset;
        }
    }

    /** A record that bears a name; weak if it is not its usual name. */
    record Named<T>(T thing, boolean weak) {}

    /** The gazetteer that comes with the program under this name, or null if it was taken out. */
    static Gazetteer bundled(String name) {
        try (InputStream in = Gazetteer.class.getResourceAsStream(name)) {
            return in == null ? null : read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The gazetteer " + name + " cannot be read.", e);
        }
    }

    /** Reads a file; the stream is read to its end and not closed. */
    public static Gazetteer read(InputStream in) throws IOException {
        byte[] file = in.readAllBytes();
        ByteBuffer buffer = ByteBuffer.wrap(file);
        if (file.length < Integer.BYTES || buffer.getInt() != MAGIC) {
            throw new IOException("This is no gazetteer of this version of Dateline.");
        }
        try {
            return new Gazetteer(buffer, version(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("The gazetteer is damaged.", e);
        }
    }

    private static String version(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    /** The first eight hexadecimal digits of the SHA-256 of the file. */
    public String version() {
        return version;
    }

    List<Named<Place>> places(String name) {
        return find(name, Kind.PLACE, Gazetteer::place);
    }

    List<Named<Person>> persons(String name) {
        return find(name, Kind.PERSON, in -> new Person(in.getInt(), texts(in), in.getShort(), in.get() != 0));
    }

    List<Named<Organization>> organizations(String name) {
        return find(name, Kind.ORGANIZATION, in -> new Organization(in.getInt(), texts(in)));
    }

    /** The country whose people or adjective a word is. */
    List<Named<Place>> demonym(String word) {
        return find(word, Kind.DEMONYM, Gazetteer::place);
    }

    private static Place place(ByteBuffer in) {
        return new Place(
                Place.Kind.of(in.get()),
                in.getInt(),
                in.getInt(),
                text(in),
                text(in),
                in.getFloat(),
                in.getFloat(),
                in.getInt(),
                in.get() != 0);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.get()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static Set<String> texts(ByteBuffer in) {
        Set<String> texts = new HashSet<>();
        for (int left = in.get(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private <T> List<Named<T>> find(String name, Kind kind, Function<ByteBuffer, T> decode) {
        long key = NameKey.of(name);
        List<Named<T>> found = new ArrayList<>();
        for (int at = key == 0 ? keys.limit() : first(key); at < keys.limit() && keys.get(at) == key; at++) {
            int reference = references.get(at);
            if (reference >>> KIND == kind.code) {
                ByteBuffer record = records.duplicate().position(reference & OFFSET);
                found.add(new Named<>(decode.apply(record), (reference & WEAK) != 0));
            }
        }
        return found;
    }

    /** Where the key stands, or would stand, for the first time. */
    private int first(long key) {
        int low = 0;
        int high = keys.limit();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
