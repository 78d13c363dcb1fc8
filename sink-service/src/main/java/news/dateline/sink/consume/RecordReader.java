package news.dateline.sink.consume;

import jakarta.inject.Singleton;
import news.dateline.EnrichedArticle;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.schemas.wire.RegistryOutage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Decodes the records of the enriched topic. Thread-safe. */
@Singleton
final class RecordReader {
    private final Deserializer<EnrichedArticle> values;

    RecordReader(AvroSerdes serdes) {
        values = Topics.in(serdes).enriched().value().deserializer();
    }

    /**
     * Reads one record.
     *
     * @throws Unavailable if the schema registry does not answer
     */
    Reading read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return new Reading.Tombstone(record);
        }
        try {
            EnrichedArticle article = values.deserialize(record.topic(), record.value());
            Storable.check(article);
            return new Reading.Article(record, article);
        } catch (InvalidArticleException e) {
            return new Reading.Poison(record, e);
        } catch (RuntimeException e) {
            if (RegistryOutage.caused(e)) {
                throw new Unavailable("The schema registry does not answer", e);
            }
            return new Reading.Poison(record, e);
        }
    }
}
