package news.dateline.sink.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.dateline.sink.store.Database;

/** Searches the usable articles. Thread-safe. */
@Singleton
final class ArticleSearch {
    /**
     * No search keeps a connection for ever; compiling a query takes longer than most queries; and the planner, which
     * does not count what it takes to fetch a vector from outside its row, would read the table where much matches.
     */
    private static final String LIMITS =
            "SET LOCAL statement_timeout = '20s'; SET LOCAL jit = off; SET LOCAL enable_seqscan = off";

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
                Facets facets = Facets.count(connection, conditions);
                Optional<NearName> name = facets.total() == 0 && query.q() != null
                        ? NearName.find(connection, query.q())
                        : Optional.empty();
                if (name.isPresent()) {
                    conditions = conditions.withEntity(name.get().entityId());
                    facets = Facets.count(connection, conditions);
                    text = TextQueries.NONE;
                }
                Page page = facets.total() == 0
                        ? new Page(List.of(), null)
                        : Page.read(connection, query, text, conditions, facets);
                return SearchAnswer.of(
                        page, facets, query, name.map(NearName::name).orElse(null));
            });
        } finally {
            timer.record(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
