package news.dateline.sink.store;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;

/**
 * Told of each {@link Failpoint} as it is passed, on the thread that passes it. The service's own does nothing; a test
 * puts one in its place that ends the process there. Thread-safe.
 */
public interface Failpoints {
    /** A moment has come. */
    void pass(Failpoint point);

    /** Lets everything pass. */
    @Singleton
    @Secondary
    final class Open implements Failpoints {
        @Override
        public void pass(Failpoint point) {
            // nothing ends here
        }
    }
}
