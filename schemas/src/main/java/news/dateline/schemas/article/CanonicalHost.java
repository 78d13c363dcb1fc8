package news.dateline.schemas.article;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling for a site's hosts: lower case, Punycode (IDNA 2003), without the labels of its mobile and AMP variants. */
final class CanonicalHost {
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]");
    private static final Pattern VARIANT = Pattern.compile("(?:www|m|mobile|amp)\\.(.+)");

    /** As Wikipedia has it: {@code de.m.wikipedia.org}. */
    private static final Pattern LANGUAGE_VARIANT =
            Pattern.compile("([a-z]{2,3}(?:-[a-z]+)?)\\.(?:m|mobile|amp)\\.(.+)");

    /** {@code amp.co.uk} is a site, not the variant of one. */
    private static final Pattern PUBLIC_SUFFIX = Pattern.compile("(?:co|com|org|net|gov|ac|edu|or|ne)\\.[a-z]{2}");

    private CanonicalHost() {}

    static String of(String host) {
        String name = ascii(host);
        if (name == null) {
            throw CanonicalUrl.invalid();
        }
        Matcher language = LANGUAGE_VARIANT.matcher(name);
        if (language.matches() && isSite(language.group(2))) {
            name = language.group(1) + "." + language.group(2);
        }
        Matcher variant = VARIANT.matcher(name);
        while (variant.matches() && isSite(variant.group(1))) {
            name = variant.group(1);
            variant = VARIANT.matcher(name);
        }
        return name;
    }

    static boolean isValid(String host) {
        return ascii(host) != null;
    }

    /** Null if it is no host. */
    private static String ascii(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        try {
            String ascii = name.startsWith("[") ? name : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            String lower = ascii.toLowerCase(Locale.ROOT);
            return PLAIN.matcher(lower).matches() ? lower : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isSite(String name) {
        return name.indexOf('.') > 0 && !PUBLIC_SUFFIX.matcher(name).matches();
    }
}
