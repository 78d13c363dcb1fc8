// Stories: what is told by many articles, and the course of one.

import { call, query } from "./api.js";
import { card } from "./cards.js";
import { articleLink, count, el, render, time } from "./dom.js";

export async function stories(main, url, signal) {
  const { stories: list, next } = await call(`/v1/stories${query({ cursor: url.searchParams.get("cursor") })}`, { signal });
  render(main, el("h1", {}, "Stories"),
    list.length ? el("ol", { class: "cards" }, list.map(storyCard)) : el("p", { class: "quiet" }, "No stories yet: they appear when several articles tell the same."),
    next && el("a", { class: "more", href: `/stories${query({ cursor: next })}` }, "More"));
}

function storyCard(story) {
  return el("li", { class: "card" },
    el("h2", { dir: "auto" }, el("a", { href: `/story/${encodeURIComponent(story.id)}` }, story.label || story.id)),
    el("p", { class: "meta" }, el("span", {}, count(story.articleCount, "article")),
      el("span", {}, time(story.firstSeen), " – ", time(story.lastSeen))));
}

export async function story(main, url, signal) {
  const id = decodeURIComponent(url.pathname.split("/")[2]);
  const found = await call(`/v1/articles${query({ story: id, sort: "newest", limit: 200 })}`, { signal });
  const course = [...found.articles].sort((a, b) => moment(a).localeCompare(moment(b)));
  render(main, 
    el("h1", { dir: "auto" }, course[0]?.headline || "Story"),
    el("p", { class: "meta" }, el("span", {}, count(found.total, "article")), course.length ? el("span", {}, time(moment(course[0])), " – ", time(moment(course.at(-1)))) : null),
    course.length ? timeline(course) : el("p", { class: "quiet" }, "This story has no articles any more."),
    el("ol", { class: "cards" }, course.map((article) => card(article))));
}

const moment = (article) => article.publishedAt || article.receivedAt;

/** A line from the first article to the last, one dot each. */
function timeline(course) {
  const at = (article) => new Date(moment(article)).getTime();
  const first = at(course[0]);
  const span = Math.max(1, at(course.at(-1)) - first);
  return el("ol", { class: "timeline", "aria-label": "Course of the story" }, course.map((article) => {
    const dot = el("li", {}, el("a", { href: articleLink(article), title: article.headline, "aria-label": article.headline }));
    dot.style.insetInlineStart = `${(96 * (at(article) - first)) / span + 2}%`;
    return dot;
  }));
}
