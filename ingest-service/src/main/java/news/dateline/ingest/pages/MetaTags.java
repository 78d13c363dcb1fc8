package news.dateline.ingest.pages;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A page's {@code <meta>} elements by name, property or itemprop, case ignored; the first of a name counts. */
final class MetaTags {
    private final Map<String, String> values = new HashMap<>();

    MetaTags(PageElements page) {
        for (Element meta : page.metas()) {
            String content = meta.attr("content").strip();
            if (content.isEmpty()) {
                continue;
            }
            for (String attribute : new String[] {"property", "name", "itemprop", "http-equiv"}) {
                String key = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (!key.isEmpty()) {
                    values.putIfAbsent(key, content);
                }
            }
        }
    }

    /** The content of the first of these that the page has, or {@code null}. */
    String first(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
