CREATE TABLE consumer_offsets (
    topic text NOT NULL,
    partition integer NOT NULL,
    topic_id text NOT NULL,
    next_offset bigint NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE consumer_offsets IS
    'How far the sink has read, written in the transaction that stores what it read: the truth, whatever Kafka''s group offsets say.';
COMMENT ON COLUMN consumer_offsets.topic IS 'Name of the topic.';
COMMENT ON COLUMN consumer_offsets.partition IS 'Partition of the topic.';
COMMENT ON COLUMN consumer_offsets.topic_id IS 'Kafka''s id of the topic: a topic made anew under the old name is read from its beginning.';
COMMENT ON COLUMN consumer_offsets.next_offset IS 'Offset of the next record to read.';
COMMENT ON COLUMN consumer_offsets.stored_at IS 'When this was stored.';
