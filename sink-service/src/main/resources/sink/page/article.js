// One article: its text with the names in it, where it plays, what it is about, and how it came to be.

import { call } from "./api.js";
import { articleLink, el, outside, render, time } from "./dom.js";
import { marked, mentionsOf, paragraphs } from "./highlight.js";
import { map } from "./map.js";
import { versions } from "./versions.js";

const TYPES = { PERSON: "Person", ORGANIZATION: "Organisation", LOCATION: "Place", OTHER: "Other" };

export async function article(main, url, signal) {
  const id = decodeURIComponent(url.pathname.split("/")[2]);
  const path = `/v1/articles/${encodeURIComponent(id)}`;
  let read;
  try {
    read = await call(path, { signal });
  } catch (problem) {
    if (problem.status !== 410) throw problem;
    render(main, tombstone(problem.body));
    return;
  }
  document.title = `${read.headline} – Dateline`;
  render(main, el("div", { class: "columns" },
    el("article", { lang: read.language, class: "story" }, top(read), body(read), pictures(read), await history(path, read, signal)),
    el("aside", { class: "facets", "aria-label": "About this article" },
      names(read), await map(read.entities), topics(read), relations(read), provenance(read))));
}

function tombstone(kill) {
  return el("section", { class: "tombstone" }, el("h1", {}, "Killed"),
    el("p", {}, "This article was withdrawn and must not be used."),
    el("dl", {}, el("dt", {}, "Reason"), el("dd", { dir: "auto" }, kill.reason || "not given"),
      el("dt", {}, "Killed"), el("dd", {}, time(kill.killedAt)), el("dt", {}, "Version"), el("dd", {}, String(kill.version))));
}

function top(read) {
  return [
    read.status === "withheld" && el("p", { class: "badge" }, "Withheld: not for publication"),
    el("h1", { dir: "auto" }, marked(read.headline, mentionsOf(read, "headline"))),
    read.standfirst.length ? el("div", { class: "standfirst", dir: "auto" },
      paragraphs(read.standfirst.join("\n"), mentionsOf(read, "standfirst"), "\n", (line, parts) => el("p", {}, parts))) : null,
    el("p", { class: "meta", lang: "en" },
      read.source && el("a", { href: `/?source=${encodeURIComponent(read.source.id)}` }, read.source.name),
      read.byline.length ? el("span", { dir: "auto" }, "By " + read.byline.join(", ")) : null,
      read.credit && el("span", { dir: "auto" }, read.credit),
      read.dateline && el("span", { dir: "auto" }, read.dateline),
      read.publishedAt && el("span", {}, "published ", time(read.publishedAt)),
      read.updatedAt && el("span", {}, "updated ", time(read.updatedAt)),
      read.url && outside(read.url, "at the publisher")),
    legend(read),
  ];
}

/** What the marks mean; each kind can be switched off. */
function legend(read) {
  const kinds = [...new Set(read.entities.map((entity) => entity.type))].sort();
  if (!kinds.length) return null;
  return el("fieldset", { class: "legend", lang: "en" }, el("legend", {}, "Names marked"), kinds.map((kind) =>
    el("label", {}, el("input", { type: "checkbox", checked: true, onchange: (event) =>
      event.target.closest("article").classList.toggle(`no-${kind.toLowerCase()}`, !event.target.checked) }),
      el("span", { class: "swatch", "data-type": kind }, TYPES[kind] || kind))));
}

function body(read) {
  const subheads = new Set(read.subheads);
  return el("div", { class: "body", dir: "auto" },
    paragraphs(read.body || "", mentionsOf(read, "body"), "\n\n", (text, parts) => el(subheads.has(text) ? "h2" : "p", { dir: "auto" }, parts)));
}

function pictures(read) {
  const media = read.media.filter((medium) => medium.caption || medium.uri);
  if (!media.length) return null;
  return el("section", { lang: "en" }, el("h2", {}, "Media"), el("ul", { class: "media" }, media.map((medium) =>
    el("li", { dir: "auto" }, medium.caption || "No caption", medium.credit && el("span", { class: "quiet" }, ` (${medium.credit})`),
      medium.uri && [" ", outside(medium.uri, "open")]))));
}

async function history(path, read, signal) {
  if (read.version < 2) return null;
  const { versions: all } = await call(`${path}/versions`, { signal });
  return versions(all);
}

function names(read) {
  if (!read.entities.length) return el("section", {}, el("h2", {}, "Names"), el("p", { class: "quiet" }, "None found."));
  return el("section", {}, el("h2", {}, "Names"), el("ul", { class: "names" }, read.entities.map((entity) => el("li", {},
    el("span", { class: "swatch", "data-type": entity.type }, TYPES[entity.type] || entity.type), " ",
    el("a", { dir: "auto", href: `/?entity=${encodeURIComponent(entity.wikidata || entity.name)}` }, entity.name), " ",
    entity.wikidata && outside(`https://www.wikidata.org/wiki/${entity.wikidata}`, entity.wikidata), " ",
    el("span", { class: "quiet" }, `${entity.mentions.length}× · salience ${entity.salience.toFixed(2)}`)))));
}

function topics(read) {
  if (!read.topics.length) return null;
  return el("section", {}, el("h2", {}, "Topics"), el("ul", { class: "names" }, read.topics.map((topic) => el("li", {},
    el("a", { href: `/?topic=${encodeURIComponent(topic.code)}`, title: topic.code }, topic.name), " ",
    el("meter", { min: 0, max: 1, value: topic.score, "aria-label": `score of ${topic.name}` }), " ",
    el("span", { class: "quiet" }, topic.score.toFixed(2)),
    topic.evidence?.length ? el("span", { class: "quiet", dir: "auto" }, ` ${topic.evidence.join(", ")}`) : null))));
}

function relations(read) {
  const links = [
    read.story && el("li", {}, el("a", { href: `/story/${encodeURIComponent(read.story.id)}` }, "The story it belongs to")),
    read.duplicateOf && el("li", {}, el("a", { href: articleLink({ id: read.duplicateOf }) }, "The article that it repeats")),
    (read.related || []).map((other) => el("li", {}, el("a", { href: articleLink(other) }, "An article with much of the same text"),
      el("span", { class: "quiet" }, ` ${Math.round(100 * other.similarity)} %`))),
  ].flat().filter(Boolean);
  return links.length ? el("section", {}, el("h2", {}, "See also"), el("ul", { class: "names" }, links)) : null;
}

function provenance(read) {
  const rights = [["Copyright", read.copyrightNotice], ["Usage terms", read.usageTerms], ["Embargo until", read.embargoed]].filter(([, value]) => value);
  return el("section", {}, el("h2", {}, "Provenance"), el("dl", {},
    el("dt", {}, "Version"), el("dd", {}, String(read.version)),
    el("dt", {}, "Received"), el("dd", {}, time(read.receivedAt)),
    el("dt", {}, "Tagged"), el("dd", {}, time(read.enrichedAt)),
    read.language && [el("dt", {}, "Language"), el("dd", {}, read.language)],
    Object.entries(read.models).map(([kind, model]) => [el("dt", {}, `Model of ${kind}`), el("dd", {}, model)]),
    rights.map(([name, value]) => [el("dt", {}, name), el("dd", { dir: "auto" }, value)]),
    el("dt", {}, "Id"), el("dd", {}, el("code", {}, read.id))));
}
