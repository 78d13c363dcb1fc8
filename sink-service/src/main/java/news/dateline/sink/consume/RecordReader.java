package news.dateline.sink.consume;

import com.microsoft.kiota.ApiException;
import io.vertx.core.VertxException;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import news.dateline.EnrichedArticle;
import news.dateline.Story;
import news.dateline.Trend;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
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
            if (isOutage(e)) {
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

    /** The registry's own trouble or its refusal of this client; not its word that there is no such schema. */
    private static boolean isTrouble(int status) {
        return status >= 500 || status == 401 || status == 403 || status == 408 || status == 429;
    }

    private static boolean isOutage(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SocketException
                    || e instanceof SocketTimeoutException
                    || e instanceof UnknownHostException
                    || e instanceof ClosedChannelException
                    || e instanceof TimeoutException
                    || e instanceof VertxException // the registry's client: a connection closed under it
                    || e instanceof ApiException answer && isTrouble(answer.getResponseStatusCode())) {
                return true;
            }
        }
        return false;
    }
}
