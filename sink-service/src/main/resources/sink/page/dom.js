// Small ways to build the page. All text goes in as text: nothing that an article says is ever read as HTML.

/** An element: attributes by name, "on…" as listeners; children are nodes, texts, lists, or nothing. */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...shown(children));
  return element;
}

const shown = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

/** Puts a view in the place of what was there; lists and nothings among its parts are as in el. */
export function render(place, ...children) {
  place.replaceChildren(...shown(children));
}

/** A snippet of the search API: escaped text with matches in mark elements, and nothing else. */
export function snippet(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return el("p", { class: "snippet", dir: "auto" },
    [...parsed.childNodes].map((node) => node.nodeName === "MARK" ? el("mark", { class: "hit" }, node.textContent) : node.textContent));
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const MINUTE = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A time as the reader's place has it; a bare date stays that day everywhere. */
export function time(text) {
  if (!text) return null;
  const bare = text.length === 10;
  const date = new Date(bare ? text + "T12:00:00" : text);
  return el("time", { datetime: text, title: text }, bare ? DAY.format(date) : MINUTE.format(date));
}

export function count(n, one, many = one + "s") {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
}

/** A http or https address; anything else is no link. */
export function outside(url, text = url) {
  return /^https?:\/\//i.test(url) ? el("a", { href: url, rel: "noreferrer noopener" }, text) : text;
}

export const articleLink = (article) => `/article/${encodeURIComponent(article.id)}`;
