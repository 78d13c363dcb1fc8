package news.dateline.sink.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.dateline.edge.Problems.badRequest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.function.Predicate;
import news.dateline.edge.Problems;
import news.dateline.sink.alerts.SavedSearch;
import news.dateline.sink.alerts.SavedSearches;
import news.dateline.sink.matching.Matchable;
import news.dateline.sink.matching.Matching;
import news.dateline.sink.web.Parameters;
import org.reactivestreams.Publisher;

/** {@code GET /v1/stream}: the live wire as server-sent events. */
@Controller("/v1/stream")
@Tag(name = "live stream")
final class StreamController {
    private static final Set<String> NAMES = Set.of("entity", "topic", "q", "search");
    private static final byte[] WELCOME = ": connected\n\n".getBytes(UTF_8);

    private final LiveWire wire;
    private final CatchUp catchUp;
    private final Matching matching;
    private final SavedSearches searches;
    private final StreamSettings settings;

    StreamController(
            LiveWire wire, CatchUp catchUp, Matching matching, SavedSearches searches, StreamSettings settings) {
        this.wire = wire;
        this.catchUp = catchUp;
        this.matching = matching;
        this.searches = searches;
        this.settings = settings;
    }

    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Operation(
            summary = "Follow the articles live",
            description = "Server-sent events article, correction, kill and gap, each with an id. Without Last-Event-ID"
                    + " what comes from now on; with it everything since. A correction is sent when its old or its new"
                    + " version matches; a kill always is. A comment every 15 seconds keeps the connection open.")
    @ApiResponse(
            responseCode = "200",
            description = "Events until the client leaves",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "400", description = "A parameter or Last-Event-ID is wrong")
    @ApiResponse(responseCode = "503", description = "There are as many clients as this instance takes")
    HttpResponse<Publisher<byte[]>> stream(
            @Nullable @QueryValue @Parameter(description = "Wikidata id, or name in any case") String entity,
            @Nullable @QueryValue
                    @Parameter(
                            description = "IPTC Media Topic; narrower ones are included",
                            example = "medtop:11000000")
                    String topic,
            @Nullable @QueryValue @Parameter(description = "Words, \"a phrase\", -not, or") String q,
            @Nullable @QueryValue @Parameter(description = "Id of a saved search, in place of the others")
                    String search,
            @Nullable @Header("Last-Event-ID") @Parameter(description = "The id of the last event that was seen")
                    String lastEventId,
            @Parameter(hidden = true) HttpRequest<?> request) {
        Parameters parameters = Parameters.of(request.getParameters(), NAMES);
        EventId from = lastEventId == null || lastEventId.isBlank() ? null : place(lastEventId.strip());
        if (wire.isFull()) {
            throw Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "There are too many clients now; try again soon")
                    .build();
        }
        Listener[] self = new Listener[1];
        Listener listener = new Listener(filter(parameters), settings.queue(), () -> wire.leave(self[0]));
        self[0] = listener;
        listener.comment(WELCOME);
        if (from == null) {
            wire.join(listener);
        } else if (!wire.resume(listener, from)) {
            catchUp.start(listener, from);
        }
        return HttpResponse.<Publisher<byte[]>>ok(listener)
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header("Cache-Control", "no-cache")
                .header("X-Accel-Buffering", "no");
    }

    private Predicate<Matchable> filter(Parameters parameters) {
        String saved = parameters.text("search");
        if (saved == null) {
            return matching.filter(parameters.text("entity"), parameters.text("topic"), parameters.text("q"));
        }
        SavedSearch search =
                searches.known(saved).orElseThrow(() -> Problems.notFound("There is no saved search '" + saved + "'"));
        return matching.filter(search.entity(), search.topic(), search.q())
                .and(article -> search.source() == null || search.source().equals(article.source()));
    }

    private static EventId place(String lastEventId) {
        return EventId.read(lastEventId)
                .orElseThrow(() -> badRequest("Last-Event-ID must be the id of an event of this stream"));
    }
}
