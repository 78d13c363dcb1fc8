package news.dateline.enrich.entities.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.enrich.entities.NameType;

/**
 * Labels the names of countries as places, whole, where a data set forgot them, cut them short ("Czech <em>Republic</em>")
 * or took them for persons or organisations. A country within a longer name ("Bank of China", "Saudi Arabia Airlines") and
 * names that persons or other things bear as well stay as they are. Immutable.
 */
final class CountryLabels {

    private static final Set<String> SHARED = Set.of(
            "Georgia", "Jordan", "Chad", "Israel", "Jersey", "America", "Guinea", "Turkey", "EU", "US", "UK",
            "Vatican");

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

    /** @param names names of countries and regions, words divided by single spaces */
    CountryLabels(List<String> names) {
        names.stream()
                .distinct()
                .filter(name -> !SHARED.contains(name) && !name.contains("Union") && name.indexOf('.') < 0)
                .map(name -> List.of(name.split(" ", -1)))
                .sorted(Comparator.comparing((List<String> words) -> -words.size()))
                .forEach(words -> byFirstWord
                        .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(words));
    }

    Sentence mend(Sentence sentence) {
        List<Sentence.Gold> names = new ArrayList<>(sentence.names());
        for (int i = 0; i < sentence.words().size(); i++) {
            int length = longest(sentence.words(), i);
            if (length > 0 && standsAlone(sentence, i, i + length)) {
                Sentence.Gold country = new Sentence.Gold(i, i + length, NameType.LOCATION);
                names.removeIf(name -> name.start() >= country.start() && name.end() <= country.end());
                names.add(country);
                i += length - 1;
            }
        }
        names.sort(Comparator.comparingInt(Sentence.Gold::start));
        return names.equals(sentence.names()) ? sentence : new Sentence(sentence.words(), names);
    }

    private int longest(List<String> words, int from) {
        for (List<String> name : byFirstWord.getOrDefault(words.get(from), List.of())) {
            int end = from + name.size();
            if (end <= words.size() && words.subList(from, end).equals(name)) {
                return name.size();
            }
        }
        return 0;
    }

    /** False where a name reaches further than the country, or an unlabelled capitalised word beside it may belong to it. */
    private static boolean standsAlone(Sentence sentence, int start, int end) {
        boolean before = start > 1 && isCapitalised(sentence.words().get(start - 1));
        boolean after =
                end < sentence.words().size() && isCapitalised(sentence.words().get(end));
        for (Sentence.Gold name : sentence.names()) {
            if (name.start() < end && name.end() > start && (name.start() < start || name.end() > end)) {
                return false;
            }
            before &= name.end() != start;
            after &= name.start() != end;
        }
        return !before && !after;
    }

    private static boolean isCapitalised(String word) {
        return Character.isUpperCase(word.charAt(0));
    }
}
