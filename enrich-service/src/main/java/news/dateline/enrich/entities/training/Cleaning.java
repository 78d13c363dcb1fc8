package news.dateline.enrich.entities.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.dateline.enrich.entities.NameType;

/**
 * Brings the labels of different data sets to one usage: a name begins and ends with a capitalised word or a
 * number, titles and directions stay outside, "Denver, Colorado" is two places, possessives and commas belong to no
 * name. Stateless.
 */
final class Cleaning {

    private static final Set<String> PARTICLES = words("""
        al bin ibn de van von di da el la le du dos del den der abu ul ten ter zu d' as ad ould
        """);
    private static final Set<String> TITLES = words("""
        mr mr. mrs mrs. ms ms. dr dr. president senator sen. general gen. captain capt. colonel col.
        professor prof. prime minister governor gov. chancellor ayatollah judge justice mayor secretary
        lt. lieutenant major maj. sergeant sgt. admiral adm. ambassador vice rep. representative
        spokesman spokeswoman special prosecutor state director chief former chairman commander sheik
        foreign defense deputy rev. reverend king queen pope prince princess emperor cardinal bishop
        archbishop sir lady lord
        """);
    private static final Set<String> KEPT_TITLES = words("""
        king queen pope prince princess emperor lady lord sir sheik justice state special major judge
        chief
        """);

    private Cleaning() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+", -1));
    }

    static List<Sentence> apply(List<Sentence> sentences) {
        return sentences.stream().map(Cleaning::clean).toList();
    }

    private static Sentence clean(Sentence sentence) {
        List<Sentence.Gold> names = new ArrayList<>();
        for (Sentence.Gold name : sentence.names()) {
            if (name.type() == NameType.LOCATION) {
                split(sentence.words(), name, names);
            } else {
                trim(sentence.words(), name, names);
            }
        }
        return new Sentence(sentence.words(), names);
    }

    private static void split(List<String> words, Sentence.Gold name, List<Sentence.Gold> names) {
        int comma = words.subList(name.start(), name.end()).indexOf(",");
        if (comma > 0 && !words.subList(name.start(), name.end()).contains("and")) {
            trim(words, new Sentence.Gold(name.start(), name.start() + comma, name.type()), names);
            split(words, new Sentence.Gold(name.start() + comma + 1, name.end(), name.type()), names);
        } else {
            trim(words, name, names);
        }
    }

    private static void trim(List<String> words, Sentence.Gold name, List<Sentence.Gold> names) {
        int start = name.start();
        int end = name.end();
        while (end > start && !isNameWord(words.get(end - 1))) {
            end--;
        }
        while (start < end && !isNameWord(words.get(start)) && !isParticle(words.get(start))) {
            start++;
        }
        if (name.type() == NameType.PERSON) {
            start = behindTitles(words, start, end);
        }
        if (start < end && words.subList(start, end).stream().anyMatch(Cleaning::isNameWord)) {
            names.add(new Sentence.Gold(start, end, name.type()));
        }
    }

    private static int behindTitles(List<String> words, int start, int end) {
        int first = start;
        for (int i = start; i < end - 1; i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            if (TITLES.contains(word) && !(i == start && KEPT_TITLES.contains(word))) {
                first = i + 1;
            }
        }
        return first;
    }

    private static boolean isParticle(String word) {
        int hyphen = word.indexOf('-');
        return PARTICLES.contains(hyphen > 0 ? word.substring(0, hyphen) : word);
    }

    private static boolean isNameWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isUpperCase(c) || c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }
}
