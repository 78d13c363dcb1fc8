package news.dateline.sink.stream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import news.dateline.sink.matching.Matchable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One client of the live stream. Events wait in a bounded queue until its connection takes them; a client whose queue is
 * full is dropped, and nobody waits for it. Made by the controller, fed by {@link LiveWire} and {@link CatchUp}.
 * Thread-safe; the connection subscribes once.
 */
final class Listener implements Publisher<byte[]>, Subscription {
    private final Predicate<Matchable> filter;
    private final int most;
    private final Runnable onClose;
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private final Queue<WireEvent> held = new ArrayDeque<>();
    private final AtomicInteger draining = new AtomicInteger();
    private Subscriber<? super byte[]> connection;
    private long wanted;
    private boolean holding;
    private boolean closed;
    private boolean tooSlow;

    /**
     * A client.
     *
     * @param filter what it wants to hear of
     * @param most events that may wait
     * @param onClose called once it is gone; may be called more than once
     */
    Listener(Predicate<Matchable> filter, int most, Runnable onClose) {
        this.filter = filter;
        this.most = most;
        this.onClose = onClose;
    }

    /** Keeps live events back until {@link #release}, so that what lies before them comes first. */
    synchronized void hold() {
        holding = true;
    }

    /** Lets the live events go that were kept back. */
    void release() {
        synchronized (this) {
            holding = false;
            while (!held.isEmpty()) {
                enqueue(held.remove());
            }
        }
        drain();
    }

    /** A live event, for whoever it concerns. */
    void hear(WireEvent event) {
        if (!event.passes(filter)) {
            return;
        }
        synchronized (this) {
            if (!holding) {
                enqueue(event);
            } else if (held.size() < most) {
                held.add(event);
            } else {
                tooSlow = true;
            }
        }
        drain();
    }

    /**
     * An event of the past; waits until there is room.
     *
     * @return false if the client is gone or takes nothing any more
     */
    boolean tell(WireEvent event, long patienceMillis) throws InterruptedException {
        if (!event.passes(filter)) {
            return !isClosed();
        }
        synchronized (this) {
            long until = System.nanoTime() + patienceMillis * 1_000_000;
            while (queue.size() >= most && !closed) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    tooSlow = true;
                    break;
                }
                wait(left);
            }
            if (!closed && !tooSlow) {
                enqueue(event);
            }
        }
        drain();
        return !isClosed();
    }

    /** A comment, which clients ignore and connections need. */
    void comment(byte[] comment) {
        synchronized (this) {
            if (queue.size() < most) {
                queue.add(comment);
            }
        }
        drain();
    }

    /** Ends it, as on shutdown. */
    void end() {
        Subscriber<? super byte[]> last;
        synchronized (this) {
            last = closed ? null : connection;
        }
        cancel();
        if (last != null) {
            last.onComplete();
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private void enqueue(WireEvent event) {
        if (queue.size() < most) {
            queue.add(event.frame());
        } else {
            tooSlow = true;
        }
    }

    @Override
    public void subscribe(Subscriber<? super byte[]> subscriber) {
        synchronized (this) {
            connection = subscriber;
        }
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            wanted = wanted + n < 0 ? Long.MAX_VALUE : wanted + n;
        }
        drain();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            closed = true;
            queue.clear();
            held.clear();
            notifyAll();
        }
        onClose.run();
    }

    /** Hands over what waits, on one thread at a time. */
    private void drain() {
        if (draining.getAndIncrement() > 0) {
            return;
        }
        do {
            byte[] frame = next();
            while (frame != null) {
                connection.onNext(frame);
                frame = next();
            }
            boolean drop;
            synchronized (this) {
                drop = tooSlow && !closed && connection != null;
            }
            if (drop) {
                Subscriber<? super byte[]> dropped = connection;
                cancel();
                dropped.onError(new SlowClientException());
            }
        } while (draining.decrementAndGet() > 0);
    }

    private synchronized byte[] next() {
        if (connection == null || closed || wanted == 0 || queue.isEmpty()) {
            return null;
        }
        wanted--;
        notifyAll();
        return queue.remove();
    }

    /** A client did not take what it asked for. */
    static final class SlowClientException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SlowClientException() {
            super("The client does not take its events", null, false, false);
        }
    }
}
