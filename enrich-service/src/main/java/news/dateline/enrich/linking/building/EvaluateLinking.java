package news.dateline.enrich.linking.building;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.dateline.Coordinates;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.entities.EntityAnnotator;
import news.dateline.enrich.linking.Gazetteers;
import news.dateline.enrich.linking.LinkedEntities;
import news.dateline.enrich.linking.Linker;

/**
 * Measures where places are put: {@code EvaluateLinking FILE...}. A file holds articles, divided by empty lines; each is
 * one line of text and, below it, a line for each place with its name, latitude and longitude. A place is right within
 * 161 km (100 miles), the usual tolerance (DeLozier, Baldridge and London, 2015).
 */
public final class EvaluateLinking {

    private static final double TOLERANCE = 161;

    private EvaluateLinking() {}

    /** Takes files. */
    public static void main(String[] args) throws IOException {
        Annotator<List<Entity>> annotator = new LinkedEntities(new EntityAnnotator(), new Linker(Gazetteers.bundled()));
        for (String file : args) {
            Figures figures = measure(Files.readAllLines(Path.of(file)), annotator, System.out::println);
            System.out.printf(
                    "%s: %d places, %d linked, %d right: %.3f of all, %.3f of those linked%n",
                    file,
                    figures.places(),
                    figures.linked(),
                    figures.right(),
                    (double) figures.right() / figures.places(),
                    (double) figures.right() / figures.linked());
        }
    }

    /**
     * How many places there are, got coordinates, and got right ones.
     */
    public record Figures(int places, int linked, int right) {}

    /** Measures on the lines of a file; {@code log} hears of each place that is missing or wrong. */
    public static Figures measure(List<String> lines, Annotator<List<Entity>> annotator, Consumer<String> log) {
        int places = 0;
        int linked = 0;
        int right = 0;
        List<Entity> entities = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 1 && !line.isEmpty() && line.charAt(0) != '#') {
                entities = annotator.annotate(new ArticleText("", "", line, "en", List.of(), null));
            } else if (fields.length == 3) {
                places++;
                Optional<Coordinates> found = entities.stream()
                        .filter(entity -> entity.getType() == EntityType.LOCATION && bears(entity, fields[0]))
                        .map(Entity::getCoordinates)
                        .filter(coordinates -> coordinates != null)
                        .findFirst();
                double off = found.map(point ->
                                kilometres(point, Double.parseDouble(fields[1]), Double.parseDouble(fields[2])))
                        .orElse(Double.NaN);
                linked += found.isPresent() ? 1 : 0;
                right += off <= TOLERANCE ? 1 : 0;
                if (!(off <= TOLERANCE)) {
                    log.accept(fields[0] + (found.isEmpty() ? ": not linked" : ": off by %.0f km".formatted(off)));
                }
            }
        }
        return new Figures(places, linked, right);
    }

    private static boolean bears(Entity entity, String name) {
        return entity.getMentions().stream()
                .anyMatch(mention -> mention.getText().equals(name));
    }

    private static double kilometres(Coordinates point, double latitude, double longitude) {
        double north = Math.toRadians(point.getLat());
        double other = Math.toRadians(latitude);
        double cosine = Math.sin(north) * Math.sin(other)
                + Math.cos(north) * Math.cos(other) * Math.cos(Math.toRadians(point.getLon() - longitude));
        return 6371 * Math.acos(Math.max(-1, Math.min(1, cosine)));
    }
}
