-- What an analyst asks first, under plain names.

CREATE VIEW published_articles AS
SELECT a.id, a.version, s.name AS source, a.headline, a.shown_at, a.language, a.section, a.url,
    array_to_string(a.byline, ', ') AS authors, a.dateline, a.story_id, a.duplicate_of, length(a.body) AS body_length
FROM articles AS a LEFT JOIN sources AS s ON s.id = a.source_id
WHERE a.status = 'usable';
COMMENT ON VIEW published_articles IS 'Every article that may be used, without its text.';
COMMENT ON COLUMN published_articles.id IS 'Identifier of the article.';
COMMENT ON COLUMN published_articles.version IS 'Number of its newest version.';
COMMENT ON COLUMN published_articles.source IS 'Name of the publisher.';
COMMENT ON COLUMN published_articles.headline IS 'Headline.';
COMMENT ON COLUMN published_articles.shown_at IS 'When it was published, or received where that is unknown.';
COMMENT ON COLUMN published_articles.language IS 'Language of the text, BCP 47.';
COMMENT ON COLUMN published_articles.section IS 'Section of the publication.';
COMMENT ON COLUMN published_articles.url IS 'Where it is published.';
COMMENT ON COLUMN published_articles.authors IS 'Names of the authors.';
COMMENT ON COLUMN published_articles.dateline IS 'Place that it was filed from.';
COMMENT ON COLUMN published_articles.story_id IS 'The story that it belongs to.';
COMMENT ON COLUMN published_articles.duplicate_of IS 'Id of the article that it repeats.';
COMMENT ON COLUMN published_articles.body_length IS 'Characters of the body.';

CREATE VIEW who_is_named_where AS
SELECT e.id AS entity_id, e.type, e.name AS entity, e.country, n.article_id, a.headline, a.shown_at, n.salience,
    n.score, (SELECT count(*) FROM mentions AS m WHERE m.article_id = n.article_id AND m.entity_id = n.entity_id) AS mentions
FROM article_entities AS n JOIN entities AS e ON e.id = n.entity_id JOIN articles AS a ON a.id = n.article_id
WHERE a.status = 'usable';
COMMENT ON VIEW who_is_named_where IS 'Every entity of every article that may be used.';
COMMENT ON COLUMN who_is_named_where.entity_id IS 'Identifier of the entity.';
COMMENT ON COLUMN who_is_named_where.type IS 'PERSON, ORGANIZATION, LOCATION or OTHER.';
COMMENT ON COLUMN who_is_named_where.entity IS 'Its name.';
COMMENT ON COLUMN who_is_named_where.country IS 'Country of a place.';
COMMENT ON COLUMN who_is_named_where.article_id IS 'The article.';
COMMENT ON COLUMN who_is_named_where.headline IS 'The article''s headline.';
COMMENT ON COLUMN who_is_named_where.shown_at IS 'When the article was published, or received.';
COMMENT ON COLUMN who_is_named_where.salience IS 'How central the entity is to the article, 0 to 1.';
COMMENT ON COLUMN who_is_named_where.score IS 'The recognizer''s confidence, 0 to 1.';
COMMENT ON COLUMN who_is_named_where.mentions IS 'How often the article names it.';

CREATE VIEW topics_by_day AS
SELECT date_trunc('day', a.shown_at AT TIME ZONE 'UTC')::date AS day, t.code, coalesce(topics.name, t.name) AS topic,
    count(*) AS articles
FROM article_topics AS t JOIN articles AS a ON a.id = t.article_id LEFT JOIN topics ON topics.code = t.code
WHERE a.status = 'usable'
GROUP BY 1, 2, 3;
COMMENT ON VIEW topics_by_day IS 'How many articles of a day (UTC) have a topic.';
COMMENT ON COLUMN topics_by_day.day IS 'The day.';
COMMENT ON COLUMN topics_by_day.code IS 'QCode of the topic.';
COMMENT ON COLUMN topics_by_day.topic IS 'Name of the topic.';
COMMENT ON COLUMN topics_by_day.articles IS 'Articles.';
