package news.dateline.ingest.pages;

import java.util.List;

/**
 * One article as it was found on a page, before it gets an identity and a place on the wire.
 *
 * <p>An immutable value, safe to share among threads. Scalars are {@code null} when the page does not say them; lists
 * are never {@code null}.
 *
 * @param headline the headline without the site's name; {@code null} for a brief that has none of its own
 * @param standfirst summary lines between headline and text, without bullet characters
 * @param byline names of the authors, without "By" and without their titles
 * @param credit the agency or office that the text comes from
 * @param dateline the place that the text was filed from, as printed before its first sentence
 * @param publishedAt ISO 8601: date and time with offset, or a bare date where time or zone is unknown
 * @param updatedAt as {@code publishedAt}, for the last change
 * @param language BCP 47 tag as the page states it
 * @param section the part of the site that the article stands in
 * @param body paragraphs separated by one blank line; sub-heads are paragraphs too; the dateline is not part of it
 * @param subheads the sub-heads in their order
 * @param media pictures with caption and credit
 * @param accessibleForFree whether the whole text is free to read, as the page says
 * @param usageTerms what the article may be used for: the publisher's words, or the address of them
 * @param copyrightNotice the copyright notice as stated
 * @param tdmReservation whether the rights of text and data mining are reserved
 * @param canonicalUrl the page's own word for its address
 * @param sourceName the outlet's name
 */
public record PageArticle(
        String headline,
        List<String> standfirst,
        List<String> byline,
        String credit,
        String dateline,
        String publishedAt,
        String updatedAt,
        String language,
        String section,
        String body,
        List<String> subheads,
        List<PageMedia> media,
        Boolean accessibleForFree,
        String usageTerms,
        String copyrightNotice,
        Boolean tdmReservation,
        String canonicalUrl,
        String sourceName) {

    /** Copies the lists. */
    public PageArticle {
        standfirst = List.copyOf(standfirst);
        byline = List.copyOf(byline);
        subheads = List.copyOf(subheads);
        media = List.copyOf(media);
    }
}
