package news.dateline.ingest.feeds;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Languages as feeds spell them, as BCP 47 tags. */
final class Languages {
    private Languages() {}

    /** The tag, or {@code null} where nothing usable is said. */
    static String tag(String given) {
        if (given == null) {
            return null;
        }
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(given.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return tag.equals("und") ? null : tag;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }
}
