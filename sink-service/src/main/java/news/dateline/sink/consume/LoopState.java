package news.dateline.sink.consume;

/**
 * What a loop is doing, for whoever asks after its health.
 *
 * @param phase where it is
 * @param detail why it waits or failed, null else
 */
record LoopState(Phase phase, String detail) {
    static final LoopState STARTING = new LoopState(Phase.STARTING, null);
    static final LoopState READING = new LoopState(Phase.READING, null);
    static final LoopState STOPPED = new LoopState(Phase.STOPPED, null);

    /** Where a loop is. */
    enum Phase {
        /** Preparing the database, joining the group. */
        STARTING,
        /** Reading and storing. */
        READING,
        /** Something outside does not answer; it tries again. */
        WAITING,
        /** Stopped as asked. */
        STOPPED,
        /** Stopped by a fault of the program. */
        FAILED
    }

    static LoopState waiting(Unavailable reason) {
        return new LoopState(Phase.WAITING, reason.getMessage());
    }

    static LoopState failed(Throwable reason) {
        return new LoopState(Phase.FAILED, reason.toString());
    }
}
