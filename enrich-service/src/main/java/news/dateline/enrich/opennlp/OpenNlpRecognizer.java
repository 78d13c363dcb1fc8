package news.dateline.enrich.opennlp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.entities.Tokenizer;
import news.dateline.enrich.entities.Tokens;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;

/**
 * Name finders of Apache OpenNLP. Mentions of one spelling and type are one entity. Thread-safe: each call has finders of
 * its own, as those keep state.
 */
final class OpenNlpRecognizer implements Annotator<List<Entity>> {

    private final List<TokenNameFinderModel> models;
    private final Tokenizer tokenizer = new Tokenizer();

    OpenNlpRecognizer(List<TokenNameFinderModel> models) {
        this.models = List.copyOf(models);
    }

    @Override
    public String model() {
        return "opennlp@" + models.get(0).getVersion();
    }

    @Override
    public List<Entity> annotate(ArticleText text) {
        Map<String, Entity> entities = new LinkedHashMap<>();
        for (TokenNameFinderModel model : models) {
            if (model.getLanguage().equals(text.language())) {
                NameFinderME finder = new NameFinderME(model);
                read("headline", text.headline(), finder, entities);
                read("standfirst", text.standfirst(), finder, entities);
                read("body", text.body(), finder, entities);
            }
        }
        return new ArrayList<>(entities.values());
    }

    private void read(String field, String text, NameFinderME finder, Map<String, Entity> entities) {
        Tokens tokens = tokenizer.tokenize(text);
        for (int s = 0; s < tokens.sentences(); s++) {
            int from = tokens.sentenceStart(s);
            String[] words = new String[tokens.sentenceEnd(s) - from];
            for (int i = 0; i < words.length; i++) {
                words[i] = tokens.token(from + i);
            }
            for (Span span : finder.find(words)) {
                int start = tokens.start(from + span.getStart());
                int end = tokens.end(from + span.getEnd() - 1);
                type(span.getType())
                        .ifPresent(
                                type -> add(entities, type, span.getProb(), field, text.substring(start, end), start));
            }
        }
    }

    private void add(
            Map<String, Entity> entities, EntityType type, double score, String field, String name, int start) {
        Entity entity = entities.computeIfAbsent(
                type + " " + name,
                key -> Entity.newBuilder()
                        .setType(type)
                        .setName(name)
                        .setScore(0)
                        .setRecognizer(model())
                        .setMentions(new ArrayList<>())
                        .build());
        entity.setScore(Math.max(entity.getScore(), Math.min(1, score)));
        entity.getMentions().add(new Mention(field, start, start + name.length(), name));
    }

    private static Optional<EntityType> type(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "person", "per" -> Optional.of(EntityType.PERSON);
            case "organization", "organisation", "org" -> Optional.of(EntityType.ORGANIZATION);
            case "location", "loc", "gpe" -> Optional.of(EntityType.LOCATION);
            default -> Optional.empty();
        };
    }
}
