package news.dateline.enrich.entities.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import news.dateline.enrich.entities.Lexicon.ListKind;
import news.dateline.enrich.entities.NameType;
import news.dateline.enrich.entities.Tokenizer;
import news.dateline.enrich.entities.Tokens;

/**
 * Varies training sentences: replaces names by listed names of the same type, and puts datelines in front. Draws
 * only from the random numbers it is given.
 */
final class Augmenter {

    private static final int DATELINES = 20;
    private static final int FULL_NAMES = 6;
    private static final String INITIALS = "AAABBCCCDDEEFFGHIIJKLLMMMNNNOPPPRRRSSSSTTTUUVW";
    private static final List<String> AGENCIES =
            List.of("Reuters", "AP", "AFP", "Xinhua", "Bloomberg", "UPI", "ANI", "PTI", "APP", "TASS");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec.");
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("U.S.", "US"),
            Map.entry("U.N.", "UN"),
            Map.entry("U.K.", "UK"),
            Map.entry("E.U.", "EU"),
            Map.entry("Taleban", "Taliban"),
            Map.entry("al-Qaida", "al-Qaeda"),
            Map.entry("Mr.", "Mr"),
            Map.entry("Mrs.", "Mrs"),
            Map.entry("Ms.", "Ms"),
            Map.entry("Dr.", "Dr"),
            Map.entry("Gen.", "Gen"),
            Map.entry("\"", "\u201d"),
            Map.entry("Turkey", "T\u00fcrkiye"),
            Map.entry("Kiev", "Kyiv"));

    private final Tokenizer tokenizer = new Tokenizer();
    private final NameLists lists;
    private final ComposedOrganizations composed;
    private final int replaced;

    Augmenter(NameLists lists, int replaced) {
        this.lists = lists;
        this.composed = new ComposedOrganizations(lists);
        this.replaced = replaced;
    }

    /** The sentence itself, or a variant. */
    Sentence vary(Sentence sentence, SplittableRandom random) {
        Sentence other = replace(sentence, random);
        other = random.nextInt(2) == 0 ? respell(other) : other;
        return random.nextInt(1000) < DATELINES ? dateline(other, random) : other;
    }

    private static Sentence respell(Sentence sentence) {
        List<String> words = sentence.words().stream()
                .map(word -> SPELLINGS.getOrDefault(word, word))
                .toList();
        return words.equals(sentence.words()) ? sentence : new Sentence(words, sentence.names());
    }

    private Sentence dateline(Sentence sentence, SplittableRandom random) {
        List<String> words = new ArrayList<>();
        List<Sentence.Gold> names = new ArrayList<>();
        for (String word : draw(lists.names(ListKind.CITY), random)) {
            words.add(random.nextInt(4) == 0 ? word : word.toUpperCase(Locale.ROOT));
        }
        if (words.isEmpty()) {
            return sentence;
        }
        names.add(new Sentence.Gold(0, words.size(), NameType.LOCATION));
        int form = random.nextInt(4);
        if (form == 0) {
            words.add(":");
        } else {
            if (form > 1) {
                words.addAll(List.of(
                        ",", MONTHS.get(random.nextInt(MONTHS.size())), String.valueOf(1 + random.nextInt(31))));
            }
            if (form < 3) {
                words.add("(");
                names.add(new Sentence.Gold(words.size(), words.size() + 1, NameType.ORGANIZATION));
                words.addAll(List.of(AGENCIES.get(random.nextInt(AGENCIES.size())), ")"));
            }
            words.add(random.nextBoolean() ? "-" : "\u2014");
        }
        int shift = words.size();
        words.addAll(sentence.words());
        sentence.names()
                .forEach(name -> names.add(new Sentence.Gold(name.start() + shift, name.end() + shift, name.type())));
        return new Sentence(words, names);
    }

    private Sentence replace(Sentence sentence, SplittableRandom random) {
        if (sentence.names().isEmpty() || random.nextInt(1000) >= replaced) {
            return sentence;
        }
        List<String> words = new ArrayList<>();
        List<Sentence.Gold> names = new ArrayList<>();
        int at = 0;
        for (Sentence.Gold name : sentence.names()) {
            words.addAll(sentence.words().subList(at, name.start()));
            int start = words.size();
            List<String> other = random.nextInt(4) == 0 ? List.of() : substitute(name, sentence, random);
            words.addAll(other.isEmpty() ? sentence.words().subList(name.start(), name.end()) : other);
            names.add(new Sentence.Gold(start, words.size(), name.type()));
            at = name.end();
        }
        words.addAll(sentence.words().subList(at, sentence.words().size()));
        return new Sentence(words, names);
    }

    private List<String> substitute(Sentence.Gold name, Sentence sentence, SplittableRandom random) {
        int length = name.end() - name.start();
        if (name.type() == NameType.PERSON) {
            List<String> person = draw(lists.persons(), random);
            boolean whole = length > 1 && random.nextInt(FULL_NAMES) > 0;
            return whole || person.isEmpty() ? person : person.subList(person.size() - 1, person.size());
        }
        if (name.type() == NameType.LOCATION) {
            int dice = random.nextInt(10);
            ListKind kind = dice < 5 ? ListKind.CITY : dice < 8 ? ListKind.COUNTRY : ListKind.ADMIN;
            return draw(lists.names(kind), random);
        }
        String first = sentence.words().get(name.start());
        if (length == 1 && first.length() > 1 && first.chars().allMatch(Character::isUpperCase)) {
            return random.nextBoolean() ? List.of(acronym(random)) : List.of();
        }
        if (length > 1 && random.nextInt(3) == 0) {
            return words(composed.draw(random));
        }
        if (length == 1 && !Character.isLowerCase(first.charAt(0)) || random.nextInt(3) > 0) {
            return random.nextInt(3) > 0 ? List.of() : draw(lists.names(ListKind.WELL_KNOWN_ORGANIZATION), random);
        }
        return draw(lists.names(ListKind.ORGANIZATION), random);
    }

    /** An acronym that nobody knows, so that the words around such a one are learned. */
    private static String acronym(SplittableRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int k = 2 + random.nextInt(4); k > 0; k--) {
            letters.append(INITIALS.charAt(random.nextInt(INITIALS.length())));
        }
        return letters.toString();
    }

    private List<String> draw(List<String> from, SplittableRandom random) {
        return from.isEmpty() ? List.of() : words(from.get(random.nextInt(from.size())));
    }

    private List<String> words(String name) {
        Tokens tokens = tokenizer.tokenize(name);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.token(i));
        }
        return words;
    }
}
