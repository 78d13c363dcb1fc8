package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DateScannerTest {
    private static final Map<String, String> PUBLISHED = Map.ofEntries(
            Map.entry("09 September 2025", "2025-09-09"),
            Map.entry("Sept. 9, 2025", "2025-09-09"),
            Map.entry("September 9th, 2025 at 4:15 p.m. ET", "2025-09-09T16:15:00-04:00"),
            Map.entry("January 9, 2025 4:15 pm ET", "2025-01-09T16:15:00-05:00"),
            Map.entry("Tue 9 Sep 2025 14.05 BST", "2025-09-09T14:05:00+01:00"),
            Map.entry("2025-09-09T14:05:00+05:30", "2025-09-09T14:05:00+05:30"),
            Map.entry("9. September 2025, 14:05 Uhr", "2025-09-09"),
            Map.entry("Veröffentlicht am 09.09.2025 um 14:05 Uhr MESZ", "2025-09-09T14:05:00+02:00"),
            Map.entry("Publié le 1er août 2025 à 18h32", "2025-08-01"),
            Map.entry("Publicado: martes 9 de septiembre de 2025", "2025-09-09"),
            Map.entry("9 de setembro de 2025 às 08h15", "2025-09-09"),
            Map.entry("martedì 9 settembre 2025", "2025-09-09"),
            Map.entry("نشر في ٩ سبتمبر ٢٠٢٥", "2025-09-09"),
            Map.entry("9 أيلول 2025", "2025-09-09"),
            Map.entry("2 تشرين الأول 2025", "2025-10-02"),
            Map.entry("9 сентября 2025, 14:20 МСК", "2025-09-09T14:20:00+03:00"),
            Map.entry("2025年9月9日 14時30分", "2025-09-09"),
            Map.entry("31/08/2025", "2025-08-31"));

    @TestFactory
    Stream<DynamicTest> writtenDatesAreRead() {
        return PUBLISHED.entrySet().stream()
                .map(row -> dynamicTest(row.getKey(), () -> {
                    LineDates line = DateScanner.scan(row.getKey(), DayOrder.UNKNOWN);
                    assertEquals(row.getValue(), line.publishedAt());
                    assertTrue(line.whole());
                }));
    }

    @Test
    void oneLineMayHoldBothDates() {
        LineDates line = DateScanner.scan("Published 9 Sep 2025 14:05 GMT | Updated 10 Sep 2025", DayOrder.UNKNOWN);

        assertEquals("2025-09-09T14:05:00Z", line.publishedAt());
        assertEquals("2025-09-10", line.updatedAt());
    }

    @Test
    void dateWhoseOrderIsUnknownIsNotInvented() {
        assertNull(DateScanner.scan("03/04/2025", DayOrder.UNKNOWN).publishedAt());
        assertEquals(
                "2025-04-03", DateScanner.scan("03/04/2025", DayOrder.DAY_FIRST).publishedAt());
        assertEquals(
                "2025-03-04",
                DateScanner.scan("03/04/2025", DayOrder.MONTH_FIRST).publishedAt());
    }

    @Test
    void relativeTimesAreDateLinesWithoutDate() {
        for (String text : List.of(
                "Updated 5 sec ago",
                "vor 2 Stunden",
                "il y a 2 heures",
                "hace 2 horas",
                "há 2 horas",
                "2 ore fa",
                "منذ ساعتين",
                "Just now")) {
            LineDates line = DateScanner.scan(text, DayOrder.UNKNOWN);
            assertTrue(line.whole(), text);
            assertFalse(line.hasDate(), text);
        }
    }

    @Test
    void dayThatDoesNotExistIsNoDate() {
        assertNull(DateScanner.scan("31 February 2025", DayOrder.UNKNOWN).publishedAt());
    }
}
