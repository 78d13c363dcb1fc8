package news.dateline.enrich.evaluation;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.Source;
import news.dateline.enrich.duplicates.Duplicates;
import news.dateline.enrich.duplicates.HeldSketch;
import news.dateline.enrich.duplicates.Likeness;

/**
 * Measures the search for near-duplicates: false pairs among the texts as they are, then how many of their copies are
 * found. Copies are made by the program: words replaced, left out or put in at random places, a new head and foot, the
 * first part only.
 */
final class EvaluateDuplicates {
    private static final long SECOND = 1_000;
    private static final List<String> HEAD =
            List.of("By our correspondent.", "Updated at noon with reactions from the capital.", "From the wires:");
    private static final String FOOT =
            "Reporting by our staff and agencies. Sign up for the morning letter of this paper.";

    private final List<String> texts;
    private final PrintStream out;

    EvaluateDuplicates(List<String> texts, PrintStream out) {
        this.texts = texts;
        this.out = out;
    }

    void run() {
        long pairs = (long) texts.size() * (texts.size() - 1) / 2;
        Duplicates originals = new Duplicates(new MapStore(), List.of());
        int duplicates = 0;
        int related = 0;
        for (int i = 0; i < texts.size(); i++) {
            Likeness likeness = originals.arrived(article("o" + i, texts.get(i)), i * SECOND);
            duplicates += likeness.duplicateOf() == null ? 0 : 1;
            related += likeness.related().size();
        }
        out.printf(
                "texts %d, pairs %,d, taken for duplicates %d, for related %d%n",
                texts.size(), pairs, duplicates, related);
        Map<String, Function<Random, Function<List<String>, List<String>>>> copies = new LinkedHashMap<>();
        copies.put("agency copy, new head and foot", random -> words -> words);
        copies.put("the same, 3 % of the words changed", random -> words -> edited(words, 0.03, random));
        copies.put("the same, 10 % changed", random -> words -> edited(words, 0.1, random));
        copies.put("the same, 20 % changed", random -> words -> edited(words, 0.2, random));
        copies.put("the same, the first 60 % only", random -> words -> words.subList(0, words.size() * 6 / 10));
        out.println("copy | duplicate of its original | duplicate or related");
        copies.forEach((name, change) -> {
            int found = 0;
            int near = 0;
            Random random = new Random(17);
            for (int i = 0; i < texts.size(); i++) {
                List<String> words = Arrays.asList(texts.get(i).split("\\s+", -1));
                String copy = HEAD.get(i % HEAD.size()) + "\n\n"
                        + String.join(" ", change.apply(random).apply(words)) + "\n\n" + FOOT;
                long time = (texts.size() + i) * SECOND;
                Likeness likeness = originals.arrived(article("copy", copy), time);
                originals.killed("copy", time);
                String original = "o" + i;
                boolean duplicate = original.equals(likeness.duplicateOf());
                found += duplicate ? 1 : 0;
                near += duplicate
                                || likeness.related().stream()
                                        .anyMatch(r -> r.getId().equals(original))
                        ? 1
                        : 0;
            }
            out.printf("%s | %.4f | %.4f%n", name, (double) found / texts.size(), (double) near / texts.size());
        });
    }

    /** So many of the words are replaced, left out or have one put before them, a third each. */
    private List<String> edited(List<String> words, double part, Random random) {
        List<String> edited = new ArrayList<>();
        for (String word : words) {
            int what = random.nextDouble() < part ? random.nextInt(3) : -1;
            if (what == 0 || what == 1) {
                String[] other = texts.get(random.nextInt(texts.size())).split("\\s+", -1);
                edited.add(other[random.nextInt(other.length)]);
            }
            if (what == -1 || what == 1) {
                edited.add(word);
            }
        }
        return edited;
    }

    private static EnrichedArticle article(String id, String body) {
        return EnrichedArticle.newBuilder()
                .setId(id)
                .setVersion(1)
                .setStatus(PubStatus.usable)
                .setSource(new Source("s", "S"))
                .setHeadline(body.substring(0, Math.min(60, body.length())))
                .setBody(body)
                .setReceivedAt(Instant.EPOCH)
                .setEnrichedAt(Instant.EPOCH)
                .build();
    }

    /** Sketches in memory. */
    private static final class MapStore implements Duplicates.Store {
        private final Map<String, HeldSketch> sketches = new HashMap<>();

        @Override
        public HeldSketch get(String id) {
            return sketches.get(id);
        }

        @Override
        public void put(String id, HeldSketch sketch) {
            sketches.put(id, sketch);
        }

        @Override
        public void delete(String id) {
            sketches.remove(id);
        }
    }
}
