package news.dateline.enrich.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.Story;
import news.dateline.StoryStatus;
import org.junit.jupiter.api.Test;

class StoriesTest {
    private static final long HOUR = 3_600_000;

    private final StoriesInMemory store = new StoriesInMemory();
    private Stories stories = new Stories(store);

    @Test
    void headlinesOfOneEventShareAStoryAndOthersDoNot() {
        String bridge = arrived("a", "Harbour bridge in Bergen closed after ferry collision", 0);
        String other = arrived("b", "Central bank raises interest rate to five percent", 1);
        assertThat(arrived("c", "UPDATE 2-Ferry collision closes Bergen harbour bridge", 2))
                .isEqualTo(bridge);
        assertThat(other).isNotEqualTo(bridge);
    }

    @Test
    void theSameArticlesGiveTheSameIds() {
        List<String> first = aDay();
        store.stories.clear();
        store.articles.clear();
        stories = new Stories(store);
        assertThat(aDay()).isEqualTo(first);
    }

    @Test
    void aRestartGoesOnWhereTheStoriesStood() {
        List<String> whole = aDay();
        store.stories.clear();
        store.articles.clear();
        stories = new Stories(store);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < DAY.size(); i++) {
            parts.add(arrived("a" + i, DAY.get(i), i * HOUR));
            stories = new Stories(store);
        }
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void aStoryTellsItsLeadItsCourseAndItsNewestArticles() {
        arrived("a", "Harbour bridge in Bergen closed after ferry collision", 0);
        Story story = last(told("b", "Ferry collision closes Bergen harbour bridge", HOUR));
        assertThat(story.getLabel()).isNotBlank();
        assertThat(story.getLeadArticle()).isIn("a", "b");
        assertThat(story.getArticles()).containsExactly("b", "a");
        assertThat(story.getArticleCount()).isEqualTo(2);
        assertThat(story.getCourse())
                .extracting(point -> point.getHour().toEpochMilli(), point -> point.getArticles())
                .containsExactly(tuple(0L, 1), tuple(HOUR, 1));
    }

    @Test
    void aStoryThatWaitsThreeDaysIsClosedAndForgotten() {
        arrived("a", "Harbour bridge in Bergen closed after ferry collision", 0);
        Told told = told("b", "Ferry collision closes Bergen harbour bridge", 73 * HOUR);
        assertThat(told.changed()).extracting(Story::getStatus).containsExactly(StoryStatus.closed, StoryStatus.active);
        assertThat(store.articles).containsOnlyKeys("b");
        assertThat(store.stories).hasSize(1);
    }

    @Test
    void aStoryThatGoesOnForgetsItsOldArticlesButStays() {
        String story = arrived("a", "Harbour bridge in Bergen closed after ferry collision", 0);
        arrived("b", "Bergen harbour bridge still closed after ferry collision", 40 * HOUR);
        assertThat(arrived("c", "Bergen harbour bridge opens after ferry collision", 80 * HOUR))
                .isEqualTo(story);
        assertThat(store.articles).containsOnlyKeys("b", "c");
    }

    @Test
    void aKilledLeadTakesItsHeadlineWithIt() {
        arrived("a", "Harbour bridge in Bergen closed after ferry collision", 0);
        arrived("b", "Ferry collision closes Bergen harbour bridge", 1);
        Story story = last(stories.gone("a", 2));
        assertThat(story.getLeadArticle()).isEqualTo("b");
        assertThat(story.getLabel()).isEqualTo("Ferry collision closes Bergen harbour bridge");
        assertThat(last(stories.gone("b", 3)).getStatus()).isEqualTo(StoryStatus.closed);
        assertThat(store.stories).isEmpty();
    }

    @Test
    void aCorrectedLeadGivesTheStoryItsNewLabel() {
        arrived("a", "Harbour bridge in Bergen closed", 0);
        assertThat(last(told("a", "Harbour bridge in Bergen open", 1)).getLabel())
                .isEqualTo("Harbour bridge in Bergen open");
    }

    @Test
    void twoStoriesThatTurnOutToBeOneAreMergedIntoTheOlder() {
        String older = arrived("a", "Volcano erupts on Hekla plateau", 0);
        String younger = arrived("b", "Ash cloud grounds flights across Iceland airports", 1);
        assertThat(younger).isNotEqualTo(older);
        List<Story> changed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String headline = i % 2 == 0
                    ? "Hekla plateau volcano ash cloud grounds Iceland flights"
                    : "Iceland airports: ash cloud of Hekla volcano grounds flights";
            changed.addAll(told("c" + i, headline, 2 + i).changed());
        }
        assertThat(changed)
                .filteredOn(story -> story.getStatus() == StoryStatus.merged)
                .extracting(Story::getId, Story::getMergedInto)
                .containsExactly(tuple(younger, older));
        assertThat(store.stories).containsOnlyKeys(older);
        assertThat(store.articles.values()).extracting(StoryArticle::getStory).containsOnly(older);
    }

    @Test
    void aStoryThatFallsApartIsSplit() {
        // Reports that have both subjects hold the story together until they are killed.
        String story = arrived("link", "Strike of dock workers and election of union president", 0);
        for (int i = 0; i < 8; i++) {
            arrived("s" + i, "Strike of dock workers goes on: day " + i, 1 + i);
        }
        List<Story> changed = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            changed.addAll(told("e" + i, "Union president election: candidate " + i, 20 + i)
                    .changed());
        }
        if (changed.stream().allMatch(told -> told.getId().equals(story))) {
            stories.gone("link", 40);
            for (int i = 0; i < 16; i++) {
                changed.addAll(told("t" + i, "Strike of dock workers goes on: week " + i, 41 + i)
                        .changed());
            }
            assertThat(changed).extracting(Story::getSplitFrom).contains(story);
        }
        assertThat(store.articles.get("s0").getStory())
                .isNotEqualTo(store.articles.get("e0").getStory());
    }

    private static final List<String> DAY = List.of(
            "Harbour bridge in Bergen closed after ferry collision",
            "Central bank raises interest rate to five percent",
            "Ferry collision closes Bergen harbour bridge",
            "Interest rate raised to five percent by central bank",
            "Volcano erupts on Hekla plateau",
            "Le gouvernement annonce une réforme des retraites",
            "Réforme des retraites: le gouvernement recule",
            "地震 東京 で 震度",
            "Bergen bridge: ferry captain questioned over collision");

    private List<String> aDay() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < DAY.size(); i++) {
            ids.add(arrived("a" + i, DAY.get(i), i * HOUR));
        }
        return ids;
    }

    private String arrived(String id, String headline, long time) {
        return told(id, headline, time).story().getId();
    }

    private Told told(String id, String headline, long time) {
        return stories.arrived(
                EnrichedArticle.newBuilder()
                        .setId(id)
                        .setVersion(1)
                        .setStatus(PubStatus.usable)
                        .setLanguage("en")
                        .setHeadline(headline)
                        .setReceivedAt(Instant.EPOCH)
                        .setEnrichedAt(Instant.EPOCH)
                        .build(),
                time);
    }

    private static Story last(Told told) {
        return told.changed().get(told.changed().size() - 1);
    }
}
