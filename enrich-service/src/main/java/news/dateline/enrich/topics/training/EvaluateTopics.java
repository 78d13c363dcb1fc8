package news.dateline.enrich.topics.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.topics.Roots;
import news.dateline.enrich.topics.TopicAnnotator;
import news.dateline.enrich.topics.TopicModel;
import news.dateline.enrich.topics.TopicVocabulary;

/**
 * Measures the topic annotator on labelled texts: {@code EvaluateTopics TSV [MODEL]}. The file has the columns of
 * {@code topic-train.tsv} (source, id, root code, narrower code, text); a sixth column, if there is one, is the body
 * below the fifth as headline. Prints the figures of the best root, those of the tags given, the confusion matrix and
 * the speed.
 */
public final class EvaluateTopics {

    private EvaluateTopics() {}

    /** Runs the program. */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("Usage: EvaluateTopics TSV [MODEL]");
        }
        print(Path.of(args[0]), model(args), System.out);
    }

    /** Prints the figures of a model on the texts of a file. */
    public static void print(Path file, TopicModel model, PrintStream out) throws IOException {
        TopicAnnotator annotator = new TopicAnnotator(model, TopicVocabulary.load());
        List<ArticleText> texts = new ArrayList<>();
        RootFigures figures = new RootFigures();
        TagFigures tags = new TagFigures();
        for (String[] row : TrainingData.rows(Files.newInputStream(file))) {
            ArticleText text = new ArticleText(row[4], "", row.length > 5 ? row[5] : "", "en", List.of(), null);
            texts.add(text);
            String filed = Roots.code(Roots.index(row[2]));
            figures.add(
                    Roots.index(filed),
                    annotator.ranking(text).stream().mapToInt(Roots::index).toArray());
            tags.add(
                    filed,
                    annotator.annotate(text).stream().map(TopicTag::getCode).toList());
        }
        out.println(annotator.model() + ", best root of " + figures.summary());
        out.println(tags.summary());
        out.println(figures.matrix());
        out.println(speed(annotator, texts));
    }

    private static TopicModel model(String[] args) throws IOException {
        if (args.length == 1) {
            return TopicModel.committed();
        }
        try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
            return TopicModel.read(in);
        }
    }

    /** One thread, after a first pass over all texts, by the processor's time: other programs do not count. */
    private static String speed(TopicAnnotator annotator, List<ArticleText> texts) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        int tags = 0;
        for (ArticleText text : texts) {
            tags += annotator.annotate(text).size();
        }
        double seconds = Math.max(1, clock.getCurrentThreadCpuTime() - start) / 1e9;
        double count = Math.max(1, texts.size());
        return String.format(
                Locale.ROOT, "%.0f documents/s on one core, %.2f tags each", count / seconds, tags / count);
    }
}
