package news.dateline.ingest.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The answer to a push: what is in Kafka now, and what was not taken. Each list holds at most {@value #LONGEST_LIST}
 * items; where there were more, the totals are said as well.
 *
 * @param accepted items that Kafka has acknowledged
 * @param rejected items that are no acceptable articles, each with what to mend
 * @param acceptedTotal how many were accepted, null where the lists are whole
 * @param rejectedTotal how many were rejected, null where the lists are whole
 */
@Introspected
@Schema(description = "What is in Kafka now, and what was not taken.")
public record Receipt(
        List<Accepted> accepted,
        List<Rejected> rejected,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long acceptedTotal,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long rejectedTotal) {
    /** Most items that a receipt lists of each kind. */
    public static final int LONGEST_LIST = 100_000;

    /** A receipt that lists every item. */
    public Receipt(List<Accepted> accepted, List<Rejected> rejected) {
        this(accepted, rejected, null, null);
    }

    /** An item that is stored in Kafka under this article id. */
    @Introspected
    public record Accepted(int index, String id) {}

    /** An item that was not taken, and why. */
    @Introspected
    public record Rejected(int index, String detail) {}
}
