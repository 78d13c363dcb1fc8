package news.dateline.enrich.entities;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How central a thing is to an article, from 0 to 1: how early it is named (headline, then standfirst, then the
 * first lines), how often, and in how many parts of the text (after Dunietz and Gillick, "A new entity salience
 * task", 2014). Stateless.
 */
final class Salience {

    private static final double EARLY = 0.45;
    private static final double OFTEN = 0.35;
    private static final double SPREAD = 0.20;
    private static final double FADING = 900;
    private static final int PARTS = 5;

    private Salience() {}

    /**
     * Salience of a thing.
     *
     * @param most mentions of the thing named most often
     */
    static double of(Thing thing, int most) {
        double early = 0;
        Set<Integer> parts = new HashSet<>();
        for (Thing.Named mention : thing.mentions()) {
            int length = Math.max(1, mention.field().text().length());
            double place =
                    switch (mention.field().field()) {
                        case "headline" -> 1;
                        case "standfirst" -> 0.8;
                        default -> 0.9 * StrictMath.exp(-mention.span().start() / FADING);
                    };
            early = Math.max(early, place);
            if (mention.field().field().equals("body")) {
                parts.add((int) ((long) mention.span().start() * PARTS / length));
            }
        }
        double often = StrictMath.log1p(thing.mentions().size()) / StrictMath.log1p(most);
        double spread = (double) parts.size() / PARTS;
        return round(EARLY * early + OFTEN * often + SPREAD * spread);
    }

    /** Three digits are what anyone can make use of. */
    static double round(double value) {
        return Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000.0;
    }

    static int most(List<Thing> things) {
        return things.stream().mapToInt(thing -> thing.mentions().size()).max().orElse(1);
    }
}
