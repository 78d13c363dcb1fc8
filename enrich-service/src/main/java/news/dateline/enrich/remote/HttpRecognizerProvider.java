package news.dateline.enrich.remote;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.dateline.Entity;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.RecognizerProvider;

/**
 * Offers a recognizer behind HTTP, in whatever language it is written. Its settings: {@code url}; {@code model}, the
 * {@code name@version} that its entities bear; {@code languages} by commas, all if empty; {@code timeout} ({@code PT2S});
 * {@code failures} (5) in a row after which it is left alone for {@code pause} ({@code PT30S}).
 */
public final class HttpRecognizerProvider implements RecognizerProvider {
    @Override
    public String name() {
        return "http";
    }

    @Override
    public Optional<Annotator<List<Entity>>> open(Map<String, String> settings) {
        String url = settings.getOrDefault("url", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        String model = settings.getOrDefault("model", "");
        if (!model.matches("[^@\\s]+@\\S+")) {
            throw new IllegalArgumentException(
                    "http.model must be name@version, such as storms@3; it is '" + model + "'");
        }
        Set<String> languages = Arrays.stream(
                        settings.getOrDefault("languages", "").split(",", -1))
                .map(String::strip)
                .filter(language -> !language.isEmpty())
                .collect(Collectors.toSet());
        CircuitBreaker breaker =
                new CircuitBreaker(failures(settings), duration(settings, "pause", "PT30S"), System::nanoTime);
        return Optional.of(
                new HttpRecognizer(address(url), model, languages, duration(settings, "timeout", "PT2S"), breaker));
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url.strip());
            if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw new IllegalArgumentException("http.url must be an absolute http or https address; it is '" + url + "'");
    }

    private static int failures(Map<String, String> settings) {
        String given = settings.getOrDefault("failures", "5");
        if (!given.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("http.failures must be a number from 1; it is '" + given + "'");
        }
        return Integer.parseInt(given);
    }

    private static Duration duration(Map<String, String> settings, String name, String usual) {
        String given = settings.getOrDefault(name, usual);
        try {
            return Duration.parse(given);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "http." + name + " must be an ISO-8601 duration, such as PT2S; it is '" + given + "'", e);
        }
    }
}
