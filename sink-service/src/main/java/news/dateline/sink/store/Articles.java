package news.dateline.sink.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.dateline.EnrichedArticle;
import news.dateline.Media;
import news.dateline.schemas.article.PublicationTime;

/** Table articles: the newest version of each. An older or equal version changes nothing. */
final class Articles {
    private static final String UPSERT = """
            INSERT INTO articles (id, version, status, source_id, uri, url, headline, standfirst, byline, credit,
                dateline, published_at, updated_at, language, section, body, subheads, captions, story_id,
                story_similarity, duplicate_of, received_at, enriched_at, usage_terms, copyright_notice,
                publisher_version, accessible_for_free, tdm_reservation, embargoed)
            SELECT id, version, status, source_id, uri, url, headline, standfirst, string_to_array(byline, E'\\n'),
                credit, dateline, published_at, updated_at, language, section, body, string_to_array(subheads, E'\\n'),
                captions, story_id, story_similarity, duplicate_of, received_at, enriched_at, usage_terms, copyright_notice,
                publisher_version, accessible_for_free, tdm_reservation, embargoed
            FROM unnest(?::text[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::float8[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                ?::boolean[], ?::boolean[], ?::timestamptz[])
                AS told (id, version, status, source_id, uri, url, headline, standfirst, byline, credit, dateline,
                    published_at, updated_at, language, section, body, subheads, captions, story_id, story_similarity,
                    duplicate_of, received_at, enriched_at, usage_terms, copyright_notice, publisher_version,
                    accessible_for_free, tdm_reservation, embargoed)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE SET
                version = excluded.version, status = excluded.status, source_id = excluded.source_id,
                uri = excluded.uri, url = excluded.url, headline = excluded.headline,
                standfirst = excluded.standfirst, byline = excluded.byline, credit = excluded.credit,
                dateline = excluded.dateline, published_at = excluded.published_at, updated_at = excluded.updated_at,
                language = excluded.language, section = excluded.section, body = excluded.body,
                subheads = excluded.subheads, captions = excluded.captions, story_id = excluded.story_id,
                story_similarity = excluded.story_similarity, duplicate_of = excluded.duplicate_of,
                received_at = excluded.received_at, enriched_at = excluded.enriched_at,
                usage_terms = excluded.usage_terms, copyright_notice = excluded.copyright_notice,
                publisher_version = excluded.publisher_version, accessible_for_free = excluded.accessible_for_free,
                tdm_reservation = excluded.tdm_reservation, embargoed = excluded.embargoed
            WHERE articles.version < excluded.version
            RETURNING id
            """;

    private static final List<Column<EnrichedArticle>> COLUMNS = List.of(
            Column.text(EnrichedArticle::getId),
            Column.integer(EnrichedArticle::getVersion),
            Column.text(EnrichedArticle::getStatus),
            Column.text(a -> a.getSource() == null ? null : a.getSource().getId()),
            Column.text(EnrichedArticle::getUri),
            Column.text(EnrichedArticle::getUrl),
            Column.text(a -> Objects.requireNonNullElse(a.getHeadline(), "")),
            Column.text(a -> lines(a.getStandfirst())),
            Column.text(a -> lines(a.getByline())),
            Column.text(EnrichedArticle::getCredit),
            Column.text(EnrichedArticle::getDateline),
            Column.time(a -> instant(a.getPublishedAt())),
            Column.time(a -> instant(a.getUpdatedAt())),
            Column.text(EnrichedArticle::getLanguage),
            Column.text(EnrichedArticle::getSection),
            Column.text(a -> Objects.requireNonNullElse(a.getBody(), "")),
            Column.text(a -> lines(a.getSubheads())),
            Column.text(Articles::captions),
            Column.text(a -> a.getStory() == null ? null : a.getStory().getId()),
            Column.number(a -> a.getStory() == null ? null : a.getStory().getSimilarity()),
            Column.text(EnrichedArticle::getDuplicateOf),
            Column.time(EnrichedArticle::getReceivedAt),
            Column.time(EnrichedArticle::getEnrichedAt),
            Column.text(EnrichedArticle::getUsageTerms),
            Column.text(EnrichedArticle::getCopyrightNotice),
            Column.text(EnrichedArticle::getPublisherVersion),
            new Column<>("boolean", EnrichedArticle::getAccessibleForFree),
            new Column<>("boolean", EnrichedArticle::getTdmReservation),
            Column.time(EnrichedArticle::getEmbargoed));

    private Articles() {}

    /** Stores the newest version of each article; gives those that are now the stored ones. */
    static List<EnrichedArticle> write(Connection connection, List<EnrichedArticle> versions) throws SQLException {
        Map<String, EnrichedArticle> newest = new HashMap<>();
        versions.forEach(v -> newest.merge(v.getId(), v, (a, b) -> b.getVersion() > a.getVersion() ? b : a));
        List<EnrichedArticle> candidates = new ArrayList<>(newest.values());
        Set<String> stored = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            Column.bind(statement, COLUMNS, candidates);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.add(rows.getString(1));
                }
            }
        }
        candidates.removeIf(a -> !stored.contains(a.getId()));
        return candidates;
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private static String captions(EnrichedArticle article) {
        return article.getMedia().stream()
                .map(Media::getCaption)
                .filter(Objects::nonNull)
                .collect(joining("\n"));
    }

    private static Instant instant(String time) {
        return time == null ? null : PublicationTime.instant(time);
    }
}
