package news.dateline.ingest.feeds;

import static news.dateline.ingest.feeds.Vocabulary.ATOM;
import static news.dateline.ingest.feeds.Vocabulary.CORE;
import static news.dateline.ingest.feeds.Vocabulary.DC;
import static news.dateline.ingest.feeds.Vocabulary.MEDIA;

import java.util.List;
import java.util.Locale;
import news.dateline.ingest.feeds.Markup.Prose;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads the entries of Atom 0.3 and 1.0 (RFC 4287). Belongs to one document. */
final class AtomEntries {
    private final Element feed;
    private final String url;

    AtomEntries(Element feed, String url) {
        this.feed = feed;
        this.url = url;
    }

    String title() {
        return text(child(feed, "title"));
    }

    String site() {
        return alternate(feed, Links.base(feed, url));
    }

    List<Element> entries() {
        return children(feed, "entry");
    }

    FeedItem entry(Element entry) {
        String base = Links.base(entry, url);
        String link = alternate(entry, base);
        Prose content = prose(child(entry, "content"), base);
        Prose summary = prose(child(entry, "summary"), base);
        if (summary.paragraphs().isEmpty()) {
            summary = Markup.prose(MEDIA.text(group(entry), "description"), base);
        }
        Texts texts = Texts.of(content, summary);
        String title = text(child(entry, "title"));
        String published = date(entry, "published", "issued", "created");
        String updated = date(entry, "updated", "modified");
        Element source = child(entry, "source");
        return new FeedItem(
                string(entry, "id"),
                link,
                title == null ? texts.headline() : title,
                texts.summary(),
                texts.body().paragraphs(),
                texts.body().subheads(),
                authors(entry, source),
                published == null ? updated : published,
                updated,
                section(entry),
                language(entry),
                MediaElements.of(entry, content.pictures(), base),
                rights(entry, source),
                licence(entry),
                source == null ? null : text(child(source, "title")),
                source == null ? null : alternate(source, base));
    }

    private static Element group(Element entry) {
        Element group = MEDIA.child(entry, "group");
        return group == null ? entry : group;
    }

    private static String alternate(Element parent, String base) {
        String found = null;
        for (Element link : children(parent, "link")) {
            String rel = link.attr("rel").toLowerCase(Locale.ROOT);
            String type = link.attr("type").toLowerCase(Locale.ROOT);
            if (rel.isEmpty() || rel.equals("alternate")) {
                String href = link.attr("href").isEmpty() ? link.wholeText() : link.attr("href");
                String address = Links.resolve(href, Links.base(link, base));
                if (address != null && (type.isEmpty() || type.contains("html"))) {
                    return address;
                }
                found = found == null ? address : found;
            }
        }
        return found;
    }

    private static Prose prose(Element construct, String base) {
        if (construct == null) {
            return Prose.NONE;
        }
        String type = construct.attr("type").toLowerCase(Locale.ROOT);
        String mode = construct.attr("mode"); // Atom 0.3
        boolean plain = (type.equals("text") || type.equals("text/plain")) && !mode.equals("escaped");
        if (plain && construct.childrenSize() == 0) {
            return Markup.plain(construct.wholeText());
        }
        if (!type.isEmpty() && !type.contains("html") && !type.startsWith("text") && construct.childrenSize() == 0) {
            return Prose.NONE; // base64 of another media type
        }
        return Markup.prose(Texts.markup(construct), Links.base(construct, base));
    }

    private static String text(Element construct) {
        if (construct == null) {
            return null;
        }
        String type = construct.attr("type").toLowerCase(Locale.ROOT);
        if (type.equals("text") && construct.childrenSize() == 0) {
            return Markup.blankToNull(Markup.squeeze(Parser.unescapeEntities(construct.wholeText(), false)));
        }
        return Markup.line(Texts.markup(construct));
    }

    private List<String> authors(Element entry, Element source) {
        for (Element holder : source == null ? List.of(entry, feed) : List.of(entry, source, feed)) {
            List<String> names = Authors.names(children(holder, "author").stream()
                    .map(author -> RssItems.first(string(author, "name"), Markup.squeeze(author.ownText())))
                    .toList());
            if (!names.isEmpty()) {
                return names;
            }
        }
        return Authors.names(
                DC.children(entry, "creator").stream().map(Element::wholeText).toList());
    }

    private static String date(Element entry, String... names) {
        for (String name : names) {
            String date = FeedDates.read(string(entry, name));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static String section(Element entry) {
        return children(entry, "category").stream()
                .map(category -> Markup.line(RssItems.first(
                        Markup.blankToNull(category.attr("label")),
                        Markup.blankToNull(category.attr("term")),
                        category.wholeText())))
                .filter(RssItems::isSection)
                .findFirst()
                .orElseGet(() -> {
                    String subject = Markup.line(DC.text(entry, "subject"));
                    return RssItems.isSection(subject) ? subject : null;
                });
    }

    private String language(Element entry) {
        Element content = child(entry, "content");
        return Languages.tag(RssItems.first(
                content == null ? null : Markup.blankToNull(content.attr("xml:lang")),
                Markup.blankToNull(entry.attr("xml:lang")),
                DC.text(entry, "language"),
                Markup.blankToNull(feed.attr("xml:lang")),
                DC.text(feed, "language")));
    }

    private String rights(Element entry, Element source) {
        for (Element holder : source == null ? List.of(entry, feed) : List.of(entry, source, feed)) {
            String rights = text(child(holder, "rights", "copyright"));
            if (rights != null) {
                return rights;
            }
        }
        return Markup.line(DC.text(entry, "rights"));
    }

    private String licence(Element entry) {
        for (Element holder : List.of(entry, feed)) {
            for (Element link : children(holder, "link")) {
                if (link.attr("rel").equalsIgnoreCase("license")) {
                    return Links.resolve(link.attr("href"), Links.base(link, url));
                }
            }
        }
        return null;
    }

    private static String string(Element parent, String... names) {
        Element child = child(parent, names);
        return child == null ? null : Markup.blankToNull(Markup.squeeze(child.wholeText()));
    }

    private static Element child(Element parent, String... names) {
        List<Element> found = children(parent, names);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String... names) {
        List<Element> plain = CORE.children(parent, names);
        return plain.isEmpty() ? ATOM.children(parent, names) : plain;
    }
}
