package news.dateline.ingest.feeds;

import static news.dateline.ingest.feeds.Vocabulary.ATOM;
import static news.dateline.ingest.feeds.Vocabulary.CONTENT;
import static news.dateline.ingest.feeds.Vocabulary.CORE;
import static news.dateline.ingest.feeds.Vocabulary.DC;
import static news.dateline.ingest.feeds.Vocabulary.DCTERMS;
import static news.dateline.ingest.feeds.Vocabulary.FEEDBURNER;
import static news.dateline.ingest.feeds.Vocabulary.ITUNES;
import static news.dateline.ingest.feeds.Vocabulary.LICENCE;
import static news.dateline.ingest.feeds.Vocabulary.MEDIA;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.dateline.ingest.feeds.Markup.Prose;
import org.jsoup.nodes.Element;

/** Reads the items of RSS of any version with the usual modules. Belongs to one document. */
final class RssItems {
    private final Element channel;
    private final String url;
    private final String site;
    private final String language;
    private final String rights;

    RssItems(Element channel, String url) {
        this.channel = channel;
        this.url = url;
        this.site = Links.resolve(CORE.text(channel, "link"), Links.base(channel, url));
        String stated = CORE.text(channel, "language");
        this.language = Languages.tag(stated == null ? DC.text(channel, "language") : stated);
        String copyright = CORE.text(channel, "copyright");
        this.rights = Markup.line(copyright == null ? DC.text(channel, "rights") : copyright);
    }

    String site() {
        return site;
    }

    FeedItem item(Element item) {
        String base = Links.base(item, site == null ? url : site);
        String guid = CORE.text(item, "guid");
        String link = link(item, base, guid);
        Prose content = Markup.prose(content(item), link == null ? base : link);
        Prose description = Markup.prose(description(item), link == null ? base : link);
        Texts texts = Texts.of(content, description);
        String title = Markup.line(first(CORE.text(item, "title"), DC.text(item, "title"), MEDIA.text(item, "title")));
        Element source = CORE.child(item, "source");
        List<FeedMedium> pictures = new ArrayList<>(content.pictures());
        pictures.addAll(description.pictures());
        return new FeedItem(
                first(guid, DC.text(item, "identifier"), Markup.blankToNull(item.attr("rdf:about"))),
                link,
                title == null ? texts.headline() : title,
                title == null
                                && !texts.summary().isEmpty()
                                && texts.summary().get(0).equals(texts.headline())
                        ? texts.summary().subList(1, texts.summary().size())
                        : texts.summary(),
                texts.body().paragraphs(),
                texts.body().subheads(),
                authors(item),
                FeedDates.read(first(
                        CORE.text(item, "pubDate", "published"),
                        DC.text(item, "date"),
                        DCTERMS.text(item, "issued", "created", "date"),
                        ATOM.text(item, "published"))),
                FeedDates.read(first(ATOM.text(item, "updated"), DCTERMS.text(item, "modified"))),
                section(item),
                languageOf(item),
                MediaElements.of(item, pictures, base),
                rightsOf(item),
                licence(item),
                source == null ? null : Markup.line(source.wholeText()),
                source == null ? null : Links.resolve(source.attr("url"), base));
    }

    private static String link(Element item, String base, String guid) {
        String original = Links.resolve(FEEDBURNER.text(item, "origLink"), base);
        if (original != null) {
            return original;
        }
        for (Element link : CORE.children(item, "link")) {
            String text = Markup.squeeze(link.wholeText());
            String found = Links.resolve(text.isEmpty() ? link.attr("href") : text, base);
            if (found != null) {
                return found;
            }
        }
        for (Element link : ATOM.children(item, "link")) {
            String rel = link.attr("rel");
            if (rel.isEmpty() || rel.equalsIgnoreCase("alternate")) {
                return Links.resolve(link.attr("href"), base);
            }
        }
        Element element = CORE.child(item, "guid");
        boolean permanent = element != null && !element.attr("isPermaLink").equalsIgnoreCase("false");
        String about = Links.resolve(item.attr("rdf:about"), null);
        return permanent && Links.resolve(guid, null) != null ? Links.resolve(guid, null) : about;
    }

    private static String content(Element item) {
        Element encoded = CONTENT.child(item, "encoded");
        Element atom = ATOM.child(item, "content");
        Element plain = CORE.child(item, "fulltext", "full-text", "body", "content");
        return Texts.markup(encoded != null ? encoded : atom != null ? atom : plain);
    }

    private static String description(Element item) {
        Element found = CORE.child(item, "description");
        found = found == null ? ATOM.child(item, "summary") : found;
        found = found == null ? DC.child(item, "description") : found;
        found = found == null ? ITUNES.child(item, "summary") : found;
        return Texts.markup(found == null ? MEDIA.child(item, "description") : found);
    }

    private static List<String> authors(Element item) {
        for (List<Element> given : List.of(
                DC.children(item, "creator"),
                CORE.children(item, "author"),
                ATOM.children(item, "author"),
                ITUNES.children(item, "author"))) {
            List<String> names = Authors.names(given.stream()
                    .map(author -> {
                        Element name = ATOM.child(author, "name");
                        name = name == null ? CORE.child(author, "name") : name;
                        return (name == null ? author : name).wholeText();
                    })
                    .toList());
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static String section(Element item) {
        return Stream.of(
                        CORE.children(item, "category"), DC.children(item, "subject"), MEDIA.children(item, "category"))
                .flatMap(List::stream)
                .map(category -> Markup.line(category.wholeText()))
                .filter(RssItems::isSection)
                .findFirst()
                .orElse(null);
    }

    /** Whether a category names a part of the publication, and is no number, address or placeholder. */
    static boolean isSection(String category) {
        return category != null
                && category.length() <= 100
                && category.chars().anyMatch(Character::isLetter)
                && !category.contains("://")
                && !category.toLowerCase(Locale.ROOT).equals("uncategorized");
    }

    private String languageOf(Element item) {
        String own = Languages.tag(first(DC.text(item, "language"), Markup.blankToNull(item.attr("xml:lang"))));
        if (own != null) {
            return own;
        }
        return language != null ? language : Languages.tag(Markup.blankToNull(channel.attr("xml:lang")));
    }

    private String rightsOf(Element item) {
        String own = first(DC.text(item, "rights"), MEDIA.text(item, "copyright"), CORE.text(item, "copyright"));
        return own == null ? rights : Markup.line(own);
    }

    private String licence(Element item) {
        for (Element holder : List.of(item, channel)) {
            Element licence = LICENCE.child(holder, "license");
            if (licence != null) {
                String resource = licence.attr("rdf:resource");
                return Links.resolve(resource.isEmpty() ? licence.wholeText() : resource, null);
            }
        }
        return null;
    }

    static String first(String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
