package news.dateline.standalone;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import news.dateline.embedded.EmbeddedKafka;

/** One of the three services: a Micronaut context of its own, with its own HTTP server. */
final class Service implements AutoCloseable {
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Service(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /**
     * Starts a service and waits until it serves.
     *
     * @param configure makes a context the service's
     * @param more settings beyond those that every service has
     */
    static Service start(
            UnaryOperator<ApplicationContextBuilder> configure,
            int port,
            EmbeddedKafka kafka,
            Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        properties.put("dateline.serde", "single-object");
        properties.put("micronaut.server.port", port);
        properties.put("micronaut.server.host", "127.0.0.1");
        ApplicationContext context = configure
                .apply(ApplicationContext.builder())
                .properties(properties)
                .build();
        try {
            context.start();
            return new Service(context, context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
