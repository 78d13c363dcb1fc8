package news.dateline.sink.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The answer to a search.
 *
 * @param total how many articles match
 * @param exact whether total and facets are counted; where very many match, they are estimated from a sample
 * @param searchedName the name that was searched for, where nothing matched the words and they are much like it
 * @param articles this page of them, as JSON
 * @param facets the most frequent topics, entities, sources and languages among all that match
 * @param next cursor of the next page, null on the last
 */
record SearchAnswer(
        long total,
        boolean exact,
        @Nullable String searchedName,

        @ArraySchema(
                schema =
                        @Schema(
                                type = "object",
                                description =
                                        "An article; with q also snippet, safe HTML with each match in a mark element"))
        List<ObjectNode> articles,

        Counts facets,
        @Nullable String next) {

    /** The facets. */
    @Schema(name = "Facets")
    record Counts(
            List<Facets.Value> topics,
            List<Facets.Value> entities,
            List<Facets.Value> sources,
            List<Facets.Value> languages) {}

    static SearchAnswer of(Page page, Facets facets, SearchQuery query, @Nullable String searchedName) {
        return new SearchAnswer(
                facets.total(),
                facets.exact(),
                searchedName,
                page.articles(),
                new Counts(facets.topics(), facets.entities(), facets.sources(), facets.languages()),
                page.last() == null ? null : page.last().write(query));
    }
}
