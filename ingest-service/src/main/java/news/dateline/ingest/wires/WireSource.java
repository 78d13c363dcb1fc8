package news.dateline.ingest.wires;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.Source;
import news.dateline.schemas.article.CanonicalUrl;
import news.dateline.schemas.article.InvalidArticleException;

/**
 * Who an item is from. The id is the authority within the item's own identifier, for that is the same in all its
 * versions while names vary; the name is what the item calls its provider.
 */
public final class WireSource {
    private static final Pattern TAG = Pattern.compile("tag:([^,:/]+),.*");
    private static final Pattern NEWSML = Pattern.compile("urn:newsml:([^:]+):.*", Pattern.CASE_INSENSITIVE);

    private WireSource() {}

    /**
     * The source of an item.
     *
     * @param identifier the item's uri or guid, or null
     * @param name the provider's name, or null
     */
    public static Source of(String identifier, String name) {
        String authority = identifier == null ? null : authority(identifier);
        if (authority == null) {
            return name == null ? new Source("unknown", "unknown") : new Source(slug(name), name);
        }
        return new Source(authority, name == null ? authority : name);
    }

    private static String authority(String identifier) {
        Matcher tag = TAG.matcher(identifier);
        Matcher newsml = NEWSML.matcher(identifier);
        if (tag.matches()) {
            return tag.group(1).toLowerCase(Locale.ROOT);
        }
        if (newsml.matches()) {
            return newsml.group(1).toLowerCase(Locale.ROOT);
        }
        try {
            return CanonicalUrl.host(identifier);
        } catch (InvalidArticleException e) {
            return host(identifier);
        }
    }

    private static String host(String identifier) {
        try {
            String host = new URI(identifier).getHost();
            return host == null || host.isBlank() ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? name : slug;
    }
}
