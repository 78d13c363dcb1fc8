package news.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which phrases give which concepts below the roots away: the concept's name, its parts where the name lists several
 * things, and Dateline's own terms. Phrases are compared by the stems of their words. The words of a definition count
 * as support only. Immutable, thread-safe.
 */
final class ConceptTerms {

    static final int LONGEST_PHRASE = 5;
    private static final String RESOURCE = "concept-terms.tsv";
    private static final Pattern QUALIFIER = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern LIST = Pattern.compile(",\\s*(?:and |or )?| and | or ");
    private static final int MOST_DEFINITIONS = 12;
    private static final int SHORTEST_SUPPORT = 5;

    /** Names that say little when they stand alone in a sentence. */
    private static final Set<String> VAGUE = Set.of(
            "adults",
            "animal",
            "arrest",
            "casting",
            "ceremony",
            "charter",
            "children",
            "club",
            "communities",
            "company",
            "court",
            "culture",
            "curriculum",
            "diving",
            "drama",
            "driving",
            "economy",
            "education",
            "employee",
            "employer",
            "executive",
            "family",
            "fire",
            "forest",
            "game",
            "gender",
            "government",
            "health",
            "history",
            "holiday",
            "information",
            "injury",
            "judiciary",
            "language",
            "law",
            "leisure",
            "lifestyle",
            "men",
            "mountain",
            "music",
            "nature",
            "ocean",
            "party",
            "people",
            "plastic",
            "police",
            "pool",
            "research",
            "retirement",
            "river",
            "series",
            "services",
            "skeleton",
            "students",
            "teachers",
            "trend",
            "values",
            "voting",
            "wellness",
            "women");

    private final Map<Integer, List<String>> phrases = new HashMap<>();
    private final Map<Integer, List<String>> support = new HashMap<>();
    /** Stems that a phrase begins with, to pass over most words of a text quickly. */
    private final Set<Integer> beginnings = new HashSet<>();

    ConceptTerms(TopicVocabulary vocabulary) {
        for (String code : vocabulary.codes()) {
            TopicConcept concept = vocabulary.concept(code).orElseThrow();
            if (!concept.isRoot()) {
                addName(concept);
                for (int word : supportWords(concept)) {
                    support.computeIfAbsent(word, w -> new ArrayList<>()).add(code);
                }
            }
        }
        support.values().removeIf(codes -> codes.size() > MOST_DEFINITIONS);
        for (String[] row : TopicVocabulary.table(RESOURCE)) {
            for (String term : row[1].split("; ", -1)) {
                add(term, row[0]);
            }
        }
    }

    /** True if some phrase begins with this word. */
    boolean mayBegin(Words words, int index) {
        return beginnings.contains(words.stem(index));
    }

    /** The concepts that the phrase of words {@code from} to {@code to} gives away. */
    List<String> concepts(Words words, int from, int to) {
        return phrases.getOrDefault(words.phrase(from, to), List.of());
    }

    /** The concepts whose definition has this rare word. */
    List<String> supported(Words words, int index) {
        return support.getOrDefault(words.stem(index), List.of());
    }

    private void addName(TopicConcept concept) {
        String name = QUALIFIER.matcher(concept.name()).replaceAll("");
        add(name, concept.code());
        for (String part : LIST.split(name, -1)) {
            add(part, concept.code());
        }
    }

    private void add(String phrase, String code) {
        Words words = Words.of(phrase);
        if (words.size() == 0 || words.size() > LONGEST_PHRASE || VAGUE.contains(phrase)) {
            return;
        }
        beginnings.add(words.stem(0));
        List<String> codes = phrases.computeIfAbsent(words.phrase(0, words.size()), p -> new ArrayList<>());
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    private static Set<Integer> supportWords(TopicConcept concept) {
        Words words = Words.of(concept.definition());
        Set<Integer> stems = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.length(i) >= SHORTEST_SUPPORT) {
                stems.add(words.stem(i));
            }
        }
        return stems;
    }
}
