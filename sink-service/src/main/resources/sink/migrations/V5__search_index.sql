-- What search reads: one narrow row an article that can be found. Words and filters are lexemes of one vector, so that
-- any search is one scan of one index, in which the rarest condition decides how much is read. The vector lies outside
-- the row (TOAST), so that counting reads little.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION article_lexemes(configuration text, headline text, standfirst text, body text, more text, tags text[])
    RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    config regconfig := configuration::regconfig;
    size integer := 1000000;
BEGIN
    LOOP
        BEGIN
            RETURN setweight(to_tsvector(config, translate(left(headline, size), '<', ' ')), 'A')
                || setweight(to_tsvector(config, translate(left(standfirst, size), '<', ' ')), 'B')
                || setweight(to_tsvector(config, translate(left(body, size), '<', ' ')), 'C')
                || setweight(to_tsvector(config, translate(left(more, size), '<', ' ')), 'D')
                || array_to_tsvector(tags[1:greatest(size / 100, 20)]);
        EXCEPTION WHEN program_limit_exceeded THEN
            size := size / 2;
        END;
    END LOOP;
END;
$$;
COMMENT ON FUNCTION article_lexemes(text, text, text, text, text, text[]) IS
    'What search sees of an article: headline A, standfirst B, body C, the rest D, and its tags. No parser yields a word that begins as tags do, with ~.';

CREATE SEQUENCE article_index_no;

CREATE TABLE article_index (
    article_id text COLLATE "C" PRIMARY KEY,
    no bigint NOT NULL,
    shown_at timestamptz NOT NULL,
    search_language text NOT NULL,
    source_id text,
    language text,
    topics bigint[] NOT NULL,
    entities bigint[] NOT NULL,
    search tsvector NOT NULL
) WITH (toast_tuple_target = 1024);
ALTER TABLE article_index ALTER COLUMN search SET STORAGE EXTERNAL;
COMMENT ON TABLE article_index IS 'What search reads: a row for each article of status usable. Made from the other tables; analysts have no need of it.';
COMMENT ON COLUMN article_index.article_id IS 'The article.';
COMMENT ON COLUMN article_index.no IS 'Counts up as articles come. Tag ~b:N/1024 tells it apart in the index, for samples and for the newest.';
COMMENT ON COLUMN article_index.shown_at IS 'As in articles.';
COMMENT ON COLUMN article_index.search_language IS 'Text search configuration of its language.';
COMMENT ON COLUMN article_index.source_id IS 'The publisher.';
COMMENT ON COLUMN article_index.language IS 'Language of the text, BCP 47.';
COMMENT ON COLUMN article_index.topics IS 'Its topics and all broader ones, as hash_of their codes.';
COMMENT ON COLUMN article_index.entities IS 'Its entities, as hash_of their ids.';
COMMENT ON COLUMN article_index.search IS 'What search sees of it, see function article_lexemes. Tags: ~ all, ~CONFIGURATION, ~b:BLOCK, ~t:TOPIC, ~e:ENTITY, ~n:NAME, ~s:SOURCE, ~l:LANGUAGE, ~y:STORY.';

CREATE FUNCTION hash_of(value text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hashtextextended(value COLLATE "C", 0);
COMMENT ON FUNCTION hash_of(text) IS 'Stands for a topic or an entity in article_index: 64 bits, so that no two are ever alike.';

INSERT INTO article_index (article_id, no, shown_at, search_language, source_id, language, topics, entities, search)
SELECT a.id, a.no, a.shown_at, a.search_language, a.source_id, a.language,
    ARRAY(SELECT hash_of(code) FROM unnest(topics.codes) AS code),
    ARRAY(SELECT hash_of(entity_id) FROM article_entities WHERE article_id = a.id),
    article_lexemes(a.search_language, a.headline, a.standfirst, a.body,
        lesser_texts(a.byline, a.dateline, a.section, a.captions),
        ARRAY['~', '~' || a.search_language, '~b:' || a.no / 1024]
        || ARRAY(SELECT '~t:' || code FROM unnest(topics.codes) AS code)
        || ARRAY(SELECT '~e:' || entity_id FROM article_entities WHERE article_id = a.id)
        || ARRAY(SELECT DISTINCT '~n:' || name_folded FROM article_entities WHERE article_id = a.id)
        || ARRAY(SELECT '~s:' || a.source_id WHERE a.source_id IS NOT NULL)
        || ARRAY(SELECT DISTINCT '~l:' || tag FROM (VALUES (lower(a.language)), (split_part(lower(a.language), '-', 1)))
            AS told (tag) WHERE tag IS NOT NULL)
        || ARRAY(SELECT '~y:' || a.story_id WHERE a.story_id IS NOT NULL))
FROM (SELECT *, nextval('article_index_no') AS no FROM articles WHERE status = 'usable' ORDER BY shown_at) AS a,
    LATERAL (SELECT ARRAY(
        SELECT DISTINCT coalesce(up.ancestor, tag.code)
        FROM article_topics AS tag LEFT JOIN topic_ancestors AS up ON up.code = tag.code
        WHERE tag.article_id = a.id) AS codes) AS topics;

CREATE INDEX article_index_search ON article_index USING gin (search);
CREATE INDEX article_index_newest ON article_index (shown_at DESC, article_id DESC);
CREATE INDEX article_index_by_no ON article_index (no);
CREATE INDEX article_index_by_language ON article_index (search_language);

DROP INDEX articles_search, articles_by_search_language, articles_by_language;
ALTER TABLE articles DROP COLUMN search, DROP COLUMN search_language;

CREATE INDEX entities_by_hash ON entities (hash_of(id));
CREATE INDEX entities_by_similar_name ON entities USING gin (name_folded gin_trgm_ops);
CREATE INDEX topics_by_hash ON topics (hash_of(code));

-- The rows of one article are written and removed by the sink alone, in the article's own transaction; checking each
-- reference again is slow. That of entities stays: it holds writers apart that name and remove the same entity.
ALTER TABLE mentions DROP CONSTRAINT mentions_article_id_entity_id_fkey;
ALTER TABLE article_entities DROP CONSTRAINT article_entities_article_id_fkey;
ALTER TABLE article_topics DROP CONSTRAINT article_topics_article_id_fkey;

ALTER TABLE articles ADD COLUMN usage_terms text, ADD COLUMN copyright_notice text, ADD COLUMN publisher_version text,
    ADD COLUMN accessible_for_free boolean, ADD COLUMN tdm_reservation boolean, ADD COLUMN embargoed timestamptz;
COMMENT ON COLUMN articles.usage_terms IS 'What it may be used for, in the publisher''s words.';
COMMENT ON COLUMN articles.copyright_notice IS 'Copyright notice, as published.';
COMMENT ON COLUMN articles.publisher_version IS 'The publisher''s own number of this version.';
COMMENT ON COLUMN articles.accessible_for_free IS 'False where the full text is only for subscribers.';
COMMENT ON COLUMN articles.tdm_reservation IS 'Whether the publisher reserves the rights of text and data mining.';
COMMENT ON COLUMN articles.embargoed IS 'The time before which it was not to be shown.';
