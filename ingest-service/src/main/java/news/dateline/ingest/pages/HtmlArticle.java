package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts the article of one web page together. Used once by one thread. */
final class HtmlArticle {
    private static final int SHORTEST_STATED = 80;
    private static final int SHORTEST = 250;
    private static final int LITTLE = 400;
    private static final int MOST_AUTHORS = 6;
    private static final int REFUSAL_BODY = 700;

    private final Document page;
    private final Set<Clue> clues;
    private final PageMetadata metadata;
    private final Element heading;
    private final String headline;
    private final StatedBody stated;

    HtmlArticle(Document page, String url, Set<Clue> clues) {
        this.clues = clues;
        this.page = page;
        PageElements elements = new PageElements(page);
        this.metadata = new PageMetadata(elements, url);
        List<String> titles = metadata.statedHeadlines();
        this.heading = Headlines.heading(elements, titles);
        this.headline = headline(titles);
        this.stated = StatedBody.of(metadata.json().text("articleBody"));
    }

    private String headline(List<String> titles) {
        String text = heading != null ? heading.text() : titles.isEmpty() ? "" : titles.get(0);
        String clean = HtmlText.squeeze(text);
        String bare = heading != null
                ? clean
                : Headlines.withoutSite(
                        clean, metadata.sourceName(), metadata.address().siteName());
        return bare.isEmpty() ? null : bare;
    }

    /** The article, or {@code null} if the page has none. */
    PageArticle read() {
        Reading reading = read(clues);
        int length = length(reading.text.paragraphs());
        if (length < LITTLE && clues.contains(Clue.LOOSER_READING)) {
            Reading looser = read(Clue.looser(clues));
            reading = length(looser.text.paragraphs()) > length * 2 ? looser : reading;
        }
        List<String> paragraphs = new ArrayList<>(reading.text.paragraphs());
        if (length(paragraphs) * 4 < stated.length()) {
            paragraphs = stated.paragraphs();
        }
        if (paragraphs.isEmpty() || !isArticle(paragraphs, reading.text)) {
            return null;
        }
        return build(paragraphs, reading.text, reading.tree);
    }

    /** The page's boxes and the text found in them. */
    private record Reading(BoxTree tree, ContentReader text) {}

    private Reading read(Set<Clue> used) {
        BoxTree tree = new BoxTree(page.body(), heading, used);
        Box content = ContentFinder.find(tree.root(), stated, used);
        ContentReader reader = new ContentReader(content, headline, metadata.order(), stated, used);
        reader.read();
        return new Reading(tree, reader);
    }

    private PageArticle build(List<String> paragraphs, ContentReader reader, BoxTree tree) {
        TopLines top = new TopLines(tree, heading, reader, metadata.order(), metadata.description());
        People people = metadata.people();
        if (people.isEmpty()) {
            top.bylines().forEach(people::add);
        } else {
            people = withCoAuthors(people, top.bylines());
        }
        dropBiography(paragraphs, people.names());
        if (isDeck(paragraphs)) {
            top.deck(paragraphs.remove(0));
        }
        Dateline dateline = Datelines.of(paragraphs.get(0));
        if (dateline != null) {
            paragraphs.set(0, dateline.rest());
        }
        String credit = people.credit();
        if (credit == null && dateline != null) {
            credit = dateline.credit();
        }
        String published = metadata.publishedAt();
        String updated = metadata.updatedAt();
        if (published == null) {
            published = top.publishedAt();
            updated = updated == null ? top.updatedAt() : updated;
        }
        if (published == null && dateline != null) {
            published = dateline.date();
        }
        List<String> subheads = new ArrayList<>(reader.subheads());
        subheads.retainAll(paragraphs);
        PageRights rights = metadata.rights();
        return new PageArticle(
                headline,
                top.standfirst(headline, paragraphs),
                people.names(),
                credit,
                dateline == null ? null : dateline.place(),
                published,
                updated,
                metadata.language(),
                metadata.section(),
                String.join("\n\n", paragraphs),
                subheads,
                PagePictures.read(tree.figures(), metadata, tree.hints()),
                rights.accessibleForFree(),
                rights.usageTerms(),
                rights.copyrightNotice(),
                rights.tdmReservation(),
                metadata.address().canonical(),
                metadata.sourceName());
    }

    /** Metadata often name the first of several authors: a printed byline that has them all is better. */
    private People withCoAuthors(People stated, List<String> bylines) {
        for (String line : bylines) {
            People printed = new People(metadata.sourceName());
            printed.add(line);
            int more = printed.names().size();
            if (more > stated.names().size() && more <= MOST_AUTHORS && printed.includes(stated)) {
                return printed;
            }
        }
        return stated;
    }

    /** A paragraph above the one with the dateline sums the story up. */
    private static boolean isDeck(List<String> paragraphs) {
        if (paragraphs.size() < 3
                || Datelines.of(paragraphs.get(0)) != null
                || paragraphs.get(0).length() > 400) {
            return false;
        }
        Dateline next = Datelines.of(paragraphs.get(1));
        return next != null && next.strong();
    }

    /** A last paragraph that begins with an author's name tells about the author. */
    private static void dropBiography(List<String> paragraphs, List<String> authors) {
        int last = paragraphs.size() - 1;
        boolean about = last >= 3
                && paragraphs.get(last).length() < 400
                && authors.stream().anyMatch(name -> paragraphs.get(last).startsWith(name + " "));
        if (about) {
            paragraphs.remove(last);
        }
    }

    private boolean isArticle(List<String> paragraphs, ContentReader text) {
        int length = length(paragraphs);
        boolean says = metadata.json().hasArticle() || metadata.publishedAt() != null || metadata.isTypedArticle();
        if (length < REFUSAL_BODY && headline != null && Furniture.isRefusal(headline)) {
            return false;
        }
        if (length < REFUSAL_BODY && !says && paragraphs.stream().anyMatch(Furniture::isRefusal)) {
            return false;
        }
        if (!metadata.json().hasArticle() && !metadata.isTypedArticle() && text.isListOfStories()) {
            return false;
        }
        return length >= (says ? SHORTEST_STATED : SHORTEST);
    }

    private static int length(List<String> paragraphs) {
        int length = 0;
        for (String paragraph : paragraphs) {
            length += paragraph.length();
        }
        return length;
    }
}
