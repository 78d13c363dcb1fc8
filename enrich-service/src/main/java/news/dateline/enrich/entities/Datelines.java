package news.dateline.enrich.entities;

import java.util.Set;

/**
 * Makes the place of a dateline a place: "KYIV \u2014", "GOMA, Congo (AP) \u2014", "ISLAMABAD:" at the beginning of the body.
 * Stateless.
 */
final class Datelines {

    private static final double SCORE = 0.9;
    private static final int LONGEST_PLACE = 4;
    private static final int REACH = 14;
    private static final Set<String> DASHES = Set.of(":", "-", "--", "\u2013", "\u2014", "\u2015");
    private static final Set<String> NO_PLACES = Set.of(
            "update",
            "exclusive",
            "analysis",
            "breaking",
            "watch",
            "video",
            "opinion",
            "live",
            "factbox",
            "explainer",
            "correction",
            "timeline",
            "profile",
            "interview",
            "editorial",
            "photos",
            "note",
            "advisory",
            "urgent",
            "news",
            "summary",
            "comment",
            "review",
            "listen",
            "recap",
            "fact",
            "check",
            "read",
            "more",
            "the",
            "part",
            "a",
            "an",
            "u.s.",
            "u.n.",
            "u.k.",
            "us",
            "un",
            "eu",
            "uk");

    private Datelines() {}

    static void mark(FieldNames body) {
        Tokens tokens = body.tokens();
        int last = 0;
        while (last < Math.min(tokens.size(), LONGEST_PLACE) && isCapitals(body, last)) {
            last++;
        }
        boolean place = last > 0 && tokens.end(last - 1) - tokens.start(0) > 3;
        if (place && isDateline(body, last)) {
            body.override(body.span(0, last, NameType.LOCATION, SCORE));
        }
    }

    private static boolean isCapitals(FieldNames body, int token) {
        String text = body.text();
        int start = body.tokens().start(token);
        int end = body.tokens().end(token);
        return body.isCapitalised(token)
                && text.substring(start, end).chars().noneMatch(c -> Letters.isLower((char) c))
                && text.substring(start, end).chars().anyMatch(Character::isLetter)
                && !NO_PLACES.contains(body.key(token, token + 1));
    }

    /** Whether a dash or colon follows, or does so behind a comma or bracket, and no sentence begins before it. */
    private static boolean isDateline(FieldNames body, int last) {
        Tokens tokens = body.tokens();
        if (last < tokens.size() && !tokens.is(last, ",") && !tokens.is(last, "(")) {
            return isDash(tokens, last);
        }
        for (int i = last; i < Math.min(tokens.size(), last + REACH); i++) {
            if (isDash(tokens, i)) {
                return true;
            }
            char c = body.text().charAt(tokens.start(i));
            if (Letters.isLower(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isDash(Tokens tokens, int token) {
        return DASHES.contains(tokens.token(token));
    }
}
