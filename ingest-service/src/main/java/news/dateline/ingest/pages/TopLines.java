package news.dateline.ingest.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What readers see around a headline and metadata do not say: standfirst, byline, dates. Looks at elements near the
 * headline whose class names hint at these, and at lines that the text's reader set aside. Made for one page.
 */
final class TopLines {
    private static final int REACH = 120;
    private static final int LONGEST = 200;
    private static final int ABOVE = 3;

    private final List<String> decks = new ArrayList<>();
    private final List<String> bylines = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();
    private final DayOrder order;
    private final String description;

    TopLines(BoxTree tree, Element heading, ContentReader reader, DayOrder order, String description) {
        this.order = order;
        this.description = description == null ? "" : Wording.key(description);
        decks.addAll(reader.decks());
        bylines.addAll(reader.bylines());
        if (heading != null) {
            around(tree, heading);
            Walk walk = new Walk(heading);
            walk.over(tree.root());
            dates.addAll(reader.dates());
            dates.addAll(walk.datesAbove());
        }
    }

    /** Goes over the lines that readers see between the headline and the first paragraph. */
    private final class Walk {
        private final Element heading;
        private boolean below;
        private int left = 14;
        private String lastName = "";
        private final Deque<String> above = new ArrayDeque<>();

        Walk(Element heading) {
            this.heading = heading;
        }

        void over(Box box) {
            below |= box.element().equals(heading);
            for (Object item : box.content()) {
                if (left <= 0) {
                    return;
                }
                if (item instanceof Box inner) {
                    over(inner);
                } else if (item instanceof TextBlock block && !below) {
                    above(block.text());
                } else if (item instanceof TextBlock block
                        && below
                        && !box.element().equals(heading)) {
                    line(block);
                }
            }
        }

        private void above(String text) {
            above.addFirst(text);
            if (above.size() > ABOVE) {
                above.removeLast();
            }
        }

        /** Dates shortly above the headline count where no other is found. */
        private List<String> datesAbove() {
            List<String> out = new ArrayList<>();
            for (String text : above) {
                LineDates line = text.length() < 80 ? DateScanner.scan(text, order) : LineDates.NONE;
                if (line.whole() && line.hasDate()) {
                    out.add(text);
                }
            }
            return out;
        }

        private void line(TextBlock block) {
            left = block.isGood() && block.text().length() > LONGEST ? 0 : left - 1;
            String text = block.text();
            if (text.length() > LONGEST) {
                return;
            }
            if (!description.isEmpty() && Wording.key(text).equals(description)) {
                decks.add(text);
                return;
            }
            LineDates line = DateScanner.scan(text, order);
            boolean name = isPerson(text);
            if (line.hasDate() && !Wording.endsFlat(text)) {
                dates.add(text);
                beside(text, line.start());
                if (!lastName.isEmpty()) {
                    bylines.add(lastName);
                }
            } else if (Bylines.of(text) != null) {
                bylines.add(text);
            } else if (name && block.linkDensity() > 0.9) {
                bylines.add(text);
            }
            lastName = name ? text : "";
        }

        /** The name on a line that has a date too. */
        private void beside(String text, int start) {
            String before = start > 3 ? text.substring(0, start).strip() : "";
            int by = Wording.lower(text).lastIndexOf(" by ");
            if (by > 0) {
                bylines.add(text.substring(by + 4));
            } else if (Bylines.of(before) != null || isPerson(before)) {
                bylines.add(before);
            }
        }

        private static boolean isPerson(String text) {
            int words = Wording.words(text).size();
            return words >= 2
                    && words <= 4
                    && Bylines.isName(text)
                    && !Furniture.isLine(text)
                    && !text.endsWith(",")
                    && !Bylines.isTitle(text);
        }
    }

    private void around(BoxTree tree, Element heading) {
        Element scope = heading;
        for (int up = 0;
                up < 4 && scope.parent() != null && !scope.parent().normalName().equals("body");
                up++) {
            scope = scope.parent();
        }
        int seen = 0;
        boolean after = false;
        for (Element element : scope.getAllElements()) {
            after |= element.equals(heading);
            if (!after || element.equals(heading)) {
                continue;
            }
            if (++seen > REACH) {
                break;
            }
            look(tree, element);
        }
    }

    private void look(BoxTree tree, Element element) {
        int hints = tree.hints().of(element);
        boolean time = element.normalName().equals("time");
        boolean deck = (hints & Hints.DECK) != 0;
        boolean byline = (hints & Hints.BYLINE) != 0;
        boolean date = time || (hints & Hints.DATE) != 0;
        if (!deck && !byline && !date) {
            return;
        }
        String text = HtmlText.squeeze(element.text());
        if (element.normalName().equals("abbr") && element.hasAttr("title")) {
            dates.add(element.attr("title"));
        } else if (time && element.hasAttr("datetime")) {
            dates.add(HtmlText.squeeze(label(element) + " " + element.attr("datetime")));
        } else if (date && text.length() < LONGEST) {
            dates.add(text);
        }
        if (deck && text.length() > 20 && text.length() < 500) {
            decks.add(text);
        }
        if (byline && text.length() < LONGEST) {
            bylines.add(text);
        }
    }

    /** The words before a time element, which may say "Updated". */
    private static String label(Element time) {
        Element parent = time.parent();
        String own = parent == null ? "" : parent.ownText();
        return own.length() < 40 ? own : "";
    }

    void deck(String text) {
        decks.add(0, text);
    }

    List<String> bylines() {
        return bylines;
    }

    List<String> standfirst(String headline, List<String> body) {
        Set<String> out = new LinkedHashSet<>();
        String title = headline == null ? "" : Wording.key(headline);
        for (String deck : decks) {
            boolean known = body.contains(deck) || Wording.key(deck).equals(title);
            boolean part = out.stream().anyMatch(other -> other.contains(deck) || deck.contains(other));
            if (!known && !part && out.size() < 5) {
                out.add(deck);
            }
        }
        return List.copyOf(out);
    }

    String publishedAt() {
        return first(false);
    }

    String updatedAt() {
        return first(true);
    }

    private String first(boolean update) {
        for (String text : dates) {
            LineDates line = DateScanner.scan(text, order);
            String date = update ? line.updatedAt() : line.publishedAt();
            if (date != null) {
                String iso = text.length() < 40 ? IsoDates.of(text, order) : null;
                return iso != null && iso.startsWith(date.substring(0, 10)) ? iso : date;
            }
        }
        return null;
    }
}
