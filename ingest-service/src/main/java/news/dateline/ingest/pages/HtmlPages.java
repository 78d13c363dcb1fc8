package news.dateline.ingest.pages;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Finds the article of a web page: usually one, none on a page without an article.
 *
 * <p>Metadata come from JSON-LD and microdata (schema.org), the Open Graph protocol, meta elements and {@code <time>};
 * dates are ISO 8601. The text is found by what the page's author marked as such and by the density of running text;
 * menus, boxes, captions, comments and links to other stories are left out.
 *
 * <p>Stateless and safe for use by many threads. The page's nesting is cut at a fixed depth; time and memory are
 * linear in the page's length. Never throws for any bytes.
 */
public final class HtmlPages {
    private static final int DEEPEST = 256;

    private final Set<Clue> clues;

    /** Makes a reader; one is enough for a process. */
    public HtmlPages() {
        this(Clue.ALL);
    }

    /** A reader that uses only some kinds of evidence. */
    HtmlPages(Set<Clue> clues) {
        this.clues = clues;
    }

    /**
     * Reads a page.
     *
     * @param page the page as it was received
     * @param charsetOrNull the charset that the transport stated, or {@code null}
     * @param urlOrNull the address that the page was fetched from, to resolve its links, or {@code null}
     * @return the page's article, or an empty list
     */
    public List<PageArticle> read(byte[] page, String charsetOrNull, String urlOrNull) {
        String html = PageCharset.decode(page, charsetOrNull);
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document document = parser.parseInput(html, "");
        PageArticle article = new HtmlArticle(document, urlOrNull, clues).read();
        return article == null ? List.of() : List.of(article);
    }
}
