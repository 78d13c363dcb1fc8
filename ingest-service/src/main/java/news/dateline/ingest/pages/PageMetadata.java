package news.dateline.ingest.pages;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final String url;
    private final DayOrder order;

    PageMetadata(PageElements elements, String url) {
        this.elements = elements;
        this.page = elements.page();
        this.json = JsonLd.of(elements);
        this.meta = new MetaTags(elements);
        this.url = url;
        String language = language();
        boolean english = language == null || Wording.lower(language).startsWith("en");
        boolean american = "en-us".equals(language == null ? "" : Wording.lower(language));
        this.order = !english ? DayOrder.DAY_FIRST : american ? DayOrder.MONTH_FIRST : DayOrder.UNKNOWN;
    }

    JsonLd json() {
        return json;
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

    String canonicalUrl() {
        for (Element link : elements.links("canonical")) {
            String href = absolute(link.attr("href"));
            if (href != null) {
                return href;
            }
        }
        String stated = meta.first("og:url", "twitter:url", "parsely-link");
        String absolute = stated == null ? null : absolute(stated);
        if (absolute == null && json.hasArticle()) {
            String own = json.text("url");
            absolute = own == null ? null : absolute(own);
        }
        return absolute == null && url != null ? absolute(url) : absolute;
    }

    /** The reference as an absolute web address, or {@code null}. */
    String absolute(String reference) {
        String bare = reference == null ? "" : reference.strip();
        if (bare.isEmpty() || bare.length() > 2000 || bare.startsWith("data:")) {
            return null;
        }
        try {
            URI uri = new URI(bare.replace(" ", "%20"));
            URI whole = uri.isAbsolute() || url == null ? uri : new URI(url.strip()).resolve(uri);
            boolean web = "http".equalsIgnoreCase(whole.getScheme()) || "https".equalsIgnoreCase(whole.getScheme());
            return web && whole.getHost() != null ? whole.toString() : null;
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    String sourceName() {
        String site = clean(meta.first("og:site_name", "application-name", "apple-mobile-web-app-title"));
        String publisher = json.text("publisher");
        boolean named = publisher != null && !publisher.contains("://");
        return site == null && named ? publisher : site;
    }

    /** The second-level name of the page's host, without dots and dashes: {@code thelocalpost}. */
    String host() {
        String address = canonicalUrl();
        if (address == null) {
            return "";
        }
        try {
            String host = new URI(address).getHost();
            String[] labels =
                    host == null ? new String[0] : host.toLowerCase(Locale.ROOT).split("\\.", -1);
            String longest = "";
            for (int i = 0; i < labels.length - 1; i++) {
                longest = labels[i].length() > longest.length() ? labels[i] : longest;
            }
            return longest.length() < 3 ? "" : longest.replace("-", "");
        } catch (java.net.URISyntaxException e) {
            return "";
        }
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
        String uri = absolute(
                meta.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"));
        if (stated != null && absolute(stated.uri()) != null) {
            return new PageMedia(absolute(stated.uri()), clean(stated.caption()), clean(stated.credit()));
        }
        return uri == null ? null : new PageMedia(uri, null, null);
    }

    /** Whether the text is free to read (schema.org isAccessibleForFree), or {@code null}. */
    Boolean accessibleForFree() {
        Boolean stated = truth(json.text("isAccessibleForFree"));
        if (stated == null) {
            stated = truth(meta.first("isaccessibleforfree"));
        }
        String tier = meta.first("article:content_tier", "cxenseparse:paywall");
        boolean locked = tier != null && (tier.equals("locked") || tier.equals("true"));
        return stated == null && locked ? Boolean.FALSE : stated;
    }

    private static Boolean truth(String text) {
        String word = text == null ? "" : Wording.lower(text.strip());
        return switch (word.substring(word.lastIndexOf('/') + 1)) {
            case "true", "1", "yes" -> Boolean.TRUE;
            case "false", "0", "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The publisher's terms: schema.org usageInfo or license, Dublin Core, {@code <link rel=license>}. */
    String usageTerms() {
        String terms = json.text("usageInfo");
        terms = terms == null ? json.text("license") : terms;
        terms = terms == null ? meta.first("dcterms.license", "dc.rights.license", "license", "usage-terms") : terms;
        if (terms == null) {
            for (Element link : elements.related("license")) {
                terms = terms == null ? absolute(link.attr("href")) : terms;
            }
        }
        return clean(terms);
    }

    /** The copyright notice of the article, else the page's. */
    String copyrightNotice() {
        String notice = json.text("copyrightNotice");
        if (notice == null) {
            notice = meta.first("copyright", "dcterms.rights", "dc.rights", "rights", "dcterms.rightsholder");
        }
        if (notice == null && json.text("copyrightHolder") != null) {
            String year = json.text("copyrightYear");
            notice = "© " + (year == null ? "" : year + " ") + json.text("copyrightHolder");
        }
        return clean(notice);
    }

    /**
     * Whether the rights of text and data mining are reserved: TDM Reservation Protocol ({@code tdm-reservation}), or
     * the robots values that ask machines not to learn from the page.
     */
    Boolean tdmReservation() {
        Boolean stated = truth(meta.first("tdm-reservation"));
        String robots = meta.first("robots");
        boolean refused = robots != null
                && List.of(Wording.lower(robots).replace(" ", "").split(",", -1))
                        .contains("noai");
        return stated == null && refused ? Boolean.TRUE : stated;
    }

    private static String clean(String text) {
        String bare = text == null ? "" : HtmlText.squeeze(org.jsoup.parser.Parser.unescapeEntities(text, false));
        return bare.isEmpty() ? null : bare;
    }
}
