package news.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.dateline.RawArticle;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.schemas.wire.ReleasedSchemas;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evolution is FULL_TRANSITIVE: today's schemas read, and are read by, those of every released version. */
class ReleasedSchemasTest {
    static Stream<String> versions() {
        return ReleasedSchemas.versions().stream();
    }

    @Test
    void everyReleasedFolderIsListedAndCarriedByTheJar() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("released"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ReleasedSchemas.versions());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void todaysSchemasAreFullyCompatibleWithEveryRelease(String version) {
        for (Schema today : Schemas.all()) {
            Schema released = ReleasedSchemas.find(version, today.getName());
            assertThat(released == null ? "" : complaint(today, released, version))
                    .isEmpty();
        }
    }

    @Test
    void aBreakingChangeIsRefusedWithWhatToDo() {
        Schema released = ReleasedSchemas.find("1.0.0", "RawArticle");

        assertThat(complaint(copyWithout(released, "receivedAt"), released, "1.0.0"))
                .contains("RawArticle breaks with release 1.0.0")
                .contains("receivedAt")
                .contains("docs/how-to/change-a-schema.md");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void todaysClassesReadTheGoldenBytesOfEveryRelease(String version) throws IOException {
        for (SpecificRecord sample : SampleRecords.all()) {
            String name = sample.getSchema().getName();
            Path golden = Path.of("released", version, name + ".single-object.avro");
            if (ReleasedSchemas.find(version, name) == null) {
                continue; // a topic that came later
            }
            SpecificRecord read = decode(sample.getClass(), Files.readAllBytes(golden));
            JsonNode expected = json(Files.readString(Path.of("released", version, name + ".json")));
            assertHasAll(name, json(read.toString()), expected);
        }
    }

    /** What is read has every value of the release; later fields may stand beside them. */
    private static void assertHasAll(String path, JsonNode seen, JsonNode expected) {
        if (!expected.isContainerNode() || expected.isEmpty()) {
            assertThat(seen).as(path).isEqualTo(expected);
            return;
        }
        for (int i = 0; i < expected.size() && expected.isArray(); i++) {
            assertThat(seen.size()).as(path).isEqualTo(expected.size());
            assertHasAll(path + "[" + i + "]", seen.path(i), expected.get(i));
        }
        expected.fieldNames()
                .forEachRemaining(field -> assertHasAll(path + "." + field, seen.path(field), expected.get(field)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theNewestReleaseReadsBackExactly(String version) throws IOException {
        List<String> versions = ReleasedSchemas.versions();
        if (version.equals(versions.get(versions.size() - 1))) {
            for (SpecificRecord sample : SampleRecords.all()) {
                Path golden = Path.of("released", version, sample.getSchema().getName() + ".single-object.avro");
                assertThat(decode(sample.getClass(), Files.readAllBytes(golden)))
                        .isEqualTo(sample);
            }
        }
    }

    @Test
    void removingAFieldWithoutDefaultIsFound() {
        Schema today = RawArticle.getClassSchema();
        Schema without = copyWithout(today, "receivedAt");
        assertThat(breaks(without, today)).isNotEmpty();
    }

    @Test
    void removingAFieldWithDefaultIsNoBreak() {
        Schema today = RawArticle.getClassSchema();
        assertThat(breaks(copyWithout(today, "section"), today)).isEmpty();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    /** Empty if there is nothing to complain of. */
    private static String complaint(Schema today, Schema released, String version) {
        List<String> breaks = breaks(today, released);
        return breaks.isEmpty()
                ? ""
                : today.getName() + " breaks with release " + version
                        + ", so its consumers would fail. Give a new field a "
                        + "default; keep a field that had none; add enum symbols only where the enum has a default; take a "
                        + "new name in place of another type. docs/how-to/change-a-schema.md shows each. " + breaks;
    }

    private static List<String> breaks(Schema one, Schema other) {
        List<String> breaks = new ArrayList<>();
        for (Schema[] readerAndWriter : new Schema[][] {{one, other}, {other, one}}) {
            SchemaCompatibility.SchemaPairCompatibility pair =
                    SchemaCompatibility.checkReaderWriterCompatibility(readerAndWriter[0], readerAndWriter[1]);
            if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
                pair.getResult().getIncompatibilities().forEach(found -> breaks.add(Objects.toString(found)));
            }
        }
        return breaks;
    }

    private static Schema copyWithout(Schema schema, String field) {
        List<Schema.Field> kept = new ArrayList<>();
        for (Schema.Field candidate : schema.getFields()) {
            if (!candidate.name().equals(field)) {
                kept.add(new Schema.Field(candidate, candidate.schema()));
            }
        }
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
    }

    private static <T extends SpecificRecord> T decode(Class<T> type, byte[] bytes) {
        return AvroSerdes.singleObject().of(type).deserializer().deserialize("golden", bytes);
    }
}
