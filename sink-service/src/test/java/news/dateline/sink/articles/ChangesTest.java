package news.dateline.sink.articles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static ObjectNode article(String headline, String body) {
        return new ObjectMapper()
                .createObjectNode()
                .put("headline", headline)
                .put("body", body)
                .put("version", headline.length());
    }

    @Test
    void paragraphsAreComparedOneByOne() {
        Changes changes = Changes.between(article("h", "one\n\ntwo\n\ntwo"), article("h", "zero\n\ntwo\n\none"));

        assertThat(changes.headline()).isNull();
        assertThat(changes.paragraphsAdded()).containsExactly("zero");
        assertThat(changes.paragraphsRemoved()).containsExactly("two");
        assertThat(changes.otherFields()).isEmpty();
    }

    @Test
    void otherFieldsAreNamed() {
        ObjectNode before = article("h", "b").put("section", "old").put("credit", "same");
        ObjectNode after = article("new h", "b").put("credit", "same").put("language", "en");
        after.putNull("section");

        Changes changes = Changes.between(before, after);

        assertThat(changes.headline()).isEqualTo(new Changes.Headlines("h", "new h"));
        assertThat(changes.otherFields()).containsExactly("language", "section");
    }

    @Test
    void memberThatIsMissingOrNullIsTheSame() {
        ObjectNode before = article("h", "b");
        ObjectNode after = article("h", "b");
        after.putNull("section");

        assertThat(Changes.between(before, after).otherFields()).isEmpty();
    }
}
