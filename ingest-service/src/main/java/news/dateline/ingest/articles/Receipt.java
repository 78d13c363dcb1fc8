package news.dateline.ingest.articles;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The answer to a push: what is in Kafka now, and what was not taken.
 *
 * @param accepted items that Kafka has acknowledged
 * @param rejected items that are no acceptable articles, each with what to mend
 */
@Introspected
@Schema(description = "What is in Kafka now, and what was not taken.")
public record Receipt(List<Accepted> accepted, List<Rejected> rejected) {
    /** An item that is stored in Kafka under this article id. */
    @Introspected
    public record Accepted(int index, String id) {}

    /** An item that was not taken, and why. */
    @Introspected
    public record Rejected(int index, String detail) {}
}
