package news.dateline.enrich.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** The same input and models give the same output, whenever and however often they are asked. */
class TagAgainTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");
    private static final Annotators ANNOTATORS = Annotators.load();
    private static final RawArticle ARTICLE = RawArticle.newBuilder()
            .setId("a")
            .setSource(new Source("harbour-post", "The Harbour Post"))
            .setHeadline("Minister opens bridge in Oslo")
            .setStandfirst(List.of("Traffic begins at noon"))
            .setByline(List.of("Per Lund"))
            .setDateline("OSLO")
            .setBody(
                    "Prime Minister Kari Holm opened the new harbour bridge in Oslo on Sunday, the government of Norway "
                            + "said.\n\nThe European Investment Bank lent the money. Ms Holm thanked the bank.")
            .setReceivedAt(AT)
            .build();

    @Test
    void modelsLoadedTwiceGiveTheSameBytes() {
        byte[] first = bytes(new Enrichment(ANNOTATORS).enrich(ARTICLE, 1, AT));
        byte[] second = bytes(new Enrichment(Annotators.load())
                .enrich(RawArticle.newBuilder(ARTICLE).build(), 1, AT));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void taggedAgainByTheSameModelsAnArticleIsTheSameBytes() {
        Enrichment enrichment = new Enrichment(ANNOTATORS);
        EnrichedArticle article = enrichment.enrich(ARTICLE, 3, AT);

        assertThat(article.getEntities()).isNotEmpty();
        assertThat(bytes(enrichment.tagAgain(article))).isEqualTo(bytes(article));
    }

    @Test
    void whatAnEditorSaidStays() {
        Enrichment enrichment = new Enrichment(ANNOTATORS);
        EnrichedArticle article = enrichment.enrich(ARTICLE, 1, AT);
        Entity oslo = article.getEntities().stream()
                .filter(entity -> entity.getName().equals("Oslo"))
                .findFirst()
                .orElseThrow();
        oslo.setOrigin(TagOrigin.editor);
        oslo.setType(EntityType.EVENT);
        article.setTopics(
                List.of(new TopicTag("medtop:20000344", "bridge", 1.0, "editor@desk", List.of(), TagOrigin.editor)));

        EnrichedArticle again = enrichment.tagAgain(article);

        assertThat(again.getEntities())
                .filteredOn(entity -> entity.getName().equals("Oslo"))
                .containsExactly(oslo);
        assertThat(again.getTopics()).extracting(TopicTag::getCode).contains("medtop:20000344");
        assertThat(again.getEntities()).extracting(Entity::getName).contains("Kari Holm");
    }

    @Test
    void aKillStaysAsItIs() {
        EnrichedArticle kill = Enrichment.killed(
                RawArticle.newBuilder()
                        .setId("a")
                        .setStatus(PubStatus.canceled)
                        .setReceivedAt(AT)
                        .build(),
                2,
                AT,
                AT);

        assertThat(new Enrichment(ANNOTATORS).tagAgain(kill)).isSameAs(kill);
    }

    private static byte[] bytes(EnrichedArticle article) {
        try (Serde<EnrichedArticle> serde = AvroSerdes.singleObject().of(EnrichedArticle.class)) {
            return serde.serializer().serialize("t", article);
        }
    }
}
