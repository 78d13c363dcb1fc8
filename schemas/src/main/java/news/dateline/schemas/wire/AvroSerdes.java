package news.dateline.schemas.wire;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.config.SerdeConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes value serdes for the chosen wire format. Thread-safe; each serde that it makes belongs to its caller, who
 * closes it.
 */
public final class AvroSerdes {
    private final WireFormat format;
    private final Map<String, Object> registry;

    private final SchemaStore schemas;

    private AvroSerdes(WireFormat format, Map<String, Object> registry, SchemaStore schemas) {
        this.format = format;
        this.registry = Map.copyOf(registry);
        this.schemas = schemas;
    }

    /** Serdes that need no registry; they read what this version and all released ones write. */
    public static AvroSerdes singleObject() {
        return new AvroSerdes(WireFormat.SINGLE_OBJECT, Map.of(), ReleasedSchemas.store());
    }

    /**
     * Serdes that need no registry, for programs that may be older than the services: they read what newer versions write
     * as well.
     *
     * @param service base address of any of Dateline's services, which is asked for schemas that are not known here
     */
    public static AvroSerdes singleObject(URI service) {
        return new AvroSerdes(WireFormat.SINGLE_OBJECT, Map.of(), new PublishedSchemas(service));
    }

    /**
     * Serdes of the Confluent wire format.
     *
     * @param url base address of the registry, with or without the path of its own API
     * @param autoRegister whether an unknown schema is registered on first use: for development only
     */
    public static AvroSerdes registry(String url, boolean autoRegister) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(SerdeConfig.REGISTRY_URL, url.contains("/apis/") ? url : url + "/apis/registry/v3");
        settings.put(SerdeConfig.AUTO_REGISTER_ARTIFACT, autoRegister);
        settings.put(SerdeConfig.DEREFERENCE_SCHEMA, true);
        settings.put(AvroSerdeConfig.USE_SPECIFIC_AVRO_READER, true);
        return new AvroSerdes(WireFormat.REGISTRY, settings, ReleasedSchemas.store());
    }

    /**
     * Serdes as configured.
     *
     * @param format value of {@code dateline.serde}
     * @param registryUrl value of {@code schema.registry.url}, needed for {@code registry} alone
     * @throws IllegalArgumentException if the format is unknown, or needs a registry and none is named
     */
    public static AvroSerdes of(String format, String registryUrl, boolean autoRegister) {
        if (WireFormat.parse(format) == WireFormat.SINGLE_OBJECT) {
            return singleObject();
        }
        if (registryUrl == null || registryUrl.isBlank()) {
            throw new IllegalArgumentException(
                    "dateline.serde is 'registry', so schema.registry.url must name the schema registry");
        }
        return registry(registryUrl, autoRegister);
    }

    /** A serde of values of this generated class. */
    public <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        if (format == WireFormat.SINGLE_OBJECT) {
            return Serdes.serdeFrom(new SingleObjectSerializer<>(type), new SingleObjectDeserializer<>(type, schemas));
        }
        Serializer<T> serializer = new AvroKafkaSerializer<>();
        serializer.configure(registry, false);
        Deserializer<T> deserializer = new AvroKafkaDeserializer<>();
        deserializer.configure(registry, false);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
