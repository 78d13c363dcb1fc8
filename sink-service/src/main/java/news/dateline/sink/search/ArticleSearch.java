package news.dateline.sink.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import news.dateline.sink.store.Database;

/** Searches the usable articles. Thread-safe. */
@Singleton
final class ArticleSearch {
    /** No search keeps a connection for ever; and compiling a query takes longer than most queries. */
    private static final String LIMITS = "SET LOCAL statement_timeout = '20s'; SET LOCAL jit = off";

    private final Database database;
    private final Timer timer;

    ArticleSearch(Database database, MeterRegistry registry) {
        this.database = database;
        this.timer = Timer.builder("dateline.sink.searches")
                .description("Time that a search takes in PostgreSQL")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** What was found; page and counts are of one state of the store. */
    SearchAnswer find(SearchQuery query) throws SQLException {
        long start = System.nanoTime();
        try {
            return database.read(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(LIMITS);
                }
                TextQueries text = query.q() == null ? TextQueries.NONE : TextQueries.parse(connection, query.q());
                Conditions conditions = Conditions.of(query, text);
                Page page = Page.read(connection, query, text, conditions);
                return SearchAnswer.of(page, Facets.count(connection, conditions), query);
            });
        } finally {
            timer.record(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
