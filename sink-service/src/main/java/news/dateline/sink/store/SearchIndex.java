package news.dateline.sink.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import news.dateline.EnrichedArticle;
import news.dateline.Media;
import news.dateline.PubStatus;
import news.dateline.TopicTag;
import news.dateline.schemas.article.PublicationTime;

/** Table article_index: what search reads of each usable article. */
final class SearchIndex {
    /** Joins values that PostgreSQL splits again; a control character that no tag keeps. */
    private static final String JOIN = "\u001F";

    private static final TopicTree TOPICS = new TopicTree();

    private static final String CLEAR = "DELETE FROM article_index WHERE article_id = ANY (?::text[])";
    private static final String ADD = """
            INSERT INTO article_index (article_id, no, shown_at, search_language, source_id, language, topics, entities,
                search)
            SELECT id, no, shown_at, config, source_id, language,
                ARRAY(SELECT hash_of(code) FROM unnest(string_to_array(topics, E'\\x1F')) AS code),
                ARRAY(SELECT hash_of(entity) FROM unnest(string_to_array(entities, E'\\x1F')) AS entity),
                article_lexemes(config, headline, standfirst, body, more,
                    ARRAY['~' || config, '~b:' || no / 1024] || string_to_array(tags, E'\\x1F'))
            FROM (
                SELECT told.*, text_search_language(language) AS config, nextval('article_index_no') AS no
                FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[]) AS told (id, shown_at, source_id, language, topics,
                        entities, headline, standfirst, body, more, tags)
                ORDER BY shown_at, id
            ) AS told
            """;

    private static final List<Column<EnrichedArticle>> ID = List.of(Column.text(EnrichedArticle::getId));
    private static final List<Column<EnrichedArticle>> COLUMNS = List.of(
            Column.text(EnrichedArticle::getId),
            Column.time(
                    a -> a.getPublishedAt() == null ? a.getReceivedAt() : PublicationTime.instant(a.getPublishedAt())),
            Column.text(a -> a.getSource() == null ? null : a.getSource().getId()),
            Column.text(EnrichedArticle::getLanguage),
            Column.text(a -> String.join(JOIN, topics(a))),
            Column.text(a -> EntityRow.of(a).stream()
                    .map(EntityRow::entityId)
                    .map(SearchIndex::clean)
                    .collect(joining(JOIN))),
            Column.text(a -> Objects.requireNonNullElse(a.getHeadline(), "")),
            Column.text(a -> String.join("\n", a.getStandfirst())),
            Column.text(a -> Objects.requireNonNullElse(a.getBody(), "")),
            Column.text(SearchIndex::more),
            Column.text(a -> String.join(JOIN, tags(a))));

    private SearchIndex() {}

    /** Puts articles in place of what is there; those that are not usable are not found. */
    static void replace(Connection connection, List<EnrichedArticle> articles) throws SQLException {
        List<EnrichedArticle> later =
                articles.stream().filter(a -> a.getVersion() > 1).toList();
        if (!later.isEmpty()) {
            Column.execute(connection, CLEAR, ID, later);
        }
        List<EnrichedArticle> found =
                articles.stream().filter(a -> a.getStatus() == PubStatus.usable).toList();
        if (!found.isEmpty()) {
            Column.execute(connection, ADD, COLUMNS, found);
        }
    }

    private static Set<String> topics(EnrichedArticle article) {
        return TOPICS.withBroader(article.getTopics().stream()
                .map(TopicTag::getCode)
                .map(SearchIndex::clean)
                .toList());
    }

    private static Set<String> tags(EnrichedArticle article) {
        Set<String> tags = new LinkedHashSet<>();
        tags.add("~");
        topics(article).forEach(code -> tags.add("~t:" + code));
        for (EntityRow entity : EntityRow.of(article)) {
            tags.add("~e:" + clean(entity.entityId()));
            tags.add("~n:" + clean(entity.nameFolded()));
        }
        if (article.getSource() != null) {
            tags.add("~s:" + clean(article.getSource().getId()));
        }
        if (article.getLanguage() != null) {
            String language = clean(article.getLanguage().toLowerCase(Locale.ROOT));
            for (int end = language.length(); end > 0; end = language.lastIndexOf('-', end - 1)) {
                tags.add("~l:" + language.substring(0, end));
            }
        }
        if (article.getStory() != null) {
            tags.add("~y:" + clean(article.getStory().getId()));
        }
        return tags;
    }

    private static String more(EnrichedArticle article) {
        List<String> lines = new ArrayList<>(article.getByline());
        lines.add(Objects.requireNonNullElse(article.getDateline(), ""));
        lines.add(Objects.requireNonNullElse(article.getSection(), ""));
        article.getMedia().stream()
                .map(Media::getCaption)
                .filter(Objects::nonNull)
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    /** A value that can be joined, and is not longer than a lexeme may be. */
    private static String clean(String value) {
        String cut = value.length() > 500 ? value.substring(0, 500) : value;
        return cut.replace('\u001F', ' ');
    }
}
