package news.dateline.enrich.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints how good the tags are, from files that it is given. */
public final class Evaluate {
    private static final String USAGE = "evaluate duplicates TEXTS    one text a line";

    private Evaluate() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(USAGE);
        }
        List<String> lines = Files.readAllLines(Path.of(args[1]));
        switch (args[0]) {
            case "language" -> new EvaluateLanguage(lines, System.out).run();
            case "stories" -> new EvaluateStories(lines, System.out).run();
            case "duplicates" -> new EvaluateDuplicates(lines, System.out).run();
            default -> throw new IllegalArgumentException(USAGE);
        }
    }
}
