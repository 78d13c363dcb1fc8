package news.dateline.sink.consume;

import jakarta.inject.Singleton;
import news.dateline.EnrichedArticle;
import news.dateline.Story;
import news.dateline.Trend;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.schemas.wire.RegistryOutage;
import news.dateline.sink.store.FailedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Decodes the records of the topics that the sink reads. Thread-safe. */
@Singleton
final class RecordReader {
    private final Deserializer<EnrichedArticle> values;
    private final Deserializer<Story> stories;
    private final Deserializer<Trend> trends;

    RecordReader(AvroSerdes serdes) {
        Topics topics = Topics.in(serdes);
        values = topics.enriched().value().deserializer();
        stories = topics.stories().value().deserializer();
        trends = topics.trends().value().deserializer();
    }

    /**
     * Reads one record.
     *
     * @throws Unavailable if the schema registry does not answer
     */
    Reading read(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.DEAD_LETTERS)) {
            return new Reading.Failure(record, FailedRecord.of(record));
        }
        if (record.value() == null) {
            return new Reading.Tombstone(record);
        }
        try {
            return decoded(record);
        } catch (InvalidArticleException e) {
            return new Reading.Poison(record, e);
        } catch (RuntimeException e) {
            if (RegistryOutage.caused(e)) {
                throw new Unavailable("The schema registry does not answer", e);
            }
            return new Reading.Poison(record, e);
        }
    }

    private Reading decoded(ConsumerRecord<byte[], byte[]> record) {
        switch (record.topic()) {
            case Topics.STORIES -> {
                Story story = stories.deserialize(record.topic(), record.value());
                Storable.checkTexts(story);
                return new Reading.StoryState(record, story);
            }
            case Topics.TRENDS -> {
                Trend trend = trends.deserialize(record.topic(), record.value());
                Storable.checkTexts(trend);
                return new Reading.TrendCount(record, trend);
            }
            default -> {
                EnrichedArticle article = values.deserialize(record.topic(), record.value());
                Storable.check(article);
                return new Reading.Article(record, article);
            }
        }
    }
}
