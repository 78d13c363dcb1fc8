package news.dateline.sink.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.dateline.sink.store.Database;
import news.dateline.sink.store.Failpoint;
import news.dateline.sink.store.Failpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers alerts to webhooks, each at least once: an alert is held in the database while it is posted and counts as
 * delivered when the answer is 2xx. Otherwise it is tried again with growing pauses, and given up as dead in the end.
 * The body is signed (HMAC-SHA256 over time, a dot and the body). One thread an instance; instances share the work.
 */
@Singleton
final class AlertDelivery implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDelivery.class);

    private static final String NEXT = """
            SELECT a.id, a.event, a.attempts, a.article_id, a.version, s.id AS search_id, s.name, s.webhook, s.secret,
                CASE WHEN a.event = 'kill' THEN
                    (SELECT json_build_object('id', k.article_id, 'version', k.version, 'status', 'canceled', 'reason', k.reason)
                        FROM kills AS k WHERE k.article_id = a.article_id AND k.version = a.version)::text
                ELSE (SELECT v.article FROM article_versions AS v
                        WHERE v.article_id = a.article_id AND v.version = a.version)::text END AS article,
                json_build_object('id', s.id, 'name', s.name)::text AS search
            FROM alerts AS a JOIN saved_searches AS s ON s.id = a.search_id
            WHERE a.state = 'waiting' AND a.next_try <= now() AND NOT s.deleted AND s.webhook IS NOT NULL
            ORDER BY a.next_try, a.id LIMIT 1 FOR UPDATE OF a SKIP LOCKED
            """;
    private static final String DONE = "UPDATE alerts SET state = 'delivered', attempts = attempts + 1 WHERE id = ?";
    private static final String FAILED = """
            UPDATE alerts SET attempts = attempts + 1, last_error = ?, next_try = now() + ? * interval '1 millisecond',
                state = CASE WHEN attempts + 1 >= ? THEN 'dead' ELSE 'waiting' END
            WHERE id = ?
            """;
    private static final long LONGEST_RETRY_MILLIS = 3_600_000;

    private final Database database;
    private final AlertSettings settings;
    private final Clock clock;
    private final Failpoints failpoints;
    private final HttpClient http;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;

    AlertDelivery(Database database, AlertSettings settings, Failpoints failpoints, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.failpoints = failpoints;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER) // a redirection could lead to a private address
                .build();
    }

    @Override
    public synchronized void onApplicationEvent(ServerStartupEvent event) {
        thread = new Thread(this::run, "dateline-alerts");
        thread.start();
    }

    private void run() {
        while (stopping.getCount() > 0) {
            boolean more = false;
            try {
                more = database.write(this::deliverNext);
                if (more) {
                    failpoints.pass(Failpoint.ALERT_COMMITTED);
                }
            } catch (SQLException e) {
                LOG.debug("event=alerts-not-read", e); // the database is away; the readers say so
            } catch (RuntimeException e) {
                LOG.error("event=alert-failed", e);
            }
            if (!more && !waited()) {
                return;
            }
        }
    }

    private boolean waited() {
        try {
            return !stopping.await(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean deliverNext(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT);
                ResultSet alert = statement.executeQuery()) {
            if (!alert.next()) {
                return false;
            }
            failpoints.pass(Failpoint.ALERT_TAKEN);
            String error = alert.getString("article") == null ? null : post(alert);
            failpoints.pass(Failpoint.ALERT_POSTED);
            long id = alert.getLong("id");
            try (PreparedStatement update = connection.prepareStatement(error == null ? DONE : FAILED)) {
                int parameter = 1;
                if (error != null) {
                    int doublings = Math.min(alert.getInt("attempts"), 20);
                    update.setString(parameter++, error.replace('\0', ' '));
                    update.setLong(
                            parameter++, Math.min(settings.firstRetry().toMillis() << doublings, LONGEST_RETRY_MILLIS));
                    update.setInt(parameter++, settings.attempts());
                }
                update.setLong(parameter, id);
                update.executeUpdate();
            }
            failpoints.pass(Failpoint.ALERT_RECORDED);
            return true;
        }
    }

    /** Posts an alert; gives what went wrong, null if nothing did. */
    private String post(ResultSet alert) throws SQLException {
        String webhook = alert.getString("webhook");
        String refusal = WebhookTarget.refusal(webhook, settings.privateTargets());
        if (refusal != null) {
            return refusal;
        }
        byte[] body = ("{\"alert\":" + alert.getLong("id") + ",\"search\":" + alert.getString("search")
                        + ",\"event\":\"" + alert.getString("event") + "\",\"article\":" + alert.getString("article")
                        + "}")
                .getBytes(UTF_8);
        String time = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(webhook))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("X-Dateline-Alert", Long.toString(alert.getLong("id")))
                .header("X-Dateline-Time", time)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (alert.getString("secret") != null) {
            request.header("X-Dateline-Signature", "sha256=" + signature(alert.getString("secret"), time, body));
        }
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2 ? null : "The webhook answered " + status;
        } catch (IOException e) {
            return "The webhook does not answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The service was stopping";
        }
    }

    static String signature(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has HmacSHA256", e);
        }
    }

    @PreDestroy
    synchronized void stop() throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            thread.join(settings.timeout().toMillis() + 5_000);
        }
    }
}
