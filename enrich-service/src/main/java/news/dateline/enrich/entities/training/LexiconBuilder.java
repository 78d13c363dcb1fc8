package news.dateline.enrich.entities.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import news.dateline.enrich.entities.Hashes;
import news.dateline.enrich.entities.Lexicon;
import news.dateline.enrich.entities.Lexicon.ListKind;
import news.dateline.enrich.entities.PhraseTable;
import news.dateline.enrich.entities.Tokenizer;
import news.dateline.enrich.entities.Tokens;

/** Makes the lexicon of the model from lists of names and word clusters. One use, one thread. */
final class LexiconBuilder {

    private static final int COMMON = 10;
    private static final int LONGEST = 7;

    private final Tokenizer tokenizer = new Tokenizer();
    private final SortedMap<Integer, Short> phrases = new TreeMap<>();
    private final Map<Integer, Integer> smallWords = new HashMap<>();

    /** Counts words written in small letters; a listed name of one word that is common among them is not taken. */
    LexiconBuilder commonWords(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            for (String word : sentence.words()) {
                if (Character.isLowerCase(word.charAt(0))) {
                    smallWords.merge(Hashes.lower(word), 1, Integer::sum);
                }
            }
        }
        return this;
    }

    LexiconBuilder lists(NameLists lists) {
        for (ListKind kind : ListKind.values()) {
            lists.names(kind).forEach(name -> add(name, kind));
        }
        return this;
    }

    private void add(String name, ListKind kind) {
        Tokens tokens = tokenizer.tokenize(name);
        if (tokens.size() == 0 || tokens.size() > LONGEST) {
            return;
        }
        int hash = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int word = Hashes.lower(tokens.text(), tokens.start(i), tokens.end(i));
            hash = i == 0 ? word : Lexicon.extend(hash, word);
            if (i == 0
                    && tokens.size() == 1
                    && kind != ListKind.DEMONYM
                    && smallWords.getOrDefault(word, 0) >= COMMON) {
                return;
            }
            int value = i < tokens.size() - 1 ? Lexicon.PREFIX : kind.bit();
            phrases.merge(hash, (short) value, (a, b) -> (short) (a | b));
        }
    }

    Lexicon build(List<SortedMap<Integer, Short>> clusters) {
        return new Lexicon(
                new PhraseTable(phrases),
                clusters.stream().map(PhraseTable::new).toArray(PhraseTable[]::new));
    }
}
