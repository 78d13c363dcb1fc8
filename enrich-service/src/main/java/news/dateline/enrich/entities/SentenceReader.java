package news.dateline.enrich.entities;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Applies a model to one sentence after another with one set of scratch arrays; belongs to one thread. */
public final class SentenceReader {

    private final CrfModel model;
    private final Words words = new Words();
    private final FeatureTemplates templates;
    private final Lattice lattice;
    private final int[] features = new int[FeatureTemplates.MOST];
    private int[] labels = new int[256];

    public SentenceReader(CrfModel model) {
        this(model, Math::exp);
    }

    /**
     * A reader whose probabilities come of the given exponential function, as of {@link StrictMath#exp} for the
     * same bits everywhere.
     */
    public SentenceReader(CrfModel model, DoubleUnaryOperator exp) {
        this.model = model;
        this.templates = new FeatureTemplates(words, model.weights().bits());
        this.lattice = new Lattice(exp);
        lattice.transitions(model.transitions());
    }

    /** Adds the names of the tokens from {@code from} to {@code to} to the list, in order. */
    public void read(Tokens tokens, int from, int to, List<NameSpan> names) {
        decode(tokens, from, to);
        collect(tokens, from, to - from, names);
    }

    /** How sure the model is of the labels it gives: the least probability of a label, over the tokens. */
    public double confidence(Tokens tokens, int from, int to) {
        decode(tokens, from, to);
        return least(labels, to - from);
    }

    /**
     * How plausible given labels are to the model: the least probability of a label, over the tokens of the
     * sentence.
     */
    public double plausibility(Tokens tokens, int[] given) {
        decode(tokens, 0, tokens.size());
        return least(given, tokens.size());
    }

    private double least(int[] given, int size) {
        lattice.sum();
        double least = 1;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, lattice.marginal(i, given[i]));
        }
        return least;
    }

    private void decode(Tokens tokens, int from, int to) {
        int size = to - from;
        words.fill(tokens, from, to, model.lexicon());
        lattice.begin(size);
        for (int i = 0; i < size; i++) {
            int count = templates.extract(i, features, 0);
            model.weights().emit(features, count, lattice.emissions(), i * Labels.COUNT);
        }
        if (labels.length < size) {
            labels = new int[size * 2];
        }
        lattice.viterbi(labels);
    }

    private void collect(Tokens tokens, int from, int size, List<NameSpan> names) {
        boolean summed = false;
        for (int start = 0; start < size; start++) {
            if (!Labels.starts(labels[start])) {
                continue;
            }
            int last = start;
            while (!Labels.ends(labels[last])) {
                last++;
            }
            if (!summed) {
                lattice.sum();
                summed = true;
            }
            NameType type = Labels.type(labels[start]);
            double score = Math.min(1, lattice.span(start, last + 1, type));
            names.add(new NameSpan(
                    from + start, from + last + 1, tokens.start(from + start), tokens.end(from + last), type, score));
            start = last;
        }
    }
}
