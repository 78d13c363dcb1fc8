package news.dateline.sink.matching;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * How the words of a language are read: its own stemmer and stop words, for the languages for which PostgreSQL has them
 * too; any other as it stands. Thread-safe.
 */
final class Languages {
    /** The language of texts whose language has no analyzer of its own. */
    static final String OTHER = "other";

    private final Map<String, Analyzer> analyzers = Map.ofEntries(
            entry("ar", new ArabicAnalyzer()),
            entry("ca", new CatalanAnalyzer()),
            entry("da", new DanishAnalyzer()),
            entry("de", new GermanAnalyzer()),
            entry("el", new GreekAnalyzer()),
            entry("en", new EnglishAnalyzer()),
            entry("es", new SpanishAnalyzer()),
            entry("et", new EstonianAnalyzer()),
            entry("eu", new BasqueAnalyzer()),
            entry("fi", new FinnishAnalyzer()),
            entry("fr", new FrenchAnalyzer()),
            entry("ga", new IrishAnalyzer()),
            entry("hi", new HindiAnalyzer()),
            entry("hu", new HungarianAnalyzer()),
            entry("hy", new ArmenianAnalyzer()),
            entry("id", new IndonesianAnalyzer()),
            entry("it", new ItalianAnalyzer()),
            entry("lt", new LithuanianAnalyzer()),
            entry("nb", new NorwegianAnalyzer()),
            entry("ne", new NepaliAnalyzer()),
            entry("nl", new DutchAnalyzer()),
            entry("nn", new NorwegianAnalyzer()),
            entry("no", new NorwegianAnalyzer()),
            entry("pt", new PortugueseAnalyzer()),
            entry("ro", new RomanianAnalyzer()),
            entry("ru", new RussianAnalyzer()),
            entry("sr", new SerbianAnalyzer()),
            entry("sv", new SwedishAnalyzer()),
            entry("ta", new TamilAnalyzer()),
            entry("tr", new TurkishAnalyzer()),
            entry(OTHER, new StandardAnalyzer()));

    /** The analyzers by language. */
    Map<String, Analyzer> all() {
        return analyzers;
    }

    Analyzer analyzer(String language) {
        return analyzers.get(language);
    }

    /** The language of a BCP 47 tag for which there is an analyzer, or {@link #OTHER}. */
    String of(String tag) {
        String language = tag == null ? OTHER : tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return analyzers.containsKey(language) ? language : OTHER;
    }
}
