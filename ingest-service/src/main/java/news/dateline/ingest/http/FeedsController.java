package news.dateline.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import news.dateline.edge.Problems;
import news.dateline.ingest.fetch.FetchException;
import news.dateline.ingest.subscriptions.Subscriptions;
import news.dateline.ingest.subscriptions.Subscriptions.Known;
import org.zalando.problem.ThrowableProblem;

/** Subscriptions to feeds. Every instance answers for all of them. */
@Controller("/v1/feeds")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedsController {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}");
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(5);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(7);
    private static final int MOST = 1_000;

    private final Subscriptions subscriptions;

    FeedsController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Lists subscriptions by id.
     *
     * @param limit most that are listed, 1 to 1000
     * @param cursor {@code next} of the page before
     */
    @Get
    @Operation(summary = "List the feeds and how they are doing")
    @ApiResponse(responseCode = "200", description = "Feeds, by id")
    SubscriptionList list(@QueryValue(defaultValue = "200") int limit, @QueryValue @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw Problems.badRequest("limit must be from 1 to " + MOST);
        }
        List<Known> behind = ready().all().stream()
                .filter(known -> cursor == null || known.feed().getId().compareTo(cursor) > 0)
                .toList();
        List<Subscription> page =
                behind.stream().limit(limit).map(Subscription::of).toList();
        return new SubscriptionList(
                page, behind.size() > limit ? page.get(limit - 1).id() : null);
    }

    /** Shows one subscription. */
    @Get("/{id}")
    @Operation(summary = "Show a feed and how it is doing")
    @ApiResponse(responseCode = "200", description = "The feed")
    @ApiResponse(responseCode = "404", description = "There is no feed of this id")
    Subscription show(@PathVariable String id) {
        return ready().find(id).map(Subscription::of).orElseThrow(() -> unknown(id));
    }

    /** Subscribes, or changes a subscription. The feed is polled at once. */
    @Put("/{id}")
    @Operation(summary = "Subscribe to a feed, or change a subscription")
    @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class)))
    @ApiResponse(responseCode = "200", description = "The subscription is changed")
    @ApiResponse(responseCode = "201", description = "The feed is subscribed to")
    @ApiResponse(responseCode = "400", description = "The subscription is not acceptable")
    @ApiResponse(responseCode = "503", description = "Kafka did not acknowledge; send again")
    HttpResponse<Subscription> put(@PathVariable String id, @Body JsonNode body) {
        if (!ID.matcher(id).matches()) {
            throw Problems.badRequest(
                    "the id of a feed is 1 to 100 letters, digits and . _ ~ - and begins with a letter " + "or digit");
        }
        if (!body.isObject()) {
            throw Problems.badRequest(
                    "the body must be an object such as {\"url\":\"https://…\",\"interval\":\"PT5M\"}");
        }
        JsonNode url = body.path("url");
        if (!url.isTextual() || url.asText().isBlank()) {
            throw Problems.badRequest("url is missing: the address of the feed");
        }
        JsonNode fullText = body.path("fullText");
        if (!fullText.isBoolean() && !fullText.isNull() && !fullText.isMissingNode()) {
            throw Problems.badRequest("fullText must be true or false");
        }
        boolean known = ready().find(id).isPresent();
        try {
            Known feed = subscriptions.put(id, url.asText(), interval(body.path("interval")), fullText.asBoolean());
            return HttpResponse.<Subscription>status(known ? HttpStatus.OK : HttpStatus.CREATED)
                    .body(Subscription.of(feed));
        } catch (FetchException e) {
            throw Problems.badRequest("url: " + e.getMessage());
        }
    }

    /** Ends a subscription. What came of it stays. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a subscription")
    @ApiResponse(responseCode = "204", description = "The feed is polled no more")
    @ApiResponse(responseCode = "404", description = "There is no feed of this id")
    void delete(@PathVariable String id) {
        if (ready().find(id).isEmpty()) {
            throw unknown(id);
        }
        subscriptions.delete(id);
    }

    private Duration interval(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return USUAL_INTERVAL;
        }
        Duration shortest = subscriptions.shortestInterval();
        try {
            Duration interval =
                    Duration.parse(given.isTextual() ? given.asText().strip() : "");
            if (interval.compareTo(shortest) >= 0 && interval.compareTo(LONGEST_INTERVAL) <= 0) {
                return interval;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw Problems.badRequest(
                "interval must be an ISO-8601 duration such as PT5M, from " + shortest + " to " + LONGEST_INTERVAL);
    }

    private Subscriptions ready() {
        if (!subscriptions.isReady()) {
            throw Problems.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "The feeds are still being read from Kafka; ask again in some seconds")
                    .build();
        }
        return subscriptions;
    }

    private static ThrowableProblem unknown(String id) {
        return Problems.notFound("There is no feed '" + id + "'; GET /v1/feeds lists them");
    }
}
