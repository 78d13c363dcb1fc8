package news.dateline.sink.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import news.dateline.schemas.json.ArticleJson;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;

/** Shows what a dead letter holds: decoded where it can be, its first bytes where not. Thread-safe. */
@Singleton
final class DeadLetterContent {
    private static final int PREVIEW = 2_048;

    private final Map<String, BiFunction<String, byte[], JsonNode>> decoders;

    DeadLetterContent(AvroSerdes serdes) {
        Topics topics = Topics.in(serdes);
        decoders = Map.of(
                Topics.RAW,
                        (topic, bytes) -> ArticleJson.write(
                                topics.raw().value().deserializer().deserialize(topic, bytes)),
                Topics.ENRICHED,
                        (topic, bytes) -> ArticleJson.write(
                                topics.enriched().value().deserializer().deserialize(topic, bytes)));
    }

    /**
     * A dead letter whole.
     *
     * @param deadLetter as the list has it
     * @param key the record's key as text; in base64 where it is none
     * @param headers the record's own headers, in their order
     * @param content the value decoded, null where it cannot be
     * @param undecodable why it cannot be decoded, null where it can
     * @param preview the first bytes, null where it is decoded or there is no value
     */
    @Schema(name = "DeadLetterDetail")
    record Shown(
            DeadLetterItem deadLetter,
            @Nullable String key,
            List<ShownHeader> headers,
            @Nullable @Schema(type = "object") JsonNode content,
            @Nullable String undecodable,
            @Nullable Preview preview) {}

    /**
     * A header.
     *
     * @param name its name
     * @param value its value as text; in base64 where it is none
     */
    @Schema(name = "DeadLetterHeader")
    record ShownHeader(String name, @Nullable String value) {}

    /**
     * The first bytes of a value.
     *
     * @param bytes how many are shown
     * @param hex them as hexadecimal digits
     * @param base64 them in base64
     */
    @Schema(name = "DeadLetterPreview")
    record Preview(int bytes, String hex, String base64) {}

    Shown show(DeadLetterBox.Letter letter) {
        List<ShownHeader> headers = letter.headers().stream()
                .map(header -> new ShownHeader(header.name(), text(header.value())))
                .toList();
        byte[] value = letter.value();
        String topic = letter.item().topic();
        JsonNode content = null;
        String undecodable = null;
        if (value == null) {
            undecodable = letter.item().state().equals("erased")
                    ? "The article was killed, and its content is gone"
                    : "The record has no value";
        } else if (!decoders.containsKey(topic)) {
            undecodable = "Nothing is known of the values of topic " + topic;
        } else {
            try {
                content = decoders.get(topic).apply(topic, value);
            } catch (RuntimeException e) { // whatever the bytes do to the decoder; it is told to the reader
                undecodable = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
        }
        Preview preview = value == null || content != null ? null : preview(value);
        return new Shown(letter.item(), text(letter.key()), headers, content, undecodable, preview);
    }

    private static Preview preview(byte[] value) {
        byte[] first = value.length > PREVIEW ? java.util.Arrays.copyOf(value, PREVIEW) : value;
        return new Preview(
                first.length,
                HexFormat.of().formatHex(first),
                Base64.getEncoder().encodeToString(first));
    }

    private static String text(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }
}
