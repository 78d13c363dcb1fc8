package news.dateline.enrich.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import news.dateline.enrich.linking.Gazetteer.Named;

/**
 * Tells which politician a full name stands for. The name alone is not enough: a country of his or her must be one of
 * the article's, and for all but heads of state and government a title of politics must stand beside the name. Single
 * names are never looked up. Stateless, thread-safe.
 */
final class PersonLinker {

    private static final double NAMED = 0.04;
    private static final int LIVING_MEMORY = 1985;

    private PersonLinker() {}

    static Optional<Link<Person>> link(
            String name, Gazetteers gazetteers, BooleanSupplier office, Countries countries) {
        if (name.indexOf(' ') < 0) {
            return Optional.empty();
        }
        List<Named<Person>> named = gazetteers.persons(name);
        named = named.isEmpty() ? gazetteers.persons(name.replaceAll(" \\p{Lu}\\.?(?= )", "")) : named;
        if (named.isEmpty()) {
            return Optional.empty();
        }
        boolean titled = office.getAsBoolean();
        List<Person> fit = named.stream()
                .map(Named::thing)
                .filter(person -> person.countries().stream().anyMatch(country -> countries.share(country) > NAMED))
                .filter(person -> person.leader() || titled)
                .filter(person -> person.leader() || person.lastYear() == 0 || person.lastYear() >= LIVING_MEMORY)
                .toList();
        if (fit.size() > 1) {
            fit = fit.stream().filter(Person::leader).toList();
        }
        if (fit.size() != 1 || fit.get(0).lastYear() > 0 && fit.get(0).lastYear() < 1945) {
            return Optional.empty();
        }
        Person person = fit.get(0);
        List<String> evidence = new ArrayList<>(List.of("full name: " + name));
        evidence.add("article names "
                + String.join(", ", person.countries().stream().sorted().toList()));
        if (titled) {
            evidence.add("title of politics beside the name");
        }
        if (named.size() > 1) {
            evidence.add("only one of " + named.size() + " of this name that fits");
        }
        return Optional.of(new Link<>(person, evidence));
    }
}
