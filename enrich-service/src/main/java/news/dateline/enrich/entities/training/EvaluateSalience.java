package news.dateline.enrich.entities.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import news.dateline.Entity;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.entities.EntityAnnotator;

/**
 * Measures salience by titles: {@code EvaluateSalience FILE...}. Of each document whose first sentence is a title, the
 * entities of the rest are ranked without it; those that the title names should stand above the others (the idea of
 * Dunietz and Gillick, 2014, who take abstracts). Beside salience stand the two things that it is made of, alone.
 */
public final class EvaluateSalience {

    private static final int LONGEST_TITLE = 16;

    private EvaluateSalience() {}

    /** Takes files of BIO columns with documents. */
    public static void main(String[] args) throws IOException {
        EntityAnnotator annotator = new EntityAnnotator();
        Ranking salience = new Ranking(Entity::getSalience);
        Ranking frequency = new Ranking(entity -> entity.getMentions().size());
        Ranking position = new Ranking(entity -> -entity.getMentions().get(0).getStart());
        for (String file : args) {
            for (List<Sentence> document : BioFile.read(Path.of(file))) {
                if (document.size() < 4 || document.get(0).words().size() > LONGEST_TITLE) {
                    continue;
                }
                String title = Retokeniser.write(document.get(0).words()).text();
                StringBuilder body = new StringBuilder();
                document.subList(1, document.size())
                        .forEach(sentence -> body.append(
                                        Retokeniser.write(sentence.words()).text())
                                .append(' '));
                List<Entity> entities =
                        annotator.annotate(new ArticleText("", "", body.toString(), "en", List.of(), null));
                for (Ranking ranking : List.of(salience, frequency, position)) {
                    ranking.add(entities, title);
                }
            }
        }
        System.out.println("salience  " + salience);
        System.out.println("frequency " + frequency);
        System.out.println("position  " + position);
    }

    /** How well one figure ranks; one thread. */
    private static final class Ranking {
        private final ToDoubleFunction<Entity> figure;
        private double pairs;
        private double inOrder;
        private int documents;
        private int firstRight;

        Ranking(ToDoubleFunction<Entity> figure) {
            this.figure = figure;
        }

        void add(List<Entity> entities, String title) {
            List<Entity> named =
                    entities.stream().filter(entity -> isNamed(entity, title)).toList();
            if (named.isEmpty() || named.size() == entities.size()) {
                return;
            }
            documents++;
            Entity first = entities.get(0);
            for (Entity entity : entities) {
                first = figure.applyAsDouble(entity) > figure.applyAsDouble(first) ? entity : first;
                for (Entity better : named.contains(entity) ? List.<Entity>of() : named) {
                    pairs++;
                    int order = Double.compare(figure.applyAsDouble(better), figure.applyAsDouble(entity));
                    inOrder += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                }
            }
            firstRight += named.contains(first) ? 1 : 0;
        }

        private static boolean isNamed(Entity entity, String title) {
            return entity.getMentions().stream()
                    .anyMatch(mention -> mention.getText().length() > 1 && title.contains(mention.getText()));
        }

        @Override
        public String toString() {
            return "%d documents: %.3f of pairs in order, first one named in the title in %.3f"
                    .formatted(documents, inOrder / pairs, (double) firstRight / documents);
        }
    }
}
