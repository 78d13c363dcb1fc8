package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/**
 * The article text that a page's JSON-LD states. Sites print it without paragraphs, cut short or with markup, so it
 * serves as evidence for the text on the page and replaces it only where the page shows none. Immutable.
 */
final class StatedBody {
    private static final int LONGEST = 120_000;
    private static final int SHORTEST = 200;
    private static final int START = 40;

    private final String text;
    private final String key;

    private StatedBody(String text) {
        this.text = text;
        this.key = Wording.key(text);
    }

    static StatedBody of(String articleBody) {
        if (articleBody == null || articleBody.length() < SHORTEST || articleBody.length() > LONGEST) {
            return new StatedBody("");
        }
        boolean markup = articleBody.indexOf('<') >= 0 && articleBody.indexOf('>') >= 0;
        if (!markup) {
            return new StatedBody(org.jsoup.parser.Parser.unescapeEntities(articleBody, false));
        }
        String broken = articleBody
                .replace("</p>", "\n")
                .replace("<br>", "\n")
                .replace("<br/>", "\n")
                .replace("<br />", "\n");
        return new StatedBody(Jsoup.parse(broken).wholeText());
    }

    boolean isEmpty() {
        return key.isEmpty();
    }

    /** Whether the text is stated to its end and not cut short. */
    boolean isWhole() {
        String bare = text.strip();
        return Wording.endsSentence(bare) && !bare.endsWith("...") && !bare.endsWith("…");
    }

    int length() {
        return key.length();
    }

    /** Whether the paragraph begins as a passage of the stated text does. */
    boolean holds(String paragraph) {
        if (key.isEmpty() || paragraph.length() < START) {
            return false;
        }
        String start = Wording.key(paragraph.substring(0, Math.min(2 * START, paragraph.length())));
        return start.length() >= START / 2 && key.contains(start.substring(0, Math.min(START, start.length())));
    }

    List<String> paragraphs() {
        List<String> out = new ArrayList<>();
        for (String line : text.split("[\\n\\r]", -1)) {
            String bare = HtmlText.squeeze(line);
            if (!bare.isEmpty()) {
                out.add(bare);
            }
        }
        return out;
    }
}
