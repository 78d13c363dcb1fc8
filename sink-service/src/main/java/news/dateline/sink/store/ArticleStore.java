package news.dateline.sink.store;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes enriched articles. What is stored depends on the set of records alone, not on their order or number: per
 * article the kills, the versions since the last kill, and the newest of them with its tags. Thread-safe.
 */
@Singleton
public final class ArticleStore {
    private final Database database;
    private final ArticleWatch watch;
    private final Failpoints failpoints;

    ArticleStore(Database database, ArticleWatch watch, Failpoints failpoints) {
        this.database = database;
        this.watch = watch;
        this.failpoints = failpoints;
    }

    /**
     * What a batch did.
     *
     * @param current articles whose newest version came with it
     * @param kills kills that were in it
     * @param stale records that were stored already or lie before a kill; or history, added behind a newer version
     */
    public record Written(int current, int kills, int stale) {}

    /**
     * Stores a batch and moves the offsets on, in one transaction.
     *
     * @param batch what was read
     * @param steps how far each partition is read
     *
     * @throws OffsetMovedException if another reader has moved an offset; nothing is stored
     * @throws SQLException see {@link SqlTrouble}; nothing is stored
     */
    public Written write(Batch batch, Map<TopicPartition, Step> steps) throws SQLException {
        List<EnrichedArticle> records = batch.articles();
        return database.write(connection -> {
            failpoints.pass(Failpoint.TRANSACTION_BEGUN);
            Offsets.advance(connection, steps);
            failpoints.pass(Failpoint.OFFSETS_MOVED);
            DeadLetterRows.lock(connection, articlesOf(records, batch.failed()));
            Written written = records.isEmpty() ? new Written(0, 0, 0) : write(connection, records);
            DeadLetterRows.add(connection, batch.failed());
            StoryRows.put(connection, batch.stories(), batch.trends());
            failpoints.pass(Failpoint.TRANSACTION_COMPLETE);
            return written;
        });
    }

    /** Articles whose kill and whose failures must not pass each other unseen. */
    private static Set<String> articlesOf(List<EnrichedArticle> records, List<FailedRecord> failed) {
        Set<String> ids = new HashSet<>();
        records.stream().filter(r -> r.getStatus() == PubStatus.canceled).forEach(r -> ids.add(r.getId()));
        failed.stream().map(FailedRecord::articleId).filter(Objects::nonNull).forEach(ids::add);
        return ids;
    }

    private Written write(Connection connection, List<EnrichedArticle> records) throws SQLException {
        Map<Boolean, List<EnrichedArticle>> byKill =
                records.stream().collect(partitioningBy(r -> r.getStatus() == PubStatus.canceled));
        List<EnrichedArticle> kills = byKill.get(true);
        Sources.name(connection, records);
        Set<String> touched = new HashSet<>(Kills.write(connection, kills));
        failpoints.pass(Failpoint.KILLS_WRITTEN);
        List<EnrichedArticle> versions = Kills.survivors(connection, byKill.get(false));
        Versions.write(connection, versions);
        List<EnrichedArticle> current = Articles.write(connection, versions);
        failpoints.pass(Failpoint.ARTICLES_WRITTEN);
        ArticleTopics.replace(connection, current);
        SearchIndex.replace(connection, current);
        failpoints.pass(Failpoint.INDEX_WRITTEN);
        AlertRows.match(connection, watch, current);
        failpoints.pass(Failpoint.ALERTS_WRITTEN);
        touched.addAll(Entities.replace(connection, current));
        Entities.describeAgain(connection, touched);
        return new Written(current.size(), kills.size(), records.size() - current.size() - kills.size());
    }
}
