package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the articles on a page that was saved or pasted as plain text: none, one or several.
 *
 * <p>The rules are general: they look at the shape of lines and at their order, and know the furniture, dates and
 * datelines of several languages, but no outlet. A line that could be either is kept, for a lost paragraph costs more
 * than a line too many. Relative times ("5 min ago") give no date. Dates are ISO 8601.
 *
 * <p>Stateless and safe for use by many threads. Time and memory are linear in the page's length. Never throws for any
 * text; a page without an article gives an empty list.
 */
public final class PlainTextPages {

    /** Makes a reader; one is enough for a process. */
    public PlainTextPages() {}

    /**
     * Reads a page.
     *
     * @param page the page's text with any line endings
     * @return its articles in their order
     */
    public List<PageArticle> read(String page) {
        DayOrder order = PageLanguage.isEnglish(page) ? DayOrder.UNKNOWN : DayOrder.DAY_FIRST;
        List<Block> blocks = BlockReader.read(TextLines.of(page), order);
        List<PageArticle> articles = new ArrayList<>();
        for (List<Block> part : ArticleSplitter.split(blocks)) {
            PageArticle article = new ArticleAssembler(part, order).assemble();
            if (article != null) {
                articles.add(article);
            }
        }
        return List.copyOf(articles);
    }
}
