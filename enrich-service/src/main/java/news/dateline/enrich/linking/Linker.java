package news.dateline.enrich.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.dateline.Coordinates;
import news.dateline.Entity;
import news.dateline.Mention;
import news.dateline.enrich.annotate.ArticleText;

/**
 * Gives entities their identifiers in Wikidata and GeoNames, with country and coordinates for places, and says what each
 * link rests on. The recognizer's type comes first, then the fullest name that is known; what is unsure stays without a
 * link. Immutable, thread-safe.
 */
public final class Linker {

    private final Gazetteers gazetteers;

    public Linker(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
    }

    /** The versions of what it links by. */
    public String version() {
        return gazetteers.version();
    }

    /** Links the entities of a text, in place. */
    public void link(ArticleText text, List<Entity> entities) {
        Countries countries = Countries.of(text, entities, gazetteers);
        Surroundings surroundings = new Surroundings(text, gazetteers);
        for (Entity entity : entities) {
            switch (entity.getType()) {
                case LOCATION ->
                    first(
                                    entity,
                                    name -> PlaceLinker.link(
                                            name, gazetteers, () -> surroundings.ofPlace(entity), countries))
                            .ifPresent(link -> set(entity, link));
                case PERSON ->
                    first(
                                    entity,
                                    name -> PersonLinker.link(
                                            name, gazetteers, () -> surroundings.tellOffice(entity), countries))
                            .ifPresent(link -> set(entity, link.thing().wikidata(), link.evidence()));
                case ORGANIZATION ->
                    first(entity, name -> OrganizationLinker.link(name, gazetteers, countries))
                            .ifPresent(link -> set(entity, link.thing().wikidata(), link.evidence()));
                default -> {
                    // Other types of other recognizers have no gazetteer.
                }
            }
        }
    }

    /** The link of the entity's name, or else of its longest mention that has one. */
    private static <T> Optional<Link<T>> first(Entity entity, Function<String, Optional<Link<T>>> find) {
        Set<String> names = new LinkedHashSet<>();
        names.add(entity.getName());
        entity.getMentions().stream()
                .map(Mention::getText)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(names::add);
        return names.stream().map(find).flatMap(Optional::stream).findFirst();
    }

    private static void set(Entity entity, Link<Place> link) {
        Place place = link.thing();
        set(entity, place.wikidata(), link.evidence());
        entity.setGeonames(place.geonames() == 0 ? null : (long) place.geonames());
        entity.setCountry(place.country().isEmpty() ? null : place.country());
        if (!Float.isNaN(place.latitude())) {
            entity.setCoordinates(new Coordinates(degrees(place.latitude()), degrees(place.longitude())));
        }
    }

    /** Four digits of a degree are ten metres. */
    private static double degrees(float value) {
        return Math.round(value * 10_000.0) / 10_000.0;
    }

    private static void set(Entity entity, int wikidata, List<String> evidence) {
        entity.setWikidata(wikidata == 0 ? null : "Q" + wikidata);
        entity.setEvidence(new ArrayList<>(evidence));
    }
}
