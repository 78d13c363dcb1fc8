package news.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;

/**
 * Finds the persons, organisations and places of an English article: one {@link Entity} for each real thing, with
 * all its mentions, the most salient first. Offsets are UTF-16 units into the field, end exclusive, whatever the
 * text holds; it never fails. Articles in other languages get an empty list. Links to Wikidata and GeoNames are
 * left to {@code linking.LinkedEntities}.
 *
 * <p>The recognizer is a linear-chain conditional random field (Lafferty et al., 2001), see {@link SentenceReader};
 * rules then read the article as a whole. Immutable and thread-safe; the model is loaded once, at construction, and
 * shared.
 */
public final class EntityAnnotator implements Annotator<List<Entity>> {

    private static final String NAME = "crf-en@1.2-";
    private static final List<String> ORDER = List.of("headline", "standfirst", "body");
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "to", "and", "in", "a", "is", "for", "on", "that", "with", "was", "said", "at", "by", "has",
            "from", "as", "after", "his", "it", "he", "will", "are", "be", "an");

    private final CrfModel model;
    private final Tokenizer tokenizer = new Tokenizer();
    private final Queue<SentenceReader> idle = new ConcurrentLinkedQueue<>();

    /** An annotator with the model that comes with the program. */
    public EntityAnnotator() {
        this(CrfModel.committed());
    }

    /** An annotator with a model of one's own. */
    public EntityAnnotator(CrfModel model) {
        this.model = model;
    }

    @Override
    public String model() {
        return NAME + model.version();
    }

    @Override
    public boolean knows(ArticleText text) {
        return text.language().equals("en") || text.language().equals("und");
    }

    @Override
    public List<Entity> annotate(ArticleText text) {
        FieldNames body = new FieldNames("body", tokenizer.tokenize(text.body()));
        FieldNames headline = new FieldNames("headline", tokenizer.tokenize(text.headline()));
        FieldNames standfirst = new FieldNames("standfirst", tokenizer.tokenize(text.standfirst()));
        List<FieldNames> fields = List.of(body, headline, standfirst);
        if (!text.language().equals("en")
                && !(text.language().equals("und") && fields.stream().anyMatch(EntityAnnotator::looksEnglish))) {
            return List.of();
        }
        read(fields);
        Map<String, String> acronyms = new HashMap<>();
        for (FieldNames field : fields) {
            Headings.mark(field);
            acronyms.putAll(Acronyms.find(field));
        }
        Headings.decide(fields);
        Datelines.mark(body);
        fields.forEach(field -> KnownCountries.mend(field, model.lexicon()));
        DocumentPass.apply(fields);
        fields.forEach(field -> Credits.drop(field, text.byline(), model.lexicon()));
        return entities(Coreference.gather(fields, acronyms));
    }

    /** The first reading; readers are kept for the next article, as many as there were threads at one time. */
    private void read(List<FieldNames> fields) {
        SentenceReader waiting = idle.poll();
        SentenceReader reader = waiting == null ? new SentenceReader(model) : waiting;
        for (FieldNames field : fields) {
            Tokens tokens = field.tokens();
            for (int s = 0; s < tokens.sentences(); s++) {
                reader.read(tokens, tokens.sentenceStart(s), tokens.sentenceEnd(s), field.names());
            }
        }
        idle.add(reader);
    }

    private static boolean looksEnglish(FieldNames field) {
        Tokens tokens = field.tokens();
        int known = 0;
        int size = Math.min(tokens.size(), 200);
        for (int i = 0; i < size; i++) {
            known += tokens.end(i) - tokens.start(i) <= 5 && ENGLISH.contains(tokens.token(i)) ? 1 : 0;
        }
        return known > 1 && known * 8 >= size;
    }

    private List<Entity> entities(List<Thing> things) {
        int most = Salience.most(things);
        List<Entity> entities = new ArrayList<>();
        for (Thing thing : things) {
            List<Mention> mentions = thing.mentions().stream()
                    .map(named -> new Mention(
                            named.field().field(),
                            named.span().start(),
                            named.span().end(),
                            named.text()))
                    .sorted(Comparator.comparingInt((Mention mention) -> ORDER.indexOf(mention.getField()))
                            .thenComparingInt(Mention::getStart))
                    .toList();
            entities.add(Entity.newBuilder()
                    .setType(type(thing.type()))
                    .setName(thing.name())
                    .setScore(Salience.round(Reliance.of(thing.score())))
                    .setSalience(Salience.of(thing, most))
                    .setRecognizer(model())
                    .setQuotedAsSource(QuotedSources.isQuoted(thing))
                    .setMentions(new ArrayList<>(mentions))
                    .build());
        }
        entities.sort(Comparator.comparingDouble(Entity::getSalience)
                .reversed()
                .thenComparing(Entity::getName)
                .thenComparing(Entity::getType));
        return entities;
    }

    private static EntityType type(NameType type) {
        return switch (type) {
            case PERSON -> EntityType.PERSON;
            case ORGANIZATION -> EntityType.ORGANIZATION;
            case LOCATION -> EntityType.LOCATION;
        };
    }
}
