package news.dateline.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import news.dateline.EnrichedArticle;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.sink.Wire;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    private static final byte[] CONFLUENT = {0, 0, 0, 0, 7, 2, 3, 4};

    private final RecordReader reader = new RecordReader(AvroSerdes.singleObject());

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(Topics.ENRICHED, 0, 5, new byte[] {1}, value);
    }

    private static byte[] bytes(EnrichedArticle article) {
        return AvroSerdes.singleObject().of(EnrichedArticle.class).serializer().serialize(Topics.ENRICHED, article);
    }

    @Test
    void articleIsReadable() {
        EnrichedArticle article = Wire.article("a", 1, "s").build();

        assertThat(reader.read(record(bytes(article))))
                .isInstanceOfSatisfying(
                        Reading.Article.class, r -> assertThat(r.article()).isEqualTo(article));
    }

    @Test
    void recordWithoutValueIsATombstone() {
        assertThat(reader.read(record(null))).isInstanceOf(Reading.Tombstone.class);
    }

    @Test
    void anythingElseIsPoison() {
        byte[] cut = java.util.Arrays.copyOf(bytes(Wire.article("a", 1, "s").build()), 40);
        for (byte[] value : new byte[][] {{}, {0}, CONFLUENT, cut, "text".getBytes(StandardCharsets.UTF_8)}) {
            assertThat(reader.read(record(value))).isInstanceOf(Reading.Poison.class);
        }
    }

    @Test
    void articleThatBreaksARuleIsPoisonWithTheReason() {
        byte[] value = bytes(Wire.article("a", 1, "s").setHeadline("zero\0").build());

        assertThat(reader.read(record(value)))
                .isInstanceOfSatisfying(
                        Reading.Poison.class,
                        p -> assertThat(p.error())
                                .isInstanceOf(InvalidArticleException.class)
                                .hasMessageContaining("U+0000"));
    }

    @Test
    void registryThatIsAwayIsWaitedFor() {
        RecordReader registry = new RecordReader(AvroSerdes.registry("http://127.0.0.1:1", false));

        assertThatThrownBy(() -> registry.read(record(CONFLUENT))).isInstanceOf(Unavailable.class);
    }

    @Test
    void registryInTroubleIsWaitedForAndUnknownSchemaIsPoison() throws IOException {
        int[] status = {500};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body =
                    ("{\"title\":\"no\",\"status\":" + status[0] + ",\"name\":\"X\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status[0], body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            RecordReader registry = new RecordReader(AvroSerdes.registry(
                    "http://127.0.0.1:" + server.getAddress().getPort(), false));

            assertThatThrownBy(() -> registry.read(record(CONFLUENT))).isInstanceOf(Unavailable.class);
            status[0] = 503;
            assertThatThrownBy(() -> registry.read(record(CONFLUENT))).isInstanceOf(Unavailable.class);
            status[0] = 404;
            assertThat(registry.read(record(CONFLUENT))).isInstanceOf(Reading.Poison.class);
        } finally {
            server.stop(0);
        }
    }
}
