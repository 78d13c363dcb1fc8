package news.dateline.sink.articles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of an article, oldest first.
 *
 * @param versions the versions
 */
record VersionList(List<Item> versions) {
    /**
     * One version.
     *
     * @param version its number
     * @param receivedAt when it came in
     * @param changes what it changed in the stored version before it, null for the first
     * @param article the article
     */
    @Schema(name = "ArticleVersion")
    record Item(
            int version,
            String receivedAt,
            @Nullable Changes changes,
            @Schema(type = "object") ObjectNode article) {}

    static VersionList of(List<ArticleReader.Version> versions) {
        List<Item> items = new ArrayList<>();
        ObjectNode before = null;
        for (ArticleReader.Version version : versions) {
            Changes changes = before == null ? null : Changes.between(before, version.article());
            items.add(new Item(version.version(), version.receivedAt().toString(), changes, version.article()));
            before = version.article();
        }
        return new VersionList(items);
    }
}
