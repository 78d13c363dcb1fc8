package news.dateline.ingest.pages;

/**
 * A line as it stands in the file.
 *
 * @param text without outer whitespace, inner whitespace as it was
 * @param indent whitespace before it
 * @param gap blank lines before it
 */
record RawLine(String text, int indent, int gap) {
    static RawLine of(StringBuilder line, int gap) {
        int start = 0;
        int end = line.length();
        while (start < end && isSpace(line.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : new RawLine(line.substring(start, end), start, gap);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    /** The line with one blank line less before it. */
    RawLine closer() {
        return new RawLine(text, indent, Math.max(0, gap - 1));
    }

    int width() {
        return indent + text.length();
    }

    int firstWord() {
        int end = 0;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
