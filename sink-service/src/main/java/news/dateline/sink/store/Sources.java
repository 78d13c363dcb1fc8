package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import news.dateline.EnrichedArticle;

/**
 * Table sources. A source's name is the one used on the latest day; so a name is written once a source and day, and
 * writers do not queue for the row of a busy source.
 */
final class Sources {
    private static final String NAME = """
            INSERT INTO sources AS known (id, name, named_on)
            SELECT DISTINCT ON (told.id) told.id, told.name, told.named_on
            FROM unnest(?::text[], ?::text[], ?::date[]) AS told (id, name, named_on)
            LEFT JOIN sources ON sources.id = told.id
            WHERE sources.id IS NULL
                OR (told.named_on, told.name COLLATE "C") > (sources.named_on, sources.name COLLATE "C")
            ORDER BY told.id, told.named_on DESC, told.name COLLATE "C" DESC
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, named_on = excluded.named_on
                WHERE (excluded.named_on, excluded.name COLLATE "C") > (known.named_on, known.name COLLATE "C")
            """;

    private static final List<Column<EnrichedArticle>> COLUMNS = List.of(
            Column.text(a -> a.getSource().getId()),
            Column.text(a -> a.getSource().getName()),
            new Column<>("date", a -> a.getReceivedAt().atOffset(ZoneOffset.UTC).toLocalDate()));

    private Sources() {}

    static void name(Connection connection, List<EnrichedArticle> records) throws SQLException {
        List<EnrichedArticle> named =
                records.stream().filter(r -> r.getSource() != null).toList();
        Column.execute(connection, NAME, COLUMNS, named);
    }
}
