package news.dateline.ingest.pages;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A story of the extraction test set: {@code #} headline, {@code >} deck, {@code @} authors, {@code =} caption and
 * credit, {@code *} section, {@code ##} sub-head, {@code -} list item, {@code ~} headline of another story, {@code "}
 * pull quote; any other line is a paragraph.
 */
record BenchStory(
        String headline,
        String deck,
        List<String> authors,
        String caption,
        String credit,
        String section,
        List<Item> items,
        List<String> others,
        String quote) {

    /** A part of the body: a paragraph, a sub-head or the items of a list. */
    record Item(char kind, List<String> texts) {}

    static BenchStory read(Path file) {
        String headline = "";
        String deck = "";
        String section = "";
        String quote = "";
        List<String> authors = List.of();
        String[] caption = {"", ""};
        List<Item> items = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String line : new String(PageFiles.bytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
            String rest = line.length() < 2 ? "" : line.substring(2).strip();
            if (line.isBlank()) {
                continue;
            }
            if (line.startsWith("## ")) {
                items.add(new Item('s', List.of(line.substring(3))));
                continue;
            }
            switch (line.charAt(1) == ' ' || line.length() == 1 ? line.charAt(0) : 'p') {
                case '#' -> headline = rest;
                case '>' -> deck = rest;
                case '@' -> authors = List.of(rest.split(" \\| ", -1));
                case '=' -> caption = rest.split(" \\| ", -1);
                case '*' -> section = rest;
                case '~' -> others.add(rest);
                case '"' -> quote = rest;
                case '-' -> addListItem(items, rest);
                default -> items.add(new Item('p', List.of(line)));
            }
        }
        return new BenchStory(headline, deck, authors, caption[0], caption[1], section, items, others, quote);
    }

    private static void addListItem(List<Item> items, String text) {
        Item last = items.get(items.size() - 1);
        List<String> texts = new ArrayList<>(last.kind() == 'l' ? last.texts() : List.of());
        texts.add(text);
        if (last.kind() == 'l') {
            items.remove(items.size() - 1);
        }
        items.add(new Item('l', List.copyOf(texts)));
    }
}
