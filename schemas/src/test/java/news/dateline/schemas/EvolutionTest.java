package news.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A consumer with the classes of release 1.0.0 reads what is written today, and today's classes read what it wrote. */
class EvolutionTest {
    private static FormerClasses former;

    @BeforeAll
    static void openTheFormerClasses() {
        former = FormerClasses.of("1.0.0");
    }

    @AfterAll
    static void closeThem() throws IOException {
        former.close();
    }

    @Test
    void aFieldThatCameLaterIsPassedOver() throws IOException, ClassNotFoundException {
        IndexedRecord read = readByFormerClasses(today());

        assertThat(read.getClass().getClassLoader()).isSameAs(former);
        assertThat(entity(read).getSchema().getField("origin")).isNull();
        assertThat(value(entity(read), "name")).isEqualTo("Oslo Harbour Summit");
        assertThat(value(read, "headline")).isEqualTo("Harbour bridge opens in Oslo");
    }

    @Test
    void anEnumSymbolThatCameLaterIsItsDefault() throws IOException, ClassNotFoundException {
        assertThat(value(entity(readByFormerClasses(today())), "type")).hasToString("OTHER");
    }

    @Test
    void whatAFormerProducerWroteIsReadWithDefaults() throws IOException {
        byte[] golden = Files.readAllBytes(Path.of("released", "1.0.0", "EnrichedArticle.single-object.avro"));

        EnrichedArticle read;
        try (Serde<EnrichedArticle> serde = AvroSerdes.singleObject().of(EnrichedArticle.class)) {
            read = serde.deserializer().deserialize("golden", golden);
        }

        assertThat(read.getEntities().get(0).getOrigin()).isEqualTo(TagOrigin.annotator);
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

    private static IndexedRecord entity(IndexedRecord article) {
        return (IndexedRecord) ((List<?>) value(article, "entities")).get(0);
    }

    private static Object value(IndexedRecord record, String field) {
        return ((GenericRecord) record).get(field);
    }
}
