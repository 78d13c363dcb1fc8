package news.dateline.enrich.entities.training;

/**
 * The numbers that steer a training run.
 *
 * @param seed of every random choice
 * @param bits features are hashed to numbers of this many bits, at least 6
 * @param epochs passes over the sentences
 * @param averaged how many of the last epochs the weights are averaged over
 * @param runs trainings with seeds of their own, whose weights are averaged, in the second round
 * @param rate step of AdaGrad
 * @param hiddenWords words hidden from the model, in a thousand
 * @param replaced sentences whose names are replaced by listed ones, in a thousand
 * @param step unit of the quantised weights
 * @param least features whose weights are all smaller than this are left out of the model file
 */
record TrainingPlan(
        long seed,
        int bits,
        int epochs,
        int averaged,
        int runs,
        float rate,
        int hiddenWords,
        int replaced,
        float step,
        float least) {

    /** The same plan with other random choices. */
    TrainingPlan reseeded(long other) {
        return new TrainingPlan(other, bits, epochs, averaged, runs, rate, hiddenWords, replaced, step, least);
    }

    /** The plan of the first round, whose model only labels the texts of the second: its weights are kept coarser. */
    TrainingPlan teaching() {
        return new TrainingPlan(
                seed,
                bits,
                epochs,
                averaged,
                runs,
                rate,
                hiddenWords,
                replaced,
                Math.max(step, 0.04f),
                Math.max(least, 0.09f));
    }

    /** The plan of the committed model. */
    static TrainingPlan committed() {
        return new TrainingPlan(20261124, 22, 5, 2, 2, 0.05f, 220, 250, 0.03f, 0.05f);
    }
}
