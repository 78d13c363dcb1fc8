package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;

/** Puts one article together from the blocks of its part of the page. Used once by one thread. */
final class ArticleAssembler {
    private static final int SHORTEST_BODY = 60;
    private static final int REFUSAL_BODY = 700;

    private final List<Block> part;
    private final DayOrder order;
    private final HeadlineFinder.Found headline;
    private final TopOfArticle top;
    private final String headlineText;
    private final ArticleDraft draft = new ArticleDraft();

    ArticleAssembler(List<Block> part, DayOrder order) {
        this.part = part;
        this.order = order;
        this.headline = HeadlineFinder.find(part);
        this.top = TopOfArticle.of(part, headline.last());
        this.headlineText =
                headline.first() < 0 ? null : part.get(headline.first()).text();
    }

    /** The article, or {@code null} if this part of the page holds none. */
    PageArticle assemble() {
        draft.headline(headlineText);
        draft.source(headline.source());
        for (int i = 0; i < top.text(); i++) {
            top(i);
        }
        for (int i = 0; i < headline.first(); i++) {
            if (part.get(i).is(Block.Kind.DATE)) {
                draft.dateAbove(part.get(i).text(), order);
            }
        }
        new BodyReader(part, top.text(), headlineText, order, draft).read();
        if (draft.bodyLength() == 0) {
            rescueBody();
        }
        return isArticle() ? draft.build() : null;
    }

    private void top(int i) {
        Block block = part.get(i);
        boolean below = i > headline.first();
        switch (block.kind()) {
            case DATE -> {
                if (below) {
                    draft.date(block.text(), order);
                }
            }
            case BYLINE -> draft.byline(block.text());
            case BREADCRUMB -> draft.trail(block.text());
            case CAPTION, CAPTION_LIKE -> caption(i);
            case BULLET -> {
                if (below) {
                    draft.standfirst(block.text());
                }
            }
            case HEADING -> heading(i, below);
            case PROSE -> prose(i, below);
            default -> draft.label(block.text());
        }
    }

    private void caption(int i) {
        Caption caption = Captions.of(part.get(i).text());
        if (caption != null) {
            String text = caption.text() == null && i > 0 && isLooseCaption(i - 1)
                    ? part.get(i - 1).text()
                    : caption.text();
            draft.media(text, caption.credit());
        }
    }

    /** A line above a bare credit is that picture's caption. */
    private boolean isLooseCaption(int i) {
        Block block = part.get(i);
        boolean line = block.is(Block.Kind.HEADING) || block.is(Block.Kind.PROSE);
        boolean credit = i + 1 < part.size()
                && part.get(i + 1).is(Block.Kind.CAPTION)
                && Captions.of(part.get(i + 1).text()).text() == null;
        boolean deck = credit && part.get(i + 1).gap() > 0 && i - 1 == headline.last();
        return line && credit && !deck && i != headline.first() && i != headline.last() && block.words() >= 3;
    }

    private void heading(int i, boolean below) {
        Block block = part.get(i);
        if (headlineText != null && block.key().equals(Wording.key(headlineText))) {
            return;
        }
        if (!below) {
            if (i == headline.first() - 1 && !isMenu(i)) {
                draft.kicker(block.text());
            }
            return;
        }
        if (isLooseCaption(i)) {
            return;
        }
        Dateline alone = Datelines.alone(block.text());
        if (alone != null && (i == top.text() - 1 || alone.rest() != null)) {
            draft.dateline(alone);
        } else if (isPerson(i)) {
            draft.byline("By " + block.text());
        } else if ((block.words() >= 5 || isSubtitle(i)) && !isTitleOfPerson(i)) {
            if (signedAbove(i) && !signedBelow(i)) {
                Caption caption = Captions.placed(block.text());
                draft.media(caption.text(), caption.credit());
            } else {
                draft.standfirst(block.text());
            }
        }
    }

    /** A short line close under the headline. */
    private boolean isSubtitle(int i) {
        return i == headline.last() + 1 && part.get(i).gap() == 0 && part.get(i).words() >= 2;
    }

    /** One of several short lines of a menu. */
    private boolean isMenu(int i) {
        boolean tight = part.get(i).gap() == 0
                || (i > 1 && part.get(i).gap() == part.get(i - 1).gap());
        return i > 0
                && tight
                && part.get(i - 1).words() <= 3
                && part.get(i).gap() == part.get(i - 1).gap();
    }

    /** A name without a "By" that stands beside the date or above the person's title. */
    private boolean isPerson(int i) {
        Block block = part.get(i);
        int words = Wording.words(block.text()).size();
        boolean name = Bylines.isPerson(block.text()) && words >= 2 && words <= 4 && !Bylines.isTitle(block.text());
        return name && (isTitleOfPerson(i + 1) || beside(i, -1) || beside(i, 1));
    }

    private boolean beside(int i, int step) {
        int j = i + step;
        while (j > headline.first() && j < top.text() && isPassed(part.get(j))) {
            j += step;
        }
        return j > headline.first() && j < top.text() && part.get(j).is(Block.Kind.DATE);
    }

    private static boolean isPassed(Block block) {
        return block.is(Block.Kind.FURNITURE) || (block.is(Block.Kind.HEADING) && Bylines.isOffice(block.text()));
    }

    private boolean isTitleOfPerson(int i) {
        return i < top.text()
                && part.get(i).is(Block.Kind.HEADING)
                && part.get(i).words() <= 8
                && Bylines.isTitle(part.get(i).text());
    }

    private boolean signedAbove(int i) {
        for (int j = headline.last() + 1; j < i; j++) {
            if (part.get(j).is(Block.Kind.DATE) || part.get(j).is(Block.Kind.BYLINE)) {
                return true;
            }
        }
        return false;
    }

    private boolean signedBelow(int i) {
        for (int j = i + 1; j < top.text(); j++) {
            if (part.get(j).is(Block.Kind.DATE) || part.get(j).is(Block.Kind.BYLINE)) {
                return true;
            }
        }
        return false;
    }

    private void prose(int i, boolean below) {
        Block block = part.get(i);
        boolean print = i == headline.first() || i == headline.last();
        if (!below || print || isLooseCaption(i)) {
            return;
        }
        if (i < headline.last()) {
            draft.media(block.text(), null);
        } else if (top.decks().contains(i)) {
            draft.standfirst(block.text());
        }
    }

    /** With no text below the top, the sentences that were taken for captions or summary are the text. */
    private void rescueBody() {
        List<String> texts = new ArrayList<>();
        for (int i = headline.first() + 1; i < part.size(); i++) {
            if (part.get(i).isProse() || part.get(i).is(Block.Kind.BULLET)) {
                texts.add(part.get(i).text());
            }
        }
        draft.bodyInstead(texts);
    }

    private boolean isArticle() {
        int length = draft.bodyLength();
        if (length == 0 || (length < REFUSAL_BODY && refuses())) {
            return false;
        }
        if (draft.isSigned()) {
            return length >= SHORTEST_BODY / 2;
        }
        return length >= (headlineText == null ? SHORTEST_BODY * 3 : SHORTEST_BODY);
    }

    private boolean refuses() {
        if (draft.isSigned() && part.size() < 40) {
            return headlineText != null && Furniture.isRefusal(headlineText);
        }
        for (Block block : part.subList(0, Math.min(part.size(), 80))) {
            if (block.text().length() < 400 && Furniture.isRefusal(block.text())) {
                return true;
            }
        }
        return false;
    }
}
