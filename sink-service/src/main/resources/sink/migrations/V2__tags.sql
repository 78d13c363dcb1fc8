-- What enrichment found: entities with their mentions, and topics.

CREATE TABLE entities (
    id text COLLATE "C" PRIMARY KEY,
    type text NOT NULL,
    name text NOT NULL,
    name_folded text COLLATE "C" NOT NULL,
    wikidata text,
    geonames bigint,
    country text,
    latitude double precision,
    longitude double precision,
    score double precision NOT NULL,
    named_by text COLLATE "C" NOT NULL
);
COMMENT ON TABLE entities IS
    'Persons, organisations and places: one row a real thing, as the article that is surest of it describes it.';
COMMENT ON COLUMN entities.id IS 'The Wikidata identifier, or TYPE:name in folded case where it is not linked.';
COMMENT ON COLUMN entities.type IS 'PERSON, ORGANIZATION, LOCATION or OTHER.';
COMMENT ON COLUMN entities.name IS 'Name, the fullest mention.';
COMMENT ON COLUMN entities.name_folded IS 'Name in folded case, by which it is looked up.';
COMMENT ON COLUMN entities.wikidata IS 'Wikidata identifier (Q...), null when not linked.';
COMMENT ON COLUMN entities.geonames IS 'GeoNames identifier of a place.';
COMMENT ON COLUMN entities.country IS 'ISO 3166-1 alpha-2 code of a place''s country.';
COMMENT ON COLUMN entities.latitude IS 'Latitude of a place, degrees, WGS 84.';
COMMENT ON COLUMN entities.longitude IS 'Longitude of a place, degrees, WGS 84.';
COMMENT ON COLUMN entities.score IS 'Confidence of the recognizer in the article that describes it.';
COMMENT ON COLUMN entities.named_by IS 'The article that describes it: the one with the highest score, then the lowest id.';
CREATE INDEX entities_by_name ON entities (name_folded);

CREATE TABLE article_entities (
    article_id text COLLATE "C" NOT NULL REFERENCES articles ON DELETE CASCADE,
    entity_id text COLLATE "C" NOT NULL REFERENCES entities,
    position integer NOT NULL,
    type text NOT NULL,
    name text NOT NULL,
    name_folded text COLLATE "C" NOT NULL,
    score double precision NOT NULL,
    wikidata text,
    geonames bigint,
    country text,
    latitude double precision,
    longitude double precision,
    salience double precision NOT NULL,
    recognizer text NOT NULL,
    PRIMARY KEY (article_id, entity_id)
);
COMMENT ON TABLE article_entities IS 'The entities that an article''s newest version names, as it describes them.';
COMMENT ON COLUMN article_entities.article_id IS 'The article.';
COMMENT ON COLUMN article_entities.entity_id IS 'The entity.';
COMMENT ON COLUMN article_entities.position IS 'Its place among the article''s entities, from 1; the most salient is first.';
COMMENT ON COLUMN article_entities.type IS 'PERSON, ORGANIZATION, LOCATION or OTHER.';
COMMENT ON COLUMN article_entities.name IS 'Its fullest mention in the article.';
COMMENT ON COLUMN article_entities.name_folded IS 'That name in folded case.';
COMMENT ON COLUMN article_entities.score IS 'The recognizer''s confidence, 0 to 1.';
COMMENT ON COLUMN article_entities.wikidata IS 'Wikidata identifier (Q...), null when not linked.';
COMMENT ON COLUMN article_entities.geonames IS 'GeoNames identifier of a place.';
COMMENT ON COLUMN article_entities.country IS 'ISO 3166-1 alpha-2 code of a place''s country.';
COMMENT ON COLUMN article_entities.latitude IS 'Latitude of a place, degrees, WGS 84.';
COMMENT ON COLUMN article_entities.longitude IS 'Longitude of a place, degrees, WGS 84.';
COMMENT ON COLUMN article_entities.salience IS 'How central it is to the article, 0 to 1.';
COMMENT ON COLUMN article_entities.recognizer IS 'Name and version of the recognizer that found it.';
CREATE INDEX article_entities_by_entity ON article_entities (entity_id, score DESC, article_id);
CREATE INDEX article_entities_by_name ON article_entities (name_folded, article_id);

CREATE TABLE mentions (
    article_id text COLLATE "C" NOT NULL,
    entity_id text COLLATE "C" NOT NULL,
    field text NOT NULL,
    start_offset integer NOT NULL,
    end_offset integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (article_id, entity_id, field, start_offset, end_offset),
    FOREIGN KEY (article_id, entity_id) REFERENCES article_entities ON DELETE CASCADE
);
COMMENT ON TABLE mentions IS 'Every place in the newest version''s text where an entity is named.';
COMMENT ON COLUMN mentions.article_id IS 'The article.';
COMMENT ON COLUMN mentions.entity_id IS 'The entity.';
COMMENT ON COLUMN mentions.field IS 'headline, standfirst or body.';
COMMENT ON COLUMN mentions.start_offset IS 'Offset of the first UTF-16 code unit in the field.';
COMMENT ON COLUMN mentions.end_offset IS 'Offset after the last UTF-16 code unit.';
COMMENT ON COLUMN mentions.text IS 'The mention as it stands there.';

CREATE TABLE article_topics (
    article_id text COLLATE "C" NOT NULL REFERENCES articles ON DELETE CASCADE,
    code text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    score double precision NOT NULL,
    classifier text NOT NULL,
    PRIMARY KEY (article_id, code)
);
COMMENT ON TABLE article_topics IS 'The topics of an article''s newest version.';
COMMENT ON COLUMN article_topics.article_id IS 'The article.';
COMMENT ON COLUMN article_topics.code IS 'QCode of the concept, for example medtop:11000000.';
COMMENT ON COLUMN article_topics.position IS 'Its place among the article''s topics, from 1; the best is first.';
COMMENT ON COLUMN article_topics.name IS 'English name of the concept.';
COMMENT ON COLUMN article_topics.score IS 'The classifier''s confidence, 0 to 1.';
COMMENT ON COLUMN article_topics.classifier IS 'Name and version of the classifier that chose it.';
CREATE INDEX article_topics_by_code ON article_topics (code, article_id);

CREATE TABLE topics (
    code text COLLATE "C" PRIMARY KEY,
    broader text COLLATE "C",
    name text NOT NULL
);
COMMENT ON TABLE topics IS 'The IPTC Media Topics vocabulary, retired concepts included. (c) IPTC, CC BY 4.0.';
COMMENT ON COLUMN topics.code IS 'QCode of the concept.';
COMMENT ON COLUMN topics.broader IS 'QCode of the next broader concept, null at the top.';
COMMENT ON COLUMN topics.name IS 'Preferred English name.';

CREATE TABLE topic_ancestors (
    code text COLLATE "C" NOT NULL,
    ancestor text COLLATE "C" NOT NULL,
    PRIMARY KEY (ancestor, code)
);
COMMENT ON TABLE topic_ancestors IS 'Every concept with itself and everything broader: what a search for a topic includes.';
COMMENT ON COLUMN topic_ancestors.code IS 'QCode of the concept.';
COMMENT ON COLUMN topic_ancestors.ancestor IS 'QCode of itself or of a broader concept.';
CREATE INDEX topic_ancestors_by_code ON topic_ancestors (code);
