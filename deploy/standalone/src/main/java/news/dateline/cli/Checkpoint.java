package news.dateline.cli;

/** How far an input was acknowledged in an earlier run, and where to note how far this one has come. */
interface Checkpoint {
    /** For inputs that are always pushed from their beginning. */
    Checkpoint NONE = new Checkpoint() {
        @Override
        public long done() {
            return 0;
        }

        @Override
        public void acknowledged(long units) {
            // nobody asks
        }
    };

    /** Units acknowledged earlier: lines of NDJSON, records of a WARC, 1 for anything else. */
    long done();

    /** Notes that so many units from the beginning are acknowledged. */
    void acknowledged(long units);
}
