// An article in a list.

import { articleLink, el, snippet, time } from "./dom.js";

export function card(article, badge = null) {
  const lead = article.standfirst?.length ? article.standfirst.join(" ") : (article.body || "").split("\n\n", 1)[0];
  return el("li", { class: "card", "data-id": article.id },
    el("h2", { dir: "auto", lang: article.language }, el("a", { href: articleLink(article) }, article.headline)),
    el("p", { class: "meta" },
      badge && el("span", { class: "badge" }, badge),
      article.source && el("span", {}, article.source.name),
      time(article.publishedAt || article.receivedAt),
      article.version > 1 && el("span", {}, `version ${article.version}`),
      article.duplicateOf && el("span", {}, "repeats another")),
    article.snippet ? snippet(article.snippet) : el("p", { class: "lead", dir: "auto", lang: article.language }, shortened(lead)),
    el("p", { class: "tags" }, (article.topics || []).slice(0, 3).map((topic) =>
      el("a", { class: "tag", href: `/?topic=${encodeURIComponent(topic.code)}` }, topic.name))));
}

export function killed(id, reason) {
  return el("li", { class: "card killed", "data-id": id },
    el("p", {}, "This article was killed and must not be used.", reason ? ` Reason: ${reason}` : ""));
}

function shortened(text) {
  return text.length > 240 ? text.slice(0, 240).replace(/\s+\S*$/, "") + " …" : text;
}
