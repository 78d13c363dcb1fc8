package news.dateline.ingest.pages;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Makes the pages of the extraction test set: each layout in {@code bench/layouts} is a page in the style of a kind of
 * publisher, with holes that a story of {@code bench/stories} fills. What fills a hole of the body, and what stands in
 * {@code [[ ]]}, is the body that is expected.
 *
 * <p>A layout begins with {@code key: value} lines up to {@code ---}. {@code p}, {@code sub}, {@code list} and {@code
 * item} are the markup of paragraphs, sub-heads, lists and their items, with {@code _} for the text.
 */
final class BenchPages {
    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)(?: (\\d+))?}}|\\[\\[(.*?)]]", Pattern.DOTALL);

    private final Map<String, String> keys = new HashMap<>();
    private final BenchStory story;
    private final StringBuilder body = new StringBuilder();
    private int next;
    private int other;

    private BenchPages(Map<String, String> keys, BenchStory story) {
        this.keys.putAll(keys);
        this.story = story;
    }

    static List<BenchPage> all() {
        List<BenchPage> pages = new ArrayList<>();
        Map<String, BenchStory> stories = new HashMap<>();
        for (Path file : PageFiles.in("bench/stories", ".txt")) {
            stories.put(file.getFileName().toString().replace(".txt", ""), BenchStory.read(file));
        }
        for (Path file : PageFiles.in("bench/layouts", ".html")) {
            String[] parts = new String(PageFiles.bytes(file), StandardCharsets.UTF_8).split("\n---\n", 2);
            Map<String, String> keys = new HashMap<>();
            for (String line : parts[0].split("\n", -1)) {
                int colon = line.indexOf(':');
                keys.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
            String layout = file.getFileName().toString().replace(".html", "");
            for (String name : keys.get("story").split(", ", -1)) {
                BenchStory story = stories.getOrDefault(
                        name, new BenchStory("", "", List.of(), "", "", "", List.of(), List.of(), ""));
                pages.add(new BenchPages(keys, story).page(layout + " " + name, parts[1]));
            }
        }
        return pages;
    }

    private BenchPage page(String name, String layout) {
        StringBuilder html = new StringBuilder();
        Matcher hole = HOLE.matcher(layout);
        while (hole.find()) {
            String fill = hole.group(3) == null ? fill(hole.group(1), hole.group(2)) : literal(hole.group(3));
            hole.appendReplacement(html, Matcher.quoteReplacement(fill));
        }
        hole.appendTail(html);
        Charset charset = Charset.forName(keys.getOrDefault("charset", "UTF-8"));
        boolean none = "nothing".equals(keys.get("expect"));
        String headline = keys.getOrDefault("headline", story.headline());
        return new BenchPage(
                name,
                html.toString().getBytes(charset),
                headline,
                none ? null : body.toString().strip(),
                authors(),
                date("published"),
                date("updated"),
                keys.containsKey("free") ? Boolean.valueOf(keys.get("free")) : null);
    }

    private String date(String key) {
        String date = keys.get(key);
        return date == null || date.equals("none") ? null : date;
    }

    private List<String> authors() {
        String given = keys.get("authors");
        if (given == null) {
            return keys.containsKey("authors-first") ? story.authors().subList(0, 1) : story.authors();
        }
        return given.equals("none") ? List.of() : List.of(given.split(" \\| ", -1));
    }

    private String literal(String html) {
        body.append(Jsoup.parse(html.replace("\n", " ")).text()).append('\n');
        return html;
    }

    private String fill(String what, String count) {
        int n = count == null ? Integer.MAX_VALUE : Integer.parseInt(count);
        return switch (what) {
            case "h" -> story.headline();
            case "deck" -> story.deck();
            case "by" -> String.join(" and ", story.authors());
            case "by1" -> story.authors().get(0);
            case "cap" -> story.caption();
            case "credit" -> story.credit();
            case "quote" -> story.quote();
            case "other" -> story.others().get(other++ % story.others().size());
            case "links" -> links(n);
            case "next", "rest" -> items(n);
            case "skip" -> skip(n);
            case "bodyjson" -> json(plain(n, ""));
            case "onlyjson" -> json(onlyStated());
            case "bodyhtmljson" -> json(plain(n, "<p>"));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private String skip(int n) {
        next += n;
        return "";
    }

    private String links(int n) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n; i++) {
            String text = story.others().isEmpty()
                    ? "Section " + i
                    : story.others().get(other++ % story.others().size());
            out.append("<li><a href=\"/").append(i).append("\">").append(text).append("</a></li>\n");
        }
        return out.toString();
    }

    private String items(int n) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n && next < story.items().size(); i++, next++) {
            BenchStory.Item item = story.items().get(next);
            out.append(html(item)).append('\n');
            item.texts().forEach(text -> body.append(text).append('\n'));
        }
        return out.toString();
    }

    private String html(BenchStory.Item item) {
        String text = item.texts().get(0);
        return switch (item.kind()) {
            case 's' -> keys.getOrDefault("sub", "<h3>_</h3>").replace("_", text);
            case 'l' -> {
                StringBuilder list = new StringBuilder();
                for (String one : item.texts()) {
                    list.append(keys.getOrDefault("item", "<li>_</li>").replace("_", one));
                }
                yield keys.getOrDefault("list", "<ul>_</ul>").replace("_", list);
            }
            default -> keys.getOrDefault("p", "<p>_</p>").replace("_", text);
        };
    }

    private String plain(int n, String mark) {
        StringBuilder out = new StringBuilder();
        int count = 0;
        for (BenchStory.Item item : story.items()) {
            if (count++ == n) {
                return out.append("...").toString();
            }
            for (String text : item.texts()) {
                out.append(mark).append(text).append(mark.isEmpty() ? " " : "</p>");
            }
        }
        return out.toString();
    }

    /** The whole body, shown nowhere else on the page. */
    private String onlyStated() {
        items(Integer.MAX_VALUE);
        return plain(Integer.MAX_VALUE, "");
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("</", "<\\/");
    }
}
