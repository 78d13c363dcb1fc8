package news.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.ArticleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicAnnotatorTest {
    private static final TopicAnnotator ANNOTATOR = new TopicAnnotator();

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
        assertThat(ANNOTATOR.annotate(text(headline, "", "en")))
                .extracting(TopicTag::getCode)
                .contains(code);
    }

    @Test
    void aTextInALanguageThatItDoesNotKnowGetsNone() {
        assertThat(ANNOTATOR.annotate(text("Stürmer trifft zweimal im Pokalfinale", "", "de")))
                .isEmpty();
    }

    @Test
    void anEmptyTextGetsNone() {
        assertThat(ANNOTATOR.annotate(text("", "", "en"))).isEmpty();
    }

    @Test
    void hostileTextNeverFailsAndScoresStayWithinBounds() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder noise = new StringBuilder();
            for (int j = random.nextInt(200); j > 0; j--) {
                noise.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
            for (TopicTag tag : ANNOTATOR.annotate(text(noise.toString(), noise + "\n\n" + noise, "en"))) {
                assertThat(tag.getScore()).isBetween(0.0, 1.0);
                assertThat(tag.getName()).isNotBlank();
            }
        }
    }

    @Test
    void manyThreadsGetTheSameTags() throws InterruptedException, ExecutionException {
        ArticleText text = text("Prime minister wins confidence vote in parliament", "", "en");
        List<TopicTag> alone = ANNOTATOR.annotate(text);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<TopicTag>> call = () -> ANNOTATOR.annotate(text);
            for (Future<List<TopicTag>> tags : threads.invokeAll(Collections.nCopies(200, call))) {
                assertThat(tags.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static ArticleText text(String headline, String body, String language) {
        return new ArticleText(headline, "", body, language, List.of(), null);
    }
}
