package news.dateline.enrich.versions;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.RawArticle;
import news.dateline.schemas.article.PublicationTime;

/**
 * The publisher's own order of an article's versions: first by its version numbers, then by the times of its changes
 * (NewsML-G2 {@code @version} and {@code versionCreated}). What a publisher does not give decides nothing.
 *
 * @param publisherVersion as given, null if not given
 * @param updatedAt ISO-8601, null if not given
 */
record Stamp(String publisherVersion, String updatedAt) {
    private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");
    private static final int DATE_LENGTH = "2025-09-09".length();

    static Stamp of(RawArticle article) {
        return new Stamp(article.getPublisherVersion(), article.getUpdatedAt());
    }

    static Stamp of(ArticleState state) {
        return new Stamp(state.getPublisherVersion(), state.getUpdatedAt());
    }

    /** Whether the publisher says that this is older than the other; false where it does not say. */
    boolean isOlderThan(Stamp other) {
        int byVersion = byVersion(other);
        return byVersion != 0 ? byVersion < 0 : times(updatedAt, other.updatedAt) < 0;
    }

    /** Negative if the publisher numbers this lower than the other, 0 where the numbers do not tell. */
    int byVersion(Stamp other) {
        boolean told = publisherVersion != null && other.publisherVersion != null;
        return told ? natural(publisherVersion.strip(), other.publisherVersion.strip()) : 0;
    }

    /** The higher of each. */
    Stamp highest(Stamp other) {
        return new Stamp(
                publisherVersion == null || byVersion(other) < 0 ? other.publisherVersion : publisherVersion,
                updatedAt == null || times(updatedAt, other.updatedAt) < 0 ? other.updatedAt : updatedAt);
    }

    /** Digits count as numbers, so that 10 follows 9 and 1.10 follows 1.9. */
    private static int natural(String one, String other) {
        Matcher a = RUN.matcher(one);
        Matcher b = RUN.matcher(other);
        while (true) {
            boolean more = a.find();
            boolean otherMore = b.find();
            if (!more || !otherMore) {
                return Boolean.compare(more, otherMore);
            }
            int order = run(a.group(), b.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int run(String one, String other) {
        boolean numbers = isDigit(one.charAt(0)) && isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A bare date is before and after nothing of its own day. */
    private static int times(String one, String other) {
        if (one == null || other == null) {
            return 0;
        }
        return isDate(one) || isDate(other)
                ? day(one).compareTo(day(other))
                : PublicationTime.instant(one).compareTo(PublicationTime.instant(other));
    }

    static boolean isDate(String time) {
        return time.length() == DATE_LENGTH;
    }

    private static LocalDate day(String time) {
        return PublicationTime.instant(time).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
