package news.dateline.chaos;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The sender's books: how many of each article's deeds the line has said that it accepted. Thread-safe. */
final class Ledger {
    private final Script script;
    private final int lanes;
    private final AtomicIntegerArray accepted;
    private final AtomicInteger total = new AtomicInteger();

    Ledger(Script script, int articles, int lanes) {
        this.script = script;
        this.lanes = lanes;
        this.accepted = new AtomicIntegerArray(articles);
    }

    int articles() {
        return accepted.length();
    }

    int lanes() {
        return lanes;
    }

    /** Whether the senders of a lane give Idempotency-Keys; those of the last do not. */
    boolean isKeyed(int article) {
        return article % lanes < lanes - 1;
    }

    /** Everything that is to be done to an article. */
    List<Deed> deeds(int article) {
        return isKeyed(article) ? script.keyed(article) : script.dated(article);
    }

    void accepted(int article) {
        accepted.incrementAndGet(article);
        total.incrementAndGet();
    }

    int total() {
        return total.get();
    }

    /** What must be true of an article now; nothing of it was accepted where it has no version. */
    Expected expected(int article) {
        return Expected.after(deeds(article).subList(0, accepted.get(article)));
    }
}
