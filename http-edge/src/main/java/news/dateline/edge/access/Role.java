package news.dateline.edge.access;

import java.util.Locale;

/** What a key allows. */
public enum Role {
    /** Sending articles, corrections and kills. */
    INGEST,
    /** Reading: articles, search, the live stream, the page, tags for a text, metrics. */
    READ,
    /** Everything that changes how the line runs: feeds, replays and removals of dead letters. */
    OPERATE;

    /** The role's name as it stands in settings. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role parse(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("the role must be ingest, read or operate");
    }
}
