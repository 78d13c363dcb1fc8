package news.dateline.enrich.evaluation;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.Source;
import news.dateline.Story;
import news.dateline.StoryStatus;
import news.dateline.enrich.stories.Stories;
import news.dateline.enrich.stories.StoriesInMemory;
import news.dateline.enrich.stories.Told;

/**
 * Measures stories against those that were made by hand, by B-cubed precision and recall (A. Bagga, B. Baldwin, 1998):
 * as the ids stood when each article came, and with merges followed. Articles come in the order of their times, each
 * moved by up to six hours either way, so that the stories lie mixed up.
 */
final class EvaluateStories {
    private static final double SHIFT = 12 * 3600;

    private record Line(String label, double time, String title, String body) {}

    private final List<Line> lines = new ArrayList<>();
    private final PrintStream out;

    EvaluateStories(List<String> rows, PrintStream out) {
        this.out = out;
        Random random = new Random(17);
        for (String row : rows) {
            String[] columns = row.split("\t", -1);
            double time = Double.parseDouble(columns[1]) + random.nextDouble() * SHIFT;
            lines.add(new Line(columns[0], time, columns[2], columns.length > 3 ? columns[3] : ""));
        }
        lines.sort(Comparator.comparingDouble(Line::time));
    }

    void run() {
        out.println("articles | stories | found | precision | recall | B3 F1 | with merges followed");
        Map<String, Integer> sizes = new HashMap<>();
        lines.forEach(line -> sizes.merge(line.label(), 1, Integer::sum));
        figures("all", lines);
        figures(
                "of stories of 5 and more",
                lines.stream().filter(l -> sizes.get(l.label()) >= 5).toList());
        figures(
                "of stories of 4 and less",
                lines.stream().filter(l -> sizes.get(l.label()) < 5).toList());
    }

    private void figures(String name, List<Line> articles) {
        Stories stories = new Stories(new StoriesInMemory());
        List<String> told = new ArrayList<>();
        Map<String, String> mergedInto = new HashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            Told next = stories.arrived(
                    article(i, articles.get(i)), (long) (articles.get(i).time() * 1000));
            told.add(next.story().getId());
            for (Story story : next.changed()) {
                if (story.getStatus() == StoryStatus.merged) {
                    mergedInto.put(story.getId(), story.getMergedInto());
                }
            }
        }
        List<String> wanted = articles.stream().map(Line::label).toList();
        List<String> followed = told.stream().map(id -> last(id, mergedInto)).toList();
        double[] asTold = bCubed(told, wanted);
        double[] asMerged = bCubed(followed, wanted);
        out.printf(
                "%s: %d | %d | %d | %.3f | %.3f | %.3f | %.3f %.3f %.3f%n",
                name,
                articles.size(),
                wanted.stream().distinct().count(),
                told.stream().distinct().count(),
                asTold[0],
                asTold[1],
                asTold[2],
                asMerged[0],
                asMerged[1],
                asMerged[2]);
    }

    private static String last(String id, Map<String, String> mergedInto) {
        String last = id;
        while (mergedInto.containsKey(last)) {
            last = mergedInto.get(last);
        }
        return last;
    }

    private static double[] bCubed(List<String> found, List<String> wanted) {
        Map<String, Integer> ofFound = new HashMap<>();
        Map<String, Integer> ofWanted = new HashMap<>();
        Map<String, Integer> ofBoth = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            ofFound.merge(found.get(i), 1, Integer::sum);
            ofWanted.merge(wanted.get(i), 1, Integer::sum);
            ofBoth.merge(found.get(i) + "\t" + wanted.get(i), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < found.size(); i++) {
            double both = ofBoth.get(found.get(i) + "\t" + wanted.get(i));
            precision += both / ofFound.get(found.get(i)) / found.size();
            recall += both / ofWanted.get(wanted.get(i)) / found.size();
        }
        return new double[] {precision, recall, 2 * precision * recall / (precision + recall)};
    }

    private static EnrichedArticle article(int number, Line line) {
        return EnrichedArticle.newBuilder()
                .setId("a" + number)
                .setVersion(1)
                .setStatus(PubStatus.usable)
                .setSource(new Source("s", "S"))
                .setLanguage("en")
                .setHeadline(line.title())
                .setBody(line.body())
                .setReceivedAt(Instant.EPOCH)
                .setEnrichedAt(Instant.EPOCH)
                .build();
    }
}
