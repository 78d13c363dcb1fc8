package news.dateline.enrich.entities;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which organisations an article names only as where its news comes from: agencies in brackets behind the dateline
 * ("(Reuters) \u2014"), and media that were told, reported or are quoted. Stateless.
 */
final class QuotedSources {

    private static final int REACH = 45;
    private static final Set<String> MEDIA = Set.of(
            "reuters",
            "associated press",
            "ap",
            "agence france-presse",
            "afp",
            "bloomberg",
            "bloomberg news",
            "xinhua",
            "xinhua news agency",
            "tass",
            "itar-tass",
            "ria",
            "ria novosti",
            "interfax",
            "anadolu",
            "anadolu agency",
            "dpa",
            "efe",
            "ansa",
            "kyodo",
            "kyodo news",
            "yonhap",
            "yonhap news agency",
            "kcna",
            "irna",
            "isna",
            "fars",
            "tasnim",
            "sana",
            "wafa",
            "app",
            "pti",
            "press trust of india",
            "ani",
            "ians",
            "upi",
            "cnn",
            "bbc",
            "bbc news",
            "nbc",
            "nbc news",
            "cbs",
            "cbs news",
            "abc",
            "abc news",
            "fox news",
            "cnbc",
            "npr",
            "sky news",
            "al jazeera",
            "al arabiya",
            "press tv",
            "france 24",
            "deutsche welle",
            "dw",
            "nhk",
            "cctv",
            "ndtv",
            "geo news",
            "dawn",
            "voice of america",
            "voa",
            "radio free europe",
            "new york times",
            "washington post",
            "wall street journal",
            "guardian",
            "financial times",
            "politico",
            "axios",
            "le monde",
            "der spiegel",
            "bild",
            "el pais",
            "haaretz",
            "times of india",
            "global times",
            "people's daily",
            "south china morning post",
            "ukrinform",
            "kommersant");
    private static final String TRADE =
            "(?:news agency|news channel|newspaper|daily|broadcaster|news site|wire service|"
                    + "radio station|television|tv)";
    private static final Pattern TOLD = Pattern.compile("(?i)(?:\\b(?:told|according to|reported by|quoted by|cited by|"
            + "interview (?:with|to)|speaking to|spoke to|statement to|seen by|reviewed by|obtained by|(?:questions?|"
            + "requests?|call|email) (?:from|by)|report (?:by|in|from)|data from|photo by|as)(?: the| [a-z-]+'s)?\\s+"
            + "(?:[a-z-]+ )?(?:" + TRADE + " )?)$");
    private static final Pattern TRADE_BEFORE = Pattern.compile("(?i)\\b" + TRADE + ",? $");
    private static final Pattern REPORTED =
            Pattern.compile("(?i)^(?:[\u2019']s? [\\p{L} ]{0,20}(?:reporter|correspondent|"
                    + "journalist|sources?)\\b|,? (?:has |had |also |later )?(?:reported|reports|quoted|cited|citing|quoting|writes|"
                    + "wrote)\\b|,? (?:the )?(?:\\w+ )?" + TRADE + "\\b| said[^.]{0,40}\\b(?:citing|quoting)\\b)");

    private static final Pattern TRADE_BEHIND = Pattern.compile("(?i)^,? (?:the )?(?:\\w+ )?" + TRADE + "\\b");

    private QuotedSources() {}

    static boolean isQuoted(Thing thing) {
        boolean known = thing.mentions().stream().anyMatch(mention -> MEDIA.contains(plain(mention.key())));
        return thing.type() == NameType.ORGANIZATION
                && thing.mentions().stream()
                        .allMatch(mention -> isSource(mention.field().text(), mention.span(), known));
    }

    private static String plain(String key) {
        return key.startsWith("the ") ? key.substring(4) : key;
    }

    private static boolean isSource(String text, NameSpan span, boolean known) {
        String before = text.substring(Math.max(0, span.start() - REACH), span.start());
        String behind = text.substring(span.end(), Math.min(text.length(), span.end() + REACH));
        boolean bracket = before.endsWith("(") && behind.startsWith(")");
        boolean spoken = TOLD.matcher(before).find() || REPORTED.matcher(behind).find();
        boolean trade = TRADE_BEFORE.matcher(before).find()
                || TRADE_BEHIND.matcher(behind).find();
        return known ? bracket || spoken || trade : trade && spoken;
    }
}
