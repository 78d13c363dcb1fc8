package news.dateline.sink.search;

import static news.dateline.edge.Problems.badRequest;

import java.time.Instant;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.article.PublicationTime;

/** Reads the parameters of a search strictly: what is wrong is said, not guessed. A blank one counts as not given. */
final class SearchParameters {
    private static final Set<String> NAMES =
            Set.of("q", "entity", "topic", "source", "language", "from", "to", "story", "sort", "limit", "cursor");
    private static final int LONGEST = 1_000;
    private static final int MOST_ARTICLES = 200;
    private static final int DEFAULT_ARTICLES = 20;
    private static final Pattern QCODE = Pattern.compile("[A-Za-z0-9._-]{1,50}:[!-~]{1,150}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final Map<String, String> values;

    private SearchParameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a query.
     *
     * @throws org.zalando.problem.ThrowableProblem 400, if a parameter is unknown, repeated or wrong
     */
    static SearchQuery read(Iterable<Map.Entry<String, List<String>>> parameters) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, List<String>> parameter : parameters) {
            values.put(parameter.getKey(), single(parameter.getKey(), parameter.getValue()));
        }
        return new SearchParameters(values).query();
    }

    private static String single(String name, List<String> given) {
        if (!NAMES.contains(name)) {
            throw badRequest("There is no parameter '" + shortened(name) + "'; there are "
                    + String.join(", ", NAMES.stream().sorted().toList()));
        }
        if (given.size() != 1) {
            throw badRequest(name + " must be given once");
        }
        String value = given.get(0);
        if (value.length() > LONGEST) {
            throw badRequest(name + " must not be longer than " + LONGEST + " characters");
        }
        if (value.indexOf(0) >= 0) {
            throw badRequest(name + " must not contain the null character");
        }
        return value.strip();
    }

    private SearchQuery query() {
        String q = value("q");
        Instant from = time("from");
        Instant to = time("to");
        if (from != null && to != null && from.isAfter(to)) {
            throw badRequest("from must not be after to");
        }
        SearchQuery query = new SearchQuery(
                q,
                value("entity"),
                topic(),
                value("source"),
                language(),
                from,
                to,
                value("story"),
                order(q),
                limit(),
                null);
        String cursor = value("cursor");
        return cursor == null ? query : Cursor.read(cursor, query).appliedTo(query);
    }

    private String value(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private String topic() {
        String topic = value("topic");
        if (topic != null && !QCODE.matcher(topic).matches()) {
            throw badRequest("topic must be an IPTC QCode, such as medtop:11000000");
        }
        return topic;
    }

    private String language() {
        String language = value("language");
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
        String time = value(name);
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
        String sort = value("sort");
        if (sort == null) {
            return q == null ? SearchQuery.Order.NEWEST : SearchQuery.Order.BEST;
        }
        return switch (sort) {
            case "newest" -> SearchQuery.Order.NEWEST;
            case "best" -> q == null ? SearchQuery.Order.NEWEST : SearchQuery.Order.BEST;
            default -> throw badRequest("sort must be newest or best");
        };
    }

    private int limit() {
        String limit = value("limit");
        if (limit == null) {
            return DEFAULT_ARTICLES;
        }
        int number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MOST_ARTICLES) {
            throw badRequest("limit must be a number from 1 to " + MOST_ARTICLES);
        }
        return number;
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
