package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Reads an article's paragraphs out of the box that holds them and leaves the furniture between them. Used once by one
 * thread.
 */
final class ContentReader {
    private static final int SHORT = 160;
    private static final int LINE = 60;
    private static final int LABEL = 40;
    private static final int MOST_DECKS = 2;

    private final String headlineKey;
    private final DayOrder order;
    private final StatedBody stated;
    private final Set<Clue> clues;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> subheads = new ArrayList<>();
    private final List<String> decks = new ArrayList<>();
    private final List<String> bylines = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int lastGood = -1;
    private int teased;
    private Element own;
    private final boolean mostlyParagraphs;
    private final boolean statedAll;

    ContentReader(Box content, String headline, DayOrder order, StatedBody stated, Set<Clue> clues) {
        this.clues = clues;
        this.headlineKey = headline == null ? "" : Wording.key(headline);
        this.order = order;
        this.stated = stated;
        collect(content);
        int good = 0;
        int marked = 0;
        for (int i = 0; i < blocks.size(); i++) {
            lastGood = isRunning(blocks.get(i)) ? i : lastGood;
            good += blocks.get(i).isGood() ? 1 : 0;
            marked += blocks.get(i).isGood() && blocks.get(i).tag().equals("p") ? 1 : 0;
        }
        mostlyParagraphs = marked * 4 >= good * 3;
        statedAll = clues.contains(Clue.STATED_BODY) && stated.isWhole() && isStated();
    }

    /** Whether nearly all of the running text is stated: then the rest of it is none. */
    private boolean isStated() {
        int all = 0;
        int held = 0;
        for (TextBlock block : blocks) {
            int length = block.isGood() ? block.text().length() : 0;
            all += length;
            held += length > 0 && stated.holds(block.text()) ? length : 0;
        }
        return held > 0 && held >= all * 0.9;
    }

    private void collect(Box box) {
        if (isLinkList(box)) {
            return;
        }
        for (Object item : box.content()) {
            if (item instanceof TextBlock block) {
                blocks.add(block);
            } else if (item instanceof Box inner && !inner.isDropped()) {
                collect(inner);
            }
        }
    }

    private static boolean isLinkList(Box box) {
        boolean list = box.tag().equals("ul")
                || box.tag().equals("ol")
                || box.tag().equals("dl")
                || box.tag().equals("table");
        return list && box.linkDensity() > 0.6;
    }

    /** Whether most paragraphs stand under a heading that links to another page, as on a front page. */
    boolean isListOfStories() {
        return paragraphs.size() - subheads.size() <= teased * 2;
    }

    private static Element article(TextBlock block) {
        Element element = block.box().element();
        while (element != null && !element.normalName().equals("article")) {
            element = element.parent();
        }
        return element;
    }

    private static boolean isRunning(TextBlock block) {
        return block.isGood()
                || (!block.isHeading()
                        && Wording.endsSentence(block.text())
                        && block.linkDensity() < 0.4
                        && block.text().length() >= 20);
    }

    void read() {
        boolean begun = false;
        boolean links = false;
        boolean linked = false;
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            String text = block.text();
            if (!block.isHeading() && clues.contains(Clue.STATED_BODY) && stated.holds(text)) {
                begun = begin(block);
                links = false;
                paragraph(text);
                continue;
            }
            if (Wording.key(text).equals(headlineKey)) {
                continue;
            }
            if (block.isHeading() && paragraphs.size() >= 3 && isEnd(block)) {
                break;
            }
            if (begun && paragraphs.size() <= MOST_DECKS && isTopLine(block)) {
                decks.addAll(paragraphs);
                paragraphs.clear();
                begun = false;
            }
            if (block.isHeading() || (isBoldLine(block) && (begun || !isTopLine(block)))) {
                links = clues.contains(Clue.HEADINGS) && Furniture.isRelated(text);
                linked = block.linkDensity() > 0.7;
                heading(i, begun, links);
                continue;
            }
            if (!begun && top(block)) {
                continue;
            }
            if (isFurniture(block, links) || isTail(i)) {
                links |= Furniture.isRelated(text);
                continue;
            }
            links = false;
            begun = begun || (block.isGood() && begin(block));
            teased += linked ? 1 : 0;
            linked = false;
            paragraph(text);
        }
    }

    private boolean begin(TextBlock block) {
        own = own == null ? article(block) : own;
        return true;
    }

    /** Whether a heading begins the readers' comments or another article. */
    private boolean isEnd(TextBlock block) {
        boolean other = block.tag().equals("h1") && !Objects.equals(article(block), own);
        return other || (clues.contains(Clue.HEADINGS) && Furniture.isEnd(block.text()));
    }

    private boolean isTail(int i) {
        return i > lastGood && !Wording.endsSentence(blocks.get(i).text());
    }

    /** A byline below a sentence: the sentence was the deck. */
    private boolean isTopLine(TextBlock block) {
        String text = block.text();
        return text.length() < LINE && !Wording.endsSentence(text) && Bylines.of(text) != null;
    }

    /** What stands between headline and text and is no text: deck, byline, date. */
    private boolean top(TextBlock block) {
        String text = block.text();
        if (block.box().hints(Hints.DECK) && text.length() < 500) {
            decks.add(text);
            return true;
        }
        if (block.box().hints(Hints.BYLINE) && text.length() < SHORT) {
            bylines.add(text);
            return true;
        }
        LineDates line = DateScanner.scan(text, order);
        boolean byline = text.length() < SHORT && Bylines.of(text) != null;
        if (!byline && text.length() < LINE && !Wording.endsSentence(text) && !line.hasDate()) {
            return true;
        }
        if (line.hasDate() && text.length() < SHORT && !Wording.endsFlat(text)) {
            dates.add(text);
            return true;
        }
        if (byline) {
            bylines.add(text);
            return true;
        }
        return false;
    }

    private boolean isFurniture(TextBlock block, boolean links) {
        String text = block.text();
        double density = block.linkDensity();
        boolean item = block.tag().equals("li");
        boolean sentence = Wording.endsSentence(text);
        if (clues.contains(Clue.LINKS)) {
            boolean brief = text.length() < SHORT;
            boolean link = (density > 0.8 && (brief || !sentence)) || (density > 0.6 && brief && !sentence);
            if (link || (item && density > 0.6)) {
                return true;
            }
        }
        if (density > 0.3 && text.length() < 300 && (links || isRelated(text))) {
            return true;
        }
        if (statedAll
                && block.isGood()
                && (block.tag().equals("p") || block.tag().equals("div"))) {
            return true;
        }
        return isSaidFurniture(block, text, sentence) || isSaidCaption(block, text, sentence);
    }

    private boolean isRelated(String text) {
        return clues.contains(Clue.PHRASES) && Furniture.isRelated(text);
    }

    private boolean isSaidFurniture(TextBlock block, String text, boolean sentence) {
        if (!clues.contains(Clue.PHRASES) || isDataCell(block)) {
            return false;
        }
        boolean cell = isCell(block);
        boolean line =
                text.length() < SHORT && (Furniture.isLine(text) || Furniture.isRelated(text) || Furniture.isEnd(text));
        return line
                || isLabel(block)
                || Furniture.isNotice(text)
                || (cell && text.length() < LABEL && !sentence)
                || isDateOnly(text);
    }

    private boolean isSaidCaption(TextBlock block, String text, boolean sentence) {
        if (!clues.contains(Clue.CAPTIONS)) {
            return false;
        }
        boolean credit = block.box().hints(Hints.CREDIT) && text.length() < SHORT && !sentence;
        return credit || (text.length() < 400 && !block.isGood() && isSureCaption(text));
    }

    /** A cell of a table of data, which has a head or rows of cells without blocks. */
    private static boolean isDataCell(TextBlock block) {
        Element table = isCell(block) ? block.box().element().closest("table") : null;
        return table != null
                && (table.selectFirst("th, thead, caption") != null
                        || table.selectFirst("p, div, img, table table, br") == null);
    }

    private static boolean isCell(TextBlock block) {
        return block.tag().equals("td") || block.tag().equals("th");
    }

    /** Where paragraphs are paragraphs, a short line that is none labels an advertisement or a tool. */
    private boolean isLabel(TextBlock block) {
        String tag = block.tag();
        boolean loose = tag.equals("div") || tag.equals("span") || tag.equals("section") || tag.equals("a");
        return loose && mostlyParagraphs && block.text().length() < LABEL && !Wording.endsSentence(block.text());
    }

    private boolean isDateOnly(String text) {
        return isTimeOfDay(text)
                || (text.length() < 80 && DateScanner.scan(text, order).whole() && !Wording.endsFlat(text));
    }

    /** {@code 10.42 BST}, {@code 14h05}, {@code 9:30 a.m. ET}. */
    private static boolean isTimeOfDay(String text) {
        if (text.length() > 16 || !Character.isDigit(text.charAt(0))) {
            return false;
        }
        for (String word : Wording.words(text)) {
            boolean number = Character.isDigit(word.charAt(0)) && word.length() <= 5;
            String bare = Wording.key(word);
            boolean zone = bare.equals("am")
                    || bare.equals("pm")
                    || bare.equals("uhr")
                    || bare.equals("h")
                    || DateWords.ZONES.containsKey(bare);
            if (!number && !zone) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSureCaption(String text) {
        Caption caption = Captions.of(text);
        return caption != null && caption.sure();
    }

    private static boolean isBoldLine(TextBlock block) {
        String text = block.text();
        return block.bold() >= text.length() - 1
                && text.length() <= 100
                && !block.tag().equals("li")
                && !Wording.endsFlat(text)
                && Wording.wordCount(text) <= 14
                && block.linkDensity() < 0.5;
    }

    private void heading(int i, boolean begun, boolean links) {
        TextBlock block = blocks.get(i);
        String text = block.text();
        boolean tail = i > lastGood;
        boolean skip = links
                || tail
                || text.length() > 250
                || Furniture.isLine(text)
                || Furniture.isEnd(text)
                || Furniture.isNotice(text);
        boolean deck = block.box().hints(Hints.DECK) || isUnderHeadline(i);
        if (!begun && block.isHeading() && i < lastGood && deck) {
            decks.add(text);
            return;
        }
        boolean teaser = block.linkDensity() > 0.7;
        if (skip || teaser || (!begun && !nextIsRunning(i))) {
            return;
        }
        paragraph(text);
        if (block.isHeading() || Wording.wordCount(text) <= 12) {
            subheads.add(text);
        }
    }

    /** A long heading right under the headline sums the story up. */
    private boolean isUnderHeadline(int i) {
        boolean under = i > 0 && Wording.key(blocks.get(i - 1).text()).equals(headlineKey);
        return under && Wording.wordCount(blocks.get(i).text()) >= 8;
    }

    private boolean nextIsRunning(int i) {
        return i + 1 < blocks.size()
                && isRunning(blocks.get(i + 1))
                && !blocks.get(i).tag().equals("h1");
    }

    private void paragraph(String text) {
        boolean again = text.length() > 80 && !seen.add(text);
        if (!again) {
            paragraphs.add(text);
        }
    }

    List<String> paragraphs() {
        return paragraphs;
    }

    List<String> subheads() {
        return subheads;
    }

    List<String> decks() {
        return decks;
    }

    List<String> bylines() {
        return bylines;
    }

    List<String> dates() {
        return dates;
    }
}
