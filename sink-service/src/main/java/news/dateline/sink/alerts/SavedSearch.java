package news.dateline.sink.alerts;

import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A saved search.
 *
 * @param id its identifier
 * @param name name for people
 * @param q words in web-search syntax
 * @param entity Wikidata id or name of an entity
 * @param topic QCode of a topic; narrower ones are included
 * @param source id of the publisher
 * @param webhook address that is told of matches
 */
@Schema(name = "SavedSearch")
public record SavedSearch(
        String id,
        String name,
        @Nullable String q,
        @Nullable String entity,
        @Nullable String topic,
        @Nullable String source,
        @Nullable String webhook) {
    static final String COLUMNS = "id, name, q, entity, topic, source, webhook";

    static SavedSearch of(ResultSet row) throws SQLException {
        return new SavedSearch(
                row.getString("id"),
                row.getString("name"),
                row.getString("q"),
                row.getString("entity"),
                row.getString("topic"),
                row.getString("source"),
                row.getString("webhook"));
    }
}
