package news.dateline.ingest.pages;

/**
 * A run of text without a block border in it: a paragraph, a heading, a list item, a cell.
 *
 * @param box the element it stands in
 * @param text never blank; whitespace single
 * @param linked characters of it in links
 * @param bold characters of it in bold
 * @param good whether it reads as running text
 */
record TextBlock(Box box, String text, int linked, int bold, boolean good) {
    private static final int GOOD = 60;

    static TextBlock of(Box box, String text, int linked, int bold) {
        TextBlock block = new TextBlock(box, text, linked, bold, false);
        boolean good = text.length() >= GOOD / 3
                && (text.length() >= GOOD || !Wording.isCased(text))
                && block.linkDensity() < 0.5
                && !block.isHeading();
        return new TextBlock(box, text, linked, bold, good);
    }

    double linkDensity() {
        return text.isEmpty() ? 0 : (double) linked / text.length();
    }

    String tag() {
        return box.tag();
    }

    boolean isHeading() {
        String tag = tag();
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    /** Whether it can be a line of an article: a heading or a sentence that is no link. */
    boolean isLine() {
        return linkDensity() < 0.5 && (isHeading() || isGood() || (Wording.endsSentence(text) && text.length() >= 6));
    }

    boolean isGood() {
        return good;
    }
}
