// The versions of an article and what each changed, word by word.

import { el, time } from "./dom.js";

const MOST_WORDS = 4000;

export function versions(all) {
  return el("section", { class: "versions", lang: "en" }, el("h2", {}, "Versions"), el("ol", {}, [...all].reverse().map((version) => {
    const before = all[all.indexOf(version) - 1];
    return el("li", {}, el("details", { open: version === all[all.length - 1] },
      el("summary", {}, `Version ${version.version}, `, time(version.receivedAt)),
      before ? changes(before.article, version) : el("p", { class: "quiet" }, "The first that was stored.")));
  })));
}

function changes(before, version) {
  const parts = [];
  if (before.headline !== version.article.headline) {
    parts.push(el("h3", {}, "Headline"), el("p", { dir: "auto" }, difference(before.headline, version.article.headline)));
  }
  if (before.body !== version.article.body) {
    parts.push(el("h3", {}, "Body"), bodies(before.body || "", version.article.body || ""));
  }
  const others = version.changes?.otherFields || [];
  if (others.length) parts.push(el("p", { class: "quiet" }, `Also changed: ${others.join(", ")}`));
  return parts;
}

/** Paragraphs that stay are left out, but for the word that something stays. */
function bodies(before, after) {
  const blocks = [];
  const edits = edit(before.split("\n\n"), after.split("\n\n"));
  for (let i = 0; i < edits.length; i++) {
    const [kind, text] = edits[i];
    const next = edits[i + 1];
    if (kind === "same") {
      if (blocks.at(-1)?.className !== "quiet same") blocks.push(el("p", { class: "quiet same" }, "… unchanged …"));
    } else if (kind === "del" && next?.[0] === "ins") {
      blocks.push(el("p", { dir: "auto" }, difference(text, next[1])));
      i++;
    } else {
      blocks.push(el("p", { dir: "auto" }, el(kind, {}, text)));
    }
  }
  return el("div", { class: "diff" }, blocks);
}

function difference(before, after) {
  const runs = [];
  for (const [kind, text] of edit(before.match(/\s+|\S+/g) || [], after.match(/\s+|\S+/g) || [])) {
    if (runs.at(-1)?.[0] === kind) runs.at(-1)[1] += text;
    else runs.push([kind, text]);
  }
  return runs.map(([kind, text]) => kind === "same" ? text : el(kind, {}, text));
}

/** The shortest edit by longest common subsequence, deletions before insertions. Too long texts count as all new. */
function edit(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const from = a.slice(start, a.length - end);
  const to = b.slice(start, b.length - end);
  return [
    ...a.slice(0, start).map((item) => ["same", item]),
    ...(from.length > MOST_WORDS || to.length > MOST_WORDS ? replaced(from, to) : common(from, to)),
    ...a.slice(a.length - end).map((item) => ["same", item]),
  ];
}

function replaced(from, to) {
  return [...from.map((item) => ["del", item]), ...to.map((item) => ["ins", item])];
}

function common(a, b) {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j]
        ? longest[(i + 1) * width + j + 1] + 1
        : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const edits = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      edits.push(["same", a[i++]]);
      j++;
    } else if (i < a.length && (j === b.length || longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
      edits.push(["del", a[i++]]);
    } else {
      edits.push(["ins", b[j++]]);
    }
  }
  return edits;
}
