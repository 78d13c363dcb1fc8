package news.dateline.sink.matching;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.dateline.sink.store.Names;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Thousands of searches, turned round: an article comes in, the searches that match it come out. Lucene's monitor keeps
 * the searches in an index by a word that each needs, so that few of them are tried. Thread-safe.
 */
@Singleton
public final class SearchMonitor {
    private final Languages languages = new Languages();
    private final Matching matching;
    private final Monitor monitor;

    SearchMonitor(Matching matching) throws IOException {
        this.matching = matching;
        Map<String, Analyzer> byField = new HashMap<>();
        languages.all().forEach((language, analyzer) -> byField.put(field(language), analyzer));
        monitor =
                new Monitor(new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField), new TermFilteredPresearcher());
    }

    /** Puts a search, or replaces the one of its id; each condition may be null. */
    public void put(
            String id, @Nullable String q, @Nullable String entity, @Nullable String topic, @Nullable String source) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (q != null) {
            all.add(words(q), Occur.MUST);
        }
        if (entity != null) {
            all.add(new TermQuery(new Term("entity", Names.folded(entity))), Occur.MUST);
        }
        if (topic != null) {
            String code = topic.toLowerCase(Locale.ROOT).startsWith("medtop:") ? topic.toLowerCase(Locale.ROOT) : topic;
            all.add(new TermQuery(new Term("topic", code)), Occur.MUST);
        }
        if (source != null) {
            all.add(new TermQuery(new Term("source", source)), Occur.MUST);
        }
        try {
            monitor.register(new MonitorQuery(id, all.build()));
        } catch (IOException e) {
            throw new UncheckedIOException("The monitor's index is in memory", e);
        }
    }

    public void remove(String id) {
        try {
            monitor.deleteById(id);
        } catch (IOException e) {
            throw new UncheckedIOException("The monitor's index is in memory", e);
        }
    }

    /** How many searches there are. */
    public int size() {
        try {
            return monitor.getQueryCount();
        } catch (IOException e) {
            throw new UncheckedIOException("The monitor's index is in memory", e);
        }
    }

    /** Ids of the searches that an article, as the API shows it, matches. */
    public List<String> match(JsonNode json) {
        Matchable article = matching.article(json);
        Document document = new Document();
        article.texts().forEach(text -> document.add(new TextField(field(article.language()), text, Field.Store.NO)));
        article.entities().forEach(name -> document.add(new StringField("entity", name, Field.Store.NO)));
        article.topics().forEach(code -> document.add(new StringField("topic", code, Field.Store.NO)));
        document.add(new StringField("language", article.language(), Field.Store.NO));
        if (article.source() != null) {
            document.add(new StringField("source", article.source(), Field.Store.NO));
        }
        try {
            return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                    .map(QueryMatch::getQueryId)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The monitor's index is in memory", e);
        }
    }

    /** The words in each language: an article's text lies in the field of its own. */
    private Query words(String q) {
        WebQuery parsed = WebQuery.parse(q);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        int found = 0;
        for (Map.Entry<String, Analyzer> language : languages.all().entrySet()) {
            String field = field(language.getKey());
            Query query = parsed.in(field, language.getValue());
            if (!(query instanceof MatchNoDocsQuery)) {
                BooleanQuery.Builder own = new BooleanQuery.Builder().add(query, Occur.MUST);
                own.add(new TermQuery(new Term("language", language.getKey())), Occur.FILTER);
                any.add(own.build(), Occur.SHOULD);
                found++;
            }
        }
        return found == 0 ? new MatchNoDocsQuery("nothing but stop words") : any.build();
    }

    private static String field(String language) {
        return "text_" + language;
    }

    @PreDestroy
    void close() throws IOException {
        monitor.close();
    }
}
