package news.dateline.sink.search;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;

/**
 * What to search for; each part but the last three is a filter, null where it is not given.
 *
 * @param q words in web-search syntax
 * @param entity Wikidata identifier or name of an entity
 * @param topic QCode of a topic; narrower topics are included
 * @param source id of the publisher
 * @param language BCP 47 range in lower case: {@code pt} includes {@code pt-BR}
 * @param from earliest time
 * @param to time before which
 * @param story id of the story
 * @param order order of the answer
 * @param limit most articles in one answer
 * @param after where the last answer ended
 */
record SearchQuery(
        @Nullable String q,
        @Nullable String entity,
        @Nullable String topic,
        @Nullable String source,
        @Nullable String language,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String story,
        Order order,
        int limit,
        @Nullable Cursor after) {

    /** How an answer is ordered. */
    enum Order {
        /** Latest first. */
        NEWEST,
        /** Best match first, then latest. */
        BEST
    }
}
