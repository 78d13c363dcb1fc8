package news.dateline.ingest.articles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.Media;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.ingest.articles.ArticleReader.Origin;
import news.dateline.ingest.feeds.FeedDocument;
import news.dateline.ingest.feeds.FeedItem;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.article.CanonicalUrl;
import news.dateline.schemas.article.InvalidArticleException;

/**
 * Turns the items of a feed into raw articles. An item is known by its link, so that a changed guid makes no second
 * article and a changed text is a correction; by its guid only where it has no link of its own. Pure and thread-safe.
 */
public final class FeedArticles {
    private FeedArticles() {}

    /** The items, each with its index in the document; an article that the document repeats is refused. */
    public static List<ReadItem> of(FeedDocument feed, Origin origin) {
        if (feed.kind() == FeedDocument.Kind.SITEMAP_INDEX) {
            throw new MalformedBodyException(
                    "this is a sitemap index, which holds no articles; subscribe to it with PUT /v1/feeds/{id}, or send "
                            + "the sitemaps that it lists");
        }
        Set<String> shared = sharedLinks(feed);
        List<ReadItem> items = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (FeedItem item : feed.items()) {
            int index = items.size();
            ReadItem read = ArticleReader.item(index, () -> article(item, feed, shared, origin));
            if (read instanceof ReadItem.Article article) {
                Integer before = seen.putIfAbsent(article.article().getId(), index);
                if (before != null) {
                    read = new ReadItem.Refused(index, "the same article as item " + before + " of this feed");
                }
            }
            items.add(read);
        }
        return items;
    }

    /** Links that identify nothing: the site's own address, and one that items of different guid and title share. */
    private static Set<String> sharedLinks(FeedDocument feed) {
        Set<String> shared = new HashSet<>();
        if (feed.siteUrl() != null) {
            canonical(feed.siteUrl(), shared);
        }
        Map<String, FeedItem> first = new HashMap<>();
        for (FeedItem item : feed.items()) {
            if (item.link() == null) {
                continue;
            }
            FeedItem other = first.putIfAbsent(item.link(), item);
            if (other != null && !same(other.guid(), item.guid()) && !same(other.title(), item.title())) {
                canonical(item.link(), shared);
            }
        }
        return shared;
    }

    private static void canonical(String link, Set<String> into) {
        try {
            into.add(CanonicalUrl.of(link));
        } catch (InvalidArticleException e) {
            // an address of no use identifies nothing anyway
        }
    }

    private static boolean same(String one, String other) {
        return one != null && one.equals(other);
    }

    private static RawArticle article(FeedItem item, FeedDocument feed, Set<String> shared, Origin origin) {
        boolean ownLink = item.link() != null && !shared.contains(CanonicalUrl.of(item.link()));
        List<Media> media = item.media().stream()
                .map(each -> new Media(each.uri(), each.caption(), each.credit()))
                .toList();
        RawArticle article = RawArticle.newBuilder()
                .setId("")
                .setSource(source(item, feed, origin))
                .setUri(ownLink ? null : item.guid())
                .setUrl(ownLink || item.guid() != null ? item.link() : null)
                .setHeadline(item.title())
                .setStandfirst(item.summary())
                .setByline(item.authors())
                .setPublishedAt(item.publishedAt())
                .setUpdatedAt(item.updatedAt())
                .setLanguage(item.language())
                .setSection(item.section())
                .setBody(String.join("\n\n", item.body()))
                .setSubheads(item.subheads())
                .setMedia(media)
                .setUsageTerms(item.licence())
                .setCopyrightNotice(item.rights())
                .setReceivedAt(origin.receivedAt())
                .build();
        article.setId(ArticleId.of(article));
        return article;
    }

    /** Who publishes: as the sender says, the outlet that the item names, else the host of its link. */
    private static Source source(FeedItem item, FeedDocument feed, Origin origin) {
        String host = item.sourceUrl() != null ? host(item.sourceUrl()) : host(item.link());
        if (host == null) {
            host = host(feed.siteUrl() == null ? origin.url() : feed.siteUrl());
        }
        String name = item.sourceName() != null ? item.sourceName() : feed.title();
        String id = origin.source() != null ? origin.source() : host == null ? "unknown" : host;
        return new Source(id, name == null ? id : name);
    }

    private static String host(String url) {
        try {
            return url == null ? null : CanonicalUrl.host(url);
        } catch (InvalidArticleException e) {
            return null;
        }
    }
}
