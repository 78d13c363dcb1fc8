package news.dateline.enrich.linking;

import java.util.List;

/**
 * What a name stands for, and what that rests on.
 *
 * @param thing the record of the gazetteer
 * @param evidence the weightiest first
 */
record Link<T>(T thing, List<String> evidence) {
    Link {
        evidence = List.copyOf(evidence);
    }
}
