package news.dateline.enrich.entities.training;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import news.dateline.enrich.entities.CrfModel;
import news.dateline.enrich.entities.Lexicon;
import news.dateline.enrich.entities.Tokenizer;
import news.dateline.enrich.entities.Tokens;
import news.dateline.enrich.entities.Weights;

/** Trains the entity model: {@code TrainEntityModel DATADIR OUTFILE}. The same data give the same bytes. */
public final class TrainEntityModel {

    private TrainEntityModel() {}

    /** Takes the data folder (with {@code ner}, {@code gazetteer} and {@code topics} in it) and the file to write. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("Usage: TrainEntityModel DATADIR OUTFILE");
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            train(Path.of(args[0]), TrainingPlan.committed(), out, System.out::println);
        }
    }

    private static List<SortedMap<Integer, Short>> clusters(Path data, List<Sentence> sentences, long seed)
            throws IOException {
        ClusterInducer inducer = new ClusterInducer(4);
        sentences.forEach(sentence -> inducer.read(Tokens.ofWords(sentence.words())));
        Tokenizer tokenizer = new Tokenizer();
        for (String text : NewsText.read(data)) {
            inducer.read(tokenizer.tokenize(text));
        }
        return inducer.induce(seed);
    }

    static void train(Path data, TrainingPlan plan, OutputStream out, Consumer<String> log) throws IOException {
        NameLists lists = NameLists.read(data);
        List<Sentence> sentences = TrainingCorpus.read(data, lists);
        log.accept(sentences.size() + " sentences");
        List<SortedMap<Integer, Short>> clusters = clusters(data, sentences, plan.seed());
        log.accept(clusters.get(0).size() + " words in clusters");
        Lexicon lexicon =
                new LexiconBuilder().commonWords(sentences).lists(lists).build(clusters);
        Augmenter augmenter = new Augmenter(lists, plan.replaced());
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        write(first, lexicon, plan.teaching(), new CrfTrainer(plan, lexicon).train(sentences, augmenter, log), log);
        CrfModel teacher = CrfModel.read(new ByteArrayInputStream(first.toByteArray()));
        List<Sentence> better = new SecondRound(teacher).refine(sentences, NewsText.current(data));
        log.accept(better.size() + " sentences in the second round");
        CrfTrainer.Result result = new CrfTrainer(plan, lexicon).train(better, augmenter, log);
        for (int run = 1; run < plan.runs(); run++) {
            TrainingPlan next = plan.reseeded(plan.seed() + run);
            result = result.mix(new CrfTrainer(next, lexicon).train(better, augmenter, log), 1f / (run + 1));
        }
        write(out, lexicon, plan, result, log);
    }

    private static void write(
            OutputStream out, Lexicon lexicon, TrainingPlan plan, CrfTrainer.Result result, Consumer<String> log)
            throws IOException {
        Weights weights = Weights.quantise(result.weights(), plan.step(), plan.least());
        log.accept(weights.features() + " features kept");
        CrfModel.write(out, lexicon, weights, result.steps());
    }
}
