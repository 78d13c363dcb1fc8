package news.dateline.sink.rebuild;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import news.dateline.schemas.topics.Topics;
import news.dateline.sink.SinkService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Fills a new store from the topics, beside the one that serves, and puts it in its place: a second sink writes into
 * schema {@value #NEXT} of the same database until it has read everything; then one transaction moves the tables. The
 * running sink finds other offsets than it knows and goes on from those, so nothing is lost or doubled; searches wait
 * for the moment that the move takes. What the topics do not keep is taken over from the old store: earlier versions of
 * articles that are not killed, saved searches with their alerts, what was done with dead letters. Belongs to its caller;
 * one at a time for a database.
 */
public final class Rebuild {
    private static final String NEXT = "dateline_next";
    private static final int MOST_TRIES = 5;
    private static final long POLL_MILLIS = 300;

    // The same order of tables as the sink's transactions begin with: writers wait there.
    private static final List<String> SWITCH = List.of(
            "LOCK TABLE public.consumer_offsets IN ACCESS EXCLUSIVE MODE",
            """
            INSERT INTO dateline_next.article_versions (article_id, version, received_at, article)
            SELECT old.article_id, old.version, old.received_at, old.article FROM public.article_versions AS old
            JOIN dateline_next.articles AS a ON a.id = old.article_id AND old.version < a.version
            WHERE NOT EXISTS (SELECT FROM dateline_next.kills AS k
                WHERE k.article_id = old.article_id AND k.version > old.version)
            ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO dateline_next.kills SELECT * FROM public.kills ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO dateline_next.dead_letters SELECT * FROM public.dead_letters
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at,
                discard_reason = excluded.discard_reason, replayed_partition = excluded.replayed_partition,
                replayed_offset = excluded.replayed_offset, record_value = excluded.record_value,
                header_names = excluded.header_names, header_values = excluded.header_values
            """,
            "INSERT INTO dateline_next.saved_searches SELECT * FROM public.saved_searches ON CONFLICT DO NOTHING",
            "INSERT INTO dateline_next.alerts OVERRIDING SYSTEM VALUE SELECT * FROM public.alerts ON CONFLICT DO NOTHING",
            """
            SELECT setval(pg_get_serial_sequence('dateline_next.alerts', 'id'),
                greatest(1, (SELECT max(id) FROM dateline_next.alerts)))
            """,
            """
            DO $$
            DECLARE
                move record;
                step text;
            BEGIN
                CREATE SCHEMA dateline_old;
                FOR move IN SELECT * FROM (VALUES (1, 'public', 'dateline_old'), (2, 'dateline_next', 'public'))
                    AS moves (no, origin, target) ORDER BY no
                LOOP
                    FOR step IN
                        SELECT format('ALTER %s %I.%I SET SCHEMA %I',
                            CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END,
                            move.origin, relname, move.target)
                        FROM pg_class WHERE relnamespace = move.origin::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
                            AND NOT EXISTS (SELECT FROM pg_depend
                                WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype IN ('a', 'i', 'e'))
                        UNION ALL
                        SELECT format('ALTER FUNCTION %s SET SCHEMA %I', oid::regprocedure, move.target)
                        FROM pg_proc WHERE pronamespace = move.origin::regnamespace
                            AND NOT EXISTS (SELECT FROM pg_depend
                                WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
                    LOOP
                        EXECUTE step;
                    END LOOP;
                END LOOP;
            END;
            $$
            """,
            "DROP SCHEMA dateline_old CASCADE", // what is killed later must not live on there
            "DROP SCHEMA dateline_next");

    private final String jdbcUrl;
    private final String username;
    private final String password;
    private final Map<String, Object> settings;

    /**
     * A rebuild of a store.
     *
     * @param jdbcUrl address of the database whose schema public the running sink uses
     * @param username its owner
     * @param password the owner's password
     * @param settings the sink's other settings: {@code kafka.*}, {@code dateline.serde}, {@code schema.registry.url}
     */
    public Rebuild(String jdbcUrl, String username, String password, Map<String, Object> settings) {
        this.jdbcUrl = jdbcUrl;
        this.username = username;
        this.password = password;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Fills the new store and switches.
     *
     * @param progress is told how many records are still to be read
     * @throws SQLException if the database refuses; the old store stays in its place
     * @throws InterruptedException if the thread is interrupted; the old store stays in its place
     */
    public void run(Consumer<Long> progress) throws SQLException, InterruptedException {
        execute(List.of("DROP SCHEMA IF EXISTS " + NEXT + " CASCADE", "CREATE SCHEMA " + NEXT));
        try (ApplicationContext sink = SinkService.configure(ApplicationContext.builder())
                .properties(properties())
                .start()) {
            sink.getBean(EmbeddedServer.class).start();
            for (long left = left(); left > 0; left = left()) {
                progress.accept(left);
                Thread.sleep(POLL_MILLIS);
            }
        }
        for (int i = 1; ; i++) {
            try {
                execute(SWITCH);
                return;
            } catch (SQLException e) {
                boolean deadlock = "40P01".equals(e.getSQLState()); // a search held what the move wants
                if (!deadlock || i == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("dateline.sink.port", "-1");
        properties.put("dateline.sink.consume.group", "dateline-rebuild-" + UUID.randomUUID());
        properties.put(
                "datasources.default.url",
                jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "currentSchema=" + NEXT + ",public");
        properties.put("datasources.default.username", username);
        properties.put("datasources.default.password", password);
        return properties;
    }

    /** Records of the topics that the new store has not. */
    private long left() throws SQLException, InterruptedException {
        Map<TopicPartition, Long> ends = ends();
        long left = ends.values().stream().mapToLong(Long::longValue).sum();
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT next_offset FROM dateline_next.consumer_offsets WHERE topic = ? AND partition = ?")) {
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                statement.setString(1, end.getKey().topic());
                statement.setInt(2, end.getKey().partition());
                try (ResultSet row = statement.executeQuery()) {
                    left -= row.next() ? Math.min(row.getLong(1), end.getValue()) : 0;
                }
            }
        } catch (SQLException e) {
            if (!"42P01".equals(e.getSQLState())) {
                throw e;
            }
            return Math.max(1, left); // its tables are not there yet
        }
        return left;
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        Map<String, Object> config = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith("kafka.")) {
                config.put(name.substring("kafka.".length()), value);
            }
        });
        try (Admin admin = Admin.create(config)) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            List<String> topics = List.of(Topics.ENRICHED, Topics.DEAD_LETTERS, Topics.STORIES, Topics.TRENDS);
            for (TopicDescription topic :
                    admin.describeTopics(topics).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(partition -> latest.put(
                                new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
            }
            Map<TopicPartition, Long> ends = new HashMap<>();
            Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                            latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get();
            found.forEach((partition, info) -> ends.put(partition, info.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not tell the ends of the topics: "
                            + e.getCause().getMessage(),
                    e);
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false); // closed without a commit, nothing is done
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
