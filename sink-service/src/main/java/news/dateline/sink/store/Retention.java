package news.dateline.sink.store;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is older than it is to be kept, a few hundred articles a transaction. It is no kill: an article that
 * comes again is stored again. Started with the server; several instances may do it at once.
 */
@Singleton
final class Retention implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 200;

    private static final String OLD_ARTICLES = """
            SELECT id FROM articles WHERE received_at < now() - ? * interval '1 second'
            ORDER BY received_at LIMIT %d FOR UPDATE SKIP LOCKED
            """.formatted(BATCH);
    private static final String REMOVE = "DELETE FROM %s WHERE article_id = ANY (?::text[])";
    private static final List<String> TABLES =
            List.of("article_versions", "mentions", "article_topics", "article_index", "alerts");
    private static final String REMOVE_ENTITIES = REMOVE.formatted("article_entities") + " RETURNING entity_id";
    private static final String REMOVE_ARTICLES = "DELETE FROM articles WHERE id = ANY (?::text[])";
    private static final String OLD = "DELETE FROM %s < now() - ? * interval '1 second'";
    private static final List<Column<String>> ID = List.of(Column.text(id -> id));

    private final Database database;
    private final RetentionSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "dateline-retention"));

    Retention(Database database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        long pause = settings.pause().toMillis();
        Future<?> unused = thread.scheduleWithFixedDelay(this::run, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            remove("dead_letters WHERE failed_at", settings.deadLetters());
            remove("alerts WHERE state <> 'waiting' AND created_at", settings.alerts());
            remove("trends WHERE window_start", settings.trends());
            int removed = settings.articles() == null ? 0 : BATCH;
            while (removed == BATCH && !thread.isShutdown()) {
                removed = database.write(this::removeArticles);
            }
        } catch (SQLException e) {
            LOG.debug("event=retention-waits", e); // the database is away, or a writer was first: next time
        } catch (RuntimeException e) {
            LOG.error("event=retention-failed", e);
        }
    }

    private void remove(String what, Duration kept) throws SQLException {
        int removed = database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OLD.formatted(what))) {
                statement.setLong(1, kept.toSeconds());
                return statement.executeUpdate();
            }
        });
        if (removed > 0) {
            LOG.info("event=retention rows={} table={}", removed, what.substring(0, what.indexOf(' ')));
        }
    }

    private int removeArticles(Connection connection) throws SQLException {
        List<String> ids;
        try (PreparedStatement statement = connection.prepareStatement(OLD_ARTICLES)) {
            statement.setLong(1, settings.articles().toSeconds());
            ids = strings(statement);
        }
        for (String table : TABLES) {
            Column.execute(connection, REMOVE.formatted(table), ID, ids);
        }
        List<String> entities;
        try (PreparedStatement statement = connection.prepareStatement(REMOVE_ENTITIES)) {
            Column.bind(statement, ID, ids);
            entities = strings(statement);
        }
        Column.execute(connection, REMOVE_ARTICLES, ID, ids);
        Entities.describeAgain(connection, entities.stream().distinct().toList());
        return ids.size();
    }

    private static List<String> strings(PreparedStatement statement) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
