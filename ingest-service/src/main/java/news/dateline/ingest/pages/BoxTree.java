package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The block structure of a page's visible text. Leaves out scripts, controls and hidden parts and sets figures aside.
 * Depth is bounded by the HTML parser's own limit. Made for one page, used by one thread.
 */
final class BoxTree {
    private static final Set<String> SKIPPED = Words.set("""
            script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, button, input,
            select, textarea, dialog, menu, map, head, img, picture, source, link, meta, math, progress, meter,
            applet, frameset, datalist, amp-img, amp-ad, amp-social-share, amp-video, amp-iframe,
            amp-analytics, amp-sidebar, amp-carousel, amp-consent, amp-embed, gpt-ad, ad-slot""");
    private static final Set<String> BLOCKS = Words.set("""
            address, article, aside, blockquote, body, center, dd, details, dir, div, dl, dt, fieldset,
            figcaption, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, li, main, nav, ol, p,
            pre, search, section, summary, table, tbody, td, tfoot, th, thead, tr, ul, caption, frame, html""");
    private static final Set<String> HIDDEN_ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "tooltip",
            "button",
            "tablist",
            "toolbar");
    private static final Set<String> FIELDS = Set.of("email", "text", "password", "tel");
    private static final int LEAST_TEXT = 250;
    private static final int SIGN_UP = 600;
    private static final int LONGEST_CAPTION = 300;
    private static final int BOXED_HINTS = Hints.FURNITURE | Hints.HIDDEN | Hints.CAPTION | Hints.CREDIT | Hints.BODY;

    private final Hints hintReader = new Hints();
    private final List<Element> figures = new ArrayList<>();
    private final Element heading;
    private final Set<Clue> clues;
    private final Box root;

    /** Reads the tree under {@code body}; {@code heading} is the headline's element, or {@code null}. */
    BoxTree(Element body, Element heading, Set<Clue> clues) {
        this.clues = clues;
        this.heading = heading;
        this.root = new Box(body, null, 0);
        HtmlText text = new HtmlText();
        read(body, root, text, false, false);
        flush(root, text);
        countAll(root);
        dropFurniture(root, Math.max(1, root.good()));
        countAll(root);
    }

    Box root() {
        return root;
    }

    /** Figures in the page's order. */
    List<Element> figures() {
        return figures;
    }

    Hints hints() {
        return hintReader;
    }

    private void read(Element element, Box box, HtmlText text, boolean link, boolean bold) {
        for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
            if (node instanceof TextNode chars && !(node instanceof CDataNode)) {
                text.add(chars.getWholeText(), link, bold);
            } else if (node instanceof Element child) {
                child(child, box, text, link, bold);
            }
        }
    }

    private void child(Element child, Box box, HtmlText text, boolean link, boolean bold) {
        String tag = child.normalName();
        if (SKIPPED.contains(tag)) {
            skip(child, tag, box);
            return;
        }
        if (tag.equals("br")) {
            if (text.breakLine()) {
                flush(box, text);
            }
            return;
        }
        if (tag.equals("figure") && isPicture(child)) {
            figures.add(child);
            return;
        }
        int hints = hintReader.of(child) | (isHidden(child) ? Hints.HIDDEN : 0);
        boolean inLink = link || tag.equals("a");
        boolean inBold = bold || tag.equals("b") || tag.equals("strong");
        boolean block = BLOCKS.contains(tag)
                || tag.equals("figure")
                || ((hints & BOXED_HINTS) != 0 && (!tag.equals("a") || (hints & Hints.HIDDEN) != 0))
                || (tag.indexOf('-') > 0 && child.childrenSize() > 0);
        if (block) {
            flush(box, text);
            Box inner = new Box(child, box, hints);
            read(child, inner, text, inLink, inBold);
            flush(inner, text);
            box.add(inner);
        } else {
            read(child, box, text, inLink, inBold);
        }
    }

    private static void skip(Element child, String tag, Box box) {
        if (tag.equals("img") || tag.equals("picture") || tag.equals("amp-img")) {
            box.addPicture();
        } else if (tag.equals("input") && FIELDS.contains(child.attr("type"))) {
            box.addField();
        }
    }

    private static boolean isPicture(Element figure) {
        return figure.selectFirst("table, blockquote, p + p") == null || figure.selectFirst("figcaption, img") != null;
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String style = element.attr("style");
        boolean none = !style.isEmpty()
                && style.length() < 500
                && Wording.lower(style).replace(" ", "").contains("display:none");
        return none || element.hasAttr("hidden") || HIDDEN_ROLES.contains(element.attr("role"));
    }

    private static void flush(Box box, HtmlText text) {
        if (text.isBlank()) {
            text.clear();
        } else {
            box.add(text.take(box));
        }
    }

    private static void countAll(Box box) {
        for (Box inner : box.boxes()) {
            countAll(inner);
        }
        box.count();
    }

    /** Drops what class names and element types say is no article, unless too much of the page would go with it. */
    private void dropFurniture(Box box, int total) {
        for (Box inner : box.boxes()) {
            boolean teasers = clues.contains(Clue.TEASERS) && Teasers.isList(inner, total);
            if (isFurniture(inner, total) || teasers) {
                inner.drop();
            } else {
                dropFurniture(inner, total);
            }
        }
    }

    private boolean isFurniture(Box box, int total) {
        double share = (double) box.good() / total;
        String tag = box.tag();
        boolean holdsHeading = heading != null && isAbove(box.element(), heading);
        boolean names = clues.contains(Clue.NAMES);
        if (names && box.hints(Hints.COMMENTS) && !holdsHeading && !box.hints(Hints.BODY)) {
            return share < 0.3 || (heading != null && total - box.good() >= LEAST_TEXT);
        }
        if (box.hints(Hints.HIDDEN)) {
            return share < 0.5;
        }
        boolean type =
                switch (tag) {
                    case "nav", "footer", "aside", "search" -> true;
                    case "header", "form" -> true;
                    default -> false;
                };
        if (type && clues.contains(Clue.ELEMENTS)) {
            return share < 0.3;
        }
        if (names && box.hints(Hints.FURNITURE) && !box.hints(Hints.BODY)) {
            return share < 0.3 && !holdsHeading;
        }
        if (clues.contains(Clue.HEADINGS) && !isText(tag) && isHeadedByLinks(box)) {
            return share < 0.3 && !holdsHeading;
        }
        if (clues.contains(Clue.SIGN_UPS) && isSignUp(box)) {
            return share < 0.2 && !holdsHeading;
        }
        boolean caption = names && box.hints(Hints.CAPTION) && share < 0.2 && box.text() < 600;
        if (caption) {
            figures.add(box.element());
            return true;
        }
        if (clues.contains(Clue.CAPTIONS) && isCaptionBox(box)) {
            figures.add(box.element());
            return true;
        }
        boolean doubtful = names && box.hints(Hints.DOUBTFUL) && !box.hints(Hints.BODY);
        return doubtful
                && !holdsHeading
                && (box.lines() == 0 || box.linkDensity() > 0.45)
                && share < 0.15
                && box.text() < 5_000
                && !isText(tag)
                && !(isList(tag) && box.linkDensity() < 0.2);
    }

    private static boolean isList(String tag) {
        return tag.equals("ul") || tag.equals("ol") || tag.equals("table") || tag.equals("pre");
    }

    /** A box that asks for an address, or whose first line speaks of a newsletter. */
    private static boolean isSignUp(Box box) {
        if (box.text() > SIGN_UP || isText(box.tag())) {
            return false;
        }
        return box.hasField() || (box.boxes().size() > 1 && firstLine(box, "newsletter"));
    }

    private static boolean firstLine(Box box, String word) {
        Object first = box.content().isEmpty() ? null : box.content().get(0);
        if (first instanceof TextBlock block) {
            return block.text().length() < 60
                    && !Wording.endsSentence(block.text())
                    && Wording.lower(block.text()).contains(word);
        }
        return first instanceof Box inner && firstLine(inner, word);
    }

    /** A picture with one short text under it that is no paragraph. */
    private boolean isCaptionBox(Box box) {
        if (!box.hasPicture() || box.text() == 0 || box.text() > LONGEST_CAPTION || isText(box.tag())) {
            return false;
        }
        Object only = null;
        Box at = box;
        while (only == null) {
            if (at.content().size() != 1) {
                return false;
            }
            if (at.content().get(0) instanceof Box inner) {
                at = inner;
            } else {
                only = at.content().get(0);
            }
        }
        TextBlock block = (TextBlock) only;
        boolean own = heading == null || !isAbove(box.element(), heading);
        boolean brief = !block.tag().equals("p") || block.text().length() < 150;
        return own && brief && !block.isHeading() && block.linkDensity() < 0.5 && !(box.parent() == root);
    }

    /** Whether the box begins with a heading such as "Related stories" or "Comments". */
    private static boolean isHeadedByLinks(Box box) {
        Box at = box;
        for (int depth = 0; depth < 4 && !at.content().isEmpty(); depth++) {
            Object first = at.content().get(0);
            if (first instanceof TextBlock block) {
                boolean title =
                        block.text().length() < 60 && (block.isHeading() || at != box || block.linkDensity() > 0.5);
                return title && (Furniture.isRelated(block.text()) || Furniture.isEnd(block.text()));
            }
            at = (Box) first;
        }
        return false;
    }

    private static boolean isText(String tag) {
        return tag.equals("p")
                || tag.equals("li")
                || tag.equals("blockquote")
                || (tag.length() == 2 && tag.charAt(0) == 'h');
    }

    private static boolean isAbove(Element ancestor, Element element) {
        for (Element e = element; e != null; e = e.parent()) {
            if (e.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
