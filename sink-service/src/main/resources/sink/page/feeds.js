// The health of the feeds that are polled.

import { call } from "./api.js";
import { el, outside, time } from "./dom.js";

export async function feeds(main, url, signal) {
  const { feeds: list } = await call("/v1/feeds", { signal });
  main.replaceChildren(el("h1", {}, "Feeds"),
    list.length ? el("table", {},
      el("thead", {}, el("tr", {}, ["Feed", "State", "Last success", "Last item", "Next try"].map((title) => el("th", { scope: "col" }, title)))),
      el("tbody", {}, list.map((feed) => el("tr", {},
        el("th", { scope: "row" }, feed.id, el("br"), el("span", { class: "quiet" }, outside(feed.url))),
        el("td", {}, feed.error || (feed.silent ? "silent" : "well")),
        el("td", {}, time(feed.lastSuccess) || "never"), el("td", {}, time(feed.lastItem) || "never"), el("td", {}, time(feed.nextPoll) || "–")))))
      : el("p", { class: "quiet" }, "No feeds are subscribed. PUT /v1/feeds/{id} at the ingest service adds one."));
}
