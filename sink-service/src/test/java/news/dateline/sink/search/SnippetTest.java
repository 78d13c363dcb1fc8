package news.dateline.sink.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void matchesAreMarkedAndEverythingElseIsText() {
        assertThat(Snippet.html("a \u0002b\u0003 <script> & \u0004i>\""))
                .isEqualTo("a <mark>b</mark> &lt;script&gt; &amp; &lt;i&gt;&quot;");
    }

    @Test
    void strayMarksOfTheTextAreBalanced() {
        assertThat(Snippet.html("\u0003a\u0002\u0002b")).isEqualTo("a<mark>b</mark>");
    }
}
