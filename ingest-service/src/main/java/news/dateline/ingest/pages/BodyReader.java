package news.dateline.ingest.pages;

import java.util.List;

/** Reads the text of an article below its top: paragraphs, sub-heads, pictures, and what is none of it. Used once. */
final class BodyReader {
    private static final int MOST_SUBHEAD_WORDS = 16;
    private static final int LINK_RUN = 4;

    private final List<Block> part;
    private final int from;
    private final String headlineKey;
    private final DayOrder order;
    private final ArticleDraft draft;
    private final int end;
    private final int lastProse;
    private boolean links;
    private int linkGap;

    BodyReader(List<Block> part, int from, String headline, DayOrder order, ArticleDraft draft) {
        this.part = part;
        this.from = from;
        this.headlineKey = headline == null ? "" : Wording.key(headline);
        this.order = order;
        this.draft = draft;
        this.end = end();
        this.lastProse = lastProse();
    }

    void read() {
        for (int i = from; i < end; i++) {
            block(i);
        }
        for (int i = end; i < part.size(); i++) {
            if (part.get(i).is(Block.Kind.DATE)) {
                draft.labelledDate(part.get(i).text(), order);
            }
        }
    }

    private void block(int i) {
        Block block = part.get(i);
        switch (block.kind()) {
            case PROSE -> {
                links = false;
                paragraph(i);
            }
            case CAPTION_LIKE -> {
                links = false;
                captionLike(i);
            }
            case CAPTION -> caption(i);
            case HEADING -> heading(i);
            case BULLET -> {
                if (!links && i < lastProse + 8) {
                    draft.paragraph(block.text());
                }
            }
            case RELATED -> {
                linkGap = i + 1 < end ? part.get(i + 1).gap() : 0;
                links = linkGap == 0 || !Furniture.isWholeLink(block.text());
            }
            case BYLINE -> draft.signature(block.text());
            case DATE -> date(i);
            default -> {
                draft.label(block.text());
            }
        }
    }

    private void paragraph(int i) {
        if (!isAboveBareCredit(i)) {
            draft.text(part.get(i).text());
        }
    }

    private boolean isAboveBareCredit(int i) {
        if (i + 1 >= end
                || !part.get(i + 1).is(Block.Kind.CAPTION)
                || part.get(i + 1).gap() > 0) {
            return false;
        }
        Caption next = Captions.of(part.get(i + 1).text());
        return next != null
                && next.text() == null
                && part.get(i).gap() > 0
                && part.get(i).words() <= 40;
    }

    /** A line close under a picture's credit, with a blank line behind it, is that picture's caption. */
    private boolean isUnderBareCredit(int i) {
        boolean close = i > from
                && part.get(i - 1).is(Block.Kind.CAPTION)
                && part.get(i).gap() == 0
                && part.get(i - 1).gap() > 0
                && i + 1 < end
                && part.get(i + 1).gap() > 0;
        Caption above = close ? Captions.of(part.get(i - 1).text()) : null;
        return above != null && above.text() == null;
    }

    private void caption(int i) {
        Caption caption = Captions.of(part.get(i).text());
        boolean imprint = caption != null && caption.text() == null && i > lastProse;
        if (caption != null && !imprint) {
            boolean above = caption.text() == null && i > from && isAboveBareCredit(i - 1);
            draft.media(above ? part.get(i - 1).text() : caption.text(), caption.credit());
        }
    }

    /** An agency in brackets ends a caption when the story goes on, and the story where it does not. */
    private void captionLike(int i) {
        Caption caption = Captions.of(part.get(i).text());
        boolean dateline = Datelines.of(part.get(i).text()) != null;
        boolean goesOn = proseAfter(i) >= 2;
        if (caption != null && goesOn && !dateline && Agencies.isAgency(caption.credit()) && draft.bodyLength() > 0) {
            draft.media(caption.text(), caption.credit());
            return;
        }
        draft.text(part.get(i).text());
        if (caption != null && !goesOn && Agencies.isAgency(caption.credit())) {
            draft.credit(caption.credit());
        }
    }

    private int proseAfter(int i) {
        int count = 0;
        for (int j = i + 1; j < Math.min(end, i + 12); j++) {
            count += part.get(j).isProse() ? 1 : 0;
        }
        return count;
    }

    private void heading(int i) {
        Block block = part.get(i);
        boolean tail = i > lastProse && !continues(i);
        if (i > from && block.gap() > linkGap && !part.get(i - 1).is(Block.Kind.RELATED)) {
            links = false;
        }
        if (links || tail || block.key().equals(headlineKey) || isAboveBareCredit(i)) {
            return;
        }
        if (isUnderBareCredit(i)) {
            draft.captionLast(block.text());
            return;
        }
        if (isBoxed(i)) {
            return;
        }
        int run = run(i);
        boolean subhead = run <= 2
                && block.words() <= MOST_SUBHEAD_WORDS
                && leads(i)
                && !block.text().contains(". ");
        if (subhead) {
            draft.subhead(block.text());
        } else {
            draft.paragraph(block.text());
        }
    }

    /** A line between two lines of furniture without a blank line is of their kind. */
    private boolean isBoxed(int i) {
        boolean above = i > from
                && part.get(i - 1).is(Block.Kind.FURNITURE)
                && part.get(i).gap() == 0;
        return above
                && i + 1 < end
                && part.get(i + 1).is(Block.Kind.FURNITURE)
                && part.get(i + 1).gap() == 0;
    }

    /** After the last sentence a short line is a paragraph only where nothing but such lines makes the text. */
    private boolean continues(int i) {
        return lastProse < 0 && i < end;
    }

    private boolean leads(int i) {
        for (int j = i + 1; j < end; j++) {
            Block next = part.get(j);
            if (next.isProse() || next.is(Block.Kind.BULLET) || next.is(Block.Kind.HEADING)) {
                return true;
            }
            if (next.is(Block.Kind.RELATED)) {
                return false;
            }
        }
        return false;
    }

    private int run(int i) {
        int first = i;
        int last = i;
        while (first > from && part.get(first - 1).is(Block.Kind.HEADING) && i - first < LINK_RUN) {
            first--;
        }
        while (last + 1 < end && part.get(last + 1).is(Block.Kind.HEADING) && last - i < LINK_RUN) {
            last++;
        }
        return last - first + 1;
    }

    private void date(int i) {
        Block block = part.get(i);
        LineDates line = DateScanner.scan(block.text(), order);
        boolean inText = i > from
                && i < lastProse
                && part.get(i - 1).isProse()
                && part.get(i + 1).isProse();
        if (line.hasDate() && !line.labelled() && inText) {
            draft.subhead(block.text());
        } else {
            draft.labelledDate(block.text(), order);
        }
    }

    /** Readers' comments end an article unless most of the text would be lost with them. */
    private int end() {
        long before = 0;
        for (int i = from; i < part.size(); i++) {
            Block block = part.get(i);
            before += block.isProse() ? block.text().length() : 0;
            if (block.is(Block.Kind.END) && before > 0) {
                long after = 0;
                for (int j = i; j < part.size() && after <= before; j++) {
                    after += part.get(j).isProse() ? part.get(j).text().length() : 0;
                }
                return after <= before ? i : part.size();
            }
        }
        return part.size();
    }

    private int lastProse() {
        for (int i = end - 1; i >= from; i--) {
            if (part.get(i).isProse()) {
                return i;
            }
        }
        return -1;
    }
}
