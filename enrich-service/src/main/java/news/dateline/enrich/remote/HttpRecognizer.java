package news.dateline.enrich.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.annotate.UnavailableException;

/**
 * A recognizer behind HTTP. It is sent {@code {"headline","standfirst","body","language"}} and answers
 * {@code {"entities":[{"type","name","score","mentions":[{"field","start","end"}]}]}}, offsets in UTF-16 units, end
 * exclusive. A type that is not known becomes OTHER; a mention that lies outside its field makes the answer wrong. A
 * service that does not answer, or answers wrongly, costs the article its tags and no more. Thread-safe.
 */
final class HttpRecognizer implements Annotator<List<Entity>> {
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI address;
    private final String model;
    private final Set<String> languages;
    private final Duration timeout;
    private final CircuitBreaker breaker;

    HttpRecognizer(URI address, String model, Set<String> languages, Duration timeout, CircuitBreaker breaker) {
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.address = address;
        this.model = model;
        this.languages = Set.copyOf(languages);
        this.timeout = timeout;
        this.breaker = breaker;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public boolean knows(ArticleText text) {
        return languages.isEmpty() || languages.contains(text.language());
    }

    @Override
    public List<Entity> annotate(ArticleText text) {
        if (!breaker.admits()) {
            throw new UnavailableException("is left alone after failures in a row");
        }
        boolean went = false;
        try {
            List<Entity> entities = read(ask(text), text);
            went = true;
            return entities;
        } finally {
            if (went) {
                breaker.succeeded();
            } else {
                breaker.failed();
            }
        }
    }

    private JsonNode ask(ArticleText text) {
        ObjectNode question = JSON.createObjectNode()
                .put("headline", text.headline())
                .put("standfirst", text.standfirst())
                .put("body", text.body())
                .put("language", text.language());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question.toString()))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new UnavailableException("answered with status " + answer.statusCode());
                }
                return JSON.readTree(body.readNBytes(LONGEST_ANSWER));
            }
        } catch (HttpTimeoutException e) {
            throw new UnavailableException("timed out after " + timeout.toMillis() + " ms");
        } catch (IOException e) {
            throw new UnavailableException("could not be asked: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("was interrupted");
        }
    }

    private List<Entity> read(JsonNode answer, ArticleText text) {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode found : answer.path("entities")) {
            List<Mention> mentions = new ArrayList<>();
            for (JsonNode place : found.path("mentions")) {
                mentions.add(mention(place, text));
            }
            if (mentions.isEmpty()) {
                throw new UnavailableException("answered with an entity without mentions");
            }
            entities.add(Entity.newBuilder()
                    .setType(type(found.path("type").asText()))
                    .setName(found.path("name").asText(mentions.get(0).getText()))
                    .setScore(Math.max(0, Math.min(1, found.path("score").asDouble(1))))
                    .setRecognizer(model)
                    .setMentions(mentions)
                    .build());
        }
        return entities;
    }

    private static Mention mention(JsonNode place, ArticleText text) {
        String field = place.path("field").asText();
        String within =
                switch (field) {
                    case "headline" -> text.headline();
                    case "standfirst" -> text.standfirst();
                    case "body" -> text.body();
                    default -> "";
                };
        int start = place.path("start").asInt(-1);
        int end = place.path("end").asInt(-1);
        if (start < 0 || end <= start || end > within.length()) {
            throw new UnavailableException("answered with a mention outside its field");
        }
        return new Mention(field, start, end, within.substring(start, end));
    }

    private static EntityType type(String name) {
        return EntityType.getClassSchema().hasEnumSymbol(name) ? EntityType.valueOf(name) : EntityType.OTHER;
    }
}
