package news.dateline.chaos;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The experiment: a line in separate processes is loaded by careful senders while its parts are killed, held up,
 * restarted, kept from their disks and cut off from one another; then what was accepted is compared with what the
 * topics, the database and a reader of the live stream have.
 */
public final class Chaos {
    private static final int LANES = 8;
    private static final int MOST_KILLS_ASKED = 300;

    private static final long LOOK_MILLIS = 2000;
    private static final Duration STANDSTILL = Duration.ofSeconds(90);

    private final ChaosSettings settings;
    private final Consumer<String> log;
    private final Script script;
    private final Ledger ledger;
    private final Findings findings = new Findings();
    private final Tally tally = new Tally();
    private final long begun = System.nanoTime();

    /**
     * Prepares a run.
     *
     * @param log is told what happens, in lines
     */
    public Chaos(ChaosSettings settings, Consumer<String> log) {
        this.settings = settings;
        this.log = log;
        this.script = new Script(settings.seed());
        this.ledger = new Ledger(script, settings.articles(), LANES);
    }

    /** Runs it to its end. */
    public ChaosReport run() throws IOException, InterruptedException, SQLException {
        log.accept("starting Kafka, PostgreSQL and three services, each in processes of its own");
        try (Line line = Line.start(settings.data());
                Watcher watcher = Watcher.start(line.sink(), findings);
                Poison poison = new Poison(line.bootstrapServers(), settings.seed())) {
            await(watcher::isConnected);
            List<Thread> lanes = send(line, watcher, poison);
            await(watcher::hasPlace);
            Storm storm = new Storm(line, settings, findings, this::tell);
            storm.rage(() -> lanes.stream().anyMatch(Thread::isAlive));
            for (Thread lane : lanes) {
                lane.join();
            }
            tell("all is sent; waiting for the line to finish");
            settle(line, watcher);
            audit(line, watcher, poison);
            return report(storm, watcher, poison);
        }
    }

    private List<Thread> send(Line line, Watcher watcher, Poison poison) {
        Lane.Pace pace = new LoadPace(settings, watcher, System.nanoTime());
        List<Thread> lanes = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            Door door = new Door(line.ingest(), settings.seed() + i, tally, findings);
            Lane lane = new Lane(i, settings.seed(), script, ledger, door, findings, pace, poison::begun);
            Thread thread = new Thread(lane, "lane-" + i);
            thread.setDaemon(true);
            thread.start();
            lanes.add(thread);
        }
        return lanes;
    }

    /** Waits until nothing moves any more, or everything is where it should be. */
    private void settle(Line line, Watcher watcher) throws InterruptedException, SQLException {
        int versions = 0;
        for (int article = 0; article < ledger.articles(); article++) {
            versions += ledger.expected(article).version();
        }
        String wanted = expectedSums();
        String before = "";
        long changed = System.nanoTime();
        while (System.nanoTime() - changed < STANDSTILL.toNanos()) {
            String sums = new StoreDump(line.jdbcUrl()).sums();
            String now = sums + ", " + watcher.events() + " of at most " + versions + " events";
            if (!now.equals(before)) {
                changed = System.nanoTime();
                before = now;
                tell(now);
            }
            if (sums.equals(wanted) && watcher.events() == versions) {
                return;
            }
            // Killed versions need not be told, so that the events may stay below their most.
            if (sums.equals(wanted) && System.nanoTime() - changed > STANDSTILL.toNanos() / 4) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        tell("stands still; expected " + wanted);
    }

    private String expectedSums() {
        int articles = 0;
        int versions = 0;
        int kills = 0;
        for (int article = 0; article < ledger.articles(); article++) {
            Expected expected = ledger.expected(article);
            if (expected.version() > 0) {
                articles += expected.isKilled() ? 0 : 1;
                versions += expected.version() - expected.lastKill();
                kills += expected.lastKill() > 0 ? 1 : 0;
            }
        }
        return articles + " articles, " + versions + " versions, " + kills + " kills";
    }

    private void audit(Line line, Watcher watcher, Poison poison)
            throws SQLException, IOException, InterruptedException {
        TopicDump topics = new TopicDump(line.bootstrapServers());
        StoreDump store = new StoreDump(line.jdbcUrl());
        Observed observed = new Observed(
                topics.raw(),
                topics.enriched(findings),
                store.articles(),
                store.versions(),
                store.kills(),
                watcher.told());
        new Audit(observed, findings).check(script, ledger);
        topics.checkDeadLetters(poison.acknowledged(), findings);
        askForKilled(line.sink());
    }

    /** The API says of killed articles that they are gone. */
    private void askForKilled(String sink) throws IOException {
        int asked = 0;
        for (int article = 0; article < ledger.articles() && asked < MOST_KILLS_ASKED; article++) {
            Expected expected = ledger.expected(article);
            if (expected.version() > 0 && expected.isKilled()) {
                asked++;
                HttpURLConnection connection =
                        (HttpURLConnection) URI.create(sink + "/v1/articles/" + script.id(article))
                                .toURL()
                                .openConnection();
                if (connection.getResponseCode() != 410) {
                    findings.add(
                            Findings.Kind.KILL_NOT_HONOURED,
                            "article " + article + " is answered with " + connection.getResponseCode());
                }
                connection.disconnect();
            }
        }
    }

    private ChaosReport report(Storm storm, Watcher watcher, Poison poison) {
        Map<String, Integer> faults = new TreeMap<>();
        storm.happened().forEach((kind, count) -> faults.put(kind.name().toLowerCase(Locale.ROOT), count));
        Map<String, Integer> found = new TreeMap<>();
        findings.counts().forEach((kind, count) -> found.put(kind.words(), count));
        return new ChaosReport(
                settings,
                ledger.total(),
                poison.acknowledged().size(),
                tally.counts(),
                faults,
                storm.revived().size(),
                watcher.connections(),
                watcher.events(),
                Duration.ofNanos(System.nanoTime() - begun),
                found,
                findings.told());
    }

    private void tell(String what) {
        log.accept("%4d s %7d accepted  %s"
                .formatted(Duration.ofNanos(System.nanoTime() - begun).toSeconds(), ledger.total(), what));
    }

    /** Before the first fault, so that it comes to pass soon. */
    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(50);
        }
    }
}
