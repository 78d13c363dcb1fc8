package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds the box that holds an article's text. Evidence in this order: the text that JSON-LD states, an element that its
 * author marked as the body, {@code <article>} and {@code <main>}, and last the density of running text; from there it
 * goes down as long as one box holds nearly all of it. Stateless.
 */
final class ContentFinder {
    private static final double MOST = 0.9;
    private static final double MARKED = 0.5;
    private static final int MOST_CHECKS = 3_000;

    private ContentFinder() {}

    static Box find(Box root, StatedBody stated, Set<Clue> clues) {
        List<Box> all = new ArrayList<>();
        collect(root, all);
        Box told = clues.contains(Clue.STATED_BODY) ? told(all, stated) : null;
        if (told != null && stated.isWhole()) {
            return told;
        }
        Box shaped = shaped(all, root, clues);
        return told != null && !isAround(shaped, told) ? told : shaped;
    }

    /** The box found by marks, elements and density alone. */
    private static Box shaped(List<Box> all, Box root, Set<Clue> clues) {
        Box marked = clues.contains(Clue.MARKED_BODY) ? marked(all, root) : null;
        if (marked != null) {
            return descend(marked, 0.97);
        }
        boolean elements = clues.contains(Clue.ARTICLE_ELEMENT);
        Box article = elements ? largest(all, "article") : null;
        if (article != null && article.good() >= root.good() * 0.4) {
            return dense(descend(article, MOST), 0.7, clues);
        }
        Box main = elements ? main(all) : null;
        Box start = main != null && main.good() >= root.good() * MARKED ? main : root;
        Box found = descend(start, MOST);
        return article != null && article.good() * 3 >= found.good() && holdsMany(all, found, article)
                ? article
                : dense(found, 0.55, clues);
    }

    /** The densest box in it, if that holds at least this share of its text. */
    private static Box dense(Box found, double share, Set<Clue> clues) {
        Box densest = clues.contains(Clue.DENSITY) ? DensestBox.in(found) : found;
        return densest.good() >= found.good() * share ? densest : found;
    }

    private static boolean isAround(Box outer, Box inner) {
        for (Box box = inner; box != null; box = box.parent()) {
            if (box == outer) {
                return true;
            }
        }
        return false;
    }

    /** Teasers of other stories are articles too: one is the page's only if it is far larger than the rest. */
    private static boolean holdsMany(List<Box> all, Box found, Box article) {
        int others = 0;
        for (Box box : all) {
            others += box != article && box.tag().equals("article") ? box.good() : 0;
        }
        return found.good() - article.good() <= others + found.good() / 4;
    }

    /** The smallest box that holds nearly all of the stated text, if the page shows at least half of that. */
    private static Box told(List<Box> all, StatedBody stated) {
        if (stated.isEmpty()) {
            return null;
        }
        IdentityHashMap<Box, Integer> held = new IdentityHashMap<>();
        int checked = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            Box box = all.get(i);
            int sum = 0;
            for (Object item : box.content()) {
                if (item instanceof TextBlock block && ++checked < MOST_CHECKS && stated.holds(block.text())) {
                    sum += block.text().length();
                } else if (item instanceof Box inner) {
                    sum += held.getOrDefault(inner, 0);
                }
            }
            held.put(box, sum);
        }
        int total = held.get(all.get(0));
        if (total * 2 < stated.length()) {
            return null;
        }
        Box smallest = all.get(0);
        for (Box box : all) {
            smallest = held.get(box) >= total * 0.97 ? box : smallest;
        }
        return isParagraph(smallest) && smallest.parent() != null ? smallest.parent() : smallest;
    }

    private static void collect(Box box, List<Box> all) {
        all.add(box);
        for (Box inner : box.boxes()) {
            if (!inner.isDropped()) {
                collect(inner, all);
            }
        }
    }

    /** The box that microdata or class names call the body, or the box around several of them. */
    private static Box marked(List<Box> all, Box root) {
        Box best = null;
        for (Box box : all) {
            if (isBody(box) && (best == null || box.good() > best.good() * 1.2)) {
                best = box;
            }
        }
        if (best == null || best.good() < 150) {
            return null;
        }
        Box around = best;
        while (around.good() < root.good() * MARKED && around.parent() != null && siblingsAreBody(around)) {
            around = around.parent();
        }
        return around.good() >= Math.max(200, root.good() * 0.3) ? around : null;
    }

    private static boolean siblingsAreBody(Box box) {
        int marked = 0;
        for (Box sibling : box.parent().boxes()) {
            marked += sibling != box && isBody(sibling) && sibling.good() > 0 ? 1 : 0;
        }
        return marked > 0;
    }

    private static boolean isBody(Box box) {
        String property = box.element().attr("itemprop");
        return property.equals("articleBody")
                || property.equals("reviewBody")
                || (box.hints(Hints.BODY) && !isParagraph(box));
    }

    private static boolean isParagraph(Box box) {
        return switch (box.tag()) {
            case "p", "li", "h1", "h2", "h3", "h4", "span", "blockquote" -> true;
            default -> false;
        };
    }

    private static Box largest(List<Box> all, String tag) {
        Box best = null;
        for (Box box : all) {
            if (box.tag().equals(tag) && (best == null || box.good() > best.good())) {
                best = box;
            }
        }
        return best;
    }

    private static Box main(List<Box> all) {
        for (Box box : all) {
            if (box.tag().equals("main") || box.element().attr("role").equals("main")) {
                return box;
            }
        }
        return null;
    }

    /** Goes down as long as one box holds this share of what the start holds. */
    private static Box descend(Box start, double ratio) {
        double least = Math.max(1, start.good() * ratio);
        Box box = start;
        while (true) {
            Box next = null;
            for (Box inner : box.boxes()) {
                next = !inner.isDropped() && !isParagraph(inner) && inner.good() >= least ? inner : next;
            }
            if (next == null || next.boxes().isEmpty()) {
                return box;
            }
            box = next;
        }
    }
}
