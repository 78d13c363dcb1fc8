package news.dateline.ingest.feeds;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of authors out of the ways in which feeds give them. */
final class Authors {
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
    private static final Pattern NAME_AND_MAIL = Pattern.compile("(.+?)\\s*[<(]\\S+@\\S+[>)]");
    private static final Pattern BY = Pattern.compile("(?i)^by[:\\s]+");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:[;&|]|,(?!\\s*(?:Jr|Sr|II|III|MD|PhD)\\b)|\\s(?:and|und|et|y)\\s)\\s*");
    private static final int LONGEST = 200;

    private Authors() {}

    /** The names, each once; addresses of mail are left out. */
    static List<String> names(List<String> given) {
        Set<String> names = new LinkedHashSet<>();
        for (String each : given) {
            String text = Markup.line(each);
            if (text == null || text.length() > LONGEST) {
                continue;
            }
            Matcher named = MAIL_AND_NAME.matcher(text);
            Matcher mailed = NAME_AND_MAIL.matcher(text);
            text = named.matches() ? named.group(1) : mailed.matches() ? mailed.group(1) : text;
            for (String name : BETWEEN.split(BY.matcher(text).replaceFirst(""), -1)) {
                if (!name.isBlank() && !name.contains("@")) {
                    names.add(name.strip());
                }
            }
        }
        return new ArrayList<>(names);
    }
}
