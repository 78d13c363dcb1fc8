package news.dateline.enrich.annotate;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An annotator that is not waited for longer than a limit. One that does not end is interrupted; if it does not heed that
 * it keeps its thread, and when all threads are kept, further articles are refused at once. Thread-safe; its threads are
 * daemons and end with the program.
 *
 * @param <T> the tags
 */
public final class TimeLimited<T> implements Annotator<T> {

    private static final int THREADS = 16;

    private final Annotator<T> annotator;
    private final Duration limit;
    private final ExecutorService threads;

    public TimeLimited(Annotator<T> annotator, Duration limit) {
        this.annotator = annotator;
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "annotator-" + annotator.model());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Thrown when the limit has passed; the message says so in words. */
    public static final class TimedOutException extends UnavailableException {
        private static final long serialVersionUID = 1L;

        TimedOutException(String message) {
            super(message);
        }
    }

    @Override
    public String model() {
        return annotator.model();
    }

    @Override
    public boolean knows(ArticleText text) {
        return annotator.knows(text);
    }

    @Override
    public T annotate(ArticleText text) {
        Future<T> tags = submit(text);
        try {
            return tags.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            tags.cancel(true);
            throw new TimedOutException("timed out after " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            tags.cancel(true);
            Thread.currentThread().interrupt();
            throw new TimedOutException("was interrupted");
        }
    }

    private Future<T> submit(ArticleText text) {
        try {
            return threads.submit(() -> annotator.annotate(text));
        } catch (RejectedExecutionException e) {
            throw new TimedOutException("timed out on " + THREADS + " articles and still holds their threads");
        }
    }
}
