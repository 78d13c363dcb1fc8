package news.dateline.sink.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.PubStatus;
import news.dateline.Source;
import news.dateline.StoryRef;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;

/**
 * Articles of made-up words whose frequencies fall as those of real ones do (Zipf): some 300 words, eight entities of
 * 20,000, two topics, 200 sources, three months. The same number gives the same article.
 */
public final class MadeUpNews {
    private static final List<EntityType> TYPES =
            List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION);
    private static final int WORDS = 40_000;
    private static final int ENTITIES = 20_000;
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long MONTHS = 90L * 24 * 3_600_000;
    private static final String[] CODES = {
        "11000000",
        "04000000",
        "15000000",
        "16000000",
        "02000000",
        "07000000",
        "06000000",
        "13000000",
        "20000593",
        "20000337",
        "20000763",
        "20000523",
        "20000008",
        "20000129"
    };
    private static final String[] SYLLABLES = {
        "ba", "re", "ti", "mo", "lu", "ka", "ne", "so", "vi", "da", "po", "gra", "ster", "lin", "ton", "mar", "cul",
        "est"
    };

    private final String[] words = new String[WORDS];
    private final int total;

    /** News of which {@code total} are spread over the three months. */
    public MadeUpNews(int total) {
        this.total = total;
        Random random = new Random(7);
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 2 + random.nextInt(3); n > 0; n--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words[i] = word.toString();
        }
    }

    /** The word that is the n-th most frequent, from 0. */
    public String word(int n) {
        return words[n];
    }

    public static String entity(int n) {
        return "Q" + (1_000 + n);
    }

    public EnrichedArticle article(int number) {
        Random random = new Random(number);
        StringBuilder body = new StringBuilder("PLACE - ");
        for (int i = 0; i < 300; i++) {
            body.append(words[zipf(random, WORDS)]).append(i % 60 == 59 ? ".\n\n" : i % 14 == 13 ? ". " : " ");
        }
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int n = zipf(random, ENTITIES);
            if (entities.stream().noneMatch(e -> entity(n).equals(e.getWikidata()))) {
                String name = "Entity " + words[n % WORDS] + " " + n;
                body.append(name).append(" said. ");
                int at = body.length() - name.length() - 7;
                entities.add(Entity.newBuilder()
                        .setType(TYPES.get(n % TYPES.size()))
                        .setName(name)
                        .setScore(0.5 + (number % 50) / 100.0)
                        .setWikidata(entity(n))
                        .setSalience(0.4)
                        .setRecognizer("bench@1")
                        .setMentions(List.of(
                                new Mention("body", at, at + name.length(), name), new Mention("body", 0, 5, "PLACE")))
                        .build());
            }
        }
        StringBuilder headline = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            headline.append(words[zipf(random, WORDS)]).append(' ');
        }
        int source = zipf(random, 200);
        Instant time = Instant.ofEpochMilli(START + MONTHS / total * number);
        return EnrichedArticle.newBuilder()
                .setId("bench-" + number)
                .setVersion(1)
                .setStatus(PubStatus.usable)
                .setSource(new Source("source-" + source, "Source " + source))
                .setHeadline(headline.toString().strip())
                .setStandfirst(List.of(words[zipf(random, WORDS)] + " " + words[zipf(random, WORDS)]))
                .setByline(List.of("Reporter " + random.nextInt(500)))
                .setLanguage(random.nextInt(10) == 0 ? "de" : "en")
                .setPublishedAt(time.toString())
                .setBody(body.toString())
                .setEntities(entities)
                .setTopics(List.of(
                        topic(CODES[zipf(random, 8)], random),
                        topic(CODES[8 + random.nextInt(CODES.length - 8)], random)))
                .setStory(new StoryRef("story-" + number / 7, 0.9))
                .setReceivedAt(time)
                .setEnrichedAt(time)
                .setModels(Map.of("language", "bench@1"))
                .build();
    }

    private static TopicTag topic(String code, Random random) {
        return new TopicTag(
                "medtop:" + code, "topic " + code, random.nextDouble(), "bench@1", List.of(), TagOrigin.annotator);
    }

    private static int zipf(Random random, int n) {
        return Math.min(n - 1, (int) Math.pow(n, random.nextDouble()) - 1);
    }
}
