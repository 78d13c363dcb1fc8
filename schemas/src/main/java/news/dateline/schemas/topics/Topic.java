package news.dateline.schemas.topics;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serde;

/**
 * A Kafka topic with the types that it carries.
 *
 * @param name name in Kafka
 * @param key serde of the keys
 * @param value serde of the values
 * @param config topic configuration with which it is created, Kafka's names
 */
public record Topic<K, V>(String name, Serde<K> key, Serde<V> value, Map<String, String> config) {
    NewTopic newTopic(int partitions, short replicas) {
        return new NewTopic(name, partitions, replicas).configs(config);
    }
}
