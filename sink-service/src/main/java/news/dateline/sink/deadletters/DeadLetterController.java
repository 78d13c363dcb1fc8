package news.dateline.sink.deadletters;

import static news.dateline.edge.Problems.badRequest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.edge.Problems;
import news.dateline.sink.deadletters.DeadLetterReplay.Outcome;
import news.dateline.sink.web.ListCursor;
import news.dateline.sink.web.Parameters;
import org.zalando.problem.ThrowableProblem;

/** {@code /v1/dlq}: the dead letters of every service, shown, replayed and discarded. */
@Controller("/v1/dlq")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "dead letters")
final class DeadLetterController {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final Set<String> GROUP = Set.of("service", "errorClass", "topic");
    private static final Set<String> GROUP_WITH_REASON = Set.of("service", "errorClass", "topic", "reason");
    private static final Set<String> LIST = Set.of("service", "errorClass", "topic", "state", "limit", "cursor");

    private final DeadLetterBox box;
    private final DeadLetterReplay replay;
    private final DeadLetterContent content;

    DeadLetterController(DeadLetterBox box, DeadLetterReplay replay, DeadLetterContent content) {
        this.box = box;
        this.replay = replay;
        this.content = content;
    }

    /**
     * What an action on a group did.
     *
     * @param count dead letters that it was done to
     * @param refused dead letters that could not be replayed, with the reason; they wait on
     */
    @Schema(name = "DeadLettersDone")
    record Done(int count, List<Refusal> refused) {}

    /** A dead letter that could not be replayed. */
    @Schema(name = "DeadLetterRefusal")
    record Refusal(String id, String detail) {}

    @Get
    @Operation(
            summary = "List the dead letters",
            description = "The newest first, with counts by reason. Those that wait, unless state says otherwise.")
    @ApiResponse(responseCode = "200", description = "One page of the dead letters, and counts over all of them")
    @ApiResponse(responseCode = "400", description = "A parameter is wrong; the problem's detail says which and why")
    DeadLetterItem.Page list(
            @Nullable @QueryValue @Parameter(description = "Service that failed") String service,
            @Nullable @QueryValue @Parameter(description = "Class of the exception") String errorClass,
            @Nullable @QueryValue @Parameter(description = "Topic that the record came from") String topic,
            @Nullable @QueryValue
                    @Parameter(
                            description = "What became of it",
                            schema = @Schema(allowableValues = {"waiting", "replayed", "discarded", "erased", "all"}))
                    String state,
            @Nullable @QueryValue
                    @Parameter(
                            description = "Most in the answer",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    String limit,
            @Nullable @QueryValue @Parameter(description = "The 'next' of the page before") String cursor,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        Parameters parameters = Parameters.of(request.getParameters(), LIST);
        return box.list(
                DeadLetterFilter.of(parameters),
                parameters.number("limit", 50, 200),
                ListCursor.read(parameters.text("cursor")));
    }

    @Get("/{id}")
    @Operation(
            summary = "Read a dead letter",
            description = "With the record's headers and its content, decoded if it can be.")
    @ApiResponse(responseCode = "200", description = "The dead letter")
    @ApiResponse(responseCode = "404", description = "There is no such dead letter")
    DeadLetterContent.Shown show(@PathVariable String id) throws SQLException {
        return content.show(box.find(checked(id)).orElseThrow(() -> unknown(id)));
    }

    @Post("/{id}/replay")
    @Operation(
            summary = "Replay a dead letter",
            description = "Puts the record, untouched, onto the topic that it came from.")
    @ApiResponse(responseCode = "200", description = "Kafka has acknowledged the record")
    @ApiResponse(responseCode = "404", description = "There is no such dead letter")
    @ApiResponse(responseCode = "409", description = "It does not wait any more, or its topic is none of Dateline's")
    @ApiResponse(responseCode = "503", description = "Kafka does not take it now")
    DeadLetterItem replay(@PathVariable String id) throws SQLException {
        Outcome outcome = replay.replay(checked(id));
        if (outcome instanceof Outcome.Replayed done) {
            return done.item();
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw Problems.of(HttpStatus.CONFLICT, refused.detail()).build();
        }
        if (outcome instanceof Outcome.Unavailable unavailable) {
            throw Problems.of(HttpStatus.SERVICE_UNAVAILABLE, unavailable.detail())
                    .build();
        }
        throw unknown(id);
    }

    // The filters are declared for the API's description; DeadLetterFilter reads them all, unknown ones too.
    @Post("/replay")
    @Operation(
            summary = "Replay a group of dead letters",
            description = "The waiting ones, oldest first, a hundred a call: call again while count is 100.")
    @ApiResponse(responseCode = "200", description = "How many were replayed, and which could not be")
    @ApiResponse(responseCode = "400", description = "No group is named")
    @ApiResponse(responseCode = "503", description = "Kafka does not take them now")
    Done replayGroup(
            @Nullable @QueryValue String service,
            @Nullable @QueryValue String errorClass,
            @Nullable @QueryValue String topic,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        DeadLetterFilter group = DeadLetterFilter.group(request.getParameters(), GROUP);
        int count = 0;
        List<Refusal> refusals = new java.util.ArrayList<>();
        for (String id : replay.next(group)) {
            Outcome outcome = replay.replay(id);
            if (outcome instanceof Outcome.Replayed) {
                count++;
            } else if (outcome instanceof Outcome.Refused refused) {
                refusals.add(new Refusal(id, refused.detail()));
            } else if (outcome instanceof Outcome.Unavailable unavailable) {
                throw Problems.of(
                                HttpStatus.SERVICE_UNAVAILABLE, unavailable.detail() + "; " + count + " were replayed")
                        .build();
            }
        }
        return new Done(count, refusals);
    }

    @Delete("/{id}")
    @Operation(summary = "Discard a dead letter", description = "It stays listed as discarded, with the reason.")
    @ApiResponse(responseCode = "200", description = "It is discarded")
    @ApiResponse(responseCode = "400", description = "No reason is given")
    @ApiResponse(responseCode = "404", description = "There is no such dead letter")
    @ApiResponse(responseCode = "409", description = "It does not wait any more")
    DeadLetterItem discard(
            @PathVariable String id,
            @Nullable @QueryValue @Parameter(description = "Why", required = true) String reason,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        String why = reason(Parameters.of(request.getParameters(), Set.of("reason")));
        int discarded = box.discard(checked(id), why);
        DeadLetterItem item = box.find(id).orElseThrow(() -> unknown(id)).item();
        if (discarded == 0) {
            throw Problems.of(HttpStatus.CONFLICT, "It does not wait any more: it is " + item.state())
                    .build();
        }
        return item;
    }

    @Delete
    @Operation(summary = "Discard a group of dead letters", description = "All that wait.")
    @ApiResponse(responseCode = "200", description = "How many were discarded")
    @ApiResponse(responseCode = "400", description = "No group or no reason is given")
    Done discardGroup(
            @Nullable @QueryValue String service,
            @Nullable @QueryValue String errorClass,
            @Nullable @QueryValue String topic,
            @Nullable @QueryValue @Parameter(description = "Why", required = true) String reason,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        DeadLetterFilter group = DeadLetterFilter.group(request.getParameters(), GROUP_WITH_REASON);
        return new Done(
                box.discard(group, reason(Parameters.of(request.getParameters(), GROUP_WITH_REASON))), List.of());
    }

    private static String reason(Parameters parameters) {
        String reason = parameters.text("reason");
        if (reason == null) {
            throw badRequest("reason must say why");
        }
        return reason;
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw unknown(id);
        }
        return id;
    }

    private static ThrowableProblem unknown(String id) {
        return Problems.notFound("There is no dead letter '" + id + "'; GET /v1/dlq?state=all lists what there is");
    }
}
