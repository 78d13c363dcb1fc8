-- What the services could not work on: the dead-letter topic, one row a failure.

CREATE TABLE dead_letters (
    id text COLLATE "C" PRIMARY KEY,
    topic text NOT NULL,
    partition integer NOT NULL,
    record_offset bigint NOT NULL,
    service text NOT NULL,
    error_class text NOT NULL,
    message text NOT NULL,
    failed_at timestamptz NOT NULL,
    article_id text COLLATE "C",
    record_key bytea,
    record_value bytea,
    header_names text[] NOT NULL,
    header_values bytea[] NOT NULL,
    size_bytes integer NOT NULL,
    state text NOT NULL DEFAULT 'waiting',
    changed_at timestamptz,
    discard_reason text,
    replayed_partition integer,
    replayed_offset bigint
);
COMMENT ON TABLE dead_letters IS 'Records that a service could not work on, as they lie on the dead-letter topic, and what became of them.';
COMMENT ON COLUMN dead_letters.id IS 'Made from the failed record and its place: the same failure told twice is one row.';
COMMENT ON COLUMN dead_letters.topic IS 'Topic that the record came from.';
COMMENT ON COLUMN dead_letters.partition IS 'Partition that it came from.';
COMMENT ON COLUMN dead_letters.record_offset IS 'Offset that it had there.';
COMMENT ON COLUMN dead_letters.service IS 'Service that failed on it.';
COMMENT ON COLUMN dead_letters.error_class IS 'Class of the exception.';
COMMENT ON COLUMN dead_letters.message IS 'What was wrong with it.';
COMMENT ON COLUMN dead_letters.failed_at IS 'When that happened.';
COMMENT ON COLUMN dead_letters.article_id IS 'The record''s key, where it has the form of an article''s id.';
COMMENT ON COLUMN dead_letters.record_key IS 'Key of the record, untouched.';
COMMENT ON COLUMN dead_letters.record_value IS 'Value of the record, untouched; null for a tombstone, and once its article is killed.';
COMMENT ON COLUMN dead_letters.header_names IS 'Names of the record''s own headers, in their order.';
COMMENT ON COLUMN dead_letters.header_values IS 'Values of the record''s own headers, in the same order.';
COMMENT ON COLUMN dead_letters.size_bytes IS 'Size of the value.';
COMMENT ON COLUMN dead_letters.state IS 'waiting, replayed, discarded, or erased: its article was killed and its content is gone.';
COMMENT ON COLUMN dead_letters.changed_at IS 'When it was replayed, discarded or erased.';
COMMENT ON COLUMN dead_letters.discard_reason IS 'Why it was discarded.';
COMMENT ON COLUMN dead_letters.replayed_partition IS 'Partition of its topic to which it was replayed.';
COMMENT ON COLUMN dead_letters.replayed_offset IS 'Offset that it got there.';
CREATE INDEX dead_letters_newest ON dead_letters (state, failed_at DESC, id DESC);
CREATE INDEX dead_letters_by_reason ON dead_letters (state, service, error_class, topic);
CREATE INDEX dead_letters_by_article ON dead_letters (article_id) WHERE article_id IS NOT NULL;
