// Ties addresses to views. A link within the page changes the view without a reload; every address can be opened anew.

import { Problem, setKey } from "./api.js";
import { article } from "./article.js";
import { deadLetters } from "./deadletters.js";
import { el, render } from "./dom.js";
import { stories, story } from "./stories.js";
import { trends } from "./trends.js";
import { wire } from "./wire.js";

const VIEWS = { "": wire, article, story, stories, trends, "dead-letters": deadLetters };
const main = document.getElementById("main");
const search = document.querySelector("input[type=search]");
let leaving = new AbortController();

async function show(moved) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const url = new URL(location.href);
  const view = VIEWS[url.pathname.split("/")[1]];
  search.value = url.searchParams.get("q") || "";
  for (const link of document.querySelectorAll("nav a")) {
    if (link.pathname === url.pathname) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = "Dateline";
  try {
    if (!view) throw new Error("There is no such page");
    await view(main, url, signal);
    const heading = main.querySelector("h1");
    if (document.title === "Dateline" && heading) document.title = `${heading.textContent} – Dateline`;
  } catch (failure) {
    if (signal.aborted) return;
    render(main, failure instanceof Problem && failure.status === 401 ? keyForm() : el("div", { role: "alert" }, el("h1", {}, "That did not work"), el("p", {}, failure.message)));
  }
  if (moved) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

function keyForm() {
  const field = el("input", { type: "password", id: "key", autocomplete: "off", required: true });
  return el("form", { onsubmit: (event) => {
    event.preventDefault();
    setKey(field.value);
    show(true);
  } }, el("h1", {}, "API key"), el("p", {}, el("label", { for: "key" }, "This newsroom asks for a key that may read. "), field, " ", el("button", {}, "Open")));
}

function go(address) {
  history.pushState(null, "", address);
  show(true);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || link.origin !== location.origin || event.button || event.metaKey || event.ctrlKey || event.shiftKey || link.hash) return;
  if (!(link.pathname.split("/")[1] in VIEWS)) return;
  event.preventDefault();
  go(link.href);
});
document.querySelector("form[role=search]").addEventListener("submit", (event) => {
  event.preventDefault();
  go(search.value.trim() ? `/?q=${encodeURIComponent(search.value.trim())}` : "/");
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, textarea")) {
    event.preventDefault();
    search.focus();
  }
});
addEventListener("popstate", () => show(true));
show(false);
