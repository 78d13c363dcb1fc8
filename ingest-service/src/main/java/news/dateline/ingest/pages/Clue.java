package news.dateline.ingest.pages;

import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of evidence by which the text of an HTML page is found. Each can be left out, to measure what it is worth, and
 * some are left out where a page gives hardly any text with them.
 */
enum Clue {
    /** The text that JSON-LD states. */
    STATED_BODY,
    /** An element that microdata or class names call the body. */
    MARKED_BODY,
    /** The elements {@code <article>} and {@code <main>}. */
    ARTICLE_ELEMENT,
    /** Where running text stands closest together. */
    DENSITY,
    /** Class names and ids of furniture, comments and captions. */
    NAMES,
    /** Elements and roles that hold no text: {@code <nav>}, {@code <aside>}, {@code <footer>} and others. */
    ELEMENTS,
    /** Lists of teasers for other stories. */
    TEASERS,
    /** Boxes with a form for an address, or headed by the word newsletter. */
    SIGN_UPS,
    /** How much of a block is links. */
    LINKS,
    /** The wording of furniture: share bars, notices, "read also". */
    PHRASES,
    /** The wording and place of captions. */
    CAPTIONS,
    /** Headings that announce comments or other stories. */
    HEADINGS,
    /** Another reading without names, elements and teasers where hardly any text was found. */
    LOOSER_READING;

    static final Set<Clue> ALL = Set.copyOf(EnumSet.allOf(Clue.class));

    /** Those that remain when too much was taken for furniture. */
    static Set<Clue> looser(Set<Clue> clues) {
        EnumSet<Clue> looser = EnumSet.noneOf(Clue.class);
        looser.addAll(clues);
        looser.removeAll(EnumSet.of(NAMES, ELEMENTS, TEASERS, SIGN_UPS));
        return looser;
    }
}
