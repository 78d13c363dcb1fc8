package news.dateline.schemas.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for a page's paths: no dot segments, no session ids, and none of the variants of one page. */
final class CanonicalPath {
    private static final Pattern SESSION = Pattern.compile("(?i);(?:jsessionid|phpsessid|sessionid)=[^/;]*");
    private static final Pattern INDEX =
            Pattern.compile("(?i)(?:index|default)\\.(?:html?|shtml|xhtml|php[0-9]?|aspx?|jspx?|cfm)");
    private static final Pattern AMP_FILE = Pattern.compile("(?i)(?<=[^.])\\.amp(\\.html?)?$");

    private CanonicalPath() {}

    static String of(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : PercentEncoding.normalised(path).split("/", -1)) {
            String bare = SESSION.matcher(segment).replaceAll("");
            if (bare.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!bare.isEmpty() && !bare.equals(".")) {
                segments.add(bare);
            }
        }
        while (shortened(segments)) {
            // a variant may stand within another: /story/amp/index.html
        }
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }

    private static boolean shortened(List<String> segments) {
        if (segments.isEmpty()) {
            return false;
        }
        int last = segments.size() - 1;
        String name = segments.get(last);
        String lower = name.toLowerCase(Locale.ROOT);
        if (INDEX.matcher(name).matches()) {
            segments.remove(last);
            return true;
        }
        if (last > 0 && (lower.equals("amp") || lower.equals("print"))) {
            segments.remove(last);
            return true;
        }
        if (last > 0 && segments.get(0).equalsIgnoreCase("amp")) {
            segments.remove(0);
            return true;
        }
        String file = AMP_FILE.matcher(name).replaceFirst("$1");
        if (!file.equals(name) && !file.isEmpty()) {
            segments.set(last, file);
            return true;
        }
        return false;
    }
}
