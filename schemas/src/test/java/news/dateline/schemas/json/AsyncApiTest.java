package news.dateline.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.dateline.schemas.SampleRecords;
import news.dateline.schemas.Schemas;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code asyncapi.yaml} says of the topics what the catalogue and the schemas say. */
class AsyncApiTest {
    private static final JsonNode API = read("/asyncapi.yaml");

    static Stream<Topic<?, ?>> topics() {
        return Topics.in(AvroSerdes.singleObject()).all().stream();
    }

    @Test
    void itsChannelsAreTheTopicsOfTheCatalogue() {
        List<String> addresses = new ArrayList<>();
        API.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").asText()));
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(topics().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aChannelHasThePolicyOfItsTopic(Topic<?, ?> topic) {
        Map<String, String> policy = new TreeMap<>();
        channel(topic.name())
                .at("/bindings/kafka/topicConfiguration")
                .properties()
                .forEach(setting -> policy.put(
                        setting.getKey(),
                        setting.getValue().isArray()
                                ? setting.getValue().path(0).asText()
                                : setting.getValue().asText()));
        assertThat(policy).isEqualTo(topic.config());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aMessageHasTheSchemaOfItsTopic(Topic<?, ?> topic) {
        Schema schema = Schemas.bySubject().get(topic.name() + "-value");
        JsonNode payload = message(topic.name()).path("payload");
        if (schema == null) {
            assertThat(payload.path("format").asText()).isEqualTo("binary");
            return;
        }
        JsonNode carried = read(payload.at("/schema/$ref").asText().replaceFirst("^\\.", ""));
        assertThat(new Schema.Parser().parse(carried.toString())).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void itsExamplesAreWhatTheRecordsLookLike(Topic<?, ?> topic) {
        List<JsonNode> seen = new ArrayList<>();
        message(topic.name()).path("examples").forEach(example -> seen.add(example.path("payload")));
        if (!Schemas.bySubject().containsKey(topic.name() + "-value")) {
            assertThat(seen).isNotEmpty();
            return;
        }
        List<String> expected = Stream.of(
                        SampleRecords.all().stream(), Stream.of(SampleRecords.kill(), SampleRecords.killed()))
                .flatMap(samples -> samples)
                .filter(sample -> sample.getSchema().equals(Schemas.bySubject().get(topic.name() + "-value")))
                .map(AsyncApiTest::json)
                .toList();
        assertThat(seen.stream().map(JsonNode::toPrettyString))
                .as("the payloads of the examples in asyncapi.yaml; copy them from here when a schema has changed")
                .containsExactlyElementsOf(expected);
    }

    private static String json(SpecificRecord record) {
        return AvroJson.write(record.getSchema(), record).toPrettyString();
    }

    private static JsonNode channel(String address) {
        for (JsonNode channel : API.path("channels")) {
            if (channel.path("address").asText().equals(address)) {
                return channel;
            }
        }
        throw new AssertionError("no channel of " + address);
    }

    private static JsonNode message(String address) {
        JsonNode reference = channel(address).path("messages").elements().next();
        return API.at(reference.path("$ref").asText().substring(1));
    }

    private static JsonNode read(String resource) {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError("The jar lacks " + resource, e);
        }
    }
}
