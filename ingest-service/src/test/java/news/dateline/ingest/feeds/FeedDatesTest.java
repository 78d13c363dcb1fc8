package news.dateline.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 09 Sep 2025 08:30:00 GMT          | 2025-09-09T08:30:00Z",
                "Tue, 9 Sep 25 08:30 EST                | 2025-09-09T08:30:00-05:00",
                "09 Sep 2025 08:30:00 +0530             | 2025-09-09T08:30:00+05:30",
                "Tue, 09 Sep 2025 08:30:00 GMT+2        | 2025-09-09T08:30:00+02:00",
                "Tue, 09 Sep 2025 08:30:00 +0200 (CEST) | 2025-09-09T08:30:00+02:00",
                "Tues, 09 Sept 2025 08:30:00 CEST       | 2025-09-09T08:30:00+02:00",
                "Di, 09 Okt 2025 08:30:00 +0200         | 2025-10-09T08:30:00+02:00",
                "2025-09-09T08:30:00Z                   | 2025-09-09T08:30:00Z",
                "2025-09-09T08:30:00.123+05:00          | 2025-09-09T08:30:00+05:00",
                "2025-09-09 08:30:00 +0000              | 2025-09-09T08:30:00Z",
                "2025-09-09T08:30+01:00                 | 2025-09-09T08:30:00+01:00",
                "20250909T083000Z                       | 2025-09-09T08:30:00Z",
                "2025-09-09                             | 2025-09-09",
                "2025-09-09T08:30:00                    | 2025-09-09",
                "Tue, 09 Sep 2025 08:30:00              | 2025-09-09",
                "Tue, 09 Sep 2025 08:30:00 XYZ          | 2025-09-09",
                "2025-09-09T24:00:00Z                   | 2025-09-10T00:00:00Z",
                "September 9, 2025 8:30 PM EDT          | 2025-09-09T20:30:00-04:00",
                "Sep 9, 2025 12:05 a.m. UTC             | 2025-09-09T00:05:00Z",
                "Tue, 09 Sep 1999 08:30:60 -0330        | 1999-09-09T08:30:59-03:30",
            })
    void datesAreReadInTheFormsThatFeedsUse(String given, String expected) {
        assertThat(FeedDates.read(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0001-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "31 Feb 2025 08:00 GMT",
                "2025-13-01",
                "Tue, 09 Foo 2025 08:30:00 GMT",
                "2025-09-09T25:00:00Z",
                "2025-09-09T08:00:00+99:00",
            })
    void whatIsNoDateIsNone(String given) {
        assertThat(FeedDates.read(given)).isNull();
    }
}
