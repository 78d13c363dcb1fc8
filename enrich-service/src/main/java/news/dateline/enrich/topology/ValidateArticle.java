package news.dateline.enrich.topology;

import news.dateline.RawArticle;
import news.dateline.schemas.article.ArticleRules;
import news.dateline.schemas.article.InvalidArticleException;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Holds records of the raw topic to the rules of the HTTP door; one that breaks them becomes a dead letter. */
final class ValidateArticle extends ContextualFixedKeyProcessor<String, RawArticle, RawArticle> {
    @Override
    public void process(FixedKeyRecord<String, RawArticle> record) {
        RawArticle article = record.value();
        if (article == null) {
            throw new InvalidArticleException("the record has no value; kill an article with status canceled");
        }
        if (!article.getId().equals(record.key())) {
            throw new InvalidArticleException("the record's key must be the article's id");
        }
        ArticleRules.check(article);
        context().forward(record);
    }
}
