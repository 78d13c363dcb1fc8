package news.dateline.enrich.topics;

/**
 * How a short text is set. House style tells what a desk it comes from: a lower-cased headline list, a title-cased
 * magazine headline, an agency headline, whole sentences. The classifier reads a word a little differently in each.
 */
enum TextStyle {
    LOWER_CASE(0),
    PLAIN_HEADLINE(1),
    TITLE_HEADLINE(2),
    PLAIN_SENTENCES(3),
    TITLE_AND_SENTENCES(4);

    private static final int SENTENCE_WORDS = 12;
    private static final int WORDS_READ = 10;

    /** What stands for the style in a feature's key; a trained model knows it by this number. */
    private final int code;

    TextStyle(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static TextStyle of(String text, int words) {
        if (!hasUpperCase(text)) {
            return LOWER_CASE;
        }
        boolean titled = isTitleCased(text);
        boolean sentences = words > SENTENCE_WORDS && endsLikeSentence(text);
        if (sentences) {
            return titled ? TITLE_AND_SENTENCES : PLAIN_SENTENCES;
        }
        return titled ? TITLE_HEADLINE : PLAIN_HEADLINE;
    }

    private static boolean hasUpperCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** True if four in five of the longer words at the beginning are capitalised. */
    private static boolean isTitleCased(String text) {
        int capitals = 0;
        int counted = 0;
        int seen = 0;
        int at = 0;
        while (at < text.length() && seen < WORDS_READ) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                seen++;
            }
            if (at - start > 3) {
                counted++;
                capitals += Character.isUpperCase(text.charAt(start)) ? 1 : 0;
            }
        }
        return capitals * 10 >= counted * 8;
    }

    private static boolean endsLikeSentence(String text) {
        int last = text.length() - 1;
        while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return last >= 0 && ".?!\"\u201d'".indexOf(text.charAt(last)) >= 0;
    }
}
