package news.dateline.enrich.entities.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.entities.Lexicon.ListKind;

/**
 * The labelled sentences that the committed model is trained on, from the folder {@code ner} of the data. Left out,
 * as they are reported on: UNER PUD, the development part of GMB and every eighth document of Re-DocRED.
 */
final class TrainingCorpus {

    static final int HELD_OUT = 8;

    private TrainingCorpus() {}

    static List<Sentence> read(Path data, NameLists lists) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        Path folder = data.resolve("ner");
        for (String name : List.of(
                "gmb-normalised-train",
                "redocred-devtest",
                "uner-ewt-train",
                "uner-ewt-devtest",
                "crossner-politics",
                "gum-open-genres")) {
            Path file = folder.resolve(name + ".bio");
            if (Sources.exists(file)) {
                List<List<Sentence>> documents = BioFile.read(file);
                for (int i = 0; i < documents.size(); i++) {
                    if (!name.startsWith("redocred") || i % HELD_OUT != 0) {
                        documents.get(i).forEach(sentence -> sentences.add(Retokeniser.apply(sentence)));
                    }
                }
            }
        }
        CountryLabels countries = new CountryLabels(lists.names(ListKind.COUNTRY));
        return Cleaning.apply(sentences).stream().map(countries::mend).toList();
    }
}
