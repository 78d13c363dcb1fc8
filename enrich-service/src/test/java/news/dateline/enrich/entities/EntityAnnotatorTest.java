package news.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.annotate.ArticleText;
import org.junit.jupiter.api.Test;

class EntityAnnotatorTest {

    private static final EntityAnnotator ANNOTATOR = new EntityAnnotator();
    private static final String BODY = """
        NAIROBI: President Daniel Mwangi on Monday met Prime Minister Grace Tembo of Zambia to discuss a railway.

        Mwangi said Kenya would pay its share. “We are ready,” Mwangi told reporters in Nairobi.

        HARD BARGAINING

        Tembo thanked the African Development Bank (AFDB) for its support. The AFDB did not comment on Tuesday.
        """;

    private static List<Entity> read(String headline, String body, String... byline) {
        return ANNOTATOR.annotate(new ArticleText(headline, "", body, "en", List.of(byline), null));
    }

    private static Entity named(List<Entity> entities, String name) {
        return entities.stream()
                .filter(entity -> entity.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + names(entities)));
    }

    private static List<String> names(List<Entity> entities) {
        return entities.stream().map(Entity::getName).toList();
    }

    private static List<String> mentions(Entity entity) {
        return entity.getMentions().stream().map(Mention::getText).toList();
    }

    @Test
    void personsOrganizationsAndPlacesAreFound() {
        List<Entity> entities = read("", BODY);
        assertThat(named(entities, "Daniel Mwangi").getType()).isEqualTo(EntityType.PERSON);
        assertThat(named(entities, "Zambia").getType()).isEqualTo(EntityType.LOCATION);
        assertThat(named(entities, "African Development Bank").getType()).isEqualTo(EntityType.ORGANIZATION);
    }

    @Test
    void surnameIsAMentionOfThePersonNamedInFull() {
        assertThat(mentions(named(read("", BODY), "Daniel Mwangi")))
                .containsExactly("Daniel Mwangi", "Mwangi", "Mwangi");
        assertThat(mentions(named(read("", BODY), "Grace Tembo"))).containsExactly("Grace Tembo", "Tembo");
    }

    @Test
    void twoPersonsOfOneSurnameStayApart() {
        List<Entity> entities =
                read("", "Senator Peter Novak met Maria Novak in Prague. Mr Novak left early, said Peter Novak.");
        assertThat(names(entities)).contains("Peter Novak", "Maria Novak");
    }

    @Test
    void acronymInBracketsJoinsItsLongForm() {
        assertThat(mentions(named(read("", BODY), "African Development Bank")))
                .containsExactly("African Development Bank", "AFDB", "AFDB");
    }

    @Test
    void subHeadsInCapitalsAndDaysAreNoEntities() {
        assertThat(names(read("", BODY))).doesNotContain("HARD BARGAINING", "BARGAINING", "HARD", "Monday", "Tuesday");
    }

    @Test
    void datelineInCapitalsIsThePlace() {
        assertThat(mentions(named(read("", BODY), "Nairobi"))).containsExactly("NAIROBI", "Nairobi");
    }

    @Test
    void titlesAndPossessivesStayOutside() {
        assertThat(names(read("", "Prime Minister Grace Tembo’s visit to Zambia's capital ended on Friday.")))
                .contains("Grace Tembo", "Zambia");
    }

    @Test
    void headlineInCapitalsFollowsTheBody() {
        List<Entity> entities = read("MWANGI MEETS TEMBO OVER A RAILWAY", BODY);
        assertThat(mentions(named(entities, "Daniel Mwangi"))).startsWith("MWANGI");
        assertThat(entities.stream()
                        .flatMap(entity -> entity.getMentions().stream())
                        .filter(mention -> mention.getField().equals("headline"))
                        .map(Mention::getText))
                .containsExactlyInAnyOrder("MWANGI", "TEMBO");
    }

    @Test
    void demonymsAreNoEntities() {
        assertThat(names(read("", "The Pakistani and Central Asian delegations met French officials in Oslo.")))
                .containsExactly("Oslo");
    }

    @Test
    void authorsAndPhotographersAreNoPersonsOfTheStory() {
        String body = "By Lucy Barasa\n\n" + BODY + "\n\nPhoto: Henrik Dahl/AFP\n";
        assertThat(names(read("", body, "Lucy Barasa")))
                .doesNotContain("Lucy Barasa", "Henrik Dahl")
                .contains("Daniel Mwangi");
    }

    @Test
    void datelineInCapitalsIsAPlaceThoughNobodyKnowsIt() {
        assertThat(named(read("", "QORVAN (AFP) — Farmers blocked the main road on Monday."), "QORVAN")
                        .getType())
                .isEqualTo(EntityType.LOCATION);
        assertThat(names(read("", "EXCLUSIVE: Farmers blocked the main road on Monday.")))
                .doesNotContain("EXCLUSIVE");
    }

    @Test
    void countryIsAPlaceAndWhole() {
        assertThat(named(
                                read("", "Hospitals across the Czech Republic were closed. Saudi Arabia sent aid."),
                                "Czech Republic")
                        .getType())
                .isEqualTo(EntityType.LOCATION);
        assertThat(named(read("", "Hospitals closed in Aden. Saudi Arabia said it would help."), "Saudi Arabia")
                        .getType())
                .isEqualTo(EntityType.LOCATION);
    }

    @Test
    void agencyThatIsOnlyQuotedIsMarkedAsSource() {
        List<Entity> quoted =
                read("", "BERLIN (Reuters) - The chancellor met the unions on Tuesday, two officials told Reuters.");
        assertThat(named(quoted, "Reuters").getQuotedAsSource()).isTrue();
        List<Entity> subject =
                read("", "Journalists of Reuters in Berlin went on strike. The unions met Reuters on Friday.");
        assertThat(named(subject, "Reuters").getQuotedAsSource()).isFalse();
    }

    @Test
    void theMostSalientComesFirst() {
        List<Entity> entities = read("Mwangi offers a railway", BODY);
        assertThat(entities.get(0).getName()).isEqualTo("Daniel Mwangi");
        assertThat(entities).extracting(Entity::getSalience).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void mentionsAreInOrderAndNeverOverlap() {
        List<Mention> all = new ArrayList<>();
        read("", BODY).forEach(entity -> all.addAll(entity.getMentions()));
        all.sort((a, b) -> Integer.compare(a.getStart(), b.getStart()));
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).getStart())
                    .isGreaterThanOrEqualTo(all.get(i - 1).getEnd());
        }
    }

    @Test
    void otherLanguagesAreLeftAlone() {
        assertThat(ANNOTATOR.annotate(
                        new ArticleText("", "", "Der Präsident Daniel Mwangi besucht Wien.", "de", List.of(), null)))
                .isEmpty();
    }

    @Test
    void textOfUnknownLanguageIsReadIfItLooksEnglish() {
        ArticleText english = new ArticleText("", "", BODY, "und", List.of(), null);
        assertThat(names(ANNOTATOR.annotate(english))).contains("Daniel Mwangi");
    }

    @Test
    void manyThreadsGetWhatOneGets() throws Exception {
        List<Entity> expected = read("", BODY);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Entity>>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(() -> read("", BODY));
            }
            for (Future<List<Entity>> result : threads.invokeAll(calls)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void modelNameCarriesTheHashOfTheModel() {
        assertThat(ANNOTATOR.model()).matches("crf-en@1\\.2-[0-9a-f]{8}");
        assertThat(read("", BODY))
                .allSatisfy(entity -> assertThat(entity.getRecognizer()).isEqualTo(ANNOTATOR.model()));
    }
}
