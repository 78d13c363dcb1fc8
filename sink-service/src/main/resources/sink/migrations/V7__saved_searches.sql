CREATE TABLE saved_searches (
    id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    q text,
    entity text,
    topic text,
    source text,
    webhook text,
    secret text,
    changed_at timestamptz NOT NULL DEFAULT now(),
    deleted boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE saved_searches IS 'Searches that are matched against each article as it comes.';
COMMENT ON COLUMN saved_searches.id IS 'Identifier that its owner gave.';
COMMENT ON COLUMN saved_searches.name IS 'Name for people.';
COMMENT ON COLUMN saved_searches.q IS 'Words in web-search syntax.';
COMMENT ON COLUMN saved_searches.entity IS 'Wikidata id or name of an entity.';
COMMENT ON COLUMN saved_searches.topic IS 'QCode of a topic; narrower ones are included.';
COMMENT ON COLUMN saved_searches.source IS 'Id of the publisher.';
COMMENT ON COLUMN saved_searches.webhook IS 'Address that is told of matches, null for none.';
COMMENT ON COLUMN saved_searches.secret IS 'Key of the signature of what is sent there.';
COMMENT ON COLUMN saved_searches.changed_at IS 'When it was last put or deleted.';
COMMENT ON COLUMN saved_searches.deleted IS 'Deleted: kept for a while so that every instance learns of it.';
CREATE INDEX saved_searches_by_change ON saved_searches (changed_at);

CREATE TABLE alerts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    search_id text COLLATE "C" NOT NULL,
    article_id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    event text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    state text NOT NULL DEFAULT 'waiting',
    attempts integer NOT NULL DEFAULT 0,
    next_try timestamptz NOT NULL DEFAULT now(),
    last_error text,
    UNIQUE (search_id, article_id, version)
);
COMMENT ON TABLE alerts IS 'Matches of saved searches: written in the transaction that stores the article, so that none is lost or doubled; delivered afterwards.';
COMMENT ON COLUMN alerts.id IS 'Number of the alert; the receiver knows a repetition by it.';
COMMENT ON COLUMN alerts.search_id IS 'The saved search.';
COMMENT ON COLUMN alerts.article_id IS 'The article.';
COMMENT ON COLUMN alerts.version IS 'The article''s version that matched, or that is the kill.';
COMMENT ON COLUMN alerts.event IS 'article, correction or kill.';
COMMENT ON COLUMN alerts.created_at IS 'When it matched.';
COMMENT ON COLUMN alerts.state IS 'waiting, delivered, dead after too many attempts, or none where there is no webhook.';
COMMENT ON COLUMN alerts.attempts IS 'How often its delivery was tried.';
COMMENT ON COLUMN alerts.next_try IS 'Not tried before this time.';
COMMENT ON COLUMN alerts.last_error IS 'Why the last attempt failed.';
CREATE INDEX alerts_waiting ON alerts (next_try) WHERE state = 'waiting';
CREATE INDEX alerts_by_article ON alerts (article_id);
