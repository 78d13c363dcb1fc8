package news.dateline.enrich.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.dateline.enrich.linking.Gazetteer.Named;

/**
 * Tells which organisation a name stands for: the only one of that name that works everywhere or in a country of the
 * article. Stateless, thread-safe.
 */
final class OrganizationLinker {

    private static final double NAMED = 0.04;

    private OrganizationLinker() {}

    static Optional<Link<Organization>> link(String name, Gazetteers gazetteers, Countries countries) {
        List<Named<Organization>> named = gazetteers.organizations(name);
        Set<Organization> fit = named.stream()
                .map(Named::thing)
                .filter(organization -> organization.countries().isEmpty()
                        || organization.countries().stream().anyMatch(country -> countries.share(country) > NAMED))
                .collect(Collectors.toSet());
        if (fit.stream().map(Organization::wikidata).distinct().count() != 1) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>(List.of("name: " + name));
        evidence.add(named.size() == 1 ? "only one of this name is known" : "only one of this name fits the article");
        return Optional.of(new Link<>(fit.iterator().next(), evidence));
    }
}
