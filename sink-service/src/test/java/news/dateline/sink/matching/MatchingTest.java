package news.dateline.sink.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters of the live stream and saved searches read words as search does. */
class MatchingTest {
    private final Matching matching = new Matching();

    private static ObjectNode article(String language, String headline, String body) {
        ObjectNode article = JsonNodeFactory.instance.objectNode();
        article.put("language", language).put("headline", headline).put("body", body);
        article.putObject("source").put("id", "paper");
        article.putArray("topics").addObject().put("code", "medtop:20000337");
        article.putArray("entities").addObject().put("name", "Marta Quelle").put("wikidata", "Q42");
        return article;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trains                  | true",
                "train harbour           | true",
                "TRAINS -budget          | true",
                "trains -harbour         | false",
                "\"night trains\"        | true",
                "\"trains night\"        | false",
                "budget or harbour       | true",
                "budget or parliament    | false",
                "harb*                   | true",
                "the                     | false",
                "\"                      | false",
                "-budget                 | true",
                "or                      | false",
            })
    void wordsAreReadAsInAWebSearch(String q, boolean expected) {
        ObjectNode article = article("en-GB", "Night trains return", "The harbour opens.");

        assertThat(matching.filter(null, null, q).test(matching.article(article)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"de,haus,true", "en,haus,false", "xx,häuser,true", "xx,haus,false"})
    void wordsAreStemmedAsTheLanguageAsks(String language, String q, boolean expected) {
        ObjectNode article = article(language, "x", "Die Häuser an der Strecke");

        assertThat(matching.filter(null, null, q).test(matching.article(article)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "q42,,true",
        "MARTA  quelle,,true",
        "Q4,,false",
        ",medtop:20000337,true",
        ",medtop:04000000,true",
        ",medtop:11000000,false"
    })
    void entitiesAndTopicsAreFilters(String entity, String topic, boolean expected) {
        ObjectNode article = article("en", "x", "y");

        assertThat(matching.filter(entity, topic, null).test(matching.article(article)))
                .isEqualTo(expected);
    }

    @Test
    void monitorFindsTheSearchesThatAnArticleMatches() throws IOException {
        SearchMonitor monitor = new SearchMonitor(matching);
        for (int i = 0; i < 500; i++) {
            monitor.put("other-" + i, "word" + i, null, null, null);
        }
        monitor.put("words", "houses -budget", null, null, null);
        monitor.put("german", "haus", "marta quelle", null, "paper");
        monitor.put("source", null, null, "medtop:04000000", "another");
        monitor.put("gone", "strecke", null, null, null);
        monitor.remove("gone");

        assertThat(monitor.match(article("de", "x", "Die Häuser an der Strecke")))
                .containsExactly("german");
        assertThat(monitor.match(article("en", "House", "word7"))).containsExactly("other-7", "words");
        assertThat(monitor.size()).isEqualTo(503);
        monitor.close();
    }
}
