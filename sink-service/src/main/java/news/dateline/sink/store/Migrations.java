package news.dateline.sink.store;

import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database to this version's schema, {@code sink/migrations}, and loads the topics vocabulary. */
@Singleton
public final class Migrations {
    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    /**
     * Runs what has not run yet. Several sinks may start at once: one migrates, the others wait for it.
     *
     * @throws FlywayException if the database cannot be reached, or is not of this program's making
     */
    public void run() {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:sink/migrations")
                .javaMigrations(new TopicVocabulary())
                .load()
                .migrate();
    }
}
