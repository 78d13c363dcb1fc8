package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well pages in the styles of many publishers are read; docs/reference/extraction.md has the figures. */
class HtmlQualityTest {
    private static final List<BenchPage> PAGES = BenchPages.all();
    private static final List<HtmlFindings> FINDINGS = HtmlFindings.of(PAGES, Clue.ALL, PageVariant.AS_IT_IS);

    @TestFactory
    Stream<DynamicTest> everyPageGivesNearlyItsBodyAndNoMore() {
        return FINDINGS.stream()
                .filter(one -> one.page().body() != null)
                .map(one -> dynamicTest(one.page().name(), () -> {
                    String found =
                            one.found() == null ? "no article" : one.found().body();
                    assertTrue(one.score().f1() >= 0.95, () -> one.score() + "\n" + found);
                }));
    }

    @TestFactory
    Stream<DynamicTest> pageWithoutArticleGivesNone() {
        return FINDINGS.stream()
                .filter(one -> one.page().body() == null)
                .map(one -> dynamicTest(one.page().name(), () -> assertNull(one.found())));
    }

    @ParameterizedTest
    @CsvSource({"AS_IT_IS, 0.995", "WITHOUT_NAMES, 0.99", "WITHOUT_ELEMENTS, 0.99", "WITHOUT_NAMES_AND_ELEMENTS, 0.98"})
    void bodiesAreFoundWithoutThisHelpToo(PageVariant variant, double floor) {
        double f1 = HtmlFindings.f1(HtmlFindings.of(PAGES, Clue.ALL, variant));

        assertTrue(f1 >= floor, () -> variant + " " + f1);
    }

    @Test
    void headlinesAuthorsAndDatesAreRight() {
        assertEquals(List.of(), wrong(FINDINGS.stream().filter(one -> !one.rightHeadline())));
        assertEquals(List.of(), wrong(FINDINGS.stream().filter(one -> !one.rightAuthors())));
        assertEquals(List.of(), wrong(FINDINGS.stream().filter(one -> !one.rightDates())));
    }

    @Test
    void hintOfAPaywallIsKept() {
        assertEquals(
                List.of(),
                wrong(FINDINGS.stream()
                        .filter(one -> one.page().free() != null)
                        .filter(one -> !one.page().free().equals(one.found().accessibleForFree()))));
    }

    private static List<String> wrong(Stream<HtmlFindings> findings) {
        return findings.filter(one -> one.page().body() != null)
                .map(one -> one.page().name() + ": " + one.found())
                .toList();
    }
}
