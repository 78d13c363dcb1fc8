package news.dateline.enrich.evaluation;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.language.LanguageAnnotator;

/** Measures the language detector on rows of a language and a text: recall by language, what it was taken for, speed. */
final class EvaluateLanguage {
    private final List<String> rows;
    private final PrintStream out;

    EvaluateLanguage(List<String> rows, PrintStream out) {
        this.rows = rows;
        this.out = out;
    }

    void run() {
        LanguageAnnotator detector = new LanguageAnnotator();
        Map<String, Map<String, Integer>> confusion = new TreeMap<>();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        for (String row : rows) {
            String[] columns = row.split("\t", 2);
            String found = detector.annotate(new ArticleText("", "", columns[1], "und", List.of(), null));
            confusion.computeIfAbsent(columns[0], key -> new TreeMap<>()).merge(found, 1, Integer::sum);
        }
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        out.println("language | texts | recall | taken for");
        confusion.forEach((language, found) -> {
            int all = found.values().stream().mapToInt(Integer::intValue).sum();
            out.printf("%s | %d | %.4f | %s%n", language, all, (double) found.getOrDefault(language, 0) / all, found);
        });
        out.printf("%d texts in %.1f s of one core: %.0f a second%n", rows.size(), seconds, rows.size() / seconds);
    }
}
