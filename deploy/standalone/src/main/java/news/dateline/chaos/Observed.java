package news.dateline.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the line holds at the end, by article id.
 *
 * @param raw how often each text, and the kill, stands on the raw topic
 * @param enriched the versions on the enriched topic, in its order
 * @param stored the newest version in the database of each article that is not killed
 * @param storedVersions the versions in the database
 * @param kills the version of the newest kill in the database
 * @param told what the stream told its reader, in its order
 */
record Observed(
        Map<String, Map<Integer, Integer>> raw,
        Map<String, List<Version>> enriched,
        Map<String, Version> stored,
        Map<String, Set<Integer>> storedVersions,
        Map<String, Integer> kills,
        Map<String, List<Version>> told) {}
