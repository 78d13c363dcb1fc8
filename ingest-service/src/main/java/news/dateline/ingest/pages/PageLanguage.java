package news.dateline.ingest.pages;

/** Tells English pages from others, only to know how they may order day and month. Stateless. */
final class PageLanguage {
    private static final int SAMPLE = 20_000;

    private PageLanguage() {}

    static boolean isEnglish(String page) {
        String sample = Wording.lower(page.substring(0, Math.min(SAMPLE, page.length())));
        int english = count(sample, " the ") + count(sample, " of ") + count(sample, " and ");
        int other = count(sample, " der ")
                + count(sample, " und ")
                + count(sample, " de ")
                + count(sample, " la ")
                + count(sample, " que ")
                + count(sample, " di ")
                + count(sample, " het ")
                + count(sample, " في ");
        return english > other;
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            count++;
        }
        return count;
    }
}
