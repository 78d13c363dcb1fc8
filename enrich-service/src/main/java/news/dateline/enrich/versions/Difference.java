package news.dateline.enrich.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.dateline.Changes;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.schemas.article.Paragraphs;
import org.apache.avro.Schema;

/** Tells what a version changed in the one before it. Pure and thread-safe. */
final class Difference {
    private static final Set<String> TOLD_APART = Set.of("headline", "body");

    private Difference() {}

    static Changes between(RawArticle before, RawArticle after) {
        List<String> paragraphsBefore = paragraphs(before);
        List<String> paragraphsAfter = paragraphs(after);
        List<String> added = Paragraphs.without(paragraphsAfter, paragraphsBefore);
        List<String> removed = Paragraphs.without(paragraphsBefore, paragraphsAfter);
        List<String> others = new ArrayList<>();
        if (added.isEmpty() && removed.isEmpty() && !paragraphsBefore.equals(paragraphsAfter)) {
            others.add("body"); // the same paragraphs in another order
        }
        for (Schema.Field field : after.getSchema().getFields()) {
            String name = field.name();
            boolean other = ContentHash.isContent(name) && !TOLD_APART.contains(name);
            if (other && !Objects.equals(value(before, field), value(after, field))) {
                others.add(name);
            }
        }
        others.sort(null);
        boolean headline = !Objects.equals(before.getHeadline(), after.getHeadline());
        return new Changes(headline ? before.getHeadline() : null, added, removed, others);
    }

    private static Object value(RawArticle article, Schema.Field field) {
        Object value = article.get(field.pos());
        return value == PubStatus.usable ? null : value; // not said is usable
    }

    private static List<String> paragraphs(RawArticle article) {
        return article.getBody() == null || article.getBody().isBlank()
                ? List.of()
                : List.of(article.getBody().strip().split("\\n\\s*\\n"));
    }
}
