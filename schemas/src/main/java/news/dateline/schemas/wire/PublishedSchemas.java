package news.dateline.schemas.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/**
 * Schemas by fingerprint, for readers of single-object records whose writer may be newer than they are: this jar's own
 * first, then what a service publishes at {@code /avro/FINGERPRINT.avsc}. What was found is kept. Thread-safe.
 */
final class PublishedSchemas implements SchemaStore {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final SchemaStore.Cache known = ReleasedSchemas.store();
    private final URI service;

    /** @param service base address of any of Dateline's services */
    PublishedSchemas(URI service) {
        this.service = service;
    }

    /** Null if the service does not know it either. */
    @Override
    public Schema findByFingerprint(long fingerprint) {
        Schema schema = known.findByFingerprint(fingerprint);
        if (schema == null) {
            schema = ask(fingerprint);
            if (schema != null) {
                known.addSchema(schema);
            }
        }
        return schema;
    }

    private Schema ask(long fingerprint) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(fingerprint)
                .array();
        URI address = service.resolve("/avro/" + HexFormat.of().formatHex(bytes) + ".avsc");
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(address).timeout(TIMEOUT).build(), BodyHandlers.ofString());
            if (answer.statusCode() == 404) {
                return null;
            }
            if (answer.statusCode() != 200) {
                throw new ConnectException("Answer " + answer.statusCode());
            }
            return new Schema.Parser().parse(answer.body());
        } catch (IOException e) {
            throw new AvroRuntimeException("No service tells the schema at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AvroRuntimeException("Interrupted while asking for the schema at " + address, e);
        }
    }
}
