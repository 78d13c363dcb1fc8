package news.dateline.enrich.annotate;

import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.RawArticle;

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

    /** The text of a raw article, in the language that its publisher declares. */
    public static ArticleText of(RawArticle article) {
        String declared = article.getLanguage() == null ? "und" : article.getLanguage();
        return new ArticleText(
                orEmpty(article.getHeadline()),
                String.join("\n", article.getStandfirst()),
                orEmpty(article.getBody()),
                declared.split("-", 2)[0],
                article.getByline(),
                article.getDateline());
    }

    /** The text of an enriched article, as it was before it had tags. */
    public static ArticleText of(EnrichedArticle article) {
        String language = article.getLanguage() == null ? "und" : article.getLanguage();
        return new ArticleText(
                orEmpty(article.getHeadline()),
                String.join("\n", article.getStandfirst()),
                orEmpty(article.getBody()),
                language.split("-", 2)[0],
                article.getByline(),
                article.getDateline());
    }

    /** The same text, known to be in another language. */
    public ArticleText in(String other) {
        return new ArticleText(headline, standfirst, body, other, byline, dateline);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
