package news.dateline.enrich.linking;

import java.util.Set;

/**
 * A person of the gazetteer, of politics all of them.
 *
 * @param wikidata number of the Wikidata item
 * @param countries ISO 3166-1 alpha-2 codes of the countries of the offices held
 * @param lastYear the last year that an office is known of, 0 if none
 * @param leader whether he or she was head of a state or a government
 */
record Person(int wikidata, Set<String> countries, int lastYear, boolean leader) {
    Person {
        countries = Set.copyOf(countries);
    }
}
