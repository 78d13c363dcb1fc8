package news.dateline.sink.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.sink.store.Names;

/**
 * A name that is spelled much like what was searched for: it shares most of its trigrams.
 *
 * @param entityId the entity
 * @param name its name
 */
record NearName(String entityId, String name) {
    /** Words alone: who quotes or excludes means it so. */
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’. -]{4,80}");

    private static final String FIND = """
            SELECT id, name FROM entities
            WHERE name_folded % ? AND similarity(name_folded, ?) >= 0.45
            ORDER BY similarity(name_folded, ?) DESC, id LIMIT 1
            """;

    static Optional<NearName> find(Connection connection, String q) throws SQLException {
        if (!WORDS.matcher(q).matches()) {
            return Optional.empty();
        }
        String folded = Names.folded(q);
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, folded);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new NearName(row.getString(1), row.getString(2))) : Optional.empty();
            }
        }
    }
}
