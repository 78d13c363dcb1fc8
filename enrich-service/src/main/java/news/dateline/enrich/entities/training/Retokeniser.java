package news.dateline.enrich.entities.training;

import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.entities.Tokenizer;
import news.dateline.enrich.entities.Tokens;

/**
 * Brings sentences of data sets, each with its own idea of a token, to the tokens of {@link Tokenizer}: it writes
 * the sentence as running text and cuts it anew. A name whose edge falls inside a token takes the whole token.
 * Stateless.
 */
final class Retokeniser {

    private static final String CLOSING = ",.;:!?)]}%";
    private static final Tokenizer TOKENIZER = new Tokenizer();

    private Retokeniser() {}

    /**
     * Running text of words.
     *
     * @param text the words with single spaces where a typesetter would put them
     * @param starts where each word begins in the text
     */
    record Running(String text, List<Integer> starts) {}

    static Running write(List<String> words) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        boolean quoted = false;
        boolean glue = true;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean quote = word.equals("\"") || word.equals("''") || word.equals("``");
            boolean closes = quote && quoted
                    || word.length() == 1 && CLOSING.contains(word)
                    || word.matches("['\u2019](s|re|ve|ll|d|m|S)?|n['\u2019]t") && i > 0
                    || joins(words, i);
            if (!glue && !closes) {
                text.append(' ');
            }
            starts.add(text.length());
            text.append(word);
            quoted ^= quote;
            glue = quote && quoted
                    || word.equals("(")
                    || word.equals("[")
                    || word.equals("$")
                    || word.equals("\u00a3")
                    || joins(words, i);
        }
        return new Running(text.toString(), starts);
    }

    /** A hyphen or stroke between two words, which data sets cut out of compounds. */
    private static boolean joins(List<String> words, int i) {
        String word = words.get(i);
        return (word.equals("-") || word.equals("/"))
                && i > 0
                && i + 1 < words.size()
                && Character.isLetterOrDigit(words.get(i + 1).charAt(0))
                && Character.isLetterOrDigit(
                        words.get(i - 1).charAt(words.get(i - 1).length() - 1));
    }

    static Sentence apply(Sentence sentence) {
        Running running = write(sentence.words());
        Tokens tokens = TOKENIZER.tokenize(running.text());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.token(i));
        }
        List<Sentence.Gold> names = new ArrayList<>();
        int at = 0;
        for (Sentence.Gold name : sentence.names()) {
            int start = running.starts().get(name.start());
            int end = running.starts().get(name.end() - 1)
                    + sentence.words().get(name.end() - 1).length();
            while (at < tokens.size() && tokens.end(at) <= start) {
                at++;
            }
            int first = at;
            while (at < tokens.size() && tokens.start(at) < end) {
                at++;
            }
            if (at > first) {
                names.add(new Sentence.Gold(first, at, name.type()));
            }
        }
        return new Sentence(words, names);
    }
}
