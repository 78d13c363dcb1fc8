package news.dateline.ingest.newsml;

import java.util.List;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.ingest.wires.PubStatuses;
import news.dateline.ingest.wires.UnreadableItemException;
import news.dateline.ingest.wires.WireDraft;
import news.dateline.ingest.wires.WireItem;
import news.dateline.ingest.wires.WireSource;
import news.dateline.ingest.wires.WireTimes;
import news.dateline.ingest.xml.Children;
import org.jsoup.nodes.Element;

/** One newsItem: what it says about itself, then about its content, then the content. */
final class NewsItem {
    private final Element item;
    private final Element meta;
    private final WireDraft draft = new WireDraft();
    private final RawArticle article = draft.article();

    NewsItem(Element item) {
        this.item = item;
        this.meta = Children.first(item, "itemMeta");
    }

    WireItem read() {
        String guid = Children.attribute(item, "guid");
        if (guid == null) {
            throw new UnreadableItemException("the newsItem has no guid");
        }
        article.setUri(guid);
        article.setPublisherVersion(Children.attribute(item, "version"));
        article.setSource(WireSource.of(guid, Concepts.name(Children.first(meta, "provider"))));
        status();
        article.setUpdatedAt(WireTimes.publication(Children.text(meta, "versionCreated")));
        if (article.getStatus() == PubStatus.canceled) {
            return draft.finished();
        }
        article.setPublishedAt(WireTimes.publication(Children.text(meta, "firstCreated")));
        embargo();
        rights();
        new ContentMeta(item).fill(article);
        if (article.getPublishedAt() == null) {
            article.setPublishedAt(article.getUpdatedAt());
        }
        boolean text = new Content(Children.first(item, "contentSet")).fill(draft);
        String itemClass = Concepts.code(Children.first(meta, "itemClass"));
        if (!text && itemClass != null && !List.of("text", "composite").contains(itemClass)) {
            return new WireItem.LeftOut("a newsItem of the class " + itemClass + " without a text is no article");
        }
        return draft.finished();
    }

    private void status() {
        Element said = Children.first(meta, "pubStatus");
        String code = Children.attribute(said, "qcode");
        article.setStatus(PubStatuses.of(code == null ? Children.attribute(said, "uri") : code));
        if (article.getStatus() != null && article.getStatus() != PubStatus.usable) {
            article.setReason(Children.text(meta, "edNote"));
        }
    }

    /** An embargo without a time holds until the publisher says more. */
    private void embargo() {
        Element embargoed = Children.first(meta, "embargoed");
        if (embargoed == null) {
            return;
        }
        String until = Children.text(meta, "embargoed");
        if (until == null) {
            String note = Children.text(meta, "edNote");
            draft.withhold(note == null ? "embargoed until further notice" : note);
        } else {
            article.setEmbargoed(WireTimes.embargo(until));
        }
    }

    private void rights() {
        Element rights = Children.first(item, "rightsInfo");
        String notice = Children.text(rights, "copyrightNotice");
        article.setCopyrightNotice(notice == null ? Concepts.name(Children.first(rights, "copyrightHolder")) : notice);
        article.setUsageTerms(Children.text(rights, "usageTerms"));
    }
}
