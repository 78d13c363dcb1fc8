package news.dateline.ingest.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.dateline.Media;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.ingest.markup.MarkedUpText;
import news.dateline.ingest.markup.MarkupReader;
import news.dateline.ingest.wires.PubStatuses;
import news.dateline.ingest.wires.UnreadableItemException;
import news.dateline.ingest.wires.WireDraft;
import news.dateline.ingest.wires.WireItem;
import news.dateline.ingest.wires.WireSource;
import news.dateline.ingest.wires.WireText;
import news.dateline.ingest.wires.WireTimes;

/**
 * Reads IPTC ninjs, versions 1.0 to 3.x (<a href="https://iptc.org/std/ninjs/">News in JSON</a>). Pictures are media of the
 * article that they are associated with; an item of pictures, sound or an event alone is no article. Stateless and
 * thread-safe.
 */
public final class NinjsReader {
    /** Members of an article's own JSON that ninjs does not know. */
    private static final Set<String> NOT_NINJS =
            Set.of("body", "publishedat", "updatedat", "status", "standfirst", "source", "dateline", "subheads");

    private static final Set<String> NINJS_ALONE = Set.of(
            "headlines",
            "bodies",
            "descriptions",
            "versioncreated",
            "pubstatus",
            "firstcreated",
            "contentcreated",
            "renditions",
            "associations",
            "slugline",
            "located",
            "copyrightholder",
            "representationtype",
            "infosources",
            "infosource",
            "profile",
            "urgency",
            "ednote",
            "standard",
            "$standard",
            "mimetype");

    private static final Set<String> NO_TEXT =
            Set.of("picture", "photo", "graphic", "audio", "video", "animation", "event", "planning", "component");

    private NinjsReader() {}

    /** Whether an object is ninjs rather than an article as Dateline writes it. */
    public static boolean recognises(JsonNode object) {
        if (!object.isObject()) {
            return false;
        }
        Members item = new Members(object);
        return NOT_NINJS.stream().noneMatch(item::has)
                && (NINJS_ALONE.stream().anyMatch(item::has)
                        || item.hasAny("body_")
                        || item.hasAny("description_")
                        || item.has("uri") && item.has("type"));
    }

    /** Reads one item. */
    public static WireItem read(JsonNode object) {
        Members item = new Members(object);
        try {
            return article(item);
        } catch (UnreadableItemException e) {
            return new WireItem.LeftOut(e.getMessage());
        }
    }

    private static WireItem article(Members item) {
        WireDraft draft = new WireDraft();
        RawArticle article = draft.article();
        MarkedUpText body = new NinjsTexts(item, "body", "bodies").body();
        article.setStatus(PubStatuses.of(item.text("pubstatus")));
        String type = item.text("type");
        if (article.getStatus() != PubStatus.canceled
                && body == null
                && type != null
                && NO_TEXT.contains(type.toLowerCase(Locale.ROOT))) {
            return new WireItem.LeftOut("an item of the type " + type.toLowerCase(Locale.ROOT)
                    + " without a body is no article; pictures come as associations of their article");
        }
        identity(item, article);
        head(item, article);
        rights(item, article);
        if (body != null) {
            draft.body(body);
        }
        for (Members association : item.objects("associations")) {
            picture(association, draft);
        }
        return draft.finished();
    }

    private static void identity(Members item, RawArticle article) {
        String uri = item.text("uri");
        String provider = name(item, "provider", "infosources", "infosource");
        article.setUri(uri);
        article.setSource(WireSource.of(uri, provider == null ? item.text("copyrightholder") : provider));
        article.setPublisherVersion(item.text("version"));
        if (article.getStatus() != null && article.getStatus() != PubStatus.usable) {
            article.setReason(item.text("ednote", "editorialnote"));
        }
    }

    private static void head(Members item, RawArticle article) {
        String headline = new NinjsTexts(item, "headline", "headlines").line();
        String summary = new NinjsTexts(item, "description", "descriptions").line();
        article.setHeadline(headline == null ? item.text("title", "name") : headline);
        article.setStandfirst(summary == null ? List.of() : List.of(summary));
        article.setByline(WireText.byline(item.text("byline", "by")));
        article.setCredit(item.text("creditline", "credit"));
        if (article.getCredit() == null) {
            article.setCredit(name(item, "infosources", "infosource"));
        }
        article.setDateline(item.text("located"));
        article.setLanguage(item.text("language"));
        String published = WireTimes.publication(item.text("firstcreated"));
        article.setPublishedAt(published == null ? WireTimes.publication(item.text("contentcreated")) : published);
        article.setUpdatedAt(WireTimes.publication(item.text("versioncreated")));
        if (article.getPublishedAt() == null) {
            article.setPublishedAt(article.getUpdatedAt());
        }
        String section = item.text("section");
        article.setSection(section == null ? name(item, "subjects", "subject") : section);
    }

    private static void rights(Members item, RawArticle article) {
        article.setUsageTerms(item.text("usageterms"));
        String notice = item.text("copyrightnotice");
        article.setCopyrightNotice(notice == null ? item.text("copyrightholder") : notice);
        String embargoed = item.text("embargoed");
        article.setEmbargoed(embargoed == null ? null : WireTimes.embargo(embargoed));
    }

    /** The first name that one of these members holds, as an object, an array of objects or a text. */
    private static String name(Members item, String... members) {
        for (String member : members) {
            if (item.text(member) != null) {
                return item.text(member);
            }
            if (item.node(member).isObject() && new Members(item.node(member)).text("name") != null) {
                return new Members(item.node(member)).text("name");
            }
            for (Members object : item.objects(member)) {
                if (object.text("name") != null) {
                    return object.text("name");
                }
            }
        }
        return null;
    }

    private static void picture(Members association, WireDraft draft) {
        String type = association.text("type");
        if (type != null && !Set.of("picture", "photo", "graphic").contains(type.toLowerCase(Locale.ROOT))) {
            return;
        }
        String caption = new NinjsTexts(association, "description", "descriptions").line();
        if (caption == null) {
            caption = new NinjsTexts(association, "headline", "headlines").line();
        }
        String credit = association.text("creditline", "credit", "byline", "by", "copyrightholder");
        String uri = address(association);
        if (uri != null || caption != null) {
            draft.media(new Media(
                    uri,
                    caption,
                    credit == null ? association.text("copyrightnotice") : MarkupReader.collapsed(credit)));
        }
    }

    /** The largest rendition's address; the item's own identifier where there is none. */
    private static String address(Members association) {
        String found = association.text("uri");
        long widest = -1;
        for (Members rendition : association.objects("renditions")) {
            String href = rendition.text("href");
            long width = rendition.node("width").asLong(0);
            if (href != null && width > widest) {
                widest = width;
                found = href;
            }
        }
        return found;
    }
}
