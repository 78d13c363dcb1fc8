package news.dateline.sink.consume;

import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.article.PublicationTime;
import org.apache.avro.generic.IndexedRecord;

/** What a decoded record must be before the store takes it. Anyone can write to a topic; enrich-service writes no other. */
final class Storable {
    private Storable() {}

    /**
     * Checks an article.
     *
     * @throws InvalidArticleException if the store could not keep it
     */
    static void check(EnrichedArticle article) {
        if (!ArticleId.isWellFormed(article.getId())) {
            throw new InvalidArticleException("id must be 1 to 200 printable ASCII characters without a space");
        }
        if (article.getVersion() < 1) {
            throw new InvalidArticleException("version is " + article.getVersion() + "; versions count from 1");
        }
        if (article.getStatus() != PubStatus.canceled) {
            time(article.getPublishedAt());
            time(article.getUpdatedAt());
        }
        text(article);
    }

    /**
     * Checks the texts of any other record.
     *
     * @throws InvalidArticleException if the store could not keep one
     */
    static void checkTexts(IndexedRecord record) {
        text(record);
    }

    private static void time(String time) {
        if (time != null) {
            PublicationTime.instant(time);
        }
    }

    private static void text(Object value) {
        if (value instanceof CharSequence text) {
            if (text.toString().indexOf(0) >= 0) {
                throw new InvalidArticleException("a text contains the null character U+0000");
            }
        } else if (value instanceof Iterable<?> items) {
            items.forEach(Storable::text);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                text(key);
                text(item);
            });
        } else if (value instanceof IndexedRecord record) {
            for (int i = 0; i < record.getSchema().getFields().size(); i++) {
                text(record.get(i));
            }
        }
    }
}
