package news.dateline.enrich.topics;

/**
 * Turns words into feature keys: single words, pairs of neighbours, pieces of five characters within a word
 * and, for short texts, each word joined with the text's {@link TextStyle} (the feature augmentation of H. Daumé III,
 * "Frustratingly Easy Domain Adaptation", ACL 2007). The same text gives the same keys for ever: a model stands and
 * falls with them. Stateless, thread-safe.
 */
public final class TextFeatures {

    /** The lowest two bits of a key tell its kind. */
    private static final int KIND = 3;

    private static final int WORD_KIND = 0;
    private static final int PIECE_KIND = 1;
    private static final int PAIR_KIND = 2;
    private static final int STYLED_KIND = 3;
    private static final int WORD = 1;
    private static final int PAIR = 2;
    private static final int PIECE = 4;
    private static final int PIECE_LENGTH = 5;
    private static final int STYLE = 99;
    private static final int STYLED_WORD = 100;

    private TextFeatures() {}

    /** Keys that do not depend on how the text is set: for parts of an article. */
    public static int[] plain(String text) {
        Words words = Words.of(text);
        return plain(words, 0, words.size());
    }

    /** The plain keys and those of the text's style: for a short text that stands alone. */
    public static int[] styled(String text) {
        Words words = Words.of(text);
        int plain = count(words, 0, words.size());
        int[] keys = new int[plain + words.size() + 1];
        int size = addPlain(words, 0, words.size(), keys);
        int style = TextStyle.of(text, words.size()).code();
        keys[size++] = Hashing.mix(style, STYLE) & ~3 | STYLED_KIND;
        for (int i = 0; i < words.size(); i++) {
            keys[size++] = Hashing.mix(words.hash(i), STYLED_WORD + style) & ~3 | STYLED_KIND;
        }
        return keys;
    }

    /** True if the key stands for a piece of a word, which is weaker evidence than a word. */
    public static boolean isPiece(int key) {
        return (key & KIND) == PIECE_KIND;
    }

    /** True if the key stands for two neighbouring words. */
    public static boolean isPair(int key) {
        return (key & KIND) == PAIR_KIND;
    }

    /** The key of a single word. */
    static int word(Words words, int index) {
        return Hashing.mix(words.hash(index), WORD) & ~3 | WORD_KIND;
    }

    static int[] plain(Words words, int from, int to) {
        int[] keys = new int[count(words, from, to)];
        addPlain(words, from, to, keys);
        return keys;
    }

    private static int count(Words words, int from, int to) {
        int count = Math.max(0, 2 * (to - from) - 1);
        for (int i = from; i < to; i++) {
            count += pieces(words, i);
        }
        return count;
    }

    /** Pieces within the word and its two marks, the whole left out. */
    private static int pieces(Words words, int word) {
        int marked = words.length(word) + 2;
        return marked <= PIECE_LENGTH ? 0 : marked - PIECE_LENGTH + 1;
    }

    private static int addPlain(Words words, int from, int to, int[] keys) {
        int size = 0;
        for (int i = from; i < to; i++) {
            keys[size++] = word(words, i);
        }
        for (int i = from; i + 1 < to; i++) {
            keys[size++] = Hashing.mix(words.hash(i) * 31 + words.hash(i + 1), PAIR) & ~3 | PAIR_KIND;
        }
        for (int i = from; i < to; i++) {
            int pieces = pieces(words, i);
            for (int at = 0; at < pieces; at++) {
                keys[size++] = Hashing.mix(words.piece(i, at, PIECE_LENGTH), PIECE) & ~3 | PIECE_KIND;
            }
        }
        return size;
    }
}
