package news.dateline.sink.search;

import static news.dateline.edge.Problems.badRequest;

import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.article.PublicationTime;
import news.dateline.sink.web.Parameters;

/** Reads the parameters of a search strictly: what is wrong is said, not guessed. A blank one counts as not given. */
final class SearchParameters {
    private static final Set<String> NAMES =
            Set.of("q", "entity", "topic", "source", "language", "from", "to", "story", "sort", "limit", "cursor");
    private static final int MOST_ARTICLES = 200;
    private static final int DEFAULT_ARTICLES = 20;
    private static final Pattern QCODE = Pattern.compile("[A-Za-z0-9._-]{1,50}:[!-~]{1,150}");

    private final Parameters values;

    private SearchParameters(Parameters values) {
        this.values = values;
    }

    /**
     * Reads a query.
     *
     * @throws org.zalando.problem.ThrowableProblem 400, if a parameter is unknown, repeated or wrong
     */
    static SearchQuery read(Iterable<Map.Entry<String, List<String>>> parameters) {
        return new SearchParameters(Parameters.of(parameters, NAMES)).query();
    }

    private SearchQuery query() {
        String q = values.text("q");
        Instant from = time("from");
        Instant to = time("to");
        if (from != null && to != null && from.isAfter(to)) {
            throw badRequest("from must not be after to");
        }
        SearchQuery query = new SearchQuery(
                q,
                values.text("entity"),
                topic(),
                values.text("source"),
                language(),
                from,
                to,
                values.text("story"),
                order(q),
                values.number("limit", DEFAULT_ARTICLES, MOST_ARTICLES),
                null);
        String cursor = values.text("cursor");
        return cursor == null ? query : Cursor.read(cursor, query).appliedTo(query);
    }

    private String topic() {
        String topic = values.text("topic");
        if (topic != null && !QCODE.matcher(topic).matches()) {
            throw badRequest("topic must be an IPTC QCode, such as medtop:11000000");
        }
        return topic;
    }

    private String language() {
        String language = values.text("language");
        if (language == null) {
            return null;
        }
        try {
            new Locale.Builder().setLanguageTag(language);
            return language.toLowerCase(Locale.ROOT);
        } catch (IllformedLocaleException e) {
            throw badRequest("language must be a BCP 47 tag, such as en or pt-BR");
        }
    }

    private Instant time(String name) {
        String time = values.text(name);
        if (time == null) {
            return null;
        }
        try {
            return PublicationTime.instant(time.replace(' ', '+')); // an unescaped + of an offset arrives as a space
        } catch (InvalidArticleException e) {
            throw badRequest(name + ": " + e.getMessage());
        }
    }

    private SearchQuery.Order order(String q) {
        String sort = values.text("sort");
        if (sort == null) {
            return q == null ? SearchQuery.Order.NEWEST : SearchQuery.Order.BEST;
        }
        return switch (sort) {
            case "newest" -> SearchQuery.Order.NEWEST;
            case "best" -> q == null ? SearchQuery.Order.NEWEST : SearchQuery.Order.BEST;
            default -> throw badRequest("sort must be newest or best");
        };
    }
}
