package news.dateline.enrich.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.annotate.RecognizerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/examples/annotator, built as its reader builds it, and dropped in a folder. */
class AnnotatorJarsTest {
    private static final ArticleText ARTICLE = new ArticleText(
            "Storm Amy reaches Bergen", "", "Ferries wait for Storm Amy to pass.", "en", List.of(), null);

    @TempDir
    Path folder;

    @Test
    void theExampleIsBuiltFoundAndNamesAStorm() throws IOException, InterruptedException {
        build();

        SortedMap<String, Annotator<List<Entity>>> recognizers =
                open(AnnotatorJars.providers(folder.toString()), Map.of("storms.on", "true"));

        Annotator<List<Entity>> storms = recognizers.get("storms");
        assertThat(storms.model()).isEqualTo("storms@1");
        assertThat(storms.annotate(ARTICLE)).singleElement().satisfies(storm -> {
            assertThat(storm.getType()).isEqualTo(EntityType.EVENT);
            assertThat(storm.getName()).isEqualTo("Storm Amy");
            assertThat(storm.getMentions()).hasSize(2);
        });
    }

    @Test
    void withoutAFolderThereAreThoseOfTheClassPath() {
        assertThat(AnnotatorJars.providers("").stream().map(RecognizerProvider::name))
                .containsExactlyInAnyOrder("opennlp", "http");
    }

    @Test
    void aFolderThatIsNoneIsNamed() {
        assertThatThrownBy(() -> AnnotatorJars.providers(folder.resolve("none").toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none is no folder");
    }

    @Test
    void aJarThatIsDamagedIsSaidSo() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Path service = Files.writeString(services.resolve(RecognizerProvider.class.getName()), "example.Missing");
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("broken.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/" + service.getFileName()));
            jar.write(Files.readAllBytes(service));
        }

        assertThatThrownBy(() -> AnnotatorJars.providers(folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.Missing");
    }

    private static SortedMap<String, Annotator<List<Entity>>> open(
            List<RecognizerProvider> providers, Map<String, String> settings) {
        return Recognizers.open(providers, settings, UnaryOperator.identity());
    }

    private void build() throws IOException, InterruptedException {
        ProcessBuilder build = new ProcessBuilder(
                        "bash",
                        "../docs/examples/annotator/build",
                        folder.toString(),
                        System.getProperty("java.class.path"))
                .inheritIO();
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(build.start().waitFor()).isZero();
    }
}
