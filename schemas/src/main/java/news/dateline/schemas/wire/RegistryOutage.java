package news.dateline.schemas.wire;

import com.microsoft.kiota.ApiException;
import io.vertx.core.VertxException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

/**
 * Tells a schema registry that does not answer from a record that cannot be read. The first passes, and the record is
 * good: it is tried again. The second never passes: it is a dead letter.
 */
public final class RegistryOutage {
    private RegistryOutage() {}

    /** Whether a serde failed because the registry is away, in trouble, or refuses this client. */
    public static boolean caused(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SocketException
                    || e instanceof SocketTimeoutException
                    || e instanceof UnknownHostException
                    || e instanceof ClosedChannelException
                    || e instanceof TimeoutException
                    || e instanceof VertxException // the registry's client: a connection closed under it
                    || e instanceof ApiException answer && isTrouble(answer.getResponseStatusCode())) {
                return true;
            }
        }
        return false;
    }

    /** The registry's own trouble or its refusal of this client; not its word that there is no such schema. */
    private static boolean isTrouble(int status) {
        return status >= 500 || status == 401 || status == 403 || status == 408 || status == 429;
    }
}
