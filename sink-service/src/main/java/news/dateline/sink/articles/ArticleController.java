package news.dateline.sink.articles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.util.List;
import news.dateline.edge.Problems;
import news.dateline.schemas.article.ArticleId;
import news.dateline.sink.articles.ArticleReader.Answer;
import news.dateline.sink.articles.ArticleReader.Version;
import org.zalando.problem.ThrowableProblem;

/** {@code GET /v1/articles/{id}} and its versions. */
@Controller("/v1/articles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "articles")
final class ArticleController {
    private final ArticleReader reader;

    ArticleController(ArticleReader reader) {
        this.reader = reader;
    }

    @Get("/{id}")
    @Operation(
            summary = "Read an article",
            description = "The newest version. An article that is withheld says so in its status.")
    @ApiResponse(
            responseCode = "200",
            description = "The article",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "404", description = "There is no such article")
    @ApiResponse(
            responseCode = "410",
            description = "The article is killed; the problem has id, version, articleStatus, reason and killedAt")
    ObjectNode article(@PathVariable String id) throws SQLException {
        List<Version> newest = found(id, reader.newest(checked(id)));
        return newest.get(0).article();
    }

    @Get("/{id}/versions")
    @Operation(
            summary = "Read an article's versions",
            description = "Oldest first, since its last kill if it ever was killed, each with what it changed.")
    @ApiResponse(responseCode = "200", description = "The versions")
    @ApiResponse(responseCode = "404", description = "There is no such article")
    @ApiResponse(responseCode = "410", description = "The article is killed")
    VersionList versions(@PathVariable String id) throws SQLException {
        return VersionList.of(found(id, reader.versions(checked(id))));
    }

    private static String checked(String id) {
        if (!ArticleId.isWellFormed(id)) {
            throw Problems.notFound("There is no such article: an id is 1 to 200 printable ASCII characters");
        }
        return id;
    }

    private static List<Version> found(String id, Answer answer) {
        if (answer instanceof Answer.Found found) {
            return found.versions();
        }
        if (answer instanceof Answer.Killed kill) {
            throw killed(id, kill);
        }
        throw Problems.notFound("There is no article with id '" + id + "'");
    }

    private static ThrowableProblem killed(String id, Answer.Killed kill) {
        return Problems.of(HttpStatus.GONE, "The article was killed: it must not be used")
                .with("id", id)
                .with("version", kill.version())
                .with("articleStatus", "canceled")
                .with("reason", kill.reason())
                .with("killedAt", kill.killedAt().toString())
                .build();
    }
}
