package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about its article outside the text, best source first: JSON-LD (schema.org), microdata, the Open
 * Graph protocol, Dublin Core and other meta elements, {@code <time>}. Read before the page is taken apart;
 * immutable.
 */
final class PageMetadata {
    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "date_published",
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "publication_date",
        "article.published",
        "article:published",
        "sailthru.date",
        "parsely-pub-date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "article_date_original",
        "originalpublicationdate",
        "article:post_date",
        "rnews:datepublished",
        "datecreated",
        "citation_publication_date",
        "published_time",
        "published-date",
        "live_date",
        "date"
    };
    private static final String[] UPDATED = {
        "article:modified_time",
        "og:article:modified_time",
        "og:modified_time",
        "datemodified",
        "date_modified",
        "og:updated_time",
        "article:updated_time",
        "article.updated",
        "dc.date.modified",
        "dcterms.modified",
        "lastmod",
        "last-updated",
        "last_updated",
        "modified_time",
        "revised"
    };

    private final PageElements elements;
    private final Document page;
    private final JsonLd json;
    private final MetaTags meta;
    private final PageAddress address;
    private final DayOrder order;

    PageMetadata(PageElements elements, String url) {
        this.elements = elements;
        this.page = elements.page();
        this.json = JsonLd.of(elements);
        this.meta = new MetaTags(elements);
        this.address = new PageAddress(elements, meta, json, url);
        String language = language();
        boolean english = language == null || Wording.lower(language).startsWith("en");
        boolean american = "en-us".equals(language == null ? "" : Wording.lower(language));
        this.order = !english ? DayOrder.DAY_FIRST : american ? DayOrder.MONTH_FIRST : DayOrder.UNKNOWN;
    }

    JsonLd json() {
        return json;
    }

    PageAddress address() {
        return address;
    }

    PageRights rights() {
        return new PageRights(elements, meta, json, address);
    }

    DayOrder order() {
        return order;
    }

    String language() {
        Element root = page.firstElementChild();
        String language = clean(root == null ? null : root.attr("lang"));
        if (language == null) {
            language = json.text("inLanguage");
        }
        if (language == null) {
            language = meta.first(
                    "content-language", "dc.language", "dcterms.language", "language", "og:locale", "inlanguage");
        }
        if (language == null
                || language.length() > 20
                || language.length() < 2
                || !Character.isLetter(language.charAt(0))) {
            return null;
        }
        int comma = language.indexOf(',');
        return (comma > 0 ? language.substring(0, comma) : language).strip().replace('_', '-');
    }

    String sourceName() {
        String site = clean(meta.first("og:site_name", "application-name", "apple-mobile-web-app-title"));
        String publisher = json.text("publisher");
        boolean named = publisher != null && !publisher.contains("://");
        return site == null && named ? publisher : site;
    }

    /** Headlines that metadata state, with the site's name still in them. */
    List<String> statedHeadlines() {
        return Headlines.stated(
                json.text("headline"),
                meta.first("og:title"),
                meta.first("twitter:title"),
                page.title(),
                meta.first("dc.title", "title", "headline"));
    }

    String section() {
        String section = clean(json.text("articleSection"));
        if (section == null) {
            section = clean(meta.first(
                    "article:section",
                    "og:article:section",
                    "parsely-section",
                    "section",
                    "articlesection",
                    "dc.subject.section",
                    "cxenseparse:section"));
        }
        if (section == null) {
            section = json.trail(json.text("headline"));
        }
        return section != null && section.length() <= 60 && !section.contains("://") ? section : null;
    }

    String description() {
        return clean(meta.first("og:description", "description", "twitter:description"));
    }

    String publishedAt() {
        String first = best(json.text("datePublished"), PUBLISHED);
        if (first == null) {
            first = best(json.text("dateCreated"), PUBLISHED);
        }
        return first != null ? first : itemprop("datePublished");
    }

    String updatedAt() {
        String first = best(json.text("dateModified"), UPDATED);
        return first != null ? first : itemprop("dateModified");
    }

    /** The first date that has a time, or the first date if none has. */
    private String best(String stated, String... names) {
        String first = IsoDates.of(stated, order);
        for (String name : names) {
            if (IsoDates.hasTime(first)) {
                return first;
            }
            String next = IsoDates.of(meta.first(name), order);
            boolean sameDay = first != null && next != null && next.startsWith(first.substring(0, 10));
            first = first == null || (sameDay && IsoDates.hasTime(next)) ? (next == null ? first : next) : first;
        }
        return first;
    }

    private String itemprop(String name) {
        for (Element element : elements.properties(name)) {
            String value = element.hasAttr("datetime")
                    ? element.attr("datetime")
                    : element.hasAttr("content") ? element.attr("content") : element.text();
            String date = IsoDates.of(value, order);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    People people() {
        People people = new People(sourceName());
        json.authors().forEach(people::add);
        json.offices().stream().filter(Agencies::isOnlyAgency).forEach(people::add);
        if (people.isEmpty()) {
            people.add(meta.first(
                    "author",
                    "article:author",
                    "og:article:author",
                    "byl",
                    "parsely-author",
                    "sailthru.author",
                    "dc.creator",
                    "dcterms.creator",
                    "dc.contributor",
                    "authors",
                    "article.author",
                    "citation_author",
                    "cxenseparse:author",
                    "news_authors",
                    "book:author"));
        }
        if (people.isEmpty()) {
            List<Element> authors = new ArrayList<>(elements.properties("author"));
            authors.addAll(elements.related("author"));
            authors.stream().limit(8).forEach(author -> people.add(author(author)));
        }
        return people;
    }

    private static String author(Element author) {
        if (author.hasAttr("content")) {
            return author.attr("content");
        }
        Element name = author.selectFirst("[itemprop=name]");
        Element named = name == null ? author : name;
        return named.hasAttr("content") ? named.attr("content") : named.text();
    }

    /** Whether the page's type says that it is an article. */
    boolean isTypedArticle() {
        String type = meta.first("og:type");
        return type != null && Wording.lower(type).contains("article");
    }

    PageMedia image() {
        PageMedia stated = json.image();
        String uri = address.absolute(
                meta.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"));
        if (stated != null && address.absolute(stated.uri()) != null) {
            return new PageMedia(address.absolute(stated.uri()), clean(stated.caption()), clean(stated.credit()));
        }
        return uri == null ? null : new PageMedia(uri, null, null);
    }

    static String clean(String text) {
        String bare = text == null ? "" : HtmlText.squeeze(org.jsoup.parser.Parser.unescapeEntities(text, false));
        return bare.isEmpty() ? null : bare;
    }
}
