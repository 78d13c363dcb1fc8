package example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.annotate.RecognizerProvider;

/** Finds storms by their names, if the setting {@code dateline.enrich.recognizers.storms.on} is true. */
public final class Storms implements RecognizerProvider {
    @Override
    public String name() {
        return "storms";
    }

    @Override
    public Optional<Annotator<List<Entity>>> open(Map<String, String> settings) {
        return settings.getOrDefault("on", "false").equals("true") ? Optional.of(new Finder()) : Optional.empty();
    }

    private static final class Finder implements Annotator<List<Entity>> {
        private static final Pattern STORM = Pattern.compile("(?:Storm|Hurricane|Typhoon|Cyclone) \\p{Lu}\\p{Ll}+");

        @Override
        public String model() {
            return "storms@1";
        }

        @Override
        public boolean knows(ArticleText text) {
            return text.language().equals("en");
        }

        @Override
        public List<Entity> annotate(ArticleText text) {
            Map<String, List<Mention>> storms = new LinkedHashMap<>();
            read("headline", text.headline(), storms);
            read("standfirst", text.standfirst(), storms);
            read("body", text.body(), storms);
            List<Entity> entities = new ArrayList<>();
            storms.forEach((name, mentions) -> entities.add(Entity.newBuilder()
                    .setType(EntityType.EVENT)
                    .setName(name)
                    .setScore(1)
                    .setRecognizer(model())
                    .setMentions(mentions)
                    .build()));
            return entities;
        }

        private static void read(String field, String text, Map<String, List<Mention>> storms) {
            Matcher matcher = STORM.matcher(text);
            while (matcher.find()) {
                storms.computeIfAbsent(matcher.group(), name -> new ArrayList<>())
                        .add(new Mention(field, matcher.start(), matcher.end(), matcher.group()));
            }
        }
    }
}
