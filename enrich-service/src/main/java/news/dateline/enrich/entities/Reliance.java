package news.dateline.enrich.entities;

/**
 * Turns the model's probability into how often such names are right: the model is too sure of itself. Straight lines
 * between points measured on text that it was not trained on. Stateless.
 */
final class Reliance {

    private static final double[] GIVEN = {0, 0.35, 0.5, 0.65, 0.75, 0.85, 0.925, 0.97, 0.995, 1};
    private static final double[] RIGHT = {0, 0.30, 0.44, 0.51, 0.61, 0.72, 0.79, 0.87, 0.95, 0.97};

    private Reliance() {}

    static double of(double probability) {
        int above = 1;
        while (above < GIVEN.length - 1 && probability > GIVEN[above]) {
            above++;
        }
        double part = (probability - GIVEN[above - 1]) / (GIVEN[above] - GIVEN[above - 1]);
        return RIGHT[above - 1] + part * (RIGHT[above] - RIGHT[above - 1]);
    }
}
