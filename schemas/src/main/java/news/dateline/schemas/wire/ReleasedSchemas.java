package news.dateline.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.schemas.Schemas;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/** The schemas of every released version, as the jar carries them under {@code released/VERSION/}. */
public final class ReleasedSchemas {
    /** Oldest first; a release adds itself here. */
    private static final List<String> VERSIONS = List.of("0.1.0", "1.0.0");

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

    private ReleasedSchemas() {}

    /** The released versions, oldest first. */
    public static List<String> versions() {
        return VERSIONS;
    }

    /**
     * One released schema.
     *
     * @return null if that version had no such schema
     */
    public static Schema find(String version, String name) {
        String resource = "/released/" + version + "/" + name + ".avsc";
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream(resource)) {
            return in == null ? null : new Schema.Parser().parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /**
     * The schema, today's or a released one, that single-object records name by this fingerprint.
     *
     * @param fingerprint the eight bytes as they stand in the record, in hexadecimal
     */
    public static Optional<Schema> byFingerprint(String fingerprint) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(fingerprint)).order(ByteOrder.LITTLE_ENDIAN);
        return Optional.ofNullable(store().findByFingerprint(bytes.getLong()));
    }

    static SchemaStore.Cache store() {
        SchemaStore.Cache cache = new SchemaStore.Cache();
        for (Schema schema : Schemas.all()) {
            cache.addSchema(schema);
            for (String version : VERSIONS) {
                Schema released = find(version, schema.getName());
                if (released != null) {
                    cache.addSchema(released);
                }
            }
        }
        return cache;
    }
}
