package news.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The second reading of an article, with what the first one found: a surname behind a full name is the same person,
 * one string has one type, and a name found in one place is found in the others (after Krishnan and Manning, "An
 * effective two-stage model for exploiting non-local dependencies in named entity recognition", 2006, by rules).
 * Stateless.
 */
final class DocumentPass {

    private static final double SURE = 0.9;
    private static final int LONGEST = 8;

    private DocumentPass() {}

    static void apply(List<FieldNames> fields) {
        Map<String, NameSpan> persons = surnames(fields);
        oneType(fields, persons);
        spread(fields, persons);
    }

    /** Surnames, with the particles before them, of all persons with a full name. */
    private static Map<String, NameSpan> surnames(List<FieldNames> fields) {
        Map<String, NameSpan> persons = new HashMap<>();
        for (FieldNames field : fields) {
            for (NameSpan name : field.names()) {
                if (name.type() == NameType.PERSON && name.last() - name.first() > 1 && name.score() > 0.4) {
                    int last = name.last() - 1;
                    String key = field.key(last, name.last());
                    if (key.length() > 2 && field.isCapitalised(last) || key.indexOf('-') > 0) {
                        persons.putIfAbsent(key, name);
                    }
                }
            }
        }
        return persons;
    }

    private static void oneType(List<FieldNames> fields, Map<String, NameSpan> persons) {
        Map<String, Map<NameType, Double>> votes = new HashMap<>();
        for (FieldNames field : fields) {
            for (NameSpan name : field.names()) {
                votes.computeIfAbsent(field.key(name), key -> new EnumMap<>(NameType.class))
                        .merge(name.type(), name.score(), Double::sum);
            }
        }
        for (FieldNames field : fields) {
            List<NameSpan> voted = new ArrayList<>();
            for (NameSpan name : field.names()) {
                Map<NameType, Double> counts = votes.get(field.key(name));
                NameType best = name.type();
                for (Map.Entry<NameType, Double> entry : counts.entrySet()) {
                    best = entry.getValue() > counts.get(best) ? entry.getKey() : best;
                }
                NameSpan person = persons.get(field.key(name));
                boolean unsure = best != NameType.PERSON
                        && person != null
                        && counts.get(best) < SURE * total(fields, field.key(name));
                voted.add(name.as(unsure ? NameType.PERSON : best));
            }
            field.replace(voted);
        }
    }

    private static int total(List<FieldNames> fields, String key) {
        int total = 0;
        for (FieldNames field : fields) {
            for (NameSpan name : field.names()) {
                total += field.key(name).equals(key) ? 1 : 0;
            }
        }
        return total;
    }

    /** Finds the names of the first reading, and surnames, where the first reading overlooked them. */
    private static void spread(List<FieldNames> fields, Map<String, NameSpan> persons) {
        Map<String, NameSpan> known = new HashMap<>();
        Map<String, Integer> found = new HashMap<>();
        Set<String> starts = new HashSet<>();
        for (FieldNames field : fields) {
            for (NameSpan name : field.names()) {
                known.merge(field.key(name), name, (a, b) -> a.score() >= b.score() ? a : b);
                found.merge(field.key(name), 1, Integer::sum);
                starts.add(field.key(name.first(), name.first() + 1));
            }
        }
        persons.forEach(known::putIfAbsent);
        starts.addAll(persons.keySet());
        Map<String, Integer> overlooked = new HashMap<>();
        List<Runnable> additions = new ArrayList<>();
        for (FieldNames field : fields) {
            Tokens tokens = field.tokens();
            boolean[] taken = new boolean[tokens.size() + 1];
            field.names().forEach(name -> Arrays.fill(taken, name.first(), name.last(), true));
            for (int i = 0; i < tokens.size(); i++) {
                if (taken[i]
                        || !field.isCapitalised(i)
                        || tokens.end(i) - tokens.start(i) > 60
                        || !starts.contains(field.key(i, i + 1))) {
                    continue;
                }
                int last = longest(field, taken, i, known);
                if (last > i && isWhole(field, taken, i, last)) {
                    String key = field.key(i, last);
                    NameSpan name = known.get(key);
                    NameSpan addition = field.span(i, last, name.type(), name.score());
                    overlooked.merge(key, 1, Integer::sum);
                    additions.add(() -> {
                        boolean clear = addition.last() - addition.first() > 1
                                || persons.containsKey(key)
                                || found.getOrDefault(key, 0) >= overlooked.get(key) && addition.score() > 0.5;
                        if (clear) {
                            field.insert(addition);
                        }
                    });
                    i = last - 1;
                }
            }
        }
        additions.forEach(Runnable::run);
    }

    private static int longest(FieldNames field, boolean[] taken, int first, Map<String, NameSpan> known) {
        int end = first + 1;
        while (end < field.tokens().size() && end - first < LONGEST && !taken[end]) {
            end++;
        }
        for (int last = end; last > first; last--) {
            if (known.containsKey(field.key(first, last))) {
                return last;
            }
        }
        return first;
    }

    /** False if the words are part of a longer run of capitalised words, which is then another name. */
    private static boolean isWhole(FieldNames field, boolean[] taken, int first, int last) {
        Tokens tokens = field.tokens();
        boolean before = first > 0
                && !taken[first - 1]
                && field.isCapitalised(first - 1)
                && tokens.end(first - 1) + 1 == tokens.start(first)
                && last - first == 1
                && tokens.sentences() > 0
                && !startsSentence(tokens, first - 1);
        boolean after = last < tokens.size()
                && !taken[last]
                && field.isCapitalised(last)
                && tokens.end(last - 1) + 1 == tokens.start(last);
        return !before && !after;
    }

    private static boolean startsSentence(Tokens tokens, int token) {
        for (int s = 0; s < tokens.sentences(); s++) {
            if (tokens.sentenceStart(s) == token) {
                return true;
            }
        }
        return false;
    }
}
