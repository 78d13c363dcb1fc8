package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BylinesTest {
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("By Jane Doe", List.of("Jane Doe")),
            Map.entry("BY JANE DOE AND IVO O'HALDEN", List.of("Jane Doe", "Ivo O'Halden")),
            Map.entry(
                    "By Jane Doe, Ivo Halden and Nia van der Berg in Norvik",
                    List.of("Jane Doe", "Ivo Halden", "Nia van der Berg")),
            Map.entry("Jane Doe, Staff Writer", List.of("Jane Doe")),
            Map.entry("Jane Doe | Political correspondent", List.of("Jane Doe")),
            Map.entry("Von Katrin Lohse und Uwe Ott", List.of("Katrin Lohse", "Uwe Ott")),
            Map.entry("Par Claire Merin, à Tours", List.of("Claire Merin")),
            Map.entry("Por Beatriz Nogueira e Caio Prates", List.of("Beatriz Nogueira", "Caio Prates")),
            Map.entry("di Gianni Morelli", List.of("Gianni Morelli")),
            Map.entry("بقلم: سلمى الحداد", List.of("سلمى الحداد")));

    @TestFactory
    Stream<DynamicTest> bylinesAreRead() {
        return NAMES.entrySet().stream()
                .map(row -> dynamicTest(
                        row.getKey(),
                        () -> assertEquals(
                                row.getValue(), Bylines.of(row.getKey()).names())));
    }

    @Test
    void agencyIsCreditAndNoName() {
        Byline byline = Bylines.of("By Jane Doe with AFP");

        assertEquals(List.of("Jane Doe"), byline.names());
        assertEquals("AFP", byline.credit());
    }

    @Test
    void sentencesAreNoBylines() {
        for (String text : List.of(
                "By the numbers",
                "Von Berlin nach Hamburg in einer Stunde",
                "By 2030 all cars go",
                "Por qué llueve tanto",
                "Storm, rain and hail")) {
            assertNull(Bylines.of(text), text);
        }
    }
}
