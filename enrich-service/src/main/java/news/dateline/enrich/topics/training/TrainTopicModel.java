package news.dateline.enrich.topics.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.topics.TopicModel;

/**
 * Trains the topic model: {@code TrainTopicModel DATADIR OUTFILE [TRIALDIR [FIFTH]]}. A fifth of the stories is set
 * apart to fit the calibration and to print figures; the model that is written then learns from all stories. Training
 * twice gives the same bytes. With a trial directory, the model that has not seen the stories set apart is left
 * there, with those stories, for {@link EvaluateTopics}. Fifth 1 is the one that the features were chosen by; figures
 * from another, 2 to 4, are of texts that nobody looked at.
 */
public final class TrainTopicModel {

    private static final int FIFTH = 1;

    private TrainTopicModel() {}

    /** Runs the program. */
    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 4) {
            throw new IllegalArgumentException("Usage: TrainTopicModel DATADIR OUTFILE [TRIALDIR [FIFTH]]");
        }
        Path data = Path.of(args[0]);
        List<LabelledText> news = TrainingData.texts(data);
        List<LabelledText> descriptions = new ArrayList<>(TrainingData.definitions(data));
        descriptions.addAll(TrainingData.terms());
        Trial trial = Trial.run(news, descriptions, args.length == 4 ? Integer.parseInt(args[3]) : FIFTH);
        System.out.println("Set apart, " + trial.figures().summary());
        System.out.println(trial.figures().matrix());
        if (args.length > 2) {
            Path directory = Files.createDirectories(Path.of(args[2]));
            write(trial.model(), directory.resolve("trial.model"));
            Files.writeString(directory.resolve("apart.tsv"), rows(trial.apart()));
        }
        TopicModel model = TopicTrainer.train(news, descriptions).calibrated(trial.shortTexts(), Trial.articles());
        write(model, Path.of(args[1]));
        System.out.println("Written: " + model.features() + " features, version " + model.version() + ", "
                + Files.size(Path.of(args[1])) + " bytes");
    }

    private static void write(TopicModel model, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
    }

    private static String rows(List<LabelledText> texts) {
        StringBuilder rows = new StringBuilder();
        for (LabelledText text : texts) {
            rows.append(text.source()).append('\t').append(text.story()).append('\t');
            rows.append(text.rootCode().substring("medtop:".length())).append("\t\t");
            rows.append(text.text()).append('\n');
        }
        return rows.toString();
    }
}
