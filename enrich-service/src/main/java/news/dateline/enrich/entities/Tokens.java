package news.dateline.enrich.entities;

import java.util.Arrays;

/**
 * The tokens of one text and where its sentences begin. Offsets are UTF-16 units into the text, end exclusive.
 * Grows while a {@link Tokenizer} fills it and is only read afterwards; it belongs to one thread.
 */
public final class Tokens {

    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private int[] sentenceEnds = new int[8];
    private int sentences;

    public Tokens(String text) {
        this.text = text;
    }

    void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    /** Closes a sentence behind the last token added; an empty sentence is not kept. */
    void endSentence() {
        endSentence(size);
    }

    void endSentence(int tokenEnd) {
        if (tokenEnd == (sentences == 0 ? 0 : sentenceEnds[sentences - 1])) {
            return;
        }
        if (sentences == sentenceEnds.length) {
            sentenceEnds = Arrays.copyOf(sentenceEnds, sentences * 2);
        }
        sentenceEnds[sentences++] = tokenEnd;
    }

    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public String token(int token) {
        return text.substring(starts[token], ends[token]);
    }

    public int sentences() {
        return sentences;
    }

    /** Index of the first token of the sentence. */
    public int sentenceStart(int sentence) {
        return sentence == 0 ? 0 : sentenceEnds[sentence - 1];
    }

    /** Index behind the last token of the sentence. */
    public int sentenceEnd(int sentence) {
        return sentenceEnds[sentence];
    }

    /** True if nothing, not even a space, lies between this token and the one before. */
    public boolean glued(int token) {
        return token > 0 && ends[token - 1] == starts[token];
    }

    boolean is(int token, String word) {
        int length = ends[token] - starts[token];
        return length == word.length() && text.startsWith(word, starts[token]);
    }

    /**
     * Tokens of a text whose words are already separate, one sentence: the words are joined by spaces.
     *
     * @param words the words, none empty
     */
    public static Tokens ofWords(Iterable<String> words) {
        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            joined.append(word).append(' ');
        }
        Tokens tokens = new Tokens(joined.toString());
        int at = 0;
        for (String word : words) {
            tokens.add(at, at + word.length());
            at += word.length() + 1;
        }
        tokens.endSentence();
        return tokens;
    }
}
