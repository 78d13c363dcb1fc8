package news.dateline.ingest.http;

/** Counts what is being taken in against its limits. Thread-safe. */
final class Intake {
    private final int mostRequests;
    private final long mostBytes;
    private int requests;
    private long bytes;

    Intake(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** Takes one request in, if there is room for it; one alone is always taken. */
    synchronized boolean enter(long size) {
        if (requests >= mostRequests || requests > 0 && bytes + size > mostBytes) {
            return false;
        }
        requests++;
        bytes += size;
        return true;
    }

    /** The request is answered. */
    synchronized void leave(long size) {
        requests--;
        bytes -= size;
    }

    synchronized int requests() {
        return requests;
    }

    synchronized long bytes() {
        return bytes;
    }
}
