package news.dateline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import news.dateline.EnrichedArticle;
import news.dateline.schemas.SampleRecords;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The Confluent wire format against a real registry; runs where a Docker engine answers. */
class RegistryWireFormatIT {
    private static GenericContainer<?> registry;

    @BeforeAll
    static void startRegistry() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        registry = new GenericContainer<>(DockerImageName.parse("apicurio/apicurio-registry:3.3.3"))
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/apis/registry/v3/system/info"));
        registry.start();
    }

    @AfterAll
    static void stopRegistry() {
        if (registry != null) {
            registry.stop();
        }
    }

    @Test
    void aReaderThatKnowsOnlyTheIdAndTheRegistryReadsOurBytes() throws IOException, InterruptedException {
        byte[] bytes = write();
        assertThat(bytes[0]).isZero();
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        String answer = get("/apis/ccompat/v7/schemas/ids/" + id);
        Schema schema = new Schema.Parser()
                .parse(new ObjectMapper().readTree(answer).path("schema").asText());
        GenericRecord record = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
        assertThat(record.get("headline")).hasToString("Harbour bridge opens in Oslo");
    }

    @Test
    void whatIsWrittenIsRead() {
        try (Serde<EnrichedArticle> serde = AvroSerdes.registry(url(), false).of(EnrichedArticle.class)) {
            assertThat(serde.deserializer().deserialize("news.articles.enriched.v1", write()))
                    .isEqualTo(SampleRecords.enriched());
        }
    }

    @Test
    void theSameSchemaIsRegisteredOnceAndThenKnown() {
        SchemaRegistry schemas = new SchemaRegistry(url());
        int first = schemas.register("harbour-value", EnrichedArticle.getClassSchema());
        int second = schemas.register("harbour-value", EnrichedArticle.getClassSchema());
        assertThat(second).isEqualTo(first);
        assertThatCode(() -> schemas.require("harbour-value", EnrichedArticle.getClassSchema()))
                .doesNotThrowAnyException();
    }

    @Test
    void aSchemaThatDoesNotFitIsRefusedAndNotKnown() {
        SchemaRegistry schemas = new SchemaRegistry(url());
        schemas.register("bridge-value", bridge("string"));
        schemas.holdFullTransitive("bridge-value");

        assertThatThrownBy(() -> schemas.register("bridge-value", bridge("int")))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("bridge-value");
        assertThatThrownBy(() -> schemas.require("bridge-value", bridge("int")))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("setup");
    }

    private static Schema bridge(String typeOfLength) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Bridge\",\"fields\":[{\"name\":\"length\",\"type\":\""
                        + typeOfLength + "\"}]}");
    }

    private static byte[] write() {
        try (Serde<EnrichedArticle> serde = AvroSerdes.registry(url(), true).of(EnrichedArticle.class)) {
            return serde.serializer().serialize("news.articles.enriched.v1", SampleRecords.enriched());
        }
    }

    private static String url() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(8080);
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
