package news.dateline.sink.stories;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import news.dateline.edge.Problems;
import news.dateline.sink.web.ListCursor;
import news.dateline.sink.web.Parameters;

/** {@code /v1/stories}, {@code /v1/entities} and {@code /v1/trends}. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "stories, entities, trends")
final class StoryController {
    private static final int MOST = 200;
    private static final int USUAL = 20;

    private final StoryShelf stories;
    private final EntityShelf entities;

    StoryController(StoryShelf stories, EntityShelf entities) {
        this.stories = stories;
        this.entities = entities;
    }

    /** A page of stories. */
    record Stories(List<ObjectNode> stories, @Nullable String next) {}

    /** Entities; there is no next page. */
    record Entities(List<ObjectNode> entities, @Nullable String next) {}

    /** Trends; there is no next page. */
    record Trends(List<ObjectNode> trends, @Nullable String next) {}

    // The parameters are declared for the API's description; Parameters reads them all, unknown ones too.
    @Get("/stories")
    @Operation(
            summary = "List the stories",
            description = "The latest first; stories that were merged into others only with status=merged.")
    @ApiResponse(responseCode = "200", description = "One page of stories")
    @ApiResponse(responseCode = "400", description = "A parameter is wrong; the problem's detail says which and why")
    Stories stories(
            @Nullable @QueryValue @Parameter(schema = @Schema(allowableValues = {"all", "active", "closed", "merged"}))
                    String status,
            @Nullable @QueryValue String limit,
            @Nullable @QueryValue @Parameter(description = "The 'next' of the page before") String cursor,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        Parameters parameters = Parameters.of(request.getParameters(), Set.of("status", "limit", "cursor"));
        String wanted = parameters.choice("status", List.of("all", "active", "closed", "merged"));
        StoryShelf.Listed listed = stories.stories(
                wanted.equals("all") ? null : wanted,
                parameters.number("limit", USUAL, MOST),
                ListCursor.read(parameters.text("cursor")));
        return new Stories(listed.items(), listed.next());
    }

    @Get("/stories/{id}")
    @Operation(summary = "Read a story", description = "With its newest hundred articles.")
    @ApiResponse(
            responseCode = "200",
            description = "The story",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "404", description = "There is no such story")
    ObjectNode story(@PathVariable String id) throws SQLException {
        return stories.story(storable(id))
                .orElseThrow(() -> Problems.notFound("There is no story with id '" + id + "'"));
    }

    @Get("/entities")
    @Operation(
            summary = "Find entities by name",
            description = "Names that begin with q, then names that are spelled much like it. Without q those that the"
                    + " newest 2,000 articles name most. Articles are counted up to 10,000.")
    @ApiResponse(responseCode = "200", description = "The entities, best match first")
    @ApiResponse(responseCode = "400", description = "A parameter is wrong; the problem's detail says which and why")
    Entities entities(
            @Nullable @QueryValue @Parameter(description = "Name, its beginning, or a Wikidata id") String q,
            @Nullable @QueryValue
                    @Parameter(schema = @Schema(allowableValues = {"PERSON", "ORGANIZATION", "LOCATION", "OTHER"}))
                    String type,
            @Nullable @QueryValue String limit,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        Parameters parameters = Parameters.of(request.getParameters(), Set.of("q", "type", "limit"));
        String kind = parameters.text("type") == null
                ? null
                : parameters.choice("type", List.of("PERSON", "ORGANIZATION", "LOCATION", "OTHER"));
        return new Entities(entities.find(parameters.text("q"), kind, parameters.number("limit", USUAL, MOST)), null);
    }

    @Get("/entities/{id}")
    @Operation(
            summary = "Read an entity",
            description = "With the names that articles use for it, whom they name together with it, and its course.")
    @ApiResponse(
            responseCode = "200",
            description = "The entity",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "404", description = "There is no such entity")
    ObjectNode entity(@PathVariable String id) throws SQLException {
        return entities.entity(storable(id))
                .orElseThrow(() -> Problems.notFound("There is no entity with id '" + id + "'"));
    }

    @Get("/trends")
    @Operation(
            summary = "What rises",
            description = "Entities, topics and stories that are more in the news than is usual for them, in the newest"
                    + " hour or day and the one before, the most unusual first.")
    @ApiResponse(responseCode = "200", description = "The trends")
    @ApiResponse(responseCode = "400", description = "A parameter is wrong; the problem's detail says which and why")
    Trends trends(
            @Nullable @QueryValue @Parameter(schema = @Schema(allowableValues = {"PT1H", "P1D"})) String window,
            @Nullable @QueryValue @Parameter(schema = @Schema(allowableValues = {"all", "entity", "topic", "story"}))
                    String kind,
            @Nullable @QueryValue String limit,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        Parameters parameters = Parameters.of(request.getParameters(), Set.of("window", "kind", "limit"));
        String wanted = parameters.choice("kind", List.of("all", "entity", "topic", "story"));
        return new Trends(
                stories.trends(
                        parameters.choice("window", List.of("PT1H", "P1D")),
                        wanted.equals("all") ? null : wanted,
                        parameters.number("limit", USUAL, MOST)),
                null);
    }

    private static String storable(String id) {
        return id.replace('\0', ' ');
    }
}
