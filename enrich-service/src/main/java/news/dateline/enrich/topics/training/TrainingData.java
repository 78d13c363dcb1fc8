package news.dateline.enrich.topics.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.topics.Roots;

/**
 * Reads what the classifier is trained from: labelled short texts ({@code topic-train.tsv}, or {@code .tsv.xz} by the
 * {@code xz} program), the names and definitions of the vocabulary ({@code iptc-mediatopics.tsv}), and Dateline's own
 * terms.
 */
final class TrainingData {

    static final String VOCABULARY = "vocabulary";
    static final String TERMS = "terms";
    private static final String TEXTS_FILE = "topic-train.tsv";
    private static final String VOCABULARY_FILE = "iptc-mediatopics.tsv";
    private static final String TERMS_RESOURCE = "seed-terms.tsv";
    private static final int TERMS_A_TEXT = 3;

    private TrainingData() {}

    /** The labelled texts, in the order of the file, each with the key of its story. */
    static List<LabelledText> texts(Path directory) throws IOException {
        Path plain = directory.resolve(TEXTS_FILE);
        return Files.exists(plain)
                ? texts(Files.newInputStream(plain))
                : unpacked(directory.resolve(TEXTS_FILE + ".xz"));
    }

    private static List<LabelledText> unpacked(Path packed) throws IOException {
        Process xz = new ProcessBuilder("xz", "--decompress", "--stdout", packed.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<LabelledText> texts = texts(xz.getInputStream());
        try {
            if (xz.waitFor() != 0) {
                throw new IOException("xz could not unpack " + packed + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking " + packed + ".", e);
        }
        return texts;
    }

    private static List<LabelledText> texts(InputStream in) throws IOException {
        List<String[]> rows = rows(in);
        StoryKeys stories = StoryKeys.of(rows);
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            texts.add(new LabelledText(row[0], stories.key(i), Roots.index(row[2]), row[4]));
        }
        return texts;
    }

    /** The name and definition of each concept in force, filed under its root. */
    static List<LabelledText> definitions(Path directory) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (String[] row : rows(Files.newInputStream(directory.resolve(VOCABULARY_FILE)))) {
            if (row[6].isEmpty()) {
                texts.add(new LabelledText(VOCABULARY, row[0], Roots.index(row[3]), row[4] + ". " + row[7]));
            }
        }
        return texts;
    }

    /** Dateline's own terms, a line at a time and a few at a time. */
    static List<LabelledText> terms() throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (String[] row : rows(TrainingData.class.getResourceAsStream(TERMS_RESOURCE))) {
            int root = Roots.index(row[0] + "000000");
            texts.add(new LabelledText(TERMS, row[0], root, row[1]));
            String[] terms = row[1].split(", ", -1);
            for (int i = 0; i + TERMS_A_TEXT <= terms.length; i += TERMS_A_TEXT) {
                String some = String.join(", ", List.of(terms).subList(i, i + TERMS_A_TEXT));
                texts.add(new LabelledText(TERMS, row[0], root, some));
            }
        }
        return texts;
    }

    /** The rows of a table without comments and heading; the stream is closed. */
    static List<String[]> rows(InputStream in) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                boolean heading = line.startsWith("#") || line.startsWith("source\t") || line.startsWith("qcode\t");
                if (!heading && !line.isEmpty()) {
                    rows.add(line.split("\t", -1));
                }
            }
        }
        return rows;
    }
}
