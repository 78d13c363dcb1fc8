package news.dateline.standalone;

/** The parts of a stack, in the order in which they stop: first what takes work in, last what keeps it. */
enum Part {
    INGEST,
    ENRICH,
    SINK,
    KAFKA,
    DATABASE
}
