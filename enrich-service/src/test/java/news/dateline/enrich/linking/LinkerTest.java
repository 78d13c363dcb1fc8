package news.dateline.enrich.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.annotate.ArticleText;
import org.junit.jupiter.api.Test;

class LinkerTest {

    private static final Linker LINKER = new Linker(Gazetteers.bundled());

    /** Links names of a text as if a recognizer had found each of their occurrences. */
    private static List<Entity> link(String body, EntityType type, String... names) {
        return link(LINKER, body, type, names);
    }

    private static List<Entity> link(Linker linker, String body, EntityType type, String... names) {
        List<Entity> entities = mentioned(body, type, names);
        linker.link(new ArticleText("", "", body, "en", List.of(), null), entities);
        return entities;
    }

    private static List<Entity> mentioned(String body, EntityType type, String... names) {
        return Arrays.stream(names)
                .map(name -> {
                    List<Mention> mentions = new ArrayList<>();
                    for (int at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
                        mentions.add(new Mention("body", at, at + name.length(), name));
                    }
                    return Entity.newBuilder()
                            .setType(type)
                            .setName(name)
                            .setScore(1)
                            .setRecognizer("by hand")
                            .setMentions(mentions)
                            .build();
                })
                .toList();
    }

    @Test
    void countryGetsBothIdentifiersAndItsCentre() {
        Entity kenya = link("A court in Kenya ruled on Monday.", EntityType.LOCATION, "Kenya")
                .get(0);
        assertThat(kenya.getWikidata()).isEqualTo("Q114");
        assertThat(kenya.getGeonames()).isEqualTo(192950L);
        assertThat(kenya.getCountry()).isEqualTo("KE");
        assertThat(kenya.getCoordinates().getLat()).isBetween(-1.0, 2.0);
        assertThat(kenya.getEvidence()).isNotEmpty();
    }

    @Test
    void cityLiesInTheCountryThatTheTextNamesBesideIt() {
        assertThat(link("Fire broke out in Hyderabad, Pakistan.", EntityType.LOCATION, "Hyderabad")
                        .get(0)
                        .getCountry())
                .isEqualTo("PK");
        assertThat(link("Fire broke out in Hyderabad, India.", EntityType.LOCATION, "Hyderabad")
                        .get(0)
                        .getCountry())
                .isEqualTo("IN");
        assertThat(link("Protests reached the Lebanese city of Tripoli.", EntityType.LOCATION, "Tripoli")
                        .get(0)
                        .getCountry())
                .isEqualTo("LB");
    }

    @Test
    void countriesOfTheArticleDecideBetweenCities() {
        assertThat(link("Trains from Cordoba stopped, Spain's railway said.", EntityType.LOCATION, "Cordoba", "Spain")
                        .get(0)
                        .getCountry())
                .isEqualTo("ES");
        assertThat(link("Argentina votes; queues in Cordoba.", EntityType.LOCATION, "Cordoba", "Argentina")
                        .get(0)
                        .getCountry())
                .isEqualTo("AR");
    }

    @Test
    void georgiaIsTheStateAmongStates() {
        assertThat(link("Voters in Georgia, Alabama and Florida.", EntityType.LOCATION, "Georgia", "Alabama", "Florida")
                        .get(0)
                        .getCountry())
                .isEqualTo("US");
        assertThat(link("Georgia and Armenia signed it.", EntityType.LOCATION, "Georgia", "Armenia")
                        .get(0)
                        .getCountry())
                .isEqualTo("GE");
    }

    @Test
    void washingtonIsTheCapitalUnlessItIsCalledAState() {
        assertThat(link("The US president left Washington.", EntityType.LOCATION, "Washington", "US")
                        .get(0)
                        .getGeonames())
                .isEqualTo(4140963L);
        assertThat(link("Fires spread in Washington state, US officials said.", EntityType.LOCATION, "Washington", "US")
                        .get(0)
                        .getGeonames())
                .isEqualTo(5815135L);
    }

    @Test
    void placeOfManyEqualsStaysWithoutLink() {
        assertThat(link("He grew up in Springfield.", EntityType.LOCATION, "Springfield")
                        .get(0)
                        .getGeonames())
                .isNull();
    }

    @Test
    void riverStaysWithoutLink() {
        assertThat(link("Boats on the Victoria River in Australia.", EntityType.LOCATION, "Victoria", "Australia")
                        .get(0)
                        .getGeonames())
                .isNull();
    }

    @Test
    void politicianIsLinkedByNameCountryAndTitle() {
        String body = "Kazakhstan's President Kassym-Jomart Tokayev spoke in Astana.";
        List<Entity> entities = new ArrayList<>(mentioned(body, EntityType.LOCATION, "Kazakhstan", "Astana"));
        entities.addAll(mentioned(body, EntityType.PERSON, "Kassym-Jomart Tokayev"));
        LINKER.link(new ArticleText("", "", body, "en", List.of(), null), entities);
        assertThat(entities.get(2).getWikidata()).isEqualTo("Q200881");
        assertThat(entities.get(2).getEvidence()).first().asString().contains("Kassym-Jomart Tokayev");
    }

    @Test
    void politicianOfACountryThatTheArticleDoesNotNameStaysWithoutLink() {
        String body = "President Kassym-Jomart Tokayev spoke.";
        assertThat(link(body, EntityType.PERSON, "Kassym-Jomart Tokayev").get(0).getWikidata())
                .isNull();
    }

    @Test
    void surnameAloneIsNeverLinked() {
        assertThat(link("President Macron spoke in Paris, France.", EntityType.PERSON, "Macron")
                        .get(0)
                        .getWikidata())
                .isNull();
    }

    @Test
    void namesakeWithoutOfficeIsNotThePolitician() {
        String body = "A baker from Pakistan, Abdul Aleem Khan, won a prize for his bread.";
        List<Entity> entities = new ArrayList<>(mentioned(body, EntityType.LOCATION, "Pakistan"));
        entities.addAll(mentioned(body, EntityType.PERSON, "Abdul Aleem Khan"));
        LINKER.link(new ArticleText("", "", body, "en", List.of(), null), entities);
        assertThat(entities.get(1).getWikidata()).isNull();
    }

    @Test
    void worksWithoutTheShareAlikeFile() {
        Linker open = new Linker(new Gazetteers(List.of(Gazetteer.bundled("places-and-persons.gaz"))));
        Entity ecb = link(open, "The European Central Bank met.", EntityType.ORGANIZATION, "European Central Bank")
                .get(0);
        assertThat(ecb.getWikidata()).isNull();
        assertThat(link("The European Central Bank met.", EntityType.ORGANIZATION, "European Central Bank")
                        .get(0)
                        .getWikidata())
                .isEqualTo("Q8901");
        assertThat(link(open, "A court in Kenya ruled.", EntityType.LOCATION, "Kenya")
                        .get(0)
                        .getWikidata())
                .isEqualTo("Q114");
    }
}
