package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the parts of one plain-text article. Used once by one thread. */
final class ArticleDraft {
    private static final String PARAGRAPH = "\n\n";

    private final Set<String> standfirst = new LinkedHashSet<>();
    private final Set<String> byline = new LinkedHashSet<>();
    private final List<PageMedia> media = new ArrayList<>();
    private final List<String> subheads = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private String headline;
    private String credit;
    private String dateline;
    private String filed;
    private String publishedAt;
    private String updatedAt;
    private String section;
    private String source;
    private String openLabel = "";

    void headline(String text) {
        headline = text;
    }

    void source(String name) {
        source = name;
    }

    void standfirst(String line) {
        standfirst.add(line);
    }

    void trail(String line) {
        String name = Sections.ofTrail(line);
        section = name == null ? section : name;
    }

    void kicker(String line) {
        String name = Sections.ofKicker(line);
        section = name == null ? section : name;
    }

    /** Remembers a line such as "Published" whose date stands on the next line. */
    void label(String line) {
        openLabel = line.length() < 40 ? line : "";
        if (source == null) {
            source = Sections.ofCopyright(line);
        }
    }

    void date(String line, DayOrder order) {
        LineDates bare = DateScanner.scan(line, order);
        if (bare.label()) {
            openLabel = line;
            return;
        }
        boolean labelAbove = bare.hasDate() && !bare.labelled() && !openLabel.isEmpty();
        LineDates found = labelAbove ? DateScanner.scan(openLabel + " " + line, order) : bare;
        openLabel = "";
        publishedAt = publishedAt == null ? found.publishedAt() : publishedAt;
        updatedAt = updatedAt == null ? found.updatedAt() : updatedAt;
        if (!bare.whole() && bare.start() > 0) {
            byline(trimSigns(line.substring(0, bare.start())));
        }
    }

    /** A date above the headline may be the page's; it counts only where the article shows none. */
    void dateAbove(String line, DayOrder order) {
        if (publishedAt == null && updatedAt == null) {
            date(line, order);
        }
    }

    /** A date below an article's top counts only if it says what it is. */
    void labelledDate(String line, DayOrder order) {
        LineDates found = DateScanner.scan(line, order);
        boolean label = found.label()
                || found.labelled()
                || (!openLabel.isEmpty() && DateScanner.scan(openLabel, order).label());
        if (label) {
            date(line, order);
        }
    }

    void byline(String line) {
        Byline found = Bylines.of(line);
        if (found != null) {
            byline.addAll(found.names());
            credit(found.credit());
        } else if (Agencies.isOnlyAgency(line)) {
            credit(line);
        } else if (Bylines.isPerson(line)) {
            byline.add(line);
        }
    }

    /** A byline below the text: counts where the top had none. */
    void signature(String line) {
        if (byline.isEmpty()) {
            byline(line);
        }
    }

    /** A dateline on a line of its own, perhaps with the reporter or outlet. */
    void dateline(Dateline alone) {
        dateline = alone.place();
        credit(alone.credit());
        if (alone.rest() != null && Bylines.isPerson(alone.rest())) {
            byline.add(alone.rest());
        }
    }

    void credit(String name) {
        credit = credit == null ? name : credit;
    }

    void media(String caption, String credited) {
        PageMedia item = new PageMedia(null, caption, credited);
        if (!media.contains(item) && media.size() < 100) {
            media.add(item);
        }
    }

    /** The caption of the picture whose credit was read last. */
    void captionLast(String caption) {
        if (!media.isEmpty()) {
            PageMedia last = media.remove(media.size() - 1);
            media.add(new PageMedia(last.uri(), caption, last.credit()));
        }
    }

    /** A paragraph; the first one may begin with the dateline. */
    void text(String paragraph) {
        Dateline found = body.length() == 0 ? Datelines.of(paragraph) : null;
        if (found == null) {
            paragraph(paragraph);
            return;
        }
        dateline = found.place() == null ? dateline : found.place();
        filed = found.date();
        credit(found.credit());
        paragraph(found.rest());
    }

    void paragraph(String text) {
        body.append(body.length() == 0 ? "" : PARAGRAPH).append(text);
    }

    void subhead(String text) {
        subheads.add(text);
        paragraph(text);
    }

    void bodyInstead(List<String> paragraphs) {
        media.clear();
        standfirst.clear();
        for (String paragraph : paragraphs) {
            text(paragraph);
        }
    }

    int bodyLength() {
        return body.length();
    }

    /** Whether the page shows where, when or by whom the text was written. */
    boolean isSigned() {
        return dateline != null || publishedAt != null || updatedAt != null || credit != null || !byline.isEmpty();
    }

    PageArticle build() {
        byline.removeIf(name -> dateline != null && Wording.key(dateline).startsWith(Wording.key(name)));
        String published = publishedAt == null ? filed : publishedAt;
        return new PageArticle(
                headline,
                List.copyOf(standfirst),
                List.copyOf(byline),
                credit,
                dateline,
                published,
                updatedAt,
                null,
                section,
                body.toString(),
                subheads,
                media,
                null,
                null,
                null,
                null,
                null,
                source);
    }

    private static String trimSigns(String text) {
        int end = text.length();
        while (end > 0 && " ,|·•-–—/(".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
