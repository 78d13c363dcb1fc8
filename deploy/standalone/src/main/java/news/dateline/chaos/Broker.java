package news.dateline.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import news.dateline.embedded.EmbeddedKafka;

/**
 * A broker in a process of its own, with a listener for each part that it serves, so that each reaches it by a link of
 * its own. Arguments: folder, port, and {@code NAME:PORT:ADVERTISED} for each further listener.
 */
public final class Broker {
    private Broker() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[1]);
        StringBuilder listeners = new StringBuilder();
        StringBuilder advertised = new StringBuilder("PLAINTEXT://127.0.0.1:" + port);
        StringBuilder protocols = new StringBuilder();
        for (int i = 2; i < args.length; i++) {
            String[] parts = args[i].split(":", 3);
            String name = parts[0].toUpperCase(Locale.ROOT);
            listeners.append(',').append(name).append("://127.0.0.1:").append(parts[1]);
            advertised.append(',').append(name).append("://127.0.0.1:").append(parts[2]);
            protocols.append(',').append(name).append(":PLAINTEXT");
        }
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), port, config -> {
            config.put("listeners", config.get("listeners") + listeners.toString());
            config.put("advertised.listeners", advertised.toString());
            config.put(
                    "listener.security.protocol.map",
                    config.get("listener.security.protocol.map") + protocols.toString());
        });
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-broker"));
        new CountDownLatch(1).await();
    }
}
