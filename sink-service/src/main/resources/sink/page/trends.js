// What is rising over its own baseline.

import { call, query } from "./api.js";
import { el, render, svg } from "./dom.js";

export async function trends(main, url, signal) {
  const period = url.searchParams.get("period") || "hour";
  const { trends: list } = await call(`/v1/trends${query({ window: period === "day" ? "P1D" : "PT1H" })}`, { signal });
  const choice = (value, text) => el("a", { class: "tag", href: `/trends?period=${value}`, "aria-current": period === value ? "true" : null }, text);
  render(main, el("h1", {}, "Trends"),
    el("p", { class: "chosen" }, choice("hour", "by hour"), " ", choice("day", "by day")),
    list.length ? el("table", { class: "trends" },
      el("thead", {}, el("tr", {}, ["Rising", "Kind", "Now", "Usual", "Course"].map((title) => el("th", { scope: "col" }, title)))),
      el("tbody", {}, list.map(row))) : el("p", { class: "quiet" }, "Nothing rises over its usual level."));
}

function row(trend) {
  return el("tr", {},
    el("th", { scope: "row", dir: "auto" }, el("a", { href: link(trend) }, trend.name)),
    el("td", {}, trend.kind), el("td", { class: "number" }, String(trend.count)), el("td", { class: "number" }, trend.baseline.toFixed(1)),
    el("td", {}, sparkline((trend.course || []).map((window) => window.count), trend.name)));
}

function link(trend) {
  if (trend.kind === "story") return `/story/${encodeURIComponent(trend.key)}`;
  const linked = trend.kind !== "entity" || /^Q\d+$/.test(trend.key); // an entity that is not linked is found by its name
  return "/" + query({ [trend.kind]: linked ? trend.key : trend.name });
}

function sparkline(series, name) {
  if (series.length < 2) return null;
  const most = Math.max(1, ...series);
  const points = series.map((value, i) => `${(100 * i) / (series.length - 1)},${22 - (20 * value) / most}`).join(" ");
  return svg("svg", { class: "spark", viewBox: "-2 0 104 24", role: "img", "aria-label": `${name}: ${series.join(", ")}` },
    svg("polyline", { points }), svg("circle", { cx: 100, cy: 22 - (20 * series.at(-1)) / most, r: 2.5 }));
}
