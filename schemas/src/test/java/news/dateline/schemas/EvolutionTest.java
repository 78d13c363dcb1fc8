package news.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.TagOrigin;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer with the classes of release 1.0.0 reads what is written today, and today's classes read what it wrote. */
class EvolutionTest {
    @TempDir
    static Path folder;

    private static FormerClasses former;

    @BeforeAll
    static void compileTheFormerClasses() throws IOException {
        former = FormerClasses.of("1.0.0", folder);
    }

    @Test
    void aFieldThatCameLaterIsPassedOver() throws IOException, ClassNotFoundException {
        IndexedRecord read = readByFormerClasses(today());

        assertThat(read.getClass().getClassLoader()).isSameAs(former);
        assertThat(read.getSchema().getField("modelHashes")).isNull();
        assertThat(value(read, "headline")).isEqualTo("Harbour bridge opens in Oslo");
        assertThat(value(read, "models")).isEqualTo(today().getModels());
    }

    @Test
    void anEnumSymbolThatCameLaterIsItsDefault() throws IOException, ClassNotFoundException {
        IndexedRecord entity = (IndexedRecord) ((List<?>) value(readByFormerClasses(today()), "entities")).get(0);

        assertThat(value(entity, "type")).hasToString("OTHER");
        assertThat(value(entity, "name")).isEqualTo("Oslo Harbour Summit");
        assertThat(entity.getSchema().getField("origin")).isNull();
    }

    @Test
    void whatAFormerProducerWroteIsReadWithDefaults() throws IOException {
        byte[] golden = Files.readAllBytes(Path.of("released", "1.0.0", "EnrichedArticle.single-object.avro"));

        EnrichedArticle read;
        try (Serde<EnrichedArticle> serde = AvroSerdes.singleObject().of(EnrichedArticle.class)) {
            read = serde.deserializer().deserialize("golden", golden);
        }

        assertThat(read.getEntities().get(0).getOrigin()).isEqualTo(TagOrigin.annotator);
        assertThat(read.getModelHashes()).isEmpty();
    }

    /** An article that makes use of what is newer than release 1.0.0. */
    private static EnrichedArticle today() {
        EnrichedArticle article = SampleRecords.enriched();
        Entity summit = Entity.newBuilder(article.getEntities().get(0))
                .setType(EntityType.EVENT)
                .setName("Oslo Harbour Summit")
                .setOrigin(TagOrigin.editor)
                .build();
        article.setEntities(List.of(summit));
        article.setModelHashes(Map.of("topics", "0f"));
        return article;
    }

    /** As a stock deserializer does it: the writer's schema by its id, the reader's from the consumer's own class. */
    private static IndexedRecord readByFormerClasses(EnrichedArticle article)
            throws IOException, ClassNotFoundException {
        byte[] bytes;
        try (Serde<EnrichedArticle> serde = AvroSerdes.singleObject().of(EnrichedArticle.class)) {
            bytes = serde.serializer().serialize("today", article);
        }
        SchemaStore.Cache schemas = new SchemaStore.Cache();
        schemas.addSchema(EnrichedArticle.getClassSchema());
        SpecificData model = new SpecificData(former);
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        return new BinaryMessageDecoder<IndexedRecord>(model, former.schema("EnrichedArticle"), schemas).decode(bytes);
    }

    private static Object value(IndexedRecord record, String field) {
        return ((GenericRecord) record).get(field);
    }
}
