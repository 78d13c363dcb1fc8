package news.dateline.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.dateline.schemas.Schemas;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/** The schemas of every released version, as the jar carries them under {@code released/VERSION/}. */
public final class ReleasedSchemas {
    /** Oldest first; a release adds itself here. */
    private static final List<String> VERSIONS = List.of("0.1.0", "1.0.0");

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

    static SchemaStore store() {
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
