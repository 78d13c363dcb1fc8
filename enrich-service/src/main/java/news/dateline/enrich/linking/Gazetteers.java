package news.dateline.enrich.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.dateline.enrich.linking.Gazetteer.Named;

/**
 * The gazetteers in use, read as one. Those under a share-alike licence are files of their own, which may be replaced or
 * taken out. Immutable; one instance serves all threads.
 */
public final class Gazetteers {

    private static final List<String> BUNDLED = List.of("places-and-persons.gaz", "organisations-cc-by-sa.gaz");

    private final List<Gazetteer> parts;

    public Gazetteers(List<Gazetteer> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Those that come with the program; one that was taken out is done without. */
    public static Gazetteers bundled() {
        List<Gazetteer> parts = new ArrayList<>();
        for (String name : BUNDLED) {
            Gazetteer part = Gazetteer.bundled(name);
            if (part != null) {
                parts.add(part);
            }
        }
        return new Gazetteers(parts);
    }

    /** The versions of all parts. */
    public String version() {
        return parts.stream().map(Gazetteer::version).collect(Collectors.joining("."));
    }

    List<Named<Place>> places(String name) {
        return all(part -> part.places(name));
    }

    List<Named<Person>> persons(String name) {
        return all(part -> part.persons(name));
    }

    List<Named<Organization>> organizations(String name) {
        return all(part -> part.organizations(name));
    }

    List<Named<Place>> demonym(String word) {
        return all(part -> part.demonym(word));
    }

    private <T> List<Named<T>> all(Function<Gazetteer, List<Named<T>>> find) {
        return parts.stream().flatMap(part -> find.apply(part).stream()).toList();
    }
}
