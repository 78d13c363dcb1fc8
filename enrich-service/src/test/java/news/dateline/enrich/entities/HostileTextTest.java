package news.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import news.dateline.Entity;
import news.dateline.Mention;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.linking.Gazetteers;
import news.dateline.enrich.linking.Linker;
import org.junit.jupiter.api.Test;

class HostileTextTest {

    private static final EntityAnnotator ANNOTATOR = new EntityAnnotator();
    private static final Linker LINKER = new Linker(Gazetteers.bundled());
    private static final List<String> PIECES = List.of(
            "Amina Odhiambo",
            " ",
            "Jakarta",
            ", ",
            ". ",
            "\n",
            "\n\n",
            "😀",
            "👩‍👩‍👧",
            "\uD83D",
            "\uDE00",
            "مرحبا",
            "שלום",
            "\u202E",
            "\u200B",
            "\u0000",
            "\u0007",
            "\u001B",
            "\uFEFF",
            "\uFFFF",
            "'s",
            "’",
            "-",
            "–",
            "(",
            ")",
            "UN",
            "U.S.",
            "é",
            "e\u0301",
            "中国",
            "𝒜𝓁𝒾",
            "1,000",
            "@",
            "www.",
            "http://",
            "WORLD",
            "of",
            "the",
            "\t",
            "\r\n",
            "\u2028",
            "ß",
            "İ",
            "\"",
            "“",
            "”",
            "...");

    private static void assertTrueOffsets(ArticleText text) {
        List<Entity> entities = ANNOTATOR.annotate(text);
        LINKER.link(text, entities);
        for (Entity entity : entities) {
            assertThat(entity.getMentions()).isNotEmpty();
            assertThat(entity.getScore()).isBetween(0.0, 1.0);
            assertThat(entity.getSalience()).isBetween(0.0, 1.0);
            for (Mention mention : entity.getMentions()) {
                String field =
                        switch (mention.getField()) {
                            case "headline" -> text.headline();
                            case "standfirst" -> text.standfirst();
                            case "body" -> text.body();
                            default -> throw new AssertionError(mention.getField());
                        };
                assertThat(field.substring(mention.getStart(), mention.getEnd()))
                        .isEqualTo(mention.getText());
            }
        }
    }

    private static ArticleText body(String body) {
        return new ArticleText("", "", body, "en", List.of(), null);
    }

    @Test
    void offsetsAreTrueOnTwentyThousandRandomStrings() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 20_000; i++) {
            assertTrueOffsets(new ArticleText(
                    draw(random, 6), draw(random, 4), draw(random, 30), "en", List.of(draw(random, 2)), null));
        }
    }

    private static String draw(SplittableRandom random, int most) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(most + 1); k > 0; k--) {
            if (random.nextInt(5) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            text.append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    @Test
    void oneTokenOfAMillionLettersIsRead() {
        assertTrueOffsets(body("A".repeat(1 << 20)));
        assertTrueOffsets(body("Paris-".repeat(1 << 17)));
        assertTrueOffsets(body("a.".repeat(1 << 19)));
    }

    @Test
    void longTextWithoutAStopIsRead() {
        assertTrueOffsets(body("Amina Odhiambo of Jakarta ".repeat(4000)));
        assertTrueOffsets(body("Kenya, Azerbaijan ".repeat(10_000)));
    }

    @Test
    void emptyTextHasNoEntities() {
        assertThat(ANNOTATOR.annotate(body(""))).isEmpty();
        assertThat(ANNOTATOR.annotate(body(" \n\u0000\u200B"))).isEmpty();
    }
}
