package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a column of briefs, whose items show no more of an article's top than a dateline or a headline. Stateless.
 */
final class Briefs {
    private static final Set<String> TITLES = Words.set("""
            briefs, in brief, news in brief, news briefs, brief, roundup, round up, news roundup,
            world in brief, business briefs, sports briefs, local briefs, kurz notiert, kurzmeldungen,
            kurz gemeldet, meldungen, nachrichten in kürze, kurznachrichten, en bref, brèves, l actu en bref,
            breves, en breve, noticias breves, em breve, curtas, notizie in breve, in breve, brevi,
            أخبار قصيرة, موجز الأخبار, موجز, أخبار موجزة, باختصار, kort nieuws, kort, коротко""");
    private static final int MOST_PARAGRAPHS = 4;
    private static final int LONGEST_RUN_IN = 8;

    private Briefs() {}

    static List<List<Block>> split(List<List<Block>> parts) {
        List<List<Block>> out = new ArrayList<>();
        for (List<Block> whole : parts) {
            List<Block> part = withoutTitle(whole);
            for (List<Block> item : byHeading(part)) {
                out.addAll(byDateline(item));
            }
        }
        return out;
    }

    /** A strong dateline in a later paragraph begins an item, if all items are short and no place speaks twice. */
    private static List<List<Block>> byDateline(List<Block> part) {
        List<Integer> cuts = new ArrayList<>();
        Set<String> places = new HashSet<>();
        int prose = 0;
        boolean titled = part.stream().anyMatch(block -> block.is(Block.Kind.RULE) && isTitle(block.key()));
        for (int i = 0; i < part.size(); i++) {
            if (!part.get(i).isProse()) {
                continue;
            }
            prose++;
            Dateline dateline = Datelines.of(part.get(i).text());
            boolean counts =
                    dateline != null && (dateline.strong() || (titled && Wording.isUpper(dateline.place() + "")));
            if (counts && dateline.place() != null) {
                if (!places.add(dateline.place())) {
                    return List.of(part);
                }
                cuts.add(cuts.isEmpty() ? 0 : i);
            }
        }
        boolean brief = cuts.size() >= 2 && prose <= cuts.size() * MOST_PARAGRAPHS;
        return brief ? withRunInHeads(cut(part, cuts)) : List.of(part);
    }

    /** {@code BREST. Trawler towed in. A trawler …}: where every item begins so, its first sentence is its headline. */
    private static List<List<Block>> withRunInHeads(List<List<Block>> items) {
        List<List<Block>> out = new ArrayList<>();
        for (List<Block> item : items) {
            int at = 0;
            while (!item.get(at).isProse()) {
                at++;
            }
            Block first = item.get(at);
            Dateline dateline = Datelines.of(first.text());
            int stop = dateline.rest().indexOf(". ");
            String head = stop < 0 ? "" : dateline.rest().substring(0, stop);
            int words = Wording.wordCount(head);
            if (words < 2 || words > LONGEST_RUN_IN || Wording.isUpper(head.substring(head.lastIndexOf(' ') + 1))) {
                return items;
            }
            String place = first.text()
                    .substring(0, first.text().length() - dateline.rest().length());
            List<Block> whole = new ArrayList<>();
            whole.add(new Block(Block.Kind.HEADING, head, first.gap(), Wording.key(head)));
            whole.add(new Block(Block.Kind.PROSE, place + dateline.rest().substring(stop + 2), 0, ""));
            whole.addAll(item.subList(at + 1, item.size()));
            out.add(whole);
        }
        return out;
    }

    /** Under a title that says "in brief", every headline with its paragraphs is an item. */
    private static List<List<Block>> byHeading(List<Block> part) {
        int title = -1;
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i + 1 < part.size(); i++) {
            Block block = part.get(i);
            boolean heading = block.is(Block.Kind.HEADING);
            if (block.is(Block.Kind.RULE) && cuts.isEmpty() && isTitle(block.key())) {
                title = i;
            } else if (title >= 0 && heading && part.get(i + 1).isProse() && block.words() >= 2) {
                cuts.add(i);
            }
        }
        return title >= 0 && cuts.size() >= 2 ? cut(part, cuts) : List.of(part);
    }

    /** Whether a column of briefs begins with such a line. */
    static boolean isTitle(String key) {
        return TITLES.contains(key) || key.endsWith(" in brief") || key.endsWith(" briefs");
    }

    private static List<List<Block>> cut(List<Block> part, List<Integer> cuts) {
        List<List<Block>> items = new ArrayList<>();
        for (int c = 0; c < cuts.size(); c++) {
            int end = c + 1 < cuts.size() ? cuts.get(c + 1) : part.size();
            items.add(part.subList(cuts.get(c), end));
        }
        return items;
    }

    /** A column's title is no item's headline. */
    private static List<Block> withoutTitle(List<Block> part) {
        for (int i = 0; i + 1 < part.size() && !part.get(i).isProse(); i++) {
            if (part.get(i).is(Block.Kind.HEADING) && isTitle(part.get(i).key())) {
                List<Block> rest = new ArrayList<>(part);
                rest.set(i, part.get(i).as(Block.Kind.RULE));
                return rest;
            }
        }
        return part;
    }
}
