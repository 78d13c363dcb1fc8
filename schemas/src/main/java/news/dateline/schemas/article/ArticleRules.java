package news.dateline.schemas.article;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import news.dateline.Media;
import news.dateline.PubStatus;
import news.dateline.RawArticle;

/**
 * What every article must be, whichever door it comes in by: the HTTP door and the raw topic are held to the same
 * rules. Thread-safe.
 */
public final class ArticleRules {
    /** Largest sum of all texts of an article, in UTF-16 code units. */
    public static final int MAX_TEXT = 1_000_000;

    private ArticleRules() {}

    /**
     * Checks an article or a kill.
     *
     * @throws InvalidArticleException if it breaks a rule; the message names the field
     */
    public static void check(RawArticle article) {
        if (!ArticleId.isWellFormed(article.getId())) {
            throw new InvalidArticleException("id must be 1 to 200 printable ASCII characters without a space");
        }
        new Texts().check(article);
        if (article.getStatus() == PubStatus.canceled) {
            return;
        }
        if (article.getHeadline() == null || article.getHeadline().isBlank()) {
            throw new InvalidArticleException("headline is missing or blank");
        }
        if (article.getSource() == null || article.getSource().getId().isBlank()) {
            throw new InvalidArticleException("source.id is missing or blank");
        }
        if (article.getUrl() != null) {
            CanonicalUrl.of(article.getUrl());
        }
        time("publishedAt", article.getPublishedAt());
        time("updatedAt", article.getUpdatedAt());
        language(article.getLanguage());
    }

    private static void time(String field, String value) {
        if (value != null) {
            try {
                PublicationTime.instant(value);
            } catch (InvalidArticleException e) {
                throw new InvalidArticleException(field + ": " + e.getMessage());
            }
        }
    }

    private static void language(String tag) {
        if (tag == null) {
            return;
        }
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            throw new InvalidArticleException("language must be a BCP 47 tag, such as 'en' or 'pt-BR'");
        }
    }

    /** Walks over all texts of one article: each must be Unicode that every consumer can store, all together not too long. */
    private static final class Texts {
        private long total;

        void check(RawArticle article) {
            if (article.getSource() != null) {
                text("source.id", article.getSource().getId());
                text("source.name", article.getSource().getName());
            }
            text("uri", article.getUri());
            text("url", article.getUrl());
            text("headline", article.getHeadline());
            texts("standfirst", article.getStandfirst());
            texts("byline", article.getByline());
            text("credit", article.getCredit());
            text("dateline", article.getDateline());
            text("section", article.getSection());
            text("body", article.getBody());
            texts("subheads", article.getSubheads());
            for (Media media : article.getMedia()) {
                text("media.uri", media.getUri());
                text("media.caption", media.getCaption());
                text("media.credit", media.getCredit());
            }
            text("usageTerms", article.getUsageTerms());
            text("copyrightNotice", article.getCopyrightNotice());
            text("publisherVersion", article.getPublisherVersion());
            text("reason", article.getReason());
        }

        private void texts(String field, List<String> lines) {
            for (String line : lines) {
                text(field, line);
            }
        }

        private void text(String field, String text) {
            if (text == null) {
                return;
            }
            total += text.length();
            if (total > MAX_TEXT) {
                throw new InvalidArticleException(
                        "the article's texts are longer than " + MAX_TEXT + " characters together");
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == 0) {
                    throw new InvalidArticleException(field + " contains the null character U+0000");
                }
                if (Character.isSurrogate(c)) {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (!pair) {
                        throw new InvalidArticleException(field + " contains an unpaired surrogate, which is no text");
                    }
                    i++;
                }
            }
        }
    }
}
