package news.dateline.ingest.newsml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.dateline.RawArticle;
import news.dateline.ingest.markup.MarkupReader;
import news.dateline.ingest.wires.WireText;
import news.dateline.ingest.wires.WireTimes;
import news.dateline.ingest.xml.Children;
import org.jsoup.nodes.Element;

/** What a newsItem says about its content: contentMeta first, then the first partMeta that says what is missing there. */
final class ContentMeta {
    private final Element item;
    private final List<Element> metas = new ArrayList<>();

    ContentMeta(Element item) {
        this.item = item;
        metas.addAll(Children.all(item, "contentMeta"));
        metas.addAll(Children.all(item, "partMeta"));
    }

    void fill(RawArticle article) {
        article.setHeadline(main("headline"));
        article.setByline(byline());
        String credit = main("creditline");
        article.setCredit(credit == null ? concept("infoSource") : credit);
        String place = concept("located");
        article.setDateline(place == null ? main("dateline") : place);
        Element language = first("language");
        String tag = Children.attribute(language, "tag");
        article.setLanguage(tag == null ? Children.attribute(item, "xml:lang") : tag);
        if (article.getPublishedAt() == null) {
            article.setPublishedAt(WireTimes.publication(main("contentCreated")));
        }
        article.setSection(concept("subject"));
        List<String> standfirst = new ArrayList<>();
        for (Element description : all("description")) {
            String role = description.attr("role").toLowerCase(Locale.ROOT);
            if (role.isEmpty()
                    || role.contains("summary")
                    || role.contains("abstract")
                    || role.contains("standfirst")) {
                standfirst.add(MarkupReader.collapsed(description.text()));
            }
        }
        standfirst.removeIf(String::isBlank);
        article.setStandfirst(standfirst);
    }

    private List<String> byline() {
        String by = main("by");
        if (by != null) {
            return WireText.byline(by);
        }
        List<String> names = new ArrayList<>();
        for (Element creator : all("creator")) {
            String name = Children.text(creator, "name");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The text of an element: that whose role is {@code main} if there is one, else the first. */
    private String main(String name) {
        List<Element> found = all(name);
        Element chosen = found.stream()
                .filter(element -> element.attr("role").endsWith(":main"))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.get(0));
        String text = chosen == null ? "" : MarkupReader.collapsed(chosen.text());
        return text.isEmpty() ? null : text;
    }

    private String concept(String name) {
        for (Element element : all(name)) {
            String said = Children.text(element, "name");
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    private Element first(String name) {
        return all(name).stream().findFirst().orElse(null);
    }

    private List<Element> all(String name) {
        for (Element meta : metas) {
            List<Element> found = Children.all(meta, name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
