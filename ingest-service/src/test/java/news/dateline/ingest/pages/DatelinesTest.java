package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DatelinesTest {
    private static final String STORY = "The council met on Monday and decided nothing at all.";

    private record Row(String head, String place, String credit) {}

    private static final List<Row> ROWS = List.of(
            new Row("ISLAMABAD: ", "ISLAMABAD", null),
            new Row("PARIS (AFP) - ", "PARIS", "AFP"),
            new Row("LONDON, Sept 9 (Reuters) — ", "LONDON", "Reuters"),
            new Row("LONDON, Sept 9 (Reuters) - ", "LONDON", "Reuters"),
            new Row("AUSTIN, Texas (AP) — ", "AUSTIN, Texas", "AP"),
            new Row("BERLIN – ", "BERLIN", null),
            new Row("Berlin – ", "Berlin", null),
            new Row("Berlin (dpa/lno) - ", "Berlin", "dpa/lno"),
            new Row("HAMBURG (dpa). ", "HAMBURG", "dpa"),
            new Row("(Reuters) - ", null, "Reuters"),
            new Row("(ANSA) - ROMA, 09 SET - ", "ROMA", "ANSA"),
            new Row("MADRID, 9 sep. (EP) - ", "MADRID", "EP"),
            new Row("Madrid, 9 sep (EFE).- ", "Madrid", "EFE"),
            new Row("Lisboa, 09 set 2025 (Lusa) – ", "Lisboa", "Lusa"),
            new Row("BUENOS AIRES.- ", "BUENOS AIRES", null),
            new Row("MOSCOW, September 9. /TASS/. ", "MOSCOW", "TASS"),
            new Row("VALDORA, Sept. 9 (Xinhua) -- ", "VALDORA", "Xinhua"),
            new Row("New Delhi: ", "New Delhi", null),
            new Row("Port-au-Prince – ", "Port-au-Prince", null),
            new Row("BEIRUT/TEL AVIV — ", "BEIRUT/TEL AVIV", null),
            new Row("القاهرة - ", "القاهرة", null),
            new Row("دبي (رويترز) - ", "دبي", "رويترز"),
            new Row("الرباط ـ ", "الرباط", null));

    @TestFactory
    Stream<DynamicTest> houseStylesAreRead() {
        return ROWS.stream()
                .map(row -> dynamicTest(row.head(), () -> {
                    Dateline dateline = Datelines.of(row.head() + STORY);
                    assertEquals(row.place(), dateline.place());
                    assertEquals(row.credit(), dateline.credit());
                    assertEquals(STORY, dateline.rest());
                }));
    }

    @Test
    void ordinaryBeginningsAreNoDatelines() {
        for (String text : List.of(
                "He said: " + STORY,
                "The minister — a former teacher — said the council had decided nothing at all.",
                "Update: " + STORY,
                "“We have waited,” he said. " + STORY,
                "Q: " + STORY,
                "It was a quiet day in the town. " + STORY,
                "وقال الوزير: هذا المشروع انتظره الناس منذ عشرين عاما",
                "In 2025 - the year of the flood - the council decided nothing at all.")) {
            assertNull(Datelines.of(text), text);
        }
    }
}
