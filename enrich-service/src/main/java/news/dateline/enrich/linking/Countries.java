package news.dateline.enrich.linking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.linking.Gazetteer.Named;

/**
 * Which countries an article is about, by what it names: countries count full, peoples and adjectives ("Kenyan") half,
 * provinces and large cities that only one country has a little. Belongs to one article.
 */
final class Countries {

    private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}]{3,}");
    private static final int LONGEST = 200_000;
    private static final int LARGE = 300_000;

    private final Map<String, Double> weights = new HashMap<>();
    private final Set<String> provinces = new HashSet<>();
    /** Provinces that share their name with a country, "Georgia". */
    private final List<Place> divided = new ArrayList<>();

    private double total;

    private Countries() {}

    static Countries of(ArticleText text, List<Entity> entities, Gazetteers gazetteers) {
        Countries countries = new Countries();
        for (Entity entity : entities) {
            if (entity.getType() == EntityType.LOCATION) {
                countries.add(
                        gazetteers.places(entity.getName()),
                        1 + Math.log(entity.getMentions().size()));
            }
        }
        countries.demonyms(text, gazetteers);
        countries.divided.stream()
                .filter(place -> countries.share(place.country()) > 0.5)
                .forEach(place -> countries.provinces.add(code(place)));
        return countries;
    }

    private void add(List<Named<Place>> named, double mentions) {
        List<Place> places = named.stream()
                .filter(place -> !place.weak())
                .map(Named::thing)
                .filter(place -> !place.country().isEmpty())
                .toList();
        List<Place> nations = places.stream()
                .filter(place -> place.kind() == Place.Kind.COUNTRY)
                .toList();
        List<Place> areas = places.stream()
                .filter(place -> place.kind() == Place.Kind.PROVINCE)
                .toList();
        if (nations.isEmpty() && areas.size() == 1 && places.stream().noneMatch(Place::capital)) {
            provinces.add(code(areas.get(0)));
        }
        if (nations.size() == 1) {
            List<Place> rivals = areas.stream()
                    .filter(place -> !place.country().equals(nations.get(0).country()) && place.population() > LARGE)
                    .toList();
            divided.addAll(rivals);
            if (rivals.isEmpty()) {
                add(nations.get(0).country(), mentions);
            }
        } else if (!places.isEmpty()
                && places.stream().map(Place::country).distinct().count() == 1) {
            boolean large = !areas.isEmpty() || places.stream().anyMatch(place -> place.population() >= LARGE);
            add(places.get(0).country(), large ? 0.6 * mentions : 0.2 * mentions);
        } else {
            places.stream()
                    .filter(Place::capital)
                    .findFirst()
                    .ifPresent(capital -> add(capital.country(), 0.3 * mentions));
        }
    }

    private void demonyms(ArticleText text, Gazetteers gazetteers) {
        Map<String, Integer> counts = new HashMap<>();
        for (String field : List.of(text.headline(), text.standfirst(), text.body())) {
            Matcher word = WORD.matcher(field.substring(0, Math.min(field.length(), LONGEST)));
            while (word.find()) {
                counts.merge(word.group(), 1, Integer::sum);
            }
        }
        counts.forEach((word, count) -> gazetteers.demonym(word).stream()
                .findFirst()
                .ifPresent(country -> add(country.thing().country(), 0.5 * (1 + Math.log(count)))));
    }

    private void add(String country, double weight) {
        weights.merge(country, weight, Double::sum);
        total += weight;
    }

    /** How much of the article's countries this one is, 0 to 1. */
    double share(String country) {
        return total == 0 ? 0 : weights.getOrDefault(country, 0.0) / total;
    }

    /** Whether the article names the province that a place lies in. */
    boolean namesProvinceOf(Place place) {
        return provinces.contains(code(place));
    }

    private static String code(Place place) {
        return place.country() + "." + place.province();
    }

    /** True if nothing tells what country the article is about. */
    boolean unknown() {
        return total == 0;
    }
}
