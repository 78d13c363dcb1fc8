package news.dateline.enrich.versions;

import java.nio.ByteBuffer;
import java.time.Instant;
import news.dateline.Changes;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.schemas.article.PublicationTime;

/**
 * Puts the arrivals of one article in order and counts its versions. Where the publisher numbers or dates its versions,
 * a late arrival of an older one changes nothing, so that every order of arrival ends the same; otherwise arrivals count
 * in the order in which they come. Pure and thread-safe.
 */
public final class Versioning {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private Versioning() {}

    /**
     * What an arrival is.
     *
     * @param known what is known of the article, null if nothing
     */
    public static Arrival arrive(ArticleState known, RawArticle article) {
        ArticleState before = known == null ? unknown() : known;
        return article.getStatus() == PubStatus.canceled ? kill(before, article) : content(before, article);
    }

    /** Counts what arrived as the next version, and tells what it changes. */
    public static NewVersion publish(ArticleState arrived, RawArticle article) {
        boolean kill = arrived.getKilledAt() != null;
        RawArticle before = FormerVersion.read(arrived.getFormer());
        Changes changes = kill || before == null ? null : Difference.between(before, article);
        ArticleState state = ArticleState.newBuilder(arrived)
                .setVersion(arrived.getVersion() + 1)
                .setFormer(kill ? NOTHING : FormerVersion.write(article))
                .build();
        return new NewVersion(article, state, changes);
    }

    private static Arrival kill(ArticleState before, RawArticle kill) {
        Instant at = timeOf(kill);
        Stamp stamp = Stamp.of(kill);
        if (before.getKilledAt() != null) {
            boolean later = at.isAfter(before.getKilledAt());
            return new Arrival(stamped(before, stamp, later ? at : before.getKilledAt()), false);
        }
        if (before.getSaidUsable() && stamp.isOlderThan(Stamp.of(before))) {
            return new Arrival(before, false); // a late one: the article has been brought back since
        }
        ArticleState killed = stamped(before, stamp, at);
        killed.setContent(NOTHING);
        killed.setFormer(NOTHING);
        killed.setSaidUsable(false);
        return new Arrival(killed, true);
    }

    private static Arrival content(ArticleState before, RawArticle article) {
        Stamp stamp = Stamp.of(article);
        boolean killed = before.getKilledAt() != null;
        if (killed ? !revives(article, before) : stamp.isOlderThan(Stamp.of(before))) {
            return new Arrival(before, false);
        }
        ContentHash content = ContentHash.of(article);
        ArticleState now = stamped(before, stamp, null);
        now.setContent(content.bytes());
        now.setSaidUsable(article.getStatus() == PubStatus.usable);
        return new Arrival(now, killed || !content.equalTo(before.getContent()));
    }

    /** A killed article comes back only if it says so in so many words and is newer than the kill. */
    private static boolean revives(RawArticle article, ArticleState killed) {
        if (article.getStatus() != PubStatus.usable) {
            return false;
        }
        if (article.getUpdatedAt() != null) {
            return PublicationTime.instant(article.getUpdatedAt()).isAfter(killed.getKilledAt());
        }
        boolean numbered = article.getPublisherVersion() != null && killed.getPublisherVersion() != null;
        return !numbered || Stamp.of(article).byVersion(Stamp.of(killed)) > 0;
    }

    /** When a kill was made: as the publisher says, unless that is a day, else when it came in. */
    private static Instant timeOf(RawArticle kill) {
        boolean told = kill.getUpdatedAt() != null && !Stamp.isDate(kill.getUpdatedAt());
        return told ? PublicationTime.instant(kill.getUpdatedAt()) : kill.getReceivedAt();
    }

    private static ArticleState stamped(ArticleState before, Stamp stamp, Instant killedAt) {
        Stamp highest = Stamp.of(before).highest(stamp);
        return ArticleState.newBuilder(before)
                .setPublisherVersion(highest.publisherVersion())
                .setUpdatedAt(highest.updatedAt())
                .setKilledAt(killedAt)
                .build();
    }

    private static ArticleState unknown() {
        return ArticleState.newBuilder().setVersion(0).setContent(NOTHING).build();
    }
}
