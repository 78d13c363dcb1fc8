package news.dateline.enrich.entities.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads column files with one token and its tag a line, a blank line behind each sentence and {@code -DOCSTART-}
 * before each document (Tjong Kim Sang and De Meulder, CoNLL 2003).
 */
final class BioFile {

    private BioFile() {}

    /** The documents of a file, each a list of sentences; a file without {@code -DOCSTART-} is one document. */
    static List<List<Sentence>> read(Path file) throws IOException {
        List<List<Sentence>> documents = new ArrayList<>();
        List<Sentence> document = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String line : Sources.lines(file)) {
            int tab = line.indexOf('\t');
            if (tab > 0 && !line.startsWith("-DOCSTART-")) {
                String word = line.substring(0, tab).replaceAll("\\s+", "");
                if (!word.isEmpty()) {
                    words.add(word);
                    tags.add(line.substring(line.lastIndexOf('\t') + 1).strip());
                }
                continue;
            }
            if (!words.isEmpty()) {
                document.add(Sentence.ofTags(words, tags));
                words.clear();
                tags.clear();
            }
            if (line.startsWith("-DOCSTART-") && !document.isEmpty()) {
                documents.add(List.copyOf(document));
                document.clear();
            }
        }
        if (!words.isEmpty()) {
            document.add(Sentence.ofTags(words, tags));
        }
        if (!document.isEmpty()) {
            documents.add(List.copyOf(document));
        }
        return documents;
    }
}
