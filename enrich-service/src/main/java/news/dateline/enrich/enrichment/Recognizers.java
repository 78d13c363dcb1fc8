package news.dateline.enrich.enrichment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import news.dateline.Entity;
import news.dateline.Mention;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.RecognizerProvider;
import news.dateline.enrich.annotate.TimeLimited;

/**
 * The further recognizers that settings ask for, and how what they find joins what Dateline's own has found: where both
 * see a name, Dateline's own counts. Stateless.
 */
final class Recognizers {

    /** How long a further recognizer is waited for, unless the setting {@code time-limit} says otherwise. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Recognizers() {}

    /**
     * Recognizers by the name of their provider, each held to the time limit.
     *
     * @param settings {@code time-limit} (ISO-8601) and {@code PROVIDER.SETTING}
     * @param link what is done to each recognizer so that its entities are linked
     */
    static SortedMap<String, Annotator<List<Entity>>> open(
            Iterable<RecognizerProvider> providers,
            Map<String, String> settings,
            UnaryOperator<Annotator<List<Entity>>> link) {
        String given = settings.get("time-limit");
        Duration limit = given == null ? LIMIT : Duration.parse(given);
        SortedMap<String, Annotator<List<Entity>>> recognizers = new TreeMap<>();
        for (RecognizerProvider provider : providers) {
            String prefix = provider.name() + ".";
            Map<String, String> own = settings.entrySet().stream()
                    .filter(setting -> setting.getKey().startsWith(prefix))
                    .collect(Collectors.toMap(
                            setting -> setting.getKey().substring(prefix.length()), Map.Entry::getValue));
            provider.open(own)
                    .ifPresent(recognizer ->
                            recognizers.put(provider.name(), new TimeLimited<>(link.apply(recognizer), limit)));
        }
        return recognizers;
    }

    /** Both lists; of the second, only mentions that overlap none of the first. */
    static List<Entity> join(List<Entity> entities, List<Entity> others) {
        Set<String> taken = new HashSet<>();
        entities.forEach(entity -> entity.getMentions().forEach(mention -> units(mention, taken)));
        List<Entity> joined = new ArrayList<>(entities);
        for (Entity other : others) {
            List<Mention> free = other.getMentions().stream()
                    .filter(mention -> {
                        Set<String> units = units(mention, new HashSet<>());
                        return units.stream().noneMatch(taken::contains);
                    })
                    .collect(Collectors.toCollection(ArrayList::new));
            if (!free.isEmpty()) {
                other.setMentions(free);
                free.forEach(mention -> units(mention, taken));
                joined.add(other);
            }
        }
        return joined;
    }

    private static Set<String> units(Mention mention, Set<String> units) {
        for (int at = mention.getStart(); at < mention.getEnd(); at++) {
            units.add(mention.getField() + at);
        }
        return units;
    }
}
