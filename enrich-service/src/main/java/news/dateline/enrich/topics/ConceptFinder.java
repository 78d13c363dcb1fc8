package news.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.dateline.enrich.annotate.ArticleText;

/**
 * Finds narrower concepts under roots that the classifier has already given, by what the text says in so many words.
 * A concept needs phrases of its own; a rare phrase counts more than a common one, a headline more than a tail, and
 * words of the definition only help along. Right before complete: a concept that is only mentioned in passing is left
 * out. Thread-safe.
 */
final class ConceptFinder {

    /** A concept and how sure the text makes it, 0 to 1, before its root is considered. */
    record Found(String code, double strength, List<String> phrases) {}

    /** What a text says of one concept: phrases that name it, words of its definition. */
    private static final class Evidence {
        private final Set<String> phrases = new LinkedHashSet<>();
        private double named;
        private double support;
    }

    private static final double HEADLINE = 2.2;
    private static final double TOP = 1.3;
    private static final double BODY = 0.8;
    private static final int TOP_CHARACTERS = 700;
    private static final double LONG_PHRASE = 1.25;
    private static final double SUPPORT = 0.12;
    private static final double MOST_SUPPORT = 0.6;
    private static final double COMMON = 2.5;
    private static final double RARE = 8;
    private static final double ENOUGH = 1.9;
    private static final double HALF = 2.0;

    private final TopicVocabulary vocabulary;
    private final TopicModel model;
    private final ConceptTerms terms;

    ConceptFinder(TopicVocabulary vocabulary, TopicModel model) {
        this.vocabulary = vocabulary;
        this.model = model;
        this.terms = new ConceptTerms(vocabulary);
    }

    /** Concepts below these roots, the surest first, at most this many; no concept along with a broader one. */
    List<Found> find(ArticleText text, Set<String> roots, int most) {
        Map<String, Evidence> evidence = new TreeMap<>();
        collect(text.headline(), HEADLINE, roots, evidence);
        collect(text.standfirst(), TOP, roots, evidence);
        int cut = Math.min(text.body().length(), TOP_CHARACTERS);
        while (cut < text.body().length() && !Character.isWhitespace(text.body().charAt(cut))) {
            cut++;
        }
        collect(text.body().substring(0, cut), TOP, roots, evidence);
        collect(text.body().substring(cut), BODY, roots, evidence);
        List<Found> found = new ArrayList<>();
        evidence.forEach((code, its) -> {
            double sum = its.named + Math.min(MOST_SUPPORT, its.support);
            if (its.named > 0 && sum >= ENOUGH) {
                found.add(new Found(code, 1 - Math.exp(-sum / HALF), List.copyOf(its.phrases)));
            }
        });
        found.sort(Comparator.comparingDouble(Found::strength).reversed().thenComparing(Found::code));
        return distinct(found, most);
    }

    private void collect(String text, double weight, Set<String> roots, Map<String, Evidence> evidence) {
        Words words = Words.of(text);
        int at = 0;
        while (at < words.size()) {
            int length = terms.mayBegin(words, at) ? longestPhrase(words, at, weight, roots, evidence) : 0;
            for (String code : terms.supported(words, at)) {
                if (roots.contains(vocabulary.root(code))) {
                    of(evidence, code).support += weight * SUPPORT;
                }
            }
            at += Math.max(1, length);
        }
    }

    /** Counts the longest phrase that begins here; its length in words, 0 if there is none. */
    private int longestPhrase(Words words, int at, double weight, Set<String> roots, Map<String, Evidence> evidence) {
        for (int length = Math.min(ConceptTerms.LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            List<String> codes = terms.concepts(words, at, at + length);
            if (!codes.isEmpty()) {
                double rarity = length > 1 ? LONG_PHRASE : rarity(words, at);
                for (String code : codes) {
                    if (roots.contains(vocabulary.root(code))) {
                        Evidence its = of(evidence, code);
                        its.named += weight * rarity / Math.sqrt(codes.size());
                        its.phrases.add(words.text(at, at + length));
                    }
                }
                return length;
            }
        }
        return 0;
    }

    /** How much a single word counts, 0.2 to 1, by how seldom it is in news. */
    private double rarity(Words words, int at) {
        double rarity = model.rarity(TextFeatures.word(words, at));
        return Math.max(0.2, Math.min(1, (rarity - COMMON) / (RARE - COMMON)));
    }

    private List<Found> distinct(List<Found> found, int most) {
        List<Found> chosen = new ArrayList<>();
        for (Found next : found) {
            boolean kin = chosen.stream()
                    .anyMatch(other -> vocabulary.broader(other.code()).contains(next.code())
                            || vocabulary.broader(next.code()).contains(other.code()));
            if (!kin && chosen.size() < most) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    private static Evidence of(Map<String, Evidence> evidence, String code) {
        return evidence.computeIfAbsent(code, c -> new Evidence());
    }
}
