package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cleans the author names of metadata and bylines: no "By", titles, addresses, outlets; each person once. */
final class People {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final String source;
    private String credit;

    People(String source) {
        this.source = source == null ? "" : Wording.key(source);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether the other's persons are among these. */
    boolean includes(People other) {
        return names.keySet().containsAll(other.names.keySet());
    }

    /** Adds the persons that the text names. */
    void add(String text) {
        if (text == null || text.length() > 300 || text.contains("://") || text.contains(".com/")) {
            return;
        }
        String bare = text.replace(';', ',').replace(" | ", ", ").strip();
        Byline byline = Bylines.people(withoutAddress(Bylines.withoutLead(bare)), true);
        if (byline == null) {
            return;
        }
        credit(byline.credit());
        for (String name : byline.names()) {
            String key = Wording.key(name);
            boolean outlet = !source.isEmpty() && (key.equals(source) || (source.contains(key) && key.length() > 5));
            boolean initials = key.indexOf(' ') < 0 && key.length() <= 5 && Wording.isUpper(name);
            if (!outlet && !initials && !Agencies.isAgency(name) && key.length() > 2) {
                names.putIfAbsent(key, name);
            }
        }
    }

    private void credit(String name) {
        if (name != null && Agencies.isAgency(name) && credit == null) {
            credit = name;
        }
    }

    private static String withoutAddress(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : Wording.words(text)) {
            if (word.indexOf('@') < 0) {
                out.append(out.length() == 0 ? "" : " ").append(word);
            }
        }
        return out.toString();
    }

    List<String> names() {
        return new ArrayList<>(names.values());
    }

    /** An agency named among the authors, or {@code null}. */
    String credit() {
        return credit;
    }
}
