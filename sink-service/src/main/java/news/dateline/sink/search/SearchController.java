package news.dateline.sink.search;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;

/** {@code GET /v1/articles}. */
@Controller("/v1/articles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "articles")
final class SearchController {
    private final ArticleSearch search;

    SearchController(ArticleSearch search) {
        this.search = search;
    }

    // The parameters are declared for the API's description; SearchParameters reads them all, unknown ones too.
    @Get
    @Operation(
            summary = "Search the articles",
            description = "Full-text search with filters and facets. Killed and withheld articles are not found.")
    @ApiResponse(responseCode = "200", description = "One page of the articles found, and counts over all of them")
    @ApiResponse(responseCode = "400", description = "A parameter is wrong; the problem's detail says which and why")
    SearchAnswer search(
            @Nullable @QueryValue @Parameter(description = "Words, \"a phrase\", -not, or") String q,
            @Nullable @QueryValue @Parameter(description = "Wikidata id, or name in any case") String entity,
            @Nullable @QueryValue
                    @Parameter(
                            description = "IPTC Media Topic; narrower ones are included",
                            example = "medtop:11000000")
                    String topic,
            @Nullable @QueryValue @Parameter(description = "Id of the source") String source,
            @Nullable @QueryValue @Parameter(description = "BCP 47; pt includes pt-BR") String language,
            @Nullable @QueryValue
                    @Parameter(
                            description =
                                    "Published (or, where that is unknown, received) at or after: instant with offset, or date")
                    String from,
            @Nullable @QueryValue
                    @Parameter(description = "Published (or received) before: instant with offset, or date")
                    String to,
            @Nullable @QueryValue @Parameter(description = "Id of the story") String story,
            @Nullable @QueryValue
                    @Parameter(
                            description = "Order; best is the default with q",
                            schema = @Schema(allowableValues = {"newest", "best"}))
                    String sort,
            @Nullable @QueryValue
                    @Parameter(
                            description = "Most articles in the answer",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "20"))
                    String limit,
            @Nullable @QueryValue
                    @Parameter(description = "The 'next' of the page before, with otherwise the same parameters")
                    String cursor,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        return search.find(SearchParameters.read(request.getParameters()));
    }
}
