package news.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a body into passages of a sentence or two, about as long as the texts that the classifier was trained with.
 * Cuts fall at sentence ends and between paragraphs; a sentence without end is cut at a space. Stateless, thread-safe.
 */
final class Passages {

    private static final int ENOUGH = 120;
    private static final int TOO_LONG = 800;

    private Passages() {}

    /** The passages from the top, at most this many; what is behind them is not read. */
    static List<String> of(String body, int most) {
        List<String> passages = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < body.length() && passages.size() < most; at++) {
            int length = at + 1 - start;
            if (length >= ENOUGH && endsSentence(body, at)
                    || length >= TOO_LONG && body.charAt(at) == ' '
                    || length >= 2 * TOO_LONG) {
                add(passages, body.substring(start, at + 1));
                start = at + 1;
            }
        }
        if (passages.size() < most) {
            add(passages, body.substring(start));
        }
        return passages;
    }

    private static void add(List<String> passages, String passage) {
        if (!passage.isBlank()) {
            passages.add(passage.strip());
        }
    }

    /** True at the white space behind a sentence, and at the end of a paragraph. */
    private static boolean endsSentence(String body, int at) {
        if (!Character.isWhitespace(body.charAt(at)) || at == 0) {
            return false;
        }
        if (body.charAt(at) == '\n' && body.charAt(at - 1) == '\n') {
            return true;
        }
        int mark = at - 1;
        while (mark > 0 && at - mark < 4 && "\"'\u201d\u2019)".indexOf(body.charAt(mark)) >= 0) {
            mark--;
        }
        return ".!?\u2026".indexOf(body.charAt(mark)) >= 0;
    }
}
