package news.dateline.ingest.nitf;

import java.util.Locale;
import java.util.Objects;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.ingest.wires.PubStatuses;
import news.dateline.ingest.wires.WireDraft;
import news.dateline.ingest.wires.WireSource;
import news.dateline.ingest.wires.WireTimes;
import news.dateline.ingest.xml.Children;
import org.jsoup.nodes.Element;

/** The head of an NITF document: identity, status, times, rights, section. */
final class NitfHead {
    private final Element nitf;
    private final Element docdata;
    private final Element pubdata;

    NitfHead(Element nitf) {
        this.nitf = nitf;
        this.docdata = Children.first(nitf, "head", "docdata");
        this.pubdata = Children.first(nitf, "head", "pubdata");
    }

    void fill(WireDraft draft) {
        RawArticle article = draft.article();
        String management = Children.attribute(docdata, "management-status");
        boolean embargoed = "embargoed".equalsIgnoreCase(management);
        article.setStatus(embargoed ? null : PubStatuses.of(management));
        identity(article);
        article.setPublishedAt(WireTimes.publication(norm("date.issue")));
        if (article.getPublishedAt() == null) {
            article.setPublishedAt(WireTimes.publication(Children.attribute(pubdata, "date.publication")));
        }
        article.setUpdatedAt(revised());
        embargo(draft, embargoed);
        rights(article);
        article.setLanguage(language());
        String section = Children.attribute(pubdata, "position.section");
        Element subject = Children.first(nitf, "head", "tobject", "tobject.subject");
        article.setSection(section == null ? Children.attribute(subject, "tobject.subject.type") : section);
        if (article.getStatus() != null && article.getStatus() != PubStatus.usable) {
            article.setReason(Children.attribute(Children.first(docdata, "ed-msg"), "info"));
        }
    }

    private void identity(RawArticle article) {
        Element id = Children.first(docdata, "doc-id");
        String uri = Children.attribute(id, "id-string");
        String managed = Children.attribute(docdata, "management-doc-idref");
        article.setUri(article.getStatus() == PubStatus.canceled && managed != null ? managed : uri);
        String registered = Children.attribute(id, "regsrc");
        article.setSource(
                WireSource.of(article.getUri(), registered == null ? Children.attribute(pubdata, "name") : registered));
        article.setPublisherVersion(Children.attribute(Children.first(docdata, "du-key"), "version"));
    }

    private void embargo(WireDraft draft, boolean embargoed) {
        String release = norm("date.release");
        boolean later = release != null && !release.equals(norm("date.issue"));
        if (release != null && (embargoed || later)) {
            draft.article().setEmbargoed(WireTimes.embargo(release));
        } else if (embargoed) {
            draft.withhold("embargoed until further notice");
        }
    }

    private void rights(RawArticle article) {
        Element copyright = Children.first(docdata, "doc.copyright");
        String holder = Children.attribute(copyright, "holder");
        String year = Children.attribute(copyright, "year");
        if (holder != null) {
            article.setCopyrightNotice("© " + (year == null ? "" : year + " ") + holder);
        }
        article.setUsageTerms(Children.text(nitf, "body", "body.head", "rights"));
    }

    private String language() {
        Element body = Children.first(nitf, "body");
        for (String said : new String[] {
            Children.attribute(body, "xml:lang"),
            Children.attribute(nitf, "xml:lang"),
            Children.attribute(nitf, "baselang")
        }) {
            if (said != null) {
                return said.replace('_', '-');
            }
        }
        return null;
    }

    /** The newest entry of the revision history. */
    private String revised() {
        return Children.all(Children.first(nitf, "head"), "revision-history").stream()
                .map(revision -> WireTimes.publication(Children.attribute(revision, "norm")))
                .filter(Objects::nonNull)
                .max(String::compareTo)
                .orElse(null);
    }

    private String norm(String element) {
        String norm = Children.attribute(Children.first(docdata, element), "norm");
        return norm == null ? null : norm.toUpperCase(Locale.ROOT);
    }
}
