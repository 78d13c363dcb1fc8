package news.dateline.ingest.pages;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.jsoup.Jsoup;

/**
 * Prints how well and how fast HTML pages are read: the figures of docs/reference/extraction.md. {@code
 * ExtractionReport [SECONDS]}; the seconds are those of each measurement of speed.
 */
public final class ExtractionReport {
    private final PrintStream out = System.out;
    private final List<BenchPage> pages = BenchPages.all();

    private ExtractionReport() {}

    /** Prints the report. */
    public static void main(String[] args) {
        ExtractionReport report = new ExtractionReport();
        report.quality();
        report.ablation();
        report.speed(args.length == 0 ? 10 : Integer.parseInt(args[0]));
    }

    private void quality() {
        List<HtmlFindings> all = HtmlFindings.of(pages, Clue.ALL, PageVariant.AS_IT_IS);
        List<HtmlFindings> articles =
                all.stream().filter(one -> one.page().body() != null).toList();
        long least = articles.stream().filter(one -> one.score().f1() < 0.97).count();
        line("pages with an article", articles.size());
        line("pages without", all.size() - articles.size());
        line("of these, read as an article", (double) all.stream()
                .filter(one -> one.page().body() == null && one.found() != null)
                .count());
        for (PageVariant variant : PageVariant.values()) {
            line("F1 " + variant, HtmlFindings.f1(HtmlFindings.of(pages, Clue.ALL, variant)));
        }
        line("pages below 0.97", (double) least);
        line(
                "headlines right",
                share(articles.stream().filter(HtmlFindings::rightHeadline).count(), articles));
        line(
                "authors right",
                share(articles.stream().filter(HtmlFindings::rightAuthors).count(), articles));
        line(
                "dates right",
                share(articles.stream().filter(HtmlFindings::rightDates).count(), articles));
    }

    private static double share(long right, List<HtmlFindings> all) {
        return (double) right / all.size();
    }

    private void ablation() {
        for (Clue clue : Clue.values()) {
            EnumSet<Clue> clues = EnumSet.allOf(Clue.class);
            clues.remove(clue);
            StringBuilder row = new StringBuilder();
            for (PageVariant variant : PageVariant.values()) {
                double f1 = HtmlFindings.f1(HtmlFindings.of(pages, clues, variant));
                row.append(String.format(Locale.ROOT, " %.4f", f1));
            }
            out.println("without " + clue + row);
        }
    }

    /** One thread; the pages as they are, and padded to the size of pages on the web. */
    private void speed(int seconds) {
        for (int pad : new int[] {0, 100_000}) {
            List<String> texts = pages.stream()
                    .map(page -> padded(PageCharset.decode(page.bytes(), null), pad))
                    .toList();
            line(
                    "mean characters",
                    texts.stream().mapToInt(String::length).average().orElse(0));
            List<byte[]> bytes = texts.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
            HtmlPages reader = new HtmlPages();
            for (int round = 0; round < 2; round++) {
                double parse = rate(seconds, i -> Jsoup.parse(texts.get(i % texts.size())));
                double read = rate(seconds, i -> reader.read(bytes.get(i % bytes.size()), "utf-8", null));
                line("pages/s, jsoup alone", parse);
                line("pages/s, whole reading", read);
            }
        }
    }

    /** Menus and scripts, of which pages on the web mostly consist. */
    private static String padded(String html, int size) {
        StringBuilder menu = new StringBuilder();
        for (int i = 0; menu.length() < size; i++) {
            menu.append("<li class=\"menu-item menu-item-type-")
                    .append(i % 7)
                    .append("\"><a href=\"/section/")
                    .append(i)
                    .append("\" class=\"link\"><span>Section ")
                    .append(i)
                    .append("</span></a></li>\n");
            if (i % 20 == 0) {
                menu.append("<script>window.queue=window.queue||[];queue.push({slot:")
                        .append(i)
                        .append(",a:[");
                menu.append("1,".repeat(300)).append("0]});</script>");
            }
        }
        int end = html.indexOf("</body>");
        String block = "<footer><ul>" + menu + "</ul></footer>";
        return size == 0 ? html : end < 0 ? html + block : html.substring(0, end) + block + html.substring(end);
    }

    /** Rounds of work in a second of this thread's processor time, which other load on the machine does not change. */
    private static double rate(int seconds, IntConsumer work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        long end = start + seconds * 1_000_000_000L;
        int done = 0;
        while (clock.getCurrentThreadCpuTime() < end) {
            work.accept(done++);
        }
        return done * 1e9 / (clock.getCurrentThreadCpuTime() - start);
    }

    private void line(String name, double value) {
        out.printf(Locale.ROOT, "%-40s %.4f%n", name, value);
    }
}
