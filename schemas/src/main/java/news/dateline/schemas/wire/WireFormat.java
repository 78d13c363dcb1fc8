package news.dateline.schemas.wire;

import java.util.Locale;

/** How Avro values are framed in Kafka records; the setting {@code dateline.serde}. */
public enum WireFormat {
    /** Confluent wire format: magic byte 0, 4-byte schema id, Avro binary; the schema is kept by a registry. */
    REGISTRY,
    /** Avro's single-object encoding (Avro specification, "Single-object encoding"); no registry is needed. */
    SINGLE_OBJECT;

    /**
     * Reads the setting's value.
     *
     * @throws IllegalArgumentException if it is neither {@code registry} nor {@code single-object}
     */
    public static WireFormat parse(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "registry" -> REGISTRY;
            case "single-object" -> SINGLE_OBJECT;
            default ->
                throw new IllegalArgumentException(
                        "dateline.serde is '" + value + "'; it must be 'registry' or 'single-object'");
        };
    }
}
