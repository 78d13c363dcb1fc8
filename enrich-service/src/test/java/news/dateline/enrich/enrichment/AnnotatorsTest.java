package news.dateline.enrich.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.annotate.TimeLimited;
import org.junit.jupiter.api.Test;

class AnnotatorsTest {

    private static final ArticleText TEXT = new ArticleText("", "", "Ana Lima met Otto Berg.", "en", List.of(), null);

    private static <T> Annotator<T> annotator(String model, Function<ArticleText, T> annotate) {
        return new Annotator<>() {
            @Override
            public String model() {
                return model;
            }

            @Override
            public T annotate(ArticleText text) {
                return annotate.apply(text);
            }
        };
    }

    private static Entity person(String name, int start, String recognizer) {
        List<Mention> mentions = new ArrayList<>();
        mentions.add(new Mention("body", start, start + name.length(), name));
        return Entity.newBuilder()
                .setType(EntityType.PERSON)
                .setName(name)
                .setScore(0.5)
                .setRecognizer(recognizer)
                .setMentions(mentions)
                .build();
    }

    private static Annotations annotate(Annotator<List<Entity>> further) {
        Annotator<String> language = annotator("language@1", text -> "en");
        Annotator<List<TopicTag>> topics = annotator("topics@1", text -> List.of());
        return new Annotators(
                        language,
                        annotator("own@1", text -> List.of(person("Ana Lima", 0, "own@1"))),
                        topics,
                        new TreeMap<>(Map.of("other", further)))
                .annotate(TEXT);
    }

    @Test
    void furtherRecognizerAddsWhatTheOwnDidNotFind() {
        Annotations tags = annotate(annotator(
                "other@2", text -> List.of(person("Lima met", 4, "other@2"), person("Otto Berg", 13, "other@2"))));
        assertThat(tags.entities()).extracting(Entity::getName).containsExactly("Ana Lima", "Otto Berg");
        assertThat(tags.models()).containsEntry("entities", "own@1").containsEntry("entities.other", "other@2");
    }

    @Test
    void slowRecognizerIsDoneWithoutAndTheRecordSaysSo() {
        CountDownLatch never = new CountDownLatch(1);
        Annotator<List<Entity>> slow = annotator("slow@1", text -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        Annotations tags = annotate(new TimeLimited<>(slow, Duration.ofMillis(20)));
        assertThat(tags.entities()).extracting(Entity::getName).containsExactly("Ana Lima");
        assertThat(tags.models()).containsEntry("entities.other", "slow@1 timed out after 20 ms");
    }

    @Test
    void failingRecognizerIsNamedInTheRecord() {
        Annotations tags = annotate(new TimeLimited<>(
                annotator("broken@1", text -> {
                    throw new IllegalStateException("no model");
                }),
                Duration.ofMinutes(1)));
        assertThat(tags.entities()).hasSize(1);
        assertThat(tags.models()).containsEntry("entities.other", "broken@1 failed: IllegalStateException");
    }

    @Test
    void modelThatCannotBeReadIsNamedAtTheStart() {
        assertThatThrownBy(() -> Annotators.load(Map.of("opennlp.models", "no/such/model.bin")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no/such/model.bin");
    }
}
