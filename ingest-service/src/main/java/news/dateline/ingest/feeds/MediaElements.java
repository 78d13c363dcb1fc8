package news.dateline.ingest.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Reads an item's media: Media RSS 1.5, enclosures, the podcast image, and pictures of the text. */
final class MediaElements {
    private static final int MOST = 20;

    private MediaElements() {}

    /** The media, each address once, the largest statement of each. */
    static List<FeedMedium> of(Element item, List<FeedMedium> inText, String base) {
        Map<String, FeedMedium> found = new LinkedHashMap<>();
        mediaRss(item, base, found);
        for (Element enclosure : Vocabulary.CORE.children(item, "enclosure")) {
            add(found, new FeedMedium(Links.resolve(enclosure.attr("url"), base), null, null));
        }
        for (Vocabulary atom : List.of(Vocabulary.CORE, Vocabulary.ATOM)) {
            for (Element link : atom.children(item, "link")) {
                if (link.attr("rel").equalsIgnoreCase("enclosure")) {
                    String title = Markup.line(link.attr("title"));
                    add(found, new FeedMedium(Links.resolve(link.attr("href"), base), title, null));
                }
            }
        }
        inText.forEach(picture -> add(found, picture));
        if (found.isEmpty()) {
            for (Element thumbnail : Vocabulary.MEDIA.children(item, "thumbnail")) {
                add(found, new FeedMedium(Links.resolve(thumbnail.attr("url"), base), caption(item), credit(item)));
            }
            for (Element image : Vocabulary.ITUNES.children(item, "image")) {
                add(found, new FeedMedium(Links.resolve(image.attr("href"), base), null, null));
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static void mediaRss(Element item, String base, Map<String, FeedMedium> found) {
        List<Element> contents = new ArrayList<>(Vocabulary.MEDIA.children(item, "content"));
        for (Element group : Vocabulary.MEDIA.children(item, "group")) {
            // a group holds the same medium in several sizes: its default, else its first
            List<Element> sizes = Vocabulary.MEDIA.children(group, "content");
            sizes.stream()
                    .filter(size -> size.attr("isDefault").equals("true"))
                    .findFirst()
                    .or(() -> sizes.stream().findFirst())
                    .ifPresent(contents::add);
        }
        for (Element content : contents) {
            String caption = caption(content);
            String credit = credit(content);
            add(
                    found,
                    new FeedMedium(
                            Links.resolve(content.attr("url"), base),
                            caption == null ? caption(content.parent()) : caption,
                            credit == null ? credit(content.parent()) : credit));
        }
    }

    private static String caption(Element element) {
        String description = Markup.line(Vocabulary.MEDIA.text(element, "description"));
        return description != null ? description : Markup.line(Vocabulary.MEDIA.text(element, "title"));
    }

    private static String credit(Element element) {
        return Markup.line(Vocabulary.MEDIA.text(element, "credit"));
    }

    private static void add(Map<String, FeedMedium> found, FeedMedium medium) {
        if (medium.uri() != null) {
            found.merge(
                    medium.uri(),
                    medium,
                    (old, more) -> new FeedMedium(
                            old.uri(),
                            old.caption() == null ? more.caption() : old.caption(),
                            old.credit() == null ? more.credit() : old.credit()));
        }
    }
}
