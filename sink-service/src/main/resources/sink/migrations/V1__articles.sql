-- The curated store: the newest version of each article, what it was before, and what was killed.

CREATE FUNCTION text_search_language(language text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE lower(split_part(language, '-', 1))
        WHEN 'ar' THEN 'arabic' WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'de' THEN 'german'
        WHEN 'el' THEN 'greek' WHEN 'en' THEN 'english' WHEN 'es' THEN 'spanish' WHEN 'et' THEN 'estonian'
        WHEN 'eu' THEN 'basque' WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french' WHEN 'ga' THEN 'irish'
        WHEN 'hi' THEN 'hindi' WHEN 'hu' THEN 'hungarian' WHEN 'hy' THEN 'armenian' WHEN 'id' THEN 'indonesian'
        WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'nb' THEN 'norwegian' WHEN 'ne' THEN 'nepali'
        WHEN 'nl' THEN 'dutch' WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian' WHEN 'pt' THEN 'portuguese'
        WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian' WHEN 'sr' THEN 'serbian' WHEN 'sv' THEN 'swedish'
        WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish'
        ELSE 'simple'
    END;
END;
COMMENT ON FUNCTION text_search_language(text) IS
    'Name of the text search configuration for a BCP 47 language: its own stemmer, or simple where PostgreSQL has none.';

-- The marker ~CONFIGURATION ties a vector to the one configuration that made it, so that a query can hold a branch for
-- each configuration in one index scan: (english & ~english) | (german & ~german). No parser yields such a word.
-- Texts are plain: what looks like a tag is text, which the parser would skip.
-- A text too long for a tsvector (1 MiB) is indexed as far as it fits.
CREATE FUNCTION article_search(configuration text, headline text, standfirst text, body text, more text)
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
                || array_to_tsvector(ARRAY['~' || configuration]);
        EXCEPTION WHEN program_limit_exceeded THEN
            size := size / 2;
        END;
    END LOOP;
END;
$$;
COMMENT ON FUNCTION article_search(text, text, text, text, text) IS
    'What full-text search sees of an article: headline A, standfirst B, body C, the rest D, and the marker ~configuration.';

CREATE FUNCTION lesser_texts(byline text[], dateline text, section text, captions text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(array_to_string(byline, E'\n'), '') || E'\n' || coalesce(dateline, '') || E'\n'
        || coalesce(section, '') || E'\n' || coalesce(captions, '');
END;
COMMENT ON FUNCTION lesser_texts(text[], text, text, text) IS
    'The lesser texts of an article, one a line: what search finds with the least weight.';

CREATE TABLE sources (
    id text PRIMARY KEY,
    name text NOT NULL,
    named_on date NOT NULL
);
COMMENT ON TABLE sources IS 'Publishers.';
COMMENT ON COLUMN sources.id IS 'Stable identifier of the publisher, for example its host name.';
COMMENT ON COLUMN sources.name IS 'Name as readers know it; the one used on the latest day.';
COMMENT ON COLUMN sources.named_on IS 'Latest day (UTC) on which an article came in that used this name.';

CREATE TABLE articles (
    id text COLLATE "C" PRIMARY KEY,
    version integer NOT NULL,
    status text NOT NULL,
    source_id text REFERENCES sources,
    uri text,
    url text,
    headline text NOT NULL,
    standfirst text NOT NULL,
    byline text[] NOT NULL,
    credit text,
    dateline text,
    published_at timestamptz,
    updated_at timestamptz,
    language text,
    section text,
    body text NOT NULL,
    subheads text[] NOT NULL,
    captions text NOT NULL,
    story_id text,
    story_similarity double precision,
    duplicate_of text,
    received_at timestamptz NOT NULL,
    enriched_at timestamptz NOT NULL,
    shown_at timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(published_at, received_at)) STORED,
    search_language text NOT NULL GENERATED ALWAYS AS (text_search_language(language)) STORED,
    search tsvector NOT NULL GENERATED ALWAYS AS (article_search(text_search_language(language), headline, standfirst,
        body, lesser_texts(byline, dateline, section, captions))) STORED
);
COMMENT ON TABLE articles IS 'The newest version of each article that is not killed.';
COMMENT ON COLUMN articles.id IS 'Stable identifier, the same for every version.';
COMMENT ON COLUMN articles.version IS 'Number of this version: 1, 2, ...';
COMMENT ON COLUMN articles.status IS 'IPTC pubStatus: usable or withheld. Only usable articles are found by search.';
COMMENT ON COLUMN articles.source_id IS 'The publisher.';
COMMENT ON COLUMN articles.uri IS 'The publisher''s own identifier.';
COMMENT ON COLUMN articles.url IS 'Where it is published.';
COMMENT ON COLUMN articles.headline IS 'Headline.';
COMMENT ON COLUMN articles.standfirst IS 'Summary lines, joined by a newline.';
COMMENT ON COLUMN articles.byline IS 'Names of the authors.';
COMMENT ON COLUMN articles.credit IS 'Agency or holder credited for the text.';
COMMENT ON COLUMN articles.dateline IS 'Place that it was filed from, as printed.';
COMMENT ON COLUMN articles.published_at IS 'First publication; a bare date is its midnight UTC. Null where unknown.';
COMMENT ON COLUMN articles.updated_at IS 'Last change by the publisher; a bare date is its midnight UTC. Null where unknown.';
COMMENT ON COLUMN articles.language IS 'Language of the text, BCP 47.';
COMMENT ON COLUMN articles.section IS 'Section of the publication.';
COMMENT ON COLUMN articles.body IS 'Plain text, paragraphs separated by a blank line.';
COMMENT ON COLUMN articles.subheads IS 'Sub-heads, in the order in which they stand in the body.';
COMMENT ON COLUMN articles.captions IS 'Captions of its media, one a line.';
COMMENT ON COLUMN articles.story_id IS 'The story that it belongs to.';
COMMENT ON COLUMN articles.story_similarity IS 'How near it is to the story, 0 to 1.';
COMMENT ON COLUMN articles.duplicate_of IS 'Id of the article that it repeats.';
COMMENT ON COLUMN articles.received_at IS 'When this version came in.';
COMMENT ON COLUMN articles.enriched_at IS 'When its tags were made.';
COMMENT ON COLUMN articles.shown_at IS 'The time by which it is ordered and filtered: published_at, or received_at where that is unknown.';
COMMENT ON COLUMN articles.search_language IS 'Text search configuration of its language.';
COMMENT ON COLUMN articles.search IS 'What full-text search sees, see function article_search.';

CREATE INDEX articles_search ON articles USING gin (search);
CREATE INDEX articles_newest ON articles (shown_at DESC, id DESC) WHERE status = 'usable';
CREATE INDEX articles_by_source ON articles (source_id, shown_at DESC, id DESC);
CREATE INDEX articles_by_language ON articles (lower(language) text_pattern_ops);
CREATE INDEX articles_by_search_language ON articles (search_language);
CREATE INDEX articles_by_story ON articles (story_id, shown_at DESC) WHERE story_id IS NOT NULL;

CREATE TABLE article_versions (
    article_id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    received_at timestamptz NOT NULL,
    article json NOT NULL,
    PRIMARY KEY (article_id, version)
);
COMMENT ON TABLE article_versions IS
    'Every version that came in since the article''s last kill, the newest included. A late older version is added here and changes nothing else.';
COMMENT ON COLUMN article_versions.article_id IS 'The article.';
COMMENT ON COLUMN article_versions.version IS 'Number of the version.';
COMMENT ON COLUMN article_versions.received_at IS 'When the version came in.';
COMMENT ON COLUMN article_versions.article IS 'The whole article exactly as the API answers it.';

CREATE TABLE kills (
    article_id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    source_id text,
    reason text,
    killed_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (article_id, version)
);
COMMENT ON TABLE kills IS
    'The record of every kill. A kill takes the article of its version and of all older ones out of every other table.';
COMMENT ON COLUMN kills.article_id IS 'The killed article.';
COMMENT ON COLUMN kills.version IS 'Version that the kill is; a later version is an article that came back.';
COMMENT ON COLUMN kills.source_id IS 'Its publisher, null where unknown.';
COMMENT ON COLUMN kills.reason IS 'Why it was killed.';
COMMENT ON COLUMN kills.killed_at IS 'When it was killed.';
COMMENT ON COLUMN kills.received_at IS 'When the kill came in.';
