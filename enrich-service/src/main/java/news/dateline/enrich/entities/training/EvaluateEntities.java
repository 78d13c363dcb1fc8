package news.dateline.enrich.entities.training;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import news.dateline.Entity;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.entities.CrfModel;
import news.dateline.enrich.entities.EntityAnnotator;
import news.dateline.enrich.entities.NameSpan;
import news.dateline.enrich.entities.NameType;
import news.dateline.enrich.entities.SentenceReader;
import news.dateline.enrich.entities.Tokenizer;
import news.dateline.enrich.entities.Tokens;
import news.dateline.enrich.entities.training.SpanScores.Place;

/**
 * Measures a model on labelled files, exact spans by type and tokens a second of processor time: {@code
 * EvaluateEntities [--model FILE] FILE...}. Each file is read three times: with its own tokens, as running text
 * that the recognizer cuts itself, and as articles with the second pass over each document.
 */
public final class EvaluateEntities {

    private final CrfModel model;
    private final List<List<Sentence>> documents;

    private EvaluateEntities(CrfModel model, List<List<Sentence>> documents) {
        this.model = model;
        this.documents = documents;
    }

    /** Takes files of BIO columns; a file named {@code redocred...} stands for its held-out documents. */
    public static void main(String[] args) throws IOException {
        boolean given = args.length > 1 && args[0].equals("--model");
        CrfModel model = given ? open(Path.of(args[1])) : CrfModel.committed();
        System.out.println("model " + model.version() + ", " + model.features() + " features");
        for (String file : List.of(args).subList(given ? 2 : 0, args.length)) {
            List<List<Sentence>> documents = BioFile.read(Path.of(file));
            if (Path.of(file).getFileName().toString().startsWith("redocred")) {
                List<List<Sentence>> all = documents;
                documents = IntStream.range(0, all.size())
                        .filter(i -> i % TrainingCorpus.HELD_OUT == 0)
                        .mapToObj(all::get)
                        .toList();
            }
            EvaluateEntities run = new EvaluateEntities(model, documents);
            System.out.println(file);
            System.out.println("  its tokens    " + run.ownTokens());
            System.out.println("  running text  " + run.runningText());
            System.out.println("  articles      " + run.articles());
        }
    }

    private static CrfModel open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CrfModel.read(in);
        }
    }

    private SpanScores ownTokens() {
        SentenceReader reader = new SentenceReader(model);
        SpanScores scores = new SpanScores();
        for (List<Sentence> document : documents) {
            for (Sentence sentence : document) {
                Tokens tokens = Tokens.ofWords(sentence.words());
                List<NameSpan> names = new ArrayList<>();
                reader.read(tokens, 0, tokens.size(), names);
                Set<Place> gold = new HashSet<>();
                sentence.names().forEach(name -> gold.add(new Place(name.start(), name.end(), name.type())));
                Set<Place> found = new HashSet<>();
                names.forEach(name -> found.add(new Place(name.first(), name.last(), name.type())));
                scores.add(gold, found);
            }
        }
        return scores;
    }

    private String runningText() {
        SentenceReader reader = new SentenceReader(model);
        Tokenizer tokenizer = new Tokenizer();
        return measure((text, places) -> {
            Tokens tokens = tokenizer.tokenize(text);
            List<NameSpan> names = new ArrayList<>();
            for (int s = 0; s < tokens.sentences(); s++) {
                reader.read(tokens, tokens.sentenceStart(s), tokens.sentenceEnd(s), names);
            }
            names.forEach(name -> places.put(new Place(name.start(), name.end(), name.type()), name.score()));
            return tokens.size();
        });
    }

    private String articles() {
        EntityAnnotator annotator = new EntityAnnotator(model);
        return measure((text, places) -> {
            for (Entity entity : annotator.annotate(new ArticleText("", "", text, "en", List.of(), null))) {
                NameType type = NameType.valueOf(entity.getType().name());
                entity.getMentions()
                        .forEach(mention ->
                                places.put(new Place(mention.getStart(), mention.getEnd(), type), entity.getScore()));
            }
            return new Tokenizer().tokenize(text).size();
        });
    }

    /** Finds the names of a text, each with its score; returns its number of tokens. */
    private interface Finder {
        int find(String text, Map<Place, Double> places);
    }

    private String measure(Finder finder) {
        SpanScores scores = new SpanScores();
        Reliability reliability = new Reliability();
        long nanos = 0;
        long count = 0;
        for (List<Sentence> document : documents) {
            Set<Place> gold = new HashSet<>();
            String text = write(document, gold);
            Map<Place, Double> found = new HashMap<>();
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            count += finder.find(text, found);
            nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
            scores.add(gold, found.keySet());
            found.forEach((place, score) -> reliability.add(score, gold.contains(place)));
        }
        return scores + reliability.toString() + "  %.0f tokens/s".formatted(count * 1e9 / Math.max(1, nanos));
    }

    /** A document as running text, and where its names stand there. */
    private static String write(List<Sentence> document, Set<Place> gold) {
        StringBuilder text = new StringBuilder();
        for (Sentence sentence : document) {
            Retokeniser.Running running = Retokeniser.write(sentence.words());
            int offset = text.length();
            text.append(running.text()).append(' ');
            for (Sentence.Gold name : sentence.names()) {
                int end = running.starts().get(name.end() - 1)
                        + sentence.words().get(name.end() - 1).length();
                gold.add(new Place(offset + running.starts().get(name.start()), offset + end, name.type()));
            }
        }
        return text.toString();
    }
}
