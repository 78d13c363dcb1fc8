package news.dateline.enrich.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * What an earlier release left in Kafka, compared with what this graph would go on with. Kafka Streams itself begins a
 * store that was renamed as an empty one and says nothing, so that every article would be new again. Pure.
 */
final class EarlierGraph {
    private final String application;
    private final Map<String, Integer> partitions;

    /**
     * Sets it up.
     *
     * @param application application id of Kafka Streams, the beginning of its topics' names
     * @param partitions the topics that are in Kafka, and how many partitions each has
     */
    EarlierGraph(String application, Map<String, Integer> partitions) {
        this.application = application;
        this.partitions = Map.copyOf(partitions);
    }

    /** Why a graph cannot go on where the earlier one stopped; empty if it can. */
    List<String> obstacles(Topology graph) {
        List<String> obstacles = new ArrayList<>();
        Set<String> needed = new TreeSet<>();
        for (TopologyDescription.Subtopology part : graph.describe().subtopologies()) {
            Set<String> changelogs = changelogs(part);
            needed.addAll(changelogs);
            sources(part).filter(topic -> !isPublic(topic)).map(this::own).forEach(needed::add);
            OptionalInt wanted = sources(part)
                    .map(topic -> partitions.get(isPublic(topic) ? topic : own(topic)))
                    .filter(count -> count != null)
                    .mapToInt(Integer::intValue)
                    .max();
            wanted.ifPresent(count -> changelogs.stream()
                    .filter(changelog -> partitions.getOrDefault(changelog, count) != count)
                    .map(changelog -> changelog + " has " + partitions.get(changelog) + " partitions, but what is read"
                            + " has " + count + " (" + sources(part).collect(Collectors.joining(", "))
                            + "): articles would be looked for where their state is not")
                    .forEach(obstacles::add));
        }
        Set<String> left = partitions.keySet().stream()
                .filter(topic -> topic.startsWith(application + "-"))
                .filter(topic -> topic.endsWith("-changelog") || topic.endsWith("-repartition"))
                .filter(topic -> !needed.contains(topic))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = needed.stream()
                .filter(topic -> !partitions.containsKey(topic))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!left.isEmpty() && !missing.isEmpty()) {
            obstacles.add("an earlier release left " + left + ", which this one does not read, and there is no "
                    + missing + ": what was kept under the old name would be forgotten");
        }
        return List.copyOf(obstacles);
    }

    private Set<String> changelogs(TopologyDescription.Subtopology part) {
        return part.nodes().stream()
                .filter(TopologyDescription.Processor.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Processor) node).stores().stream())
                .map(store -> own(store + "-changelog"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources(TopologyDescription.Subtopology part) {
        return part.nodes().stream()
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream());
    }

    private static boolean isPublic(String topic) {
        return !topic.endsWith("-repartition");
    }

    private String own(String name) {
        return application + "-" + name;
    }
}
