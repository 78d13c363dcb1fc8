package news.dateline.sink.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.schemas.json.ArticleJson;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.schemas.wire.RegistryOutage;
import news.dateline.sink.matching.Matchable;
import news.dateline.sink.matching.Matching;
import news.dateline.sink.store.Database;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records of the enriched topic as events of the stream. Thread-safe. */
@Singleton
final class EventReader {
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEFORE = """
            SELECT article FROM article_versions WHERE article_id = ? AND version < ? ORDER BY version DESC LIMIT 1
            """;

    private final Deserializer<EnrichedArticle> values;
    private final Matching matching;
    private final Database database;

    EventReader(AvroSerdes serdes, Matching matching, Database database) {
        this.values = Topics.in(serdes).enriched().value().deserializer();
        this.matching = matching;
        this.database = database;
    }

    /**
     * The article of a record; none where there is no value or it cannot be read: the sink's reader dead-letters those.
     *
     * @throws KafkaException if the schema registry does not answer
     */
    Optional<EnrichedArticle> article(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            EnrichedArticle article = values.deserialize(record.topic(), record.value());
            return article.getId() == null || article.getStatus() == null ? Optional.empty() : Optional.of(article);
        } catch (RuntimeException e) {
            if (RegistryOutage.caused(e)) {
                throw new KafkaException("The schema registry does not answer", e);
            }
            LOG.debug("event=unreadable record={}-{}@{}", record.topic(), record.partition(), record.offset(), e);
            return Optional.empty();
        }
    }

    /**
     * What a record tells.
     *
     * @param id the place after it
     * @param known an earlier version of the article, where it is at hand
     */
    WireEvent event(
            ConsumerRecord<byte[], byte[]> record,
            EnrichedArticle article,
            EventId id,
            Function<String, Optional<WireEvent>> known) {
        String articleId = article.getId();
        int version = article.getVersion();
        if (article.getStatus() == PubStatus.canceled) {
            String data = kill(article);
            return new WireEvent(
                    id,
                    record.partition(),
                    record.offset(),
                    WireEvent.Kind.KILL,
                    articleId,
                    version,
                    null,
                    () -> null,
                    () -> data);
        }
        ObjectNode json = ArticleJson.write(article);
        Optional<WireEvent> earlier = known.apply(articleId);
        boolean first = version == 1
                || earlier.map(WireEvent::kind)
                        .filter(WireEvent.Kind.KILL::equals)
                        .isPresent();
        Supplier<Matchable> before =
                earlier.<Supplier<Matchable>>map(event -> event::now).orElseGet(() -> () -> stored(articleId, version));
        return new WireEvent(
                id,
                record.partition(),
                record.offset(),
                first ? WireEvent.Kind.ARTICLE : WireEvent.Kind.CORRECTION,
                articleId,
                version,
                matching.article(json),
                before,
                json::toString);
    }

    /** Whether nobody is to hear of it: an article that was withheld from the start. */
    static boolean isHidden(EnrichedArticle article) {
        return article.getStatus() == PubStatus.withheld && article.getVersion() == 1;
    }

    private static String kill(EnrichedArticle article) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("id", article.getId()).put("version", article.getVersion());
        return data.put("status", "canceled").put("reason", article.getReason()).toString();
    }

    private Matchable stored(String articleId, int version) {
        try {
            return database.read(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
                    statement.setString(1, articleId);
                    statement.setInt(2, version);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? matching.article(JSON.readTree(row.getString(1))) : null;
                    }
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("A stored article is not JSON", e);
                }
            });
        } catch (SQLException e) {
            LOG.debug("event=earlier-version-unknown article={} version={}", articleId, version, e);
            return null; // the database is away: the correction is sent where its new version matches
        }
    }
}
