// Texts with their entities marked.

import { el } from "./dom.js";

/** The mentions of one field, by start; where two overlap the first one stays. */
export function mentionsOf(article, field) {
  const mentions = (article.entities || []).flatMap((entity) =>
    entity.mentions.filter((mention) => mention.field === field).map((mention) => ({ ...mention, entity })));
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return mentions.filter((mention) => mention.start >= end && (end = mention.end) >= 0);
}

/** The part [from, to) of a field's text; offsets are UTF-16 code units, as JavaScript counts. */
export function marked(text, mentions, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (const mention of mentions) {
    if (mention.start < from || mention.end > to) continue;
    parts.push(text.slice(at, mention.start));
    parts.push(el("mark", { "data-type": mention.entity.type, title: mention.entity.name }, text.slice(mention.start, mention.end)));
    at = mention.end;
  }
  parts.push(text.slice(at, to));
  return parts;
}

/** A text's paragraphs, which a separator parts. */
export function paragraphs(text, mentions, separator, make) {
  const made = [];
  let from = 0;
  for (const paragraph of text.split(separator)) {
    made.push(make(paragraph, marked(text, mentions, from, from + paragraph.length)));
    from += paragraph.length + separator.length;
  }
  return made;
}
