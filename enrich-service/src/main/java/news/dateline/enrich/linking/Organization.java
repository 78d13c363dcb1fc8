package news.dateline.enrich.linking;

import java.util.Set;

/**
 * An organisation of the gazetteer.
 *
 * @param wikidata number of the Wikidata item
 * @param countries ISO 3166-1 alpha-2 codes of where it works; empty means everywhere
 */
record Organization(int wikidata, Set<String> countries) {
    Organization {
        countries = Set.copyOf(countries);
    }
}
