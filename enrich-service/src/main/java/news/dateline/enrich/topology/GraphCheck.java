package news.dateline.enrich.topology;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Asks Kafka, before the stream starts, whether it can go on where an earlier release stopped. */
final class GraphCheck {
    private static final int PATIENCE_MILLIS = 5000;

    private final Topology graph;
    private final String application;
    private final Map<String, Object> settings;

    GraphCheck(Topology graph, Properties properties) {
        this.graph = graph;
        this.application = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        this.settings = new StreamsConfig(properties).getAdminConfigs(application + "-check");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    }

    /**
     * Looks once.
     *
     * @return whether Kafka answered
     * @throws IllegalStateException if the stream must not start; the message says why and what to do
     */
    boolean passed() {
        try (Admin admin = Admin.create(settings)) {
            Set<String> names = admin.listTopics().names().get();
            Map<String, Integer> partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .collect(Collectors.toMap(
                            TopicDescription::name, topic -> topic.partitions().size()));
            List<String> obstacles = new EarlierGraph(application, partitions).obstacles(graph);
            if (!obstacles.isEmpty()) {
                throw new IllegalStateException("The stream cannot go on where an earlier release stopped: "
                        + String.join("; ", obstacles)
                        + ". Nothing was changed. Run the earlier release, or reset the application '" + application
                        + "' as docs/how-to/upgrade.md says.");
            }
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new IllegalStateException(
                    "Kafka does not tell its topics: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
