package news.dateline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.embedded.RealStack;
import news.dateline.embedded.TopicRecords;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that does not answer costs time and no record. */
class RegistryAwayIT {
    private static final byte[] OF_SCHEMA_7 = {0, 0, 0, 0, 7, 2, 3, 4};

    @TempDir
    Path state;

    @Test
    void aRecordWaitsForTheRegistryAndIsJudgedOnceItAnswers() throws Exception {
        AtomicInteger status = new AtomicInteger(503);
        AtomicInteger asked = new AtomicInteger();
        HttpServer registry = registry(status, asked);
        String key = UUID.randomUUID().toString();
        try (ApplicationContext context =
                enrich("http://127.0.0.1:" + registry.getAddress().getPort())) {
            assertThat(context.isRunning()).isTrue();
            produce(key);
            Awaitility.await()
                    .dontCatchUncaughtExceptions() // threads fail here on purpose
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(asked.get()).isGreaterThan(1));
            assertThat(deadLetters(key)).isEmpty();

            status.set(404); // it answers, and knows no such schema

            Awaitility.await()
                    .dontCatchUncaughtExceptions() // threads fail here on purpose
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(deadLetters(key)).hasSize(1));
            assertThat(deadLetters(key).get(0).value()).isEqualTo(OF_SCHEMA_7);
        } finally {
            registry.stop(0);
        }
    }

    private static HttpServer registry(AtomicInteger status, AtomicInteger asked) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            // At the start the service asks whether its own schemas are there, by Confluent's API.
            boolean atTheStart = exchange.getRequestURI().getPath().contains("/subjects/");
            if (!atTheStart) {
                asked.incrementAndGet();
            }
            byte[] body = ("{\"title\":\"no\",\"status\":" + status + ",\"name\":\"X\"}").getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(atTheStart ? 200 : status.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private ApplicationContext enrich(String registryUrl) {
        return EnrichService.configure(ApplicationContext.builder())
                .properties(Map.of(
                        "kafka.bootstrap.servers",
                        RealStack.get().bootstrapServers(),
                        "dateline.serde",
                        "registry",
                        "schema.registry.url",
                        registryUrl,
                        "dateline.enrich.port",
                        -1,
                        "dateline.enrich.state-dir",
                        state.toString()))
                .start();
    }

    private static void produce(String key) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealStack.get().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW, key.getBytes(UTF_8), OF_SCHEMA_7))
                    .get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(String key) {
        return TopicRecords.all(RealStack.get().bootstrapServers(), Topics.DEAD_LETTERS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .toList();
    }
}
