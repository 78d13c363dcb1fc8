package news.dateline.ingest.pages;

/** How a page writes all-digit dates such as 03/04/2025. */
enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST,
    UNKNOWN
}
