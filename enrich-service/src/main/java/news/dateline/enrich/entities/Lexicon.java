package news.dateline.enrich.entities;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What the model knows of words beforehand: lists of names (a bit per list) and word clusters. Immutable,
 * thread-safe.
 *
 * <p>In the phrase table a value is a set of {@link ListKind} bits, plus {@link #PREFIX} if a longer phrase begins
 * like this one.
 */
public final class Lexicon {

    /** Set in the value of each phrase that is the beginning of a longer one. */
    public static final int PREFIX = 1 << 15;

    private static final int LONGEST = 7;
    private static final int BITS = 4;

    private final PhraseTable phrases;
    private final PhraseTable[] clusters;

    public Lexicon(PhraseTable phrases, PhraseTable... clusters) {
        this.phrases = phrases;
        this.clusters = clusters.clone();
    }

    /** The lists, in the order of their bits. */
    public enum ListKind {
        CITY(0),
        COUNTRY(1),
        ADMIN(2),
        FIRST(3),
        LAST(4),
        DEMONYM(5),
        ORGANIZATION(6),
        TITLE(7),
        WELL_KNOWN_ORGANIZATION(8),
        WELL_KNOWN_PLACE(9);

        private final int bit;

        ListKind(int place) {
            bit = 1 << place;
        }

        public int bit() {
            return bit;
        }
    }

    /** Hash of a phrase that goes on with another word. */
    public static int extend(int phrase, int word) {
        return Hashes.pair(phrase, word);
    }

    /** True if the word of this hash is on the list by itself. */
    boolean lists(int word, ListKind kind) {
        return (phrases.get(word) & kind.bit()) != 0;
    }

    /**
     * Where the longest name on a list ends that begins at a token, or {@code from} if none does. All its words but short
     * ones begin with a capital.
     */
    int longest(Tokens tokens, int from, ListKind kind) {
        int end = from;
        int hash = 0;
        for (int at = from; at < Math.min(tokens.size(), from + LONGEST); at++) {
            int word = Hashes.lower(tokens.text(), tokens.start(at), tokens.end(at));
            hash = at == from ? word : extend(hash, word);
            int value = phrases.get(hash);
            boolean capital = Letters.isUpper(tokens.text().charAt(tokens.start(at)));
            if ((value & kind.bit()) != 0 && capital) {
                end = at + 1;
            }
            if ((value & PREFIX) == 0 || !capital && tokens.end(at) - tokens.start(at) > 3) {
                break;
            }
        }
        return end;
    }

    /** Looks up clusters and listed phrases; the longest phrase of each list wins at each place. */
    void annotate(Words words) {
        for (int i = 0; i < words.size; i++) {
            words.gazetteer[i] = 0;
            for (int kind = 0; kind < 3; kind++) {
                words.clusters[i * 3 + kind] = kind < clusters.length ? cluster(clusters[kind], words, i) : 0;
            }
        }
        for (int i = 0; i < words.size; i++) {
            if ((words.flags[i] & (Words.CAP | Words.DIGIT)) != 0) {
                mark(words, i);
            }
        }
    }

    private static int cluster(PhraseTable table, Words words, int i) {
        int number = table.get(words.exact[i]);
        return number == 0 && (words.flags[i] & Words.CAPS) != 0 ? table.get(words.title[i]) : number;
    }

    private void mark(Words words, int from) {
        int hash = words.lower[from];
        int value = phrases.get(hash);
        int[] longest = new int[ListKind.values().length];
        boolean any = false;
        for (int to = from + 1; value != 0; to++) {
            int lists = words.isCap(to - 1) || (words.flags[to - 1] & Words.DIGIT) != 0 ? value & ~PREFIX : 0;
            for (int rest = lists; rest != 0; rest &= rest - 1) {
                longest[Integer.numberOfTrailingZeros(rest)] = to;
                any = true;
            }
            if ((value & PREFIX) == 0 || to - from >= LONGEST || to >= words.size) {
                break;
            }
            hash = extend(hash, words.lower[to]);
            value = phrases.get(hash);
        }
        for (int list = 0; any && list < longest.length; list++) {
            if (longest[list] > 0) {
                paint(words, from, longest[list], list);
            }
        }
    }

    /** Four bits a list: unit, first, inner and last word of a listed phrase. */
    private static void paint(Words words, int from, int to, int list) {
        int shift = list * BITS;
        if ((words.gazetteer[from] >>> shift & 0b1110) != 0 && to - from == 1) {
            return;
        }
        for (int i = from; i < to; i++) {
            int position = to - from == 1 ? 0 : i == from ? 1 : i < to - 1 ? 2 : 3;
            words.gazetteer[i] |= 1L << shift + position;
        }
    }

    void write(DataOutputStream out) throws IOException {
        phrases.write(out);
        out.writeByte(clusters.length);
        for (PhraseTable table : clusters) {
            table.write(out);
        }
    }

    static Lexicon read(ByteBuffer in) {
        PhraseTable phrases = PhraseTable.read(in);
        PhraseTable[] clusters = new PhraseTable[in.get()];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = PhraseTable.read(in);
        }
        return new Lexicon(phrases, clusters);
    }
}
