package news.dateline.enrich.linking;

import java.util.List;
import news.dateline.Entity;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;

/** The entities of any recognizer, linked. As thread-safe as the recognizer. */
public final class LinkedEntities implements Annotator<List<Entity>> {

    private final Annotator<List<Entity>> recognizer;
    private final Linker linker;

    public LinkedEntities(Annotator<List<Entity>> recognizer, Linker linker) {
        this.recognizer = recognizer;
        this.linker = linker;
    }

    @Override
    public String model() {
        return recognizer.model() + "+gazetteer@" + linker.version();
    }

    @Override
    public boolean knows(ArticleText text) {
        return recognizer.knows(text);
    }

    @Override
    public List<Entity> annotate(ArticleText text) {
        List<Entity> entities = recognizer.annotate(text);
        linker.link(text, entities);
        return entities;
    }
}
