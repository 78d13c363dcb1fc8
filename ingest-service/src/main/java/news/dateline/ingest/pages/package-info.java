/**
 * Finds the articles on pages that people paste or crawlers fetch: {@link
 * news.dateline.ingest.pages.PlainTextPages} for text, {@link news.dateline.ingest.pages.HtmlPages} for HTML.
 *
 * <p>Pure: imports the JDK, jsoup and Jackson's tree model, and neither Kafka nor Micronaut. Two lines lead to a {@link
 * news.dateline.ingest.pages.PageArticle}:
 *
 * <pre>
 * text  TextLines → BlockReader → ArticleSplitter → ArticleAssembler (HeadlineFinder, TopOfArticle, BodyReader)
 * HTML  PageCharset → jsoup → PageMetadata, BoxTree → ContentFinder → ContentReader → HtmlArticle
 * </pre>
 *
 * <p>Both share what a line of news can be: {@code Datelines}, {@code DateScanner}, {@code Bylines}, {@code Captions},
 * {@code Furniture}.
 */
package news.dateline.ingest.pages;
