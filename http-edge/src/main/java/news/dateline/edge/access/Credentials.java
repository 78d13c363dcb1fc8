package news.dateline.edge.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Finds the key that a request presents. */
final class Credentials {
    private Credentials() {}

    /**
     * The key of {@code Authorization: Bearer} (RFC 6750), of {@code X-Api-Key}, or the password of {@code
     * Authorization: Basic} (RFC 7617), which browsers send for the page.
     */
    static Optional<String> of(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Optional.ofNullable(request.getHeaders().get("X-Api-Key")).map(String::strip);
        }
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? "" : authorization.substring(0, space).toLowerCase(Locale.ROOT);
        String value = authorization.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> Optional.of(value);
            case "basic" -> Optional.of(password(value));
            default -> Optional.of(""); // something was presented, and it is no key
        };
    }

    private static String password(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
