package news.dateline.sink.alerts;

import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.dateline.EnrichedArticle;
import news.dateline.schemas.json.ArticleJson;
import news.dateline.sink.matching.SearchMonitor;
import news.dateline.sink.store.ArticleWatch;
import news.dateline.sink.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The saved searches: kept in the database, matched in memory. Every instance looks for changes, its own at once.
 * Thread-safe.
 */
@Singleton
public final class SavedSearches implements ArticleWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SavedSearches.class);

    private static final String PUT = """
            INSERT INTO saved_searches (id, name, q, entity, topic, source, webhook, secret) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, q = excluded.q, entity = excluded.entity,
                topic = excluded.topic, source = excluded.source, webhook = excluded.webhook,
                secret = coalesce(excluded.secret, saved_searches.secret), changed_at = clock_timestamp(), deleted = false
            """;
    private static final String DELETE = """
            UPDATE saved_searches SET deleted = true, changed_at = clock_timestamp(), secret = NULL
            WHERE id = ? AND NOT deleted
            """;
    private static final String FORGET_ALERTS = "DELETE FROM alerts WHERE search_id = ?";
    // A transaction that was open while its changed_at passed is seen by looking back a little each time.
    private static final String CHANGED = "SELECT " + SavedSearch.COLUMNS + ", deleted, changed_at FROM saved_searches"
            + " WHERE changed_at > ?::timestamptz - interval '30 seconds' ORDER BY changed_at";
    private static final String LIST =
            "SELECT " + SavedSearch.COLUMNS + " FROM saved_searches WHERE NOT deleted AND id > ? ORDER BY id LIMIT ?";
    private static final String FIND =
            "SELECT " + SavedSearch.COLUMNS + " FROM saved_searches WHERE NOT deleted AND id = ?";

    private final Database database;
    private final SearchMonitor monitor;
    private final ScheduledExecutorService refresher =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "dateline-saved-searches"));
    private final Map<String, SavedSearch> known = new ConcurrentHashMap<>();
    private volatile boolean loaded;
    private OffsetDateTime seen = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    SavedSearches(Database database, SearchMonitor monitor, AlertSettings settings) {
        this.database = database;
        this.monitor = monitor;
        long pause = settings.refresh().toMillis();
        Future<?> unused = refresher.scheduleWithFixedDelay(this::refreshOrWait, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public List<String> searchesFor(EnrichedArticle article) throws SQLException {
        if (!loaded) {
            refresh();
        }
        return monitor.size() == 0 ? List.of() : monitor.match(ArticleJson.write(article));
    }

    /**
     * Puts a search.
     *
     * @param secret key of its webhook's signatures; null keeps the one that is there
     */
    void put(SavedSearch search, @Nullable String secret) throws SQLException {
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PUT)) {
                int parameter = 1;
                for (String value : new String[] {
                    search.id(),
                    search.name(),
                    search.q(),
                    search.entity(),
                    search.topic(),
                    search.source(),
                    search.webhook(),
                    secret
                }) {
                    statement.setString(parameter++, value);
                }
                return statement.executeUpdate();
            }
        });
        refresh();
    }

    /** Deletes a search and its alerts; gives whether there was one. */
    boolean delete(String id) throws SQLException {
        boolean deleted = database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DELETE);
                    PreparedStatement alerts = connection.prepareStatement(FORGET_ALERTS)) {
                statement.setString(1, id);
                alerts.setString(1, id);
                alerts.executeUpdate();
                return statement.executeUpdate() > 0;
            }
        });
        refresh();
        return deleted;
    }

    /** Searches in the order of their ids, behind one. */
    List<SavedSearch> list(String after, int limit) throws SQLException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LIST)) {
                statement.setString(1, after);
                statement.setInt(2, limit);
                return searches(statement);
            }
        });
    }

    /** A search as this instance knows it, without asking the database. */
    public Optional<SavedSearch> known(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** A search by its id. */
    Optional<SavedSearch> find(String id) throws SQLException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, id);
                return searches(statement).stream().findFirst();
            }
        });
    }

    private static List<SavedSearch> searches(PreparedStatement statement) throws SQLException {
        List<SavedSearch> searches = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                searches.add(SavedSearch.of(row));
            }
        }
        return searches;
    }

    private void refreshOrWait() {
        try {
            refresh();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("event=saved-searches-not-read", e); // the database is away; the readers say so
        }
    }

    private synchronized void refresh() throws SQLException {
        database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
                statement.setObject(1, seen);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        apply(SavedSearch.of(row), row.getBoolean("deleted"));
                        seen = row.getObject("changed_at", OffsetDateTime.class);
                    }
                }
            }
            return null;
        });
        loaded = true;
    }

    private void apply(SavedSearch search, boolean deleted) {
        if (deleted) {
            known.remove(search.id());
            monitor.remove(search.id());
        } else {
            known.put(search.id(), search);
            monitor.put(search.id(), search.q(), search.entity(), search.topic(), search.source());
        }
    }

    @PreDestroy
    void stop() {
        refresher.shutdownNow();
    }
}
