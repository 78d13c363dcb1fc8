package news.dateline.ingest.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/**
 * Publishers of feeds with all their faults, and a ledger of what they published. Each feed has an address of its own
 * on the loopback network, so that it counts as a host of its own.
 */
final class FeedNewsroom implements AutoCloseable {
    private static final int SHOWN = 20;

    private final HttpServer server;
    private final ExecutorService pool = Executors.newFixedThreadPool(32);
    private final List<Desk> desks = new ArrayList<>();
    private final Set<String> ledger = new HashSet<>();
    private final Random random = new Random(4711);
    private volatile boolean faulty = true;

    FeedNewsroom(int feeds) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", this::handle);
        server.start();
        for (int i = 0; i < feeds; i++) {
            desks.add(new Desk(i));
        }
    }

    /** One feed. */
    final class Desk {
        private final int number;
        private final List<Item> items = new ArrayList<>();
        private int guids;
        private int requests;

        Desk(int number) {
            this.number = number;
        }

        String id() {
            return "desk-" + number;
        }

        String url() {
            return "http://127.0." + (1 + number / 200) + "." + (1 + number % 200) + ":"
                    + server.getAddress().getPort() + "/" + number + (number % 10 == 3 ? "/old" : "/feed");
        }
    }

    private static final class Item {
        private final String link;
        private int edits;

        Item(String link) {
            this.link = link;
        }

        String title() {
            return "Report of " + link.substring(link.lastIndexOf('/') + 1) + (edits == 0 ? "" : ", edit " + edits);
        }
    }

    List<Desk> desks() {
        return desks;
    }

    /** Publishes something new on some desks, edits something on others, and changes guids on yet others. */
    synchronized void work() {
        for (Desk desk : desks) {
            switch (random.nextInt(6)) {
                case 0, 1 -> publish(desk);
                case 2 -> {
                    if (!desk.items.isEmpty()) {
                        Item item = desk.items.get(Math.max(0, desk.items.size() - 1 - random.nextInt(5)));
                        item.edits++;
                        enter(item);
                    }
                }
                case 3 -> desk.guids++;
                default -> {}
            }
        }
    }

    /** From now on the servers answer as they should. */
    void recover() {
        faulty = false;
    }

    private void publish(Desk desk) {
        Item item = new Item("https://desk-" + desk.number + ".example/" + desk.number + "-" + desk.items.size());
        desk.items.add(item);
        enter(item);
    }

    private void enter(Item item) {
        ledger.add(item.link + " " + item.title());
    }

    /** Requests so far. */
    synchronized int requests() {
        return desks.stream().mapToInt(desk -> desk.requests).sum();
    }

    /** Every content that was ever published, as {@code link headline}. */
    synchronized Set<String> ledger() {
        return new HashSet<>(ledger);
    }

    /** The newest headline of each link. */
    synchronized Map<String, String> newest() {
        Map<String, String> newest = new TreeMap<>();
        desks.forEach(desk -> desk.items.forEach(item -> newest.put(item.link, item.title())));
        return newest;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            Desk desk = desks.get(Integer.parseInt(path[1]));
            byte[] document;
            int request;
            synchronized (this) {
                document = document(desk).getBytes(UTF_8);
                request = desk.requests++;
            }
            if (path[2].equals("old")) {
                exchange.getResponseHeaders().set("Location", "/" + desk.number + "/feed");
                exchange.sendResponseHeaders(301, -1);
            } else {
                answer(exchange, desk, request, document);
            }
        }
    }

    private void answer(HttpExchange exchange, Desk desk, int request, byte[] document) throws IOException {
        int fault = faulty ? (desk.number + request) % 9 : 0;
        String etag = "\"" + Integer.toHexString(new String(document, UTF_8).hashCode()) + "\"";
        if (fault == 1) {
            exchange.sendResponseHeaders(500, -1);
        } else if (fault == 2) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            exchange.sendResponseHeaders(503, -1);
        } else if (fault == 3) {
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document, 0, document.length / 2);
            exchange.getResponseBody().flush(); // and hangs up
        } else if (fault == 4) {
            byte[] half = new String(document, 0, document.length * 2 / 3, UTF_8).getBytes(UTF_8);
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.sendResponseHeaders(200, half.length);
            exchange.getResponseBody().write(half);
        } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] packed = gzip(document);
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        }
    }

    private static String document(Desk desk) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Desk ")
                .append(desk.number)
                .append("</title><link>https://desk-")
                .append(desk.number)
                .append(".example/</link>");
        for (int i = desk.items.size() - 1; i >= Math.max(0, desk.items.size() - SHOWN); i--) {
            Item item = desk.items.get(i);
            xml.append("<item><title>")
                    .append(item.title())
                    .append("</title><link>")
                    .append(item.link)
                    .append("</link><guid isPermaLink=\"false\">")
                    .append(desk.guids)
                    .append('-')
                    .append(i)
                    .append("</guid><description>Said at the desk.</description></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }
}
