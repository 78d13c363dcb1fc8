package news.dateline.ingest.wires;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.dateline.Media;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.ingest.markup.MarkedUpText;

/** What is alike in making an article of an item, whatever the format. Not thread-safe: one for each item. */
public final class WireDraft {
    private final RawArticle article =
            RawArticle.newBuilder().setId("").setReceivedAt(Instant.EPOCH).build();

    /** The article so far, to be filled in. */
    public RawArticle article() {
        return article;
    }

    /** The body, its sub-heads and pictures; a first paragraph that repeats the headline is left out. */
    public void body(MarkedUpText text) {
        List<String> paragraphs = new ArrayList<>(text.paragraphs());
        List<String> subheads = new ArrayList<>(text.subheads());
        String headline = article.getHeadline();
        if (headline != null && paragraphs.size() > 1 && paragraphs.get(0).equalsIgnoreCase(headline)) {
            String repeated = paragraphs.remove(0);
            subheads.remove(repeated);
        }
        article.setBody(String.join("\n\n", paragraphs));
        article.setSubheads(subheads);
        text.media().forEach(this::media);
    }

    /** Adds a picture, unless one with this address is there already. */
    public void media(Media picture) {
        List<Media> media = new ArrayList<>(article.getMedia());
        boolean known = picture.getUri() != null
                && media.stream().anyMatch(other -> picture.getUri().equals(other.getUri()));
        if (!known) {
            media.add(picture);
            article.setMedia(media);
        }
    }

    /** Withholds the article, unless it is killed, until the publisher says more. */
    public void withhold(String reason) {
        if (article.getStatus() != PubStatus.canceled) {
            article.setStatus(PubStatus.withheld);
            article.setReason(reason);
        }
    }

    /**
     * The finished item: a body is never null, and a kill carries what identifies it, its times and its reason, but no
     * text.
     */
    public WireItem finished() {
        if (article.getStatus() != PubStatus.canceled) {
            if (article.getBody() == null) {
                article.setBody("");
            }
            return new WireItem.Draft(article);
        }
        return new WireItem.Draft(RawArticle.newBuilder()
                .setId("")
                .setStatus(PubStatus.canceled)
                .setSource(article.getSource())
                .setUri(article.getUri())
                .setUrl(article.getUrl())
                .setUpdatedAt(article.getUpdatedAt())
                .setPublisherVersion(article.getPublisherVersion())
                .setReason(article.getReason())
                .setReceivedAt(Instant.EPOCH)
                .build());
    }
}
