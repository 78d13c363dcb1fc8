package news.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which lists of names the recognizer knew a name from before it read the article. Thread-safe. */
public final class ListedNames {
    private final Lexicon lexicon;
    private final Tokenizer tokenizer = new Tokenizer();

    public ListedNames(CrfModel model) {
        this.lexicon = model.lexicon();
    }

    /** The lists that hold the whole name, in words: {@code city}, {@code well known organization}. */
    public List<String> of(String name) {
        Tokens tokens = tokenizer.tokenize(name);
        List<String> lists = new ArrayList<>();
        for (Lexicon.ListKind kind : Lexicon.ListKind.values()) {
            if (tokens.size() > 0 && lexicon.longest(tokens, 0, kind) == tokens.size()) {
                lists.add(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return lists;
    }
}
