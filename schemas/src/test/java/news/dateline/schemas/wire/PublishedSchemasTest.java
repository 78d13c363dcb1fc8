package news.dateline.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.dateline.Feed;
import news.dateline.schemas.SampleRecords;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader that is older than the writer asks a service for the writer's schema. */
class PublishedSchemasTest {
    /** A release to come: another field. */
    private static final Schema NEWER = new Schema.Parser()
            .parse(Feed.getClassSchema()
                    .toString()
                    .replaceFirst(
                            "\"fields\":\\[",
                            "\"fields\":[{\"name\":\"colour\",\"type\":\"string\",\"default\":\"\"},"));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void whatANewerVersionWroteIsReadAndItsSchemaAskedForOnce() throws IOException, NoSuchAlgorithmException {
        answer(200, NEWER.toString());
        try (Serde<Feed> serde = serde()) {
            Feed first = serde.deserializer().deserialize("t", newer());
            serde.deserializer().deserialize("t", newer());

            assertThat(first.getId()).isEqualTo(SampleRecords.feed().getId());
        }
        byte[] fingerprint = SchemaNormalization.parsingFingerprint("CRC-64-AVRO", NEWER);
        assertThat(asked).containsExactly("/avro/" + HexFormat.of().formatHex(fingerprint) + ".avsc");
    }

    @Test
    void aSchemaThatNobodyKnowsIsAPoisonRecord() throws IOException {
        answer(404, "{}");
        assertThat(RegistryOutage.caused(reading())).isFalse();
    }

    @Test
    void aServiceThatIsAwayIsAnOutage() throws IOException {
        service.stop(0);
        assertThat(RegistryOutage.caused(reading())).isTrue();
    }

    private Throwable reading() throws IOException {
        try (Serde<Feed> serde = serde()) {
            byte[] bytes = newer();
            Throwable failure = catchThrowable(() -> serde.deserializer().deserialize("t", bytes));
            assertThat(failure).isInstanceOf(SerializationException.class);
            return failure;
        }
    }

    private Serde<Feed> serde() {
        return AvroSerdes.singleObject(
                        URI.create("http://127.0.0.1:" + service.getAddress().getPort()))
                .of(Feed.class);
    }

    private void answer(int status, String body) {
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static byte[] newer() throws IOException {
        GenericData.Record feed = new GenericRecordBuilder(NEWER)
                .set("id", SampleRecords.feed().getId())
                .set("url", "https://harbour.example/feed.xml")
                .set("interval", "PT5M")
                .build();
        ByteBuffer bytes = new BinaryMessageEncoder<GenericData.Record>(new GenericData(), NEWER).encode(feed);
        byte[] record = new byte[bytes.remaining()];
        bytes.get(record);
        return record;
    }
}
