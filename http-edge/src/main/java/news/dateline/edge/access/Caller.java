package news.dateline.edge.access;

import io.micronaut.http.HttpRequest;

/** Who sends a request: the name of its API key. */
public final class Caller {
    /** Who sends requests where no keys are set. */
    public static final String ANYONE = "anyone";

    private static final String ATTRIBUTE = "dateline.caller";

    private Caller() {}

    /** The sender of a request that passed the door. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse(ANYONE);
    }

    static void set(HttpRequest<?> request, String name) {
        request.setAttribute(ATTRIBUTE, name);
    }
}
