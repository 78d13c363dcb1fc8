package news.dateline.edge.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of what was done by whom: kills, everything that needs {@link Role#OPERATE}, and keys that were refused. It
 * goes to the logger {@code dateline.audit} at INFO, key=value, and never holds a key.
 */
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger("dateline.audit");

    private Audit() {}

    /**
     * Records something done in the request of this thread.
     *
     * @param what {@code key=value} pairs; values without spaces
     */
    public static void record(String what) {
        String caller = ServerRequestContext.currentRequest().map(Caller::of).orElse("-");
        log(what + " key=" + caller);
    }

    /** Records what became of a request. */
    static void record(String event, HttpRequest<?> request, String key, int status) {
        log("event=" + event + " key=" + key + " method=" + request.getMethodName() + " path="
                + request.getUri().getRawPath() + " remote="
                + request.getRemoteAddress().getAddress().getHostAddress() + " status=" + status);
    }

    static void log(String line) {
        LOG.info("{}", line);
    }
}
