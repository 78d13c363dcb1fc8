package news.dateline.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client of the live stream that comes again with the id of the last event whenever the connection is lost, and notes
 * everything that it is told. Belongs to whoever starts it. Thread-safe.
 */
final class Watcher implements AutoCloseable {
    /** A heartbeat comes every 15 s. */
    private static final int SILENCE_MILLIS = 25_000;

    private static final long PAUSE_MILLIS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final Findings findings;
    private final Thread thread = new Thread(this::run, "watcher");
    private final Map<String, List<Version>> told = new HashMap<>();
    private volatile String place;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile HttpURLConnection connection;
    private final AtomicInteger connections = new AtomicInteger();

    private Watcher(String url, Findings findings) {
        this.url = url;
        this.findings = findings;
    }

    static Watcher start(String sink, Findings findings) {
        Watcher watcher = new Watcher(sink + "/v1/stream", findings);
        watcher.thread.setDaemon(true);
        watcher.thread.start();
        return watcher;
    }

    /** Whether it has heard from the stream. */
    boolean isConnected() {
        return connected;
    }

    /** Whether it knows where to go on, so that from now on it misses nothing. */
    boolean hasPlace() {
        return place != null;
    }

    int connections() {
        return connections.get();
    }

    /** What it was told of each article, in this order. */
    synchronized Map<String, List<Version>> told() {
        Map<String, List<Version>> copy = new HashMap<>();
        told.forEach((id, versions) -> copy.put(id, List.copyOf(versions)));
        return copy;
    }

    /** Of how many articles it was told. */
    synchronized int articles() {
        return told.size();
    }

    synchronized int events() {
        return told.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        HttpURLConnection open = connection;
        if (open != null) {
            open.disconnect();
        }
    }

    private void run() {
        while (!closed) {
            try {
                connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
                connections.incrementAndGet();
                listen(connection);
            } catch (IOException e) {
                connected = false; // cut, silent or not there: it comes again
            } finally {
                connection.disconnect();
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void listen(HttpURLConnection stream) throws IOException {
        stream.setConnectTimeout(SILENCE_MILLIS);
        stream.setReadTimeout(SILENCE_MILLIS);
        if (place != null) {
            stream.setRequestProperty("Last-Event-ID", place);
        }
        String id = null;
        String event = null;
        String data = null;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                connected = true;
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && id != null && event != null && data != null) {
                    hear(event, data);
                    place = id;
                    id = null;
                    event = null;
                    data = null;
                }
            }
        }
    }

    private synchronized void hear(String event, String data) throws IOException {
        if (event.equals("gap")) {
            findings.add(Findings.Kind.LOST, "the stream has a gap: " + data);
            return;
        }
        JsonNode article = JSON.readTree(data);
        boolean kill = event.equals("kill");
        if (kill && article.hasNonNull("body")) {
            findings.add(Findings.Kind.KILL_NOT_HONOURED, "the stream tells a kill with its text");
        }
        told.computeIfAbsent(article.path("id").asText(), id -> new ArrayList<>())
                .add(new Version(
                        article.path("version").asInt(),
                        kill ? Deed.KILLED : Script.text(article.path("body").asText())));
    }
}
