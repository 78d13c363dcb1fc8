package news.dateline.enrich.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.dateline.enrich.topics.TopicModel;
import news.dateline.enrich.topics.training.EvaluateTopics;

/**
 * Prints how good topics, languages, duplicates and stories are, from files that it is given: {@code KIND FILE}, as many
 * as one likes, each figure under the kind and the name of its file. The same files give the same figures, speeds aside.
 */
public final class Evaluate {
    private static final String USAGE = """
            evaluate KIND FILE [KIND FILE ...]
              topics      columns of topic-train.tsv: source, id, root code, narrower code, headline [, body], tab between
              language    language, text, tab between
              duplicates  one text a line
              stories     story, time in seconds, headline [, body], tab between""";

    private Evaluate() {}

    /** Runs the program; the figures go to standard output. */
    public static void main(String[] args) throws IOException {
        if (args.length == 0 || args.length % 2 != 0) {
            throw new IllegalArgumentException(USAGE);
        }
        for (int i = 0; i < args.length; i += 2) {
            print(args[i], Path.of(args[i + 1]), System.out);
        }
    }

    static void print(String kind, Path file, PrintStream out) throws IOException {
        out.println("# " + kind + " " + file.getFileName());
        switch (kind) {
            case "topics" -> EvaluateTopics.print(file, TopicModel.committed(), out);
            case "language" -> new EvaluateLanguage(lines(file), out).run();
            case "stories" -> new EvaluateStories(lines(file), out).run();
            case "duplicates" -> new EvaluateDuplicates(lines(file), out).run();
            default -> throw new IllegalArgumentException("There is no kind " + kind + ".\n" + USAGE);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }
}
