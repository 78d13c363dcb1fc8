package news.dateline.ingest.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.edge.Problems;
import news.dateline.edge.access.Access;
import news.dateline.edge.access.Role;
import news.dateline.ingest.articles.ArticleReader;
import news.dateline.ingest.articles.ArticleReader.Origin;
import news.dateline.ingest.articles.BodyType;
import news.dateline.ingest.articles.MalformedBodyException;
import news.dateline.ingest.articles.ReadItem;
import news.dateline.ingest.articles.Receipt;
import news.dateline.ingest.idempotency.Once;
import news.dateline.schemas.article.ArticleRules;
import news.dateline.schemas.article.CanonicalUrl;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.topics.EventHeaders;
import org.zalando.problem.ThrowableProblem;

/** The HTTP door: articles, pages, corrections and kills. An answer of 202 means that Kafka has all of it. */
@Controller("/v1/articles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(Role.INGEST)
final class ArticlesController {
    private final ArticleReader reader = new ArticleReader();
    private final RequestBodies bodies;
    private final Once once;
    private final Clock clock = Clock.systemUTC();

    ArticlesController(RequestBodies bodies, Once once) {
        this.bodies = bodies;
        this.once = once;
    }

    /**
     * Takes articles in.
     *
     * @param url address of the page, for text/html and text/plain
     * @param source id of the source of articles that name none
     */
    @Post
    @Consumes(MediaType.ALL)
    @Operation(
            summary = "Push articles, corrections or pages",
            requestBody =
                    @RequestBody(
                            description = "Articles or a page; the media type says which",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(type = "object"),
                                        examples = @ExampleObject(name = "article", value = ExampleBodies.JSON)),
                                @Content(
                                        mediaType = "application/x-ndjson",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(name = "articles", value = ExampleBodies.NDJSON)),
                                @Content(
                                        mediaType = "text/html",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(name = "page", value = ExampleBodies.HTML)),
                                @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))
                            }))
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: a repeat gets the first answer for 24 hours",
            schema = @Schema(type = "string", maxLength = 255))
    @ApiResponse(
            responseCode = "202",
            description = "Kafka has acknowledged every accepted item",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @ApiResponse(responseCode = "400", description = "The body cannot be read")
    @ApiResponse(responseCode = "409", description = "A request with this Idempotency-Key is still in work")
    @ApiResponse(responseCode = "413", description = "The body is too large")
    @ApiResponse(responseCode = "415", description = "The media type is not known")
    @ApiResponse(
            responseCode = "422",
            description = "No item is an acceptable article, or the Idempotency-Key belongs to a different request")
    @ApiResponse(responseCode = "503", description = "Kafka did not acknowledge; send again")
    HttpResponse<?> push(
            HttpRequest<?> request,
            @Body @Nullable InputStream body,
            @QueryValue @Nullable String url,
            @QueryValue @Nullable String source,
            @Header(EventHeaders.TRACEPARENT) @Nullable String traceparent)
            throws IOException {
        try (InputStream received = body == null ? InputStream.nullInputStream() : body) {
            return taken(request, received, url, source, traceparent);
        } // closed even if it is refused unread: what is left of it would block the connection
    }

    private HttpResponse<?> taken(
            HttpRequest<?> request, InputStream body, String url, String source, String traceparent)
            throws IOException {
        BodyType type = bodyType(request);
        Origin origin = new Origin(charset(request), checked(url), blankToNull(source), now());
        return once.answer(request, bodies.open(request, body, type), (read, outlet) -> {
            Delivery delivery = new Delivery(outlet, traceparent);
            read(type, read, origin, delivery);
            return accepted(delivery.receipt());
        });
    }

    /** Kills an article, known already or not. */
    @Delete("/{id}")
    @Operation(summary = "Kill an article")
    @ApiResponse(
            responseCode = "202",
            description = "Kafka has the kill",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    HttpResponse<?> kill(
            HttpRequest<?> request,
            @PathVariable String id,
            @QueryValue @Nullable String reason,
            @Header(EventHeaders.TRACEPARENT) @Nullable String traceparent)
            throws IOException {
        RawArticle kill = killOf(id, blankToNull(reason));
        return once.answer(request, InputStream.nullInputStream(), (nothing, outlet) -> {
            Delivery delivery = new Delivery(outlet, traceparent);
            delivery.accept(new ReadItem.Article(0, kill));
            return accepted(delivery.receipt());
        });
    }

    private RawArticle killOf(String id, String reason) {
        RawArticle kill = RawArticle.newBuilder()
                .setId(id)
                .setStatus(PubStatus.canceled)
                .setReason(reason)
                .setReceivedAt(now())
                .build();
        try {
            ArticleRules.check(kill);
            return kill;
        } catch (InvalidArticleException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, e.getMessage()).build();
        }
    }

    /** What is not streamed is read to its end before anything of it is published: it is taken or refused as a whole. */
    private void read(BodyType type, InputStream body, Origin origin, Delivery delivery) throws IOException {
        try {
            if (type.isStreamed()) {
                reader.read(type, body, origin, delivery);
            } else {
                reader.read(type, body.readAllBytes(), origin).forEach(delivery);
            }
        } catch (MalformedBodyException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, e.getMessage()).build();
        }
    }

    private static HttpResponse<Receipt> accepted(Receipt receipt) {
        if (receipt.accepted().isEmpty()) {
            throw allRejected(receipt);
        }
        return HttpResponse.accepted().body(receipt);
    }

    private static ThrowableProblem allRejected(Receipt receipt) {
        List<Receipt.Rejected> rejected = receipt.rejected();
        String detail =
                switch (rejected.size()) {
                    case 0 -> "the body holds no article";
                    case 1 -> rejected.get(0).detail();
                    default ->
                        "none of the " + rejected.size() + " items is an acceptable article; the first: "
                                + rejected.get(0).detail();
                };
        return Problems.of(HttpStatus.UNPROCESSABLE_ENTITY, detail)
                .with("accepted", receipt.accepted())
                .with("rejected", rejected)
                .build();
    }

    private static BodyType bodyType(HttpRequest<?> request) {
        String named = request.getContentType().map(MediaType::getName).orElse("");
        return BodyType.of(named)
                .orElseThrow(() -> Problems.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                (named.isEmpty()
                                                ? "Content-Type is missing"
                                                : "Content-Type " + named + " is not known")
                                        + "; it must be one of " + BodyType.known())
                        .build());
    }

    private static Charset charset(HttpRequest<?> request) {
        Optional<String> named = request.getContentType()
                .flatMap(type -> type.getParametersMap().entrySet().stream()
                        .filter(parameter -> parameter.getKey().toString().equalsIgnoreCase("charset"))
                        .map(parameter -> parameter.getValue().replace("\"", "").strip())
                        .findFirst());
        try {
            return named.map(Charset::forName).orElse(null);
        } catch (IllegalArgumentException e) {
            throw Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "the charset of Content-Type is not known")
                    .build();
        }
    }

    private static String checked(String url) {
        if (blankToNull(url) == null) {
            return null;
        }
        try {
            CanonicalUrl.of(url);
            return url.strip();
        } catch (InvalidArticleException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, e.getMessage()).build();
        }
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
