package news.dateline.ingest.pages;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * What a page says about the rights in its article, best source first: JSON-LD (schema.org), Dublin Core and other meta
 * elements, the TDM Reservation Protocol. Immutable.
 */
record PageRights(PageElements elements, MetaTags meta, JsonLd json, PageAddress address) {
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
                terms = terms == null ? address.absolute(link.attr("href")) : terms;
            }
        }
        return PageMetadata.clean(terms);
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
        return PageMetadata.clean(notice);
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
}
