package news.dateline.enrich.annotate;

import java.util.List;

/**
 * What annotators read of an article.
 *
 * @param headline headline, empty if there is none
 * @param standfirst summary lines joined by a newline, empty if there are none
 * @param body paragraphs separated by a blank line, empty if there are none
 * @param language primary language subtag (BCP 47), {@code und} if not known
 * @param byline names of the authors
 * @param dateline place that the article was filed from, null if not known
 */
public record ArticleText(
        String headline, String standfirst, String body, String language, List<String> byline, String dateline) {
    public ArticleText {
        byline = List.copyOf(byline);
    }
}
