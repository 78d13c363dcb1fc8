package news.dateline.sink.deadletters;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A dead letter as the API lists it.
 *
 * @param id its identifier
 * @param service service that failed
 * @param errorClass class of the exception
 * @param message what was wrong
 * @param time when it failed
 * @param topic topic that the record came from
 * @param partition partition that it came from
 * @param offset offset that it had there
 * @param articleId the record's key, where it has the form of an article's id
 * @param size bytes of the value
 * @param state waiting, replayed, discarded or erased
 * @param changedAt when it was replayed, discarded or erased
 * @param reason why it was discarded
 * @param replayedTo place in its topic to which it was replayed, PARTITION@OFFSET
 */
@Schema(name = "DeadLetter")
record DeadLetterItem(
        String id,
        String service,
        String errorClass,
        String message,
        String time,
        String topic,
        int partition,
        long offset,
        @Nullable String articleId,
        int size,
        String state,
        @Nullable String changedAt,
        @Nullable String reason,
        @Nullable String replayedTo) {
    static final String COLUMNS = """
            id, service, error_class, message, failed_at, topic, partition, record_offset, article_id, size_bytes, state,
            changed_at, discard_reason, replayed_partition, replayed_offset""";

    /**
     * A page of them.
     *
     * @param total how many there are
     * @param groups how many of each reason, the largest group first
     * @param deadLetters the newest first
     * @param next cursor of the next page, null on the last
     */
    @Schema(name = "DeadLetters")
    record Page(
            long total,
            List<Group> groups,
            List<DeadLetterItem> deadLetters,
            @Nullable String next) {}

    /**
     * Dead letters of one reason.
     *
     * @param service service that failed
     * @param errorClass class of the exception
     * @param topic topic that the records came from
     * @param count how many
     * @param first when the first failed
     * @param last when the last failed
     * @param message what was wrong with the last
     */
    @Schema(name = "DeadLetterGroup")
    record Group(
            String service, String errorClass, String topic, long count, String first, String last, String message) {}

    static DeadLetterItem of(ResultSet row) throws SQLException {
        String partition = row.getString("replayed_partition");
        return new DeadLetterItem(
                row.getString("id"),
                row.getString("service"),
                row.getString("error_class"),
                row.getString("message"),
                time(row, "failed_at"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("article_id"),
                row.getInt("size_bytes"),
                row.getString("state"),
                time(row, "changed_at"),
                row.getString("discard_reason"),
                partition == null ? null : partition + "@" + row.getLong("replayed_offset"));
    }

    static String time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }

    @JsonIgnore
    Instant failedAt() {
        return Instant.parse(time);
    }
}
