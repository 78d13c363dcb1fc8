package news.dateline.sink.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/**
 * A query in web-search syntax, as PostgreSQL's {@code websearch_to_tsquery} reads it: words that must all stand there,
 * "a phrase", {@code -not}, {@code or}; and {@code begin*}. Words are stemmed as the article's language asks.
 * Immutable.
 *
 * @param alternatives joined by or; of each all parts must be met
 */
record WebQuery(List<List<Part>> alternatives) {
    private static final Pattern TOKEN = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");

    /** A word, a phrase or the beginning of a word. */
    record Part(boolean not, boolean phrase, String text) {}

    static WebQuery parse(String text) {
        List<List<Part>> alternatives = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            boolean not = !token.group(1).isEmpty();
            String word = token.group(3);
            if (word != null && !not && word.equalsIgnoreCase("or")) {
                alternatives.add(parts);
                parts = new ArrayList<>();
            } else {
                parts.add(new Part(not, word == null, word == null ? token.group(2) : word));
            }
        }
        alternatives.add(parts);
        alternatives.removeIf(List::isEmpty);
        return new WebQuery(List.copyOf(alternatives));
    }

    /** The query for a field of texts in one language; one that matches nothing where only stop words are left. */
    Query in(String field, Analyzer analyzer) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        int found = 0;
        for (List<Part> parts : alternatives) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            int wanted = 0;
            int unwanted = 0;
            for (Part part : parts) {
                Query query = query(builder, field, part);
                if (query != null) {
                    all.add(query, part.not ? Occur.MUST_NOT : Occur.MUST);
                    wanted += part.not ? 0 : 1;
                    unwanted += part.not ? 1 : 0;
                }
            }
            if (wanted == 0 && unwanted > 0) {
                all.add(new MatchAllDocsQuery(), Occur.MUST);
            }
            if (wanted + unwanted > 0) {
                any.add(all.build(), Occur.SHOULD);
                found++;
            }
        }
        return found == 0 ? new MatchNoDocsQuery("nothing but stop words") : any.build();
    }

    private static Query query(QueryBuilder builder, String field, Part part) {
        if (!part.phrase && part.text.endsWith("*")) {
            String begin = part.text.replaceAll("\\*+$", "");
            return begin.isEmpty()
                    ? null
                    : new PrefixQuery(new Term(
                            field, builder.getAnalyzer().normalize(field, begin).utf8ToString()));
        }
        return builder.createPhraseQuery(field, part.text); // a word of several parts, x-ray, is a phrase too
    }
}
