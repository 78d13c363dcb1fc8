package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.dateline.EnrichedArticle;
import news.dateline.Mention;

/**
 * Tables entities, article_entities and mentions. An entity is described by the article that is surest of it, so that
 * its row does not depend on the order of arrival; one that no article names is no entity. A row of a much-named entity
 * is written only when its description changes, so that writers do not queue for it.
 */
final class Entities {
    private static final String CLEAR =
            "DELETE FROM article_entities WHERE article_id = ANY (?::text[]) RETURNING entity_id";
    private static final String CLEAR_MENTIONS = "DELETE FROM mentions WHERE article_id = ANY (?::text[])";
    private static final String DESCRIBE = """
            INSERT INTO entities AS known (id, named_by, type, name, name_folded, wikidata, geonames, country, latitude,
                longitude, score)
            SELECT DISTINCT ON (told.id) told.*
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::text[],
                ?::float8[], ?::float8[], ?::float8[]) AS told (id, named_by, type, name, name_folded, wikidata,
                    geonames, country, latitude, longitude, score)
            LEFT JOIN entities ON entities.id = told.id
            WHERE entities.id IS NULL
                OR told.score > entities.score OR (told.score = entities.score AND told.named_by < entities.named_by)
            ORDER BY told.id, told.score DESC, told.named_by COLLATE "C"
            ON CONFLICT (id) DO UPDATE SET named_by = excluded.named_by, type = excluded.type, name = excluded.name,
                name_folded = excluded.name_folded, wikidata = excluded.wikidata, geonames = excluded.geonames,
                country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude,
                score = excluded.score
            WHERE excluded.score > known.score
                OR (excluded.score = known.score AND excluded.named_by < known.named_by)
            """;
    private static final List<Column<EntityRow>> DESCRIPTION = List.of(
            Column.text(EntityRow::entityId),
            Column.text(EntityRow::articleId),
            Column.text(r -> r.entity().getType()),
            Column.text(r -> r.entity().getName()),
            Column.text(EntityRow::nameFolded),
            Column.text(r -> r.entity().getWikidata()),
            Column.bigint(r -> r.entity().getGeonames()),
            Column.text(r -> r.entity().getCountry()),
            Column.number(EntityRow::latitude),
            Column.number(EntityRow::longitude),
            Column.number(r -> r.entity().getScore()));

    private static final String ADD = """
            INSERT INTO article_entities (entity_id, article_id, type, name, name_folded, wikidata, geonames, country,
                latitude, longitude, score, position, salience, recognizer)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::text[],
                ?::float8[], ?::float8[], ?::float8[], ?::int4[], ?::float8[], ?::text[])
            """;
    private static final List<Column<EntityRow>> COLUMNS = and(
            DESCRIPTION,
            List.of(
                    Column.integer(EntityRow::position),
                    Column.number(r -> r.entity().getSalience()),
                    Column.text(r -> r.entity().getRecognizer())));

    private static final String ADD_MENTIONS = """
            INSERT INTO mentions (article_id, entity_id, field, start_offset, end_offset, text)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::int4[], ?::int4[], ?::text[])
            ON CONFLICT DO NOTHING
            """;
    private static final List<Column<MentionRow>> MENTION = List.of(
            Column.text(r -> r.entity.articleId()),
            Column.text(r -> r.entity.entityId()),
            Column.text(r -> r.mention.getField()),
            Column.integer(r -> r.mention.getStart()),
            Column.integer(r -> r.mention.getEnd()),
            Column.text(r -> r.mention.getText()));

    private static final String LOCK = "SELECT id FROM entities WHERE id = ANY (?::text[]) ORDER BY id FOR UPDATE";
    private static final String DESCRIBE_AGAIN = """
            UPDATE entities AS e
            SET named_by = best.article_id, type = best.type, name = best.name, name_folded = best.name_folded,
                wikidata = best.wikidata, geonames = best.geonames, country = best.country,
                latitude = best.latitude, longitude = best.longitude, score = best.score
            FROM unnest(?::text[]) AS touched (id)
            CROSS JOIN LATERAL (
                SELECT * FROM article_entities WHERE entity_id = touched.id ORDER BY score DESC, article_id LIMIT 1
            ) AS best
            WHERE e.id = touched.id
            """;
    private static final String REMOVE_UNNAMED = """
            DELETE FROM entities AS e USING unnest(?::text[]) AS touched (id)
            WHERE e.id = touched.id AND NOT EXISTS (SELECT FROM article_entities WHERE entity_id = e.id)
            """;
    private static final List<Column<String>> ID = List.of(Column.text(id -> id));

    private Entities() {}

    private record MentionRow(EntityRow entity, Mention mention) {}

    /** Puts the articles' entities in place of those stored; gives the entities that some article may have lost. */
    static Set<String> replace(Connection connection, List<EnrichedArticle> articles) throws SQLException {
        Set<String> lost = new HashSet<>();
        List<EnrichedArticle> later =
                articles.stream().filter(a -> a.getVersion() > 1).toList();
        try (PreparedStatement statement = connection.prepareStatement(CLEAR)) {
            Column.bind(statement, List.of(Column.text(EnrichedArticle::getId)), later);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lost.add(rows.getString(1));
                }
            }
        }
        Column.execute(connection, CLEAR_MENTIONS, List.of(Column.text(EnrichedArticle::getId)), later);
        List<EntityRow> rows =
                articles.stream().flatMap(a -> EntityRow.of(a).stream()).toList();
        List<MentionRow> mentions = rows.stream()
                .flatMap(row -> row.mentions().stream().map(mention -> new MentionRow(row, mention)))
                .toList();
        Column.execute(connection, DESCRIBE, DESCRIPTION, rows);
        Column.execute(connection, ADD, COLUMNS, rows);
        Column.execute(connection, ADD_MENTIONS, MENTION, mentions);
        return lost;
    }

    /** Describes entities that lost an article by those that are left, and removes those that none names any more. */
    static void describeAgain(Connection connection, Collection<String> touched) throws SQLException {
        if (touched.isEmpty()) {
            return;
        }
        List<String> ids = List.copyOf(touched);
        // The lock waits for writers whose rows refer to these entities, so that the next statements see them.
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            Column.bind(statement, ID, ids);
            statement.executeQuery().close();
        }
        Column.execute(connection, REMOVE_UNNAMED, ID, ids);
        Column.execute(connection, DESCRIBE_AGAIN, ID, ids);
    }

    private static <R> List<Column<R>> and(List<Column<R>> columns, List<Column<R>> more) {
        List<Column<R>> all = new ArrayList<>(columns);
        all.addAll(more);
        return List.copyOf(all);
    }
}
