-- What enrichment tells of stories and trends, as its topics have it.

CREATE TABLE stories (
    id text COLLATE "C" PRIMARY KEY,
    label text NOT NULL,
    status text NOT NULL,
    lead_article text,
    merged_into text,
    article_count integer NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    story json NOT NULL
);
COMMENT ON TABLE stories IS 'Stories: what several articles tell of. articles.story_id says which article belongs to which.';
COMMENT ON COLUMN stories.id IS 'Identifier of the story.';
COMMENT ON COLUMN stories.label IS 'Its name: the headline of its lead article; empty where all of its articles are gone.';
COMMENT ON COLUMN stories.status IS 'active, merged or closed.';
COMMENT ON COLUMN stories.lead_article IS 'Id of the article nearest to its middle.';
COMMENT ON COLUMN stories.merged_into IS 'The story that its articles belong to now, null unless merged.';
COMMENT ON COLUMN stories.article_count IS 'Articles that have joined and are not gone.';
COMMENT ON COLUMN stories.first_seen IS 'When its first article came in.';
COMMENT ON COLUMN stories.last_seen IS 'When its newest article came in.';
COMMENT ON COLUMN stories.story IS 'The whole story as the API answers it.';
CREATE INDEX stories_newest ON stories (last_seen DESC, id DESC);

CREATE TABLE trends (
    kind text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    window_size text COLLATE "C" NOT NULL,
    window_start timestamptz NOT NULL,
    name text NOT NULL,
    articles integer NOT NULL,
    baseline double precision NOT NULL,
    score double precision NOT NULL,
    PRIMARY KEY (kind, key, window_size, window_start)
);
COMMENT ON TABLE trends IS 'How often entities, topics and stories were in the news of an hour or a day, beside what is usual for them.';
COMMENT ON COLUMN trends.kind IS 'entity, topic or story.';
COMMENT ON COLUMN trends.key IS 'Wikidata id or TYPE:name of an entity, code of a topic, id of a story.';
COMMENT ON COLUMN trends.window_size IS 'PT1H or P1D.';
COMMENT ON COLUMN trends.window_start IS 'Start of the hour or day, UTC.';
COMMENT ON COLUMN trends.name IS 'Its name as readers know it.';
COMMENT ON COLUMN trends.articles IS 'Articles in the window.';
COMMENT ON COLUMN trends.baseline IS 'Articles that such a window usually has: a moving average of the windows before.';
COMMENT ON COLUMN trends.score IS 'How far it lies above the baseline, in standard deviations of a count that is usual.';
CREATE INDEX trends_by_window ON trends (window_size, window_start, score DESC);
