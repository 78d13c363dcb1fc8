// The front page: what a search finds, and what comes in while it is read.

import { call, query } from "./api.js";
import { card, killed } from "./cards.js";
import { count, el, render } from "./dom.js";
import { follow } from "./live.js";

const FILTERS = ["q", "entity", "topic", "source", "language", "from", "to", "story", "sort"];
const FACETS = [["topics", "topic", "Topics"], ["entities", "entity", "Names"], ["sources", "source", "Sources"], ["languages", "language", "Languages"]];

export async function wire(main, url, signal) {
  const filter = Object.fromEntries(FILTERS.map((name) => [name, url.searchParams.get(name)]));
  const found = await call(`/v1/articles${query({ ...filter, limit: 20 })}`, { signal });
  const list = el("ol", { class: "cards", id: "wire" }, found.articles.map((article) => card(article)));
  const heading = filter.q ? `Results for “${filter.q}”` : "Wire";
  render(main, el("div", { class: "columns" },
    el("section", { class: "list", "aria-labelledby": "heading" },
      el("h1", { id: "heading" }, heading),
      el("p", { class: "meta" }, el("span", { id: "total" }, count(found.total, "article")), order(filter)),
      chosen(filter, found.facets),
      liveBar(list, filter, signal),
      found.articles.length ? null : el("p", { class: "quiet", id: "nothing" }, "No article matches. Fewer words or filters find more."),
      list,
      more(list, filter, found.next)),
    el("aside", { class: "facets", "aria-label": "Narrow down" }, FACETS.map((facet) => facetBox(facet, found.facets, filter)))));
}

function order(filter) {
  if (!filter.q) return null;
  const sort = filter.sort || "best";
  const link = (value, text) => el("a", { href: "/" + query({ ...filter, sort: value }), "aria-current": sort === value ? "true" : null }, text);
  return el("span", { class: "order" }, "Order: ", link("best", "best"), " · ", link("newest", "newest"));
}

/** The filters in force, each with a way out of it. */
function chosen(filter, facets) {
  const active = Object.entries(filter).filter(([name, value]) => value && name !== "q" && name !== "sort");
  if (!active.length) return null;
  const label = (name, value) => FACETS.filter(([, parameter]) => parameter === name)
    .flatMap(([key]) => facets[key]).find((facet) => facet.value === value)?.name || value;
  return el("ul", { class: "chosen", "aria-label": "Filters" }, active.map(([name, value]) =>
    el("li", {}, el("a", { class: "tag", href: "/" + query({ ...filter, [name]: null }), "aria-label": `Remove filter ${name}: ${label(name, value)}` },
      `${name}: ${label(name, value)} ✕`))));
}

function facetBox([key, parameter, title], facets, filter) {
  const values = facets[key] || [];
  if (!values.length) return null;
  return el("details", { open: matchMedia("(min-width: 60rem)").matches },
    el("summary", {}, title),
    el("ul", {}, values.map((facet) => el("li", {},
      el("a", { href: "/" + query({ ...filter, [parameter]: facet.value }), "aria-current": filter[parameter] === facet.value ? "true" : null },
        facet.name || facet.value), " ", el("span", { class: "number" }, facet.count.toLocaleString())))));
}

function more(list, filter, next) {
  if (!next) return null;
  const button = el("button", {
    class: "more",
    onclick: async () => {
      button.disabled = true;
      const page = await call(`/v1/articles${query({ ...filter, limit: 20, cursor: next })}`);
      list.append(...page.articles.map((article) => card(article)));
      next = page.next;
      button.disabled = false;
      if (!next) button.remove();
    },
  }, "More");
  return button;
}

/** New articles wait behind a button, so that nothing moves under the reader; corrections and kills change their card. */
function liveBar(list, filter, signal) {
  const waiting = new Map();
  const show = el("button", { class: "show-new", hidden: true, onclick: () => {
    document.getElementById("nothing")?.remove();
    for (const article of waiting.values()) {
      find(list, article.id)?.remove();
      list.prepend(card(article, "new"));
    }
    waiting.clear();
    announce();
  } });
  const state = el("span", { class: "line", "data-open": "false" }, "connecting");
  function announce() {
    show.hidden = waiting.size === 0;
    show.textContent = `Show ${count(waiting.size, "new article")}`;
  }
  const { entity, topic, q } = filter;
  const others = ["source", "language", "from", "to", "story"].some((name) => filter[name]);
  if (others) return el("div", { class: "live" }, el("span", { class: "quiet" }, "Live only without filters of source, language, time or story"));
  follow(`/v1/stream${query({ entity, topic, q })}`, {
    signal,
    onState: (open) => {
      state.textContent = open ? "live" : "not connected, trying again";
      state.dataset.open = open;
    },
    onEvent: (type, article) => {
      const shown = find(list, article.id);
      if (type === "kill") {
        waiting.delete(article.id);
        shown?.replaceWith(killed(article.id, article.reason));
      } else if (type === "correction" && shown) {
        shown.replaceWith(card(article, "corrected"));
      } else if (type === "article" || type === "correction") {
        waiting.set(article.id, article);
      }
      announce();
    },
  });
  return el("div", { class: "live" }, state, el("span", { "aria-live": "polite" }, show));
}

function find(list, id) {
  return [...list.children].find((item) => item.dataset.id === id);
}
