package news.dateline.enrich.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import news.dateline.RawArticle;
import news.dateline.edge.Problems;
import news.dateline.edge.access.Access;
import news.dateline.edge.access.Role;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.schemas.article.ArticleRules;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.json.ArticleJson;

/** The tags for a text, the same as the stream would give, without Kafka. */
@Controller("/v1/enrich")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(Role.READ)
final class EnrichController {
    private static final String EXAMPLE = """
            {"headline": "Harbour bridge opens in Oslo", "body": "The new bridge in Oslo opened, said Kari Holm."}""";

    private final Enrichment enrichment;
    private final Clock clock = Clock.systemUTC();

    EnrichController(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    /** Takes an article as JSON; headline and body may be all that it has. */
    @Post
    @Operation(
            summary = "Tag a text",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(name = "text", value = EXAMPLE))))
    @ApiResponse(responseCode = "200", description = "The article with its tags")
    @ApiResponse(responseCode = "400", description = "The body is no JSON, or a member is of the wrong type")
    @ApiResponse(responseCode = "422", description = "The article breaks a rule")
    ObjectNode enrich(@Body JsonNode json) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            RawArticle article = ArticleJson.read(json, "unknown", now);
            ArticleRules.check(article);
            return ArticleJson.write(enrichment.enrich(article, 1, now));
        } catch (InvalidArticleException e) {
            throw Problems.of(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage()).build();
        }
    }
}
