package news.dateline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import news.dateline.EnrichedArticle;
import news.dateline.schemas.SampleRecords;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryOutageTest {
    private static final byte[] OF_SCHEMA_7 = {0, 0, 0, 0, 7, 2, 3, 4};

    @Test
    void registryThatIsAwayIsAnOutageForReadersAndWriters() {
        try (Serde<EnrichedArticle> serde = serde("http://127.0.0.1:1")) {
            assertThat(RegistryOutage.caused(reading(serde))).isTrue();
            assertThat(RegistryOutage.caused(
                            catchThrowable(() -> serde.serializer().serialize("t", SampleRecords.enriched()))))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 401, 403, 429})
    void registryInTroubleIsAnOutage(int status) throws IOException {
        assertThat(RegistryOutage.caused(readingFrom(status))).isTrue();
    }

    @Test
    void registryThatKnowsNoSuchSchemaIsNone() throws IOException {
        assertThat(RegistryOutage.caused(readingFrom(404))).isFalse();
    }

    @Test
    void bytesThatAreNoAvroAreNoOutage() {
        try (Serde<EnrichedArticle> serde = AvroSerdes.singleObject().of(EnrichedArticle.class)) {
            assertThat(RegistryOutage.caused(reading(serde))).isFalse();
        }
    }

    private static Throwable readingFrom(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = ("{\"title\":\"no\",\"status\":" + status + ",\"name\":\"X\"}").getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (Serde<EnrichedArticle> serde =
                serde("http://127.0.0.1:" + server.getAddress().getPort())) {
            return reading(serde);
        } finally {
            server.stop(0);
        }
    }

    private static Throwable reading(Serde<EnrichedArticle> serde) {
        Throwable failure = catchThrowable(() -> serde.deserializer().deserialize("t", OF_SCHEMA_7));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Serde<EnrichedArticle> serde(String url) {
        return AvroSerdes.registry(url, false).of(EnrichedArticle.class);
    }
}
