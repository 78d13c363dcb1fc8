package news.dateline.enrich.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.enrich.linking.Gazetteer.Named;

/**
 * Tells which place a name stands for: the one that lies where the text says, else a country over a province or city,
 * else by the countries of the article and by size. Where two fit alike, or the only one that fits is small and
 * elsewhere, it says nothing. Stateless, thread-safe.
 */
final class PlaceLinker {

    /** Two places nearer than this (km) are as good as one. */
    private static final double SAME = 60;
    /** How much better than the next place one must be, in powers of ten of inhabitants. */
    private static final double CLEARLY = 0.3;

    private static final double CONTEXT = 2.2;
    private static final double NEARBY = 1;
    private static final int TOWN = 100_000;
    private static final int METROPOLIS = 1_000_000;
    private static final Pattern PROVINCE =
            Pattern.compile(" (?i:province|state|governorate|oblast|region|prefecture)$");

    private PlaceLinker() {}

    static Optional<Link<Place>> link(
            String name, Gazetteers gazetteers, Supplier<Surroundings.Said> surroundings, Countries countries) {
        List<Named<Place>> named = named(name, gazetteers);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Surroundings.Said said = surroundings.get();
        if (said.landmark()) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>();
        evidence.add("name: " + name);
        List<Named<Place>> held = named.stream()
                .filter(place -> said.holders().stream()
                        .anyMatch(holder ->
                                place.thing().within(holder) && !place.thing().equals(holder)))
                .toList();
        if (!held.isEmpty()) {
            evidence.add("text places it in " + held.get(0).thing().country());
        }
        List<Scored> scored = (held.isEmpty() ? named : held)
                .stream()
                        .map(place -> new Scored(
                                place, score(place, said, countries, rival(place.thing(), named, countries))))
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .toList();
        Place best = scored.get(0).place();
        boolean elsewhere = held.isEmpty()
                && best.kind() == Place.Kind.CITY
                && !best.capital()
                && best.population() < METROPOLIS
                && said.holders().stream()
                        .noneMatch(holder ->
                                best.country().equals(holder.country()) && holder.kind() == Place.Kind.COUNTRY)
                && !said.holders().isEmpty();
        boolean ambiguous = scored.stream()
                .skip(1)
                .anyMatch(other ->
                        scored.get(0).score() - other.score() < CLEARLY && best.distance(other.place()) > SAME);
        double share = countries.share(best.country());
        boolean far = held.isEmpty() && best.kind() == Place.Kind.CITY && share < 0.05 && !best.capital();
        boolean small = best.population() < (scored.get(0).weak() || countries.unknown() ? 5 : 2) * TOWN;
        if (ambiguous || elsewhere || far && small) {
            return Optional.empty();
        }
        if (best.kind() == Place.Kind.COUNTRY || best.kind() == Place.Kind.REGION) {
            evidence.add(best.kind() == Place.Kind.COUNTRY ? "a country" : "a part of the world");
        } else {
            if (share > 0) {
                evidence.add("article names " + best.country());
            }
            if (scored.size() > 1) {
                evidence.add("best of " + scored.size() + " places of this name, population " + best.population());
            }
        }
        return Optional.of(new Link<>(best, evidence));
    }

    /** What bears the name; "Kayseri Province" is the province Kayseri. */
    private static List<Named<Place>> named(String name, Gazetteers gazetteers) {
        List<Named<Place>> named = gazetteers.places(name);
        Matcher sort = PROVINCE.matcher(name);
        return named.isEmpty() && sort.find()
                ? gazetteers.places(name.substring(0, sort.start())).stream()
                        .filter(place -> place.thing().kind() == Place.Kind.PROVINCE)
                        .toList()
                : named;
    }

    /** Whether a country shares its name with a province as large, of another one that the article is rather about. */
    private static boolean rival(Place country, List<Named<Place>> named, Countries countries) {
        return named.stream()
                .map(Named::thing)
                .anyMatch(place -> place.kind() == Place.Kind.PROVINCE
                        && place.population() > country.population() / 2
                        && countries.share(place.country()) > countries.share(country.country()));
    }

    private record Scored(Named<Place> named, double score) {
        Place place() {
            return named.thing();
        }

        boolean weak() {
            return named.weak();
        }
    }

    private static double score(Named<Place> named, Surroundings.Said said, Countries countries, boolean rival) {
        Place place = named.thing();
        double score = Math.log10(1000 + place.population())
                + CONTEXT * Math.min(1, 2 * countries.share(place.country()))
                + (countries.namesProvinceOf(place) ? NEARBY : 0)
                - (named.weak() ? 1.5 : 0);
        return score
                + switch (place.kind()) {
                    case REGION -> 4;
                    case COUNTRY -> said.province() || rival ? 0 : 4;
                    case PROVINCE -> said.province() ? 2 : said.city() ? -2 : -0.6;
                    case CITY -> (place.capital() ? 1 : 0) + (said.province() ? -2 : said.city() ? 1 : 0);
                };
    }
}
