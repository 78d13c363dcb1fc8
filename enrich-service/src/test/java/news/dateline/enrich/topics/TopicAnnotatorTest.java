package news.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.ArticleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicAnnotatorTest {
    private static final TopicAnnotator ANNOTATOR = new TopicAnnotator();
    private static final TopicVocabulary VOCABULARY = TopicVocabulary.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "medtop:15000000|Striker scores twice as league leaders win the cup final after extra time",
                "medtop:11000000|Prime minister wins confidence vote in parliament after coalition talks",
                "medtop:04000000|Shares fall as central bank raises interest rates and inflation worries investors",
                "medtop:07000000|Doctors warn of flu outbreak as hospitals run short of vaccine for patients",
                "medtop:03000000|Earthquake kills dozens as rescue teams search collapsed buildings for survivors",
            })
    void anObviousHeadlineGetsItsRoot(String code, String headline) {
        assertThat(codes(text(headline, "", "en"))).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "medtop:17000000|Mild and wet start to the month, with sun by Sunday|Cloud and rain will spread from "
                        + "the west on Tuesday, forecasters said. Temperatures will reach 14 degrees in the south. "
                        + "High pressure brings sunshine by Sunday, and frost in valleys at night.",
                "medtop:06000000|Seagrass planted along the coast shelters young cod|Divers who planted a hectare of "
                        + "seagrass four years ago have counted cod, crabs and seahorses among the shoots. Marine "
                        + "biologists say that the meadow stores carbon. The charity wants to plant ten more. "
                        + "Trawling is banned in the bay.",
                "medtop:10000000|A slow roast that cooks itself|Rub the shoulder with garlic and rosemary the night "
                        + "before. Heat the oven, roast for five hours, covered, then turn up the heat until the "
                        + "skin is crisp. Serve with white beans, a sharp green salad and a glass of red wine.",
            })
    void aBriefArticleIsReadAsOneAndNotAsAHeadline(String code, String headline, String body) {
        assertThat(codes(text(headline, body, "en"))).first().isEqualTo(code);
    }

    static Stream<Arguments> articlesByRoot() {
        return SampleArticles.byRoot().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("articlesByRoot")
    void aFullArticleHasItsRootFirst(String code, ArticleText article) {
        assertThat(codes(article)).first().isEqualTo(code);
    }

    @Test
    void theLeadOutweighsALongTail() {
        String lead = "The midfielder scored twice and the team won the cup final. The coach praised his players. "
                + "The league champions have not lost a match this season, and their supporters sang until dusk.\n\n";
        String tail = "The final was watched by the mayor. Ministers will debate a new law on stadiums next year. "
                + "The parliament rose for the summer on Friday, and the president is to visit the city in May.\n\n";

        List<String> codes = codes(text("Underdogs lift the cup", lead + tail + tail, "en"));

        assertThat(codes).first().isEqualTo("medtop:15000000");
    }

    @Test
    void aNarrowerConceptComesWithItsRootAndNeverScoresAboveIt() {
        for (ArticleText article : SampleArticles.byRoot().values()) {
            List<TopicTag> tags = ANNOTATOR.annotate(article);
            for (TopicTag tag : tags) {
                String root = VOCABULARY.root(tag.getCode());
                assertThat(tags)
                        .filteredOn(other -> other.getCode().equals(root))
                        .singleElement()
                        .satisfies(other -> assertThat(other.getScore()).isGreaterThanOrEqualTo(tag.getScore()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "medtop:09000000, medtop:20000530",
        "medtop:01000000, medtop:20000005",
        "medtop:14000000, medtop:20000774",
        "medtop:17000000, medtop:20001128"
    })
    void whatTheTextSaysInSoManyWordsGivesANarrowerConcept(String root, String narrower) {
        ArticleText article = SampleArticles.byRoot().get(root);
        assertThat(codes(article)).contains(narrower);
    }

    @Test
    void aTagNamesTheWordsThatSpokeForIt() {
        ArticleText text = new ArticleText(
                "Striker scores twice as league leaders win cup semifinal",
                "",
                "The coach praised his goalkeeper after the football match in Lyon on Sunday.",
                "en",
                List.of(),
                null);
        List<TopicTag> tags = ANNOTATOR.annotate(text);
        assertThat(tags.get(0).getCode()).isEqualTo("medtop:15000000");
        assertThat(tags)
                .allSatisfy(tag -> assertThat(tag.getEvidence())
                        .isNotEmpty()
                        .allMatch(word -> (text.headline() + "\n" + text.body()).contains(word)));
    }

    @Test
    void atMostSixTagsComeAndTheSurestIsFirst() {
        for (ArticleText article : SampleArticles.byRoot().values()) {
            List<TopicTag> tags = ANNOTATOR.annotate(article);
            assertThat(tags).hasSizeLessThanOrEqualTo(6);
            assertThat(tags).extracting(TopicTag::getScore).isSortedAccordingTo(Collections.reverseOrder());
        }
    }

    @Test
    void everyTagIsAConceptInForceUnderItsName() {
        for (ArticleText article : SampleArticles.byRoot().values()) {
            for (TopicTag tag : ANNOTATOR.annotate(article)) {
                assertThat(VOCABULARY.name(tag.getCode())).contains(tag.getName());
                assertThat(tag.getClassifier())
                        .isEqualTo(ANNOTATOR.model())
                        .matches("medtop-linear-en@1\\.1-[0-9a-f]{8}");
            }
        }
    }

    @Test
    void aTextInALanguageThatItDoesNotKnowGetsNone() {
        assertThat(ANNOTATOR.annotate(text("Stürmer trifft zweimal im Pokalfinale", "", "de")))
                .isEmpty();
        assertThat(ANNOTATOR.annotate(text("Striker scores twice in the cup final", "", "und")))
                .isEmpty();
    }

    @Test
    void anEmptyTextGetsNone() {
        assertThat(ANNOTATOR.annotate(text("", "", "en"))).isEmpty();
        assertThat(ANNOTATOR.annotate(text(" ", "\n\n", "en"))).isEmpty();
    }

    @Test
    void wordsWithoutMeaningGetNone() {
        assertThat(ANNOTATOR.annotate(text("Zxqv brmpf kwxlt", "Qqfgh zzkrp. ".repeat(80), "en")))
                .isEmpty();
    }

    @Test
    void allRootsAreRankedOnce() {
        assertThat(ANNOTATOR.ranking(text("Striker scores twice in the cup final", "", "en")))
                .hasSize(17)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("medtop:15000000");
    }

    @Test
    void hostileTextNeverFailsAndScoresStayWithinBounds() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder noise = new StringBuilder();
            for (int j = random.nextInt(200); j > 0; j--) {
                noise.append((char) random.nextInt(i % 2 == 0 ? 128 : Character.MAX_VALUE + 1));
            }
            for (TopicTag tag : ANNOTATOR.annotate(text(noise.toString(), noise + "\n\n" + noise, "en"))) {
                assertThat(tag.getScore()).isBetween(0.0, 1.0);
                assertThat(tag.getName()).isNotBlank();
            }
        }
    }

    @Test
    void aVeryLongTextWithoutSpacesNeverFails() {
        String endless = "a".repeat(300_000);
        assertThat(ANNOTATOR.annotate(text(endless, endless, "en"))).isEmpty();
    }

    @Test
    void manyThreadsGetTheSameTags() throws InterruptedException, ExecutionException {
        Map<String, ArticleText> articles = SampleArticles.byRoot();
        ArticleText article = articles.get("medtop:11000000");
        List<TopicTag> alone = ANNOTATOR.annotate(article);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<TopicTag>> call = () -> ANNOTATOR.annotate(article);
            for (Future<List<TopicTag>> tags : threads.invokeAll(Collections.nCopies(200, call))) {
                assertThat(tags.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> codes(ArticleText text) {
        return ANNOTATOR.annotate(text).stream().map(TopicTag::getCode).toList();
    }

    private static ArticleText text(String headline, String body, String language) {
        return new ArticleText(headline, "", body, language, List.of(), null);
    }
}
