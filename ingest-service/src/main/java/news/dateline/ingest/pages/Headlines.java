package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Chooses a page's headline: the heading that readers see where metadata confirm it, else metadata's, cleaned. */
final class Headlines {
    private static final List<String> SIGNS = List.of(" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " « ", " » ");
    private static final double SAME = 0.5;
    private static final int MOST_HEADINGS = 150;
    private static final int MOST_ELEMENTS = 4_000;

    private Headlines() {}

    /** The element that shows the headline, or {@code null}. */
    static Element heading(PageElements elements, List<String> stated) {
        Document page = elements.page();
        List<Set<String>> titles = new ArrayList<>();
        stated.forEach(title -> titles.add(wordSet(title)));
        Element best = null;
        double bestScore = 0;
        int seen = 0;
        for (Element heading : elements.headings()) {
            if (++seen > MOST_HEADINGS) {
                break;
            }
            double score = score(heading, titles);
            if (score > bestScore) {
                best = heading;
                bestScore = score;
            }
        }
        if (best != null) {
            return part(best, titles);
        }
        Element printed = printed(page, stated);
        if (printed != null) {
            return printed;
        }
        boolean told = !stated.isEmpty() && !stated.get(0).equals(page.title()) && isTelling(stated.get(0));
        return told ? inTitle(page) : onlyHeading(elements, stated);
    }

    /** Whether metadata give more than a site's name. */
    private static boolean isTelling(String title) {
        return Wording.wordCount(title) >= 7;
    }

    /** A line that is no heading element and says just what metadata say. */
    private static Element printed(Document page, List<String> stated) {
        Set<String> keys = new HashSet<>();
        stated.forEach(title -> keys.add(Wording.key(title)));
        keys.removeIf(key -> Wording.words(key).size() < 3);
        int seen = 0;
        for (Element element : page.body().getAllElements()) {
            if (++seen > MOST_ELEMENTS) {
                return null;
            }
            String own = element.ownText();
            if (own.length() > 15 && own.length() < 300 && keys.contains(Wording.key(own))) {
                return element;
            }
        }
        return null;
    }

    private static double score(Element heading, List<Set<String>> stated) {
        String text = heading.text();
        if (text.isBlank() || text.length() > 400) {
            return 0;
        }
        double score = likeness(text, stated);
        double level =
                switch (heading.normalName()) {
                    case "h1" -> 0.3;
                    case "h2" -> 0.1;
                    default -> 0;
                };
        return score < (level > 0 ? SAME : 0.7) ? 0 : score + level + (heading.hasAttr("itemprop") ? 0.1 : 0);
    }

    /** Of a heading with a kicker in it the part that is the headline. */
    private static Element part(Element heading, List<Set<String>> stated) {
        if (heading.childrenSize() < 2) {
            return heading;
        }
        Element best = heading;
        double bestScore = likeness(heading.text(), stated) + 0.02;
        for (Element child : heading.children()) {
            double score = likeness(child.text(), stated);
            if (score > bestScore) {
                best = child;
                bestScore = score;
            }
        }
        return best;
    }

    /** Without any metadata to compare with, the one h1 that is long enough to be a headline. */
    private static Element onlyHeading(PageElements elements, List<String> stated) {
        Element only = null;
        for (Element heading : elements.headings()) {
            if (heading.normalName().equals("h1")
                    && Wording.wordCount(heading.text()) >= 3
                    && heading.text().length() < 300) {
                if (only != null) {
                    return stated.isEmpty() ? only : null;
                }
                only = heading;
            }
        }
        return only == null ? inTitle(elements.page()) : only;
    }

    /** A line of the page that is a part of its title: old pages set the headline in bold. */
    private static Element inTitle(Document page) {
        String title = page.title();
        Set<String> parts = new HashSet<>();
        for (String sign : SIGNS) {
            addParts(title, sign, parts);
        }
        addParts(title, ": ", parts);
        int seen = 0;
        for (Element element : page.getAllElements()) {
            if (++seen > MOST_ELEMENTS) {
                return null;
            }
            String own = element.ownText();
            boolean inBody = own.length() > 15
                    && own.length() < 300
                    && !element.normalName().equals("title")
                    && !element.normalName().equals("a");
            if (inBody && parts.contains(Wording.key(own))) {
                return element;
            }
        }
        return null;
    }

    private static void addParts(String title, String sign, Set<String> parts) {
        int first = title.indexOf(sign);
        int last = title.lastIndexOf(sign);
        if (first > 0) {
            parts.add(Wording.key(title.substring(first + sign.length())));
            parts.add(Wording.key(title.substring(0, last)));
        } else {
            parts.add(Wording.key(title));
        }
        parts.removeIf(part -> Wording.words(part).size() < 3);
    }

    private static double likeness(String text, List<Set<String>> stated) {
        double best = 0;
        Set<String> words = stated.isEmpty() ? Set.of() : wordSet(text);
        String key = words.size() == 1 ? words.iterator().next() : "";
        for (Set<String> others : stated) {
            int common = 0;
            for (String word : words) {
                common += others.contains(word) ? 1 : 0;
            }
            if (others.size() < 3
                    && key.length() >= 8
                    && String.join("", others).contains(key)) {
                return 0.8;
            }
            double score = words.isEmpty() || others.isEmpty() ? 0 : 2.0 * common / (words.size() + others.size());
            best = Math.max(best, score);
        }
        return best;
    }

    private static Set<String> wordSet(String text) {
        return new HashSet<>(Wording.words(Wording.key(text.substring(0, Math.min(400, text.length())))));
    }

    /** The headline without the name of the site or section that stands before or behind a sign. */
    static String withoutSite(String title, String site, String host) {
        String text = title.strip();
        for (int round = 0; round < 3; round++) {
            String shorter = withoutLast(text, site, host);
            if (shorter.equals(text)) {
                break;
            }
            text = shorter;
        }
        return text;
    }

    private static String withoutLast(String text, String site, String host) {
        for (String sign : SIGNS) {
            int last = text.lastIndexOf(sign);
            if (last > 0) {
                String tail = text.substring(last + sign.length());
                boolean bar = sign.equals(" | ") || sign.equals(" :: ") || sign.equals(" » ") || sign.equals(" « ");
                boolean much = Wording.wordCount(text.substring(0, last)) >= 4 && Wording.wordCount(tail) <= 4;
                if (isSite(tail, site, host) || (bar && much)) {
                    return text.substring(0, last).strip();
                }
            }
            int first = text.indexOf(sign);
            if (first > 0 && isSite(text.substring(0, first), site, host)) {
                return text.substring(first + sign.length()).strip();
            }
        }
        return text;
    }

    private static boolean isSite(String part, String site, String host) {
        String key = Wording.key(part).replace(" ", "");
        String name = site == null ? "" : Wording.key(site).replace(" ", "");
        if (key.length() < 2) {
            return false;
        }
        boolean named = !name.isEmpty()
                && (key.equals(name)
                        || (name.contains(key) && key.length() > 3)
                        || (key.contains(name) && name.length() > 3 && key.length() < name.length() + 12));
        return named || (!host.isEmpty() && ((host.contains(key) && key.length() > 3) || key.contains(host)));
    }

    static List<String> stated(String... texts) {
        List<String> out = new ArrayList<>();
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                out.add(text);
            }
        }
        return out;
    }
}
