package news.dateline.enrich.linking.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.linking.Gazetteer;
import news.dateline.enrich.linking.Gazetteers;
import news.dateline.enrich.linking.Linker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildGazetteerTest {

    private static Path data(Path folder) throws IOException {
        Files.writeString(folder.resolve("countries.tsv"), """
            iso2\tiso3\tname\tofficial\tcapital\tcontinent\tgeonameid\twikidata\ttld\tlanguages\tpopulation
            NO\tNOR\tNorway\tthe Kingdom of Norway\tOslo\tEU\t3144096\tQ20\t.no\tno\t5314336
            """);
        Files.writeString(folder.resolve("geonames-cities15000.tsv"), """
            id\tname\tascii\tother\tlat\tlon\tcode\tcountry\tadmin1\tpopulation\tzone
            3161732\tBergen\tBergen\tBjørgvin\t60.39\t5.32\tPPLA\tNO\t46\t213585\tEurope/Oslo
            """);
        return folder;
    }

    private static byte[] build(Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BuildGazetteer.open(folder).write(out);
        return out.toByteArray();
    }

    @Test
    void sameDataGiveTheSameBytes(@TempDir Path folder) throws IOException {
        assertThat(build(data(folder))).isEqualTo(build(folder));
    }

    @Test
    void placeIsFoundByItsOtherName(@TempDir Path folder) throws IOException {
        Gazetteer gazetteer = Gazetteer.read(new ByteArrayInputStream(build(data(folder))));
        Entity place = Entity.newBuilder()
                .setType(EntityType.LOCATION)
                .setName("Bjørgvin")
                .setScore(1)
                .setRecognizer("by hand")
                .setMentions(List.of(new Mention("body", 0, 8, "Bjørgvin")))
                .build();
        new Linker(new Gazetteers(List.of(gazetteer)))
                .link(new ArticleText("", "", "Bjørgvin, Norway", "en", List.of(), null), List.of(place));
        assertThat(place.getGeonames()).isEqualTo(3161732L);
    }

    @Test
    void damagedFileIsRefused(@TempDir Path folder) throws IOException {
        byte[] file = build(data(folder));
        assertThatThrownBy(() -> Gazetteer.read(new ByteArrayInputStream(Arrays.copyOf(file, file.length / 2))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Gazetteer.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }
}
