package news.dateline.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.article.PublicationTime;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/**
 * Plain JSON of Avro values and back, led by the schema: a field is a member of the same name, a union of null and a
 * type is that type or null, an enum is its symbol, a timestamp is an ISO-8601 string.
 */
final class AvroJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AvroJson() {}

    static JsonNode write(Schema schema, Object value) {
        return switch (schema.getType()) {
            case UNION -> value == null ? NullNode.getInstance() : write(nonNull(schema), value);
            case RECORD -> writeRecord(schema, (IndexedRecord) value);
            case ARRAY -> {
                ArrayNode array = JSON.arrayNode();
                ((List<?>) value).forEach(item -> array.add(write(schema.getElementType(), item)));
                yield array;
            }
            case MAP -> {
                ObjectNode object = JSON.objectNode();
                ((Map<?, ?>) value)
                        .entrySet().stream()
                                .sorted((a, b) -> a.getKey()
                                        .toString()
                                        .compareTo(b.getKey().toString()))
                                .forEach(e ->
                                        object.set(e.getKey().toString(), write(schema.getValueType(), e.getValue())));
                yield object;
            }
            case INT -> JSON.numberNode((Integer) value);
            case LONG -> value instanceof Instant ? JSON.textNode(value.toString()) : JSON.numberNode((Long) value);
            case DOUBLE -> JSON.numberNode((Double) value);
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            default -> JSON.textNode(value.toString());
        };
    }

    private static ObjectNode writeRecord(Schema schema, IndexedRecord value) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : schema.getFields()) {
            object.set(field.name(), write(field.schema(), value.get(field.pos())));
        }
        return object;
    }

    /**
     * Reads one field's value.
     *
     * @param path name of the field, for messages
     * @throws InvalidArticleException if the JSON is of another type than the schema wants
     */
    static Object read(Schema schema, JsonNode node, String path) {
        return switch (schema.getType()) {
            case UNION -> node.isNull() ? null : read(nonNull(schema), node, path);
            case RECORD -> readRecord(schema, typed(node, JsonNodeType.OBJECT, path), path);
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonNode item : typed(node, JsonNodeType.ARRAY, path)) {
                    list.add(read(schema.getElementType(), item, path + "[" + list.size() + "]"));
                }
                yield list;
            }
            case ENUM -> readEnum(schema, typed(node, JsonNodeType.STRING, path).textValue(), path);
            case STRING -> typed(node, JsonNodeType.STRING, path).textValue();
            case BOOLEAN -> typed(node, JsonNodeType.BOOLEAN, path).booleanValue();
            case LONG -> readTime(typed(node, JsonNodeType.STRING, path).textValue(), path);
            default -> throw new IllegalArgumentException(path + " is of a type that senders do not give: " + schema);
        };
    }

    private static Object readRecord(Schema schema, JsonNode node, String path) {
        IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = node.get(field.name());
            String fieldPath = path + "." + field.name();
            if (value != null && !value.isNull()) {
                record.put(field.pos(), read(field.schema(), value, fieldPath));
            } else if (field.defaultVal() == JsonProperties.NULL_VALUE) {
                record.put(field.pos(), null);
            } else {
                throw new InvalidArticleException(fieldPath + " is missing");
            }
        }
        return record;
    }

    private static Object readEnum(Schema schema, String symbol, String path) {
        if (!schema.hasEnumSymbol(symbol)) {
            throw new InvalidArticleException(path + " must be one of " + String.join(", ", schema.getEnumSymbols()));
        }
        return SpecificData.get().createEnum(symbol, schema);
    }

    private static Instant readTime(String time, String path) {
        try {
            return PublicationTime.instant(time);
        } catch (InvalidArticleException e) {
            throw new InvalidArticleException(path + ": " + e.getMessage());
        }
    }

    private static JsonNode typed(JsonNode node, JsonNodeType type, String path) {
        if (node.getNodeType() != type) {
            throw new InvalidArticleException(path + " must be " + name(type) + ", but is " + name(node.getNodeType()));
        }
        return node;
    }

    private static String name(JsonNodeType type) {
        return type == JsonNodeType.NULL
                ? "null"
                : (type == JsonNodeType.ARRAY || type == JsonNodeType.OBJECT ? "an " : "a ")
                        + type.name().toLowerCase(Locale.ROOT);
    }

    private static Schema nonNull(Schema union) {
        return union.getTypes().get(union.getTypes().size() - 1);
    }
}
