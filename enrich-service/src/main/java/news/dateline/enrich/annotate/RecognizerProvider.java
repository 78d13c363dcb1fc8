package news.dateline.enrich.annotate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.Entity;

/**
 * Offers a further recognizer of entities, beside Dateline's own. Providers are found by {@link java.util.ServiceLoader};
 * one is made once, at the start, and its recognizer is then shared by all threads.
 *
 * <p>What a recognizer must hold to: mentions lie in {@code headline}, {@code standfirst} or {@code body}, with UTF-16
 * offsets, end exclusive; {@code recognizer} of each entity is its {@link Annotator#model()}; an article in a language that
 * it does not know gets an empty list. It may be slow or fail: its time is limited, and the article's {@code models} then
 * say so.
 */
public interface RecognizerProvider {
    /** What its settings begin with, and what the article's {@code models} call it behind {@code entities.}. */
    String name();

    /**
     * The recognizer, if the settings ask for it.
     *
     * @param settings those of this provider, without its name
     * @throws IllegalArgumentException if the settings ask for what cannot be had; the message says what to mend
     */
    Optional<Annotator<List<Entity>>> open(Map<String, String> settings);
}
