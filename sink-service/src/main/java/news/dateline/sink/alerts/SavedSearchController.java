package news.dateline.sink.alerts;

import static news.dateline.edge.Problems.badRequest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.edge.Problems;
import news.dateline.sink.web.Parameters;
import org.zalando.problem.ThrowableProblem;

/** {@code /v1/searches}: searches that are matched against each article as it comes. */
@Controller("/v1/searches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "saved searches")
final class SavedSearchController {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int LONGEST = 1_000;

    private final SavedSearches searches;
    private final AlertSettings settings;

    SavedSearchController(SavedSearches searches, AlertSettings settings) {
        this.searches = searches;
        this.settings = settings;
    }

    /** A page of saved searches. */
    @Schema(name = "SavedSearches")
    record Page(List<SavedSearch> searches, @Nullable String next) {}

    /**
     * A search to be saved.
     *
     * @param name name for people; the id where none is given
     * @param q words in web-search syntax
     * @param entity Wikidata id or name of an entity
     * @param topic QCode of a topic
     * @param source id of the publisher
     * @param webhook public http or https address that is told of matches
     * @param secret key of the signature of what is sent there; never shown again
     */
    @Schema(name = "SavedSearchDefinition")
    record Definition(
            @Nullable String name,
            @Nullable String q,
            @Nullable String entity,
            @Nullable String topic,
            @Nullable String source,
            @Nullable String webhook,
            @Nullable String secret) {}

    @Get
    @Operation(summary = "List the saved searches")
    @ApiResponse(responseCode = "200", description = "One page of them, by id")
    Page list(
            @Nullable @QueryValue String limit,
            @Nullable @QueryValue @Parameter(description = "The 'next' of the page before") String cursor,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws SQLException {
        Parameters parameters = Parameters.of(request.getParameters(), Set.of("limit", "cursor"));
        int most = parameters.number("limit", 50, 200);
        String after = parameters.text("cursor") == null ? "" : checked(parameters.text("cursor"));
        List<SavedSearch> found = new ArrayList<>(searches.list(after, most + 1));
        if (found.size() <= most) {
            return new Page(found, null);
        }
        found.remove(most);
        return new Page(found, found.get(most - 1).id());
    }

    @Get("/{id}")
    @Operation(summary = "Read a saved search")
    @ApiResponse(responseCode = "200", description = "The search; its secret is not shown")
    @ApiResponse(responseCode = "404", description = "There is no such search")
    SavedSearch show(@PathVariable String id) throws SQLException {
        return searches.find(checked(id)).orElseThrow(() -> unknown(id));
    }

    @Put("/{id}")
    @Operation(
            summary = "Save a search",
            description =
                    "Articles that come from now on and match are told to its webhook, and on /v1/stream?search=ID.")
    @ApiResponse(responseCode = "200", description = "It is saved")
    @ApiResponse(responseCode = "400", description = "Something is wrong; the problem's detail says what")
    SavedSearch put(@PathVariable String id, @Body Definition definition) throws SQLException {
        SavedSearch search = new SavedSearch(
                checked(id),
                definition.name() == null || definition.name().isBlank() ? id : text("name", definition.name()),
                text("q", definition.q()),
                text("entity", definition.entity()),
                text("topic", definition.topic()),
                text("source", definition.source()),
                text("webhook", definition.webhook()));
        if (search.q() == null && search.entity() == null && search.topic() == null && search.source() == null) {
            throw badRequest("Say what to search for: q, entity, topic or source");
        }
        String refusal =
                search.webhook() == null ? null : WebhookTarget.refusal(search.webhook(), settings.privateTargets());
        if (refusal != null) {
            throw badRequest(refusal);
        }
        searches.put(search, text("secret", definition.secret()));
        return search;
    }

    @Delete("/{id}")
    @Operation(summary = "Delete a saved search", description = "What is not delivered yet never is.")
    @ApiResponse(responseCode = "200", description = "It is deleted")
    @ApiResponse(responseCode = "404", description = "There is no such search")
    SavedSearch delete(@PathVariable String id) throws SQLException {
        SavedSearch search = searches.find(checked(id)).orElseThrow(() -> unknown(id));
        searches.delete(id);
        return search;
    }

    private static String text(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST || value.indexOf(0) >= 0) {
            throw badRequest(name + " must have at most " + LONGEST + " characters, and none that is null");
        }
        return value.strip();
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw badRequest("The id of a search has 1 to 100 letters, digits, dots, hyphens or underscores");
        }
        return id;
    }

    private static ThrowableProblem unknown(String id) {
        return Problems.notFound("There is no saved search '" + id + "'");
    }
}
