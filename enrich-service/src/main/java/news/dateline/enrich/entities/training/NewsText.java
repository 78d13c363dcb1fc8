package news.dateline.enrich.entities.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The unlabelled news texts of the folder {@code topics} of the data, from which word clusters are learned. */
final class NewsText {

    private static final int TEXT = 4;

    private NewsText() {}

    /** The bullets of current events, whole sentences on world news. */
    static List<String> current(Path data) throws IOException {
        return read(data, "cep"::equals);
    }

    /** Texts in the order of the file, those written all in small letters left out. */
    static List<String> read(Path data) throws IOException {
        return read(data, source -> !source.equals("huffhead") && !source.equals("source"));
    }

    private static List<String> read(Path data, Predicate<String> wanted) throws IOException {
        List<String> texts = new ArrayList<>();
        Path file = data.resolve("topics").resolve("topic-train.tsv");
        if (Sources.exists(file)) {
            for (String line : Sources.lines(file)) {
                String[] fields = line.split("\t", -1);
                if (fields.length > TEXT && wanted.test(fields[0])) {
                    texts.add(fields[TEXT]);
                }
            }
        }
        return texts;
    }
}
