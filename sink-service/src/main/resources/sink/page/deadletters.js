// Records that a service could not work on: why, what they were, and another try.

import { call, query } from "./api.js";
import { count, el, render, time } from "./dom.js";

export async function deadLetters(main, url, signal) {
  const { deadLetters: list, next } = await call(`/v1/dlq${query({ cursor: url.searchParams.get("cursor") })}`, { signal });
  const groups = Map.groupBy ? Map.groupBy(list, reason) : grouped(list);
  render(main, el("h1", {}, "Dead letters"),
    el("p", { class: "quiet" }, list.length ? "Grouped by reason. Replay sends the untouched record to its topic again; discard drops it with a reason." : "None. Every record could be worked on."),
    el("p", { id: "said", role: "status" }),
    [...groups].map(([why, letters]) => group(why, letters)),
    next && el("a", { class: "more", href: `/dead-letters${query({ cursor: next })}` }, "More"));
}

const reason = (letter) => `${letter.service}: ${letter.errorClass?.split(".").at(-1) || "error"}`;

function grouped(list) {
  const groups = new Map();
  for (const letter of list) groups.set(reason(letter), [...(groups.get(reason(letter)) || []), letter]);
  return groups;
}

function group(why, letters) {
  const rows = letters.map(row);
  return el("section", {}, el("h2", {}, why, " ", el("span", { class: "quiet" }, count(letters.length, "record"))),
    letters.length > 1 && el("button", { onclick: () => rows.forEach((each) => each.querySelector(".replay")?.click()) }, "Replay these"),
    el("ol", { class: "cards" }, rows));
}

function row(letter) {
  const item = el("li", { class: "card" },
    el("p", { dir: "auto" }, letter.message || "no message"),
    el("p", { class: "meta" }, el("span", {}, `${letter.topic}-${letter.partition}@${letter.offset}`), letter.articleId && el("span", {}, `article ${letter.articleId}`), time(letter.time)),
    el("details", { ontoggle: async (event) => {
      const target = event.target.querySelector("pre");
      if (!event.target.open || target.textContent) return;
      try {
        const whole = await call(`/v1/dlq/${encodeURIComponent(letter.id)}`);
        target.textContent = JSON.stringify(whole.content ?? whole, null, 2);
      } catch (problem) {
        target.textContent = problem.message;
      }
    } }, el("summary", {}, "Content"), el("pre", { dir: "auto", tabindex: 0 })),
    el("p", {}, act("replay", "Replay", "POST", `/v1/dlq/${encodeURIComponent(letter.id)}/replay`), " ",
      act("discard", "Discard", "DELETE", `/v1/dlq/${encodeURIComponent(letter.id)}`)));
  function act(name, label, method, path) {
    return el("button", { class: name, onclick: async () => {
      const why = name === "discard" ? prompt("Why is it discarded?") : "";
      if (why === null) return;
      try {
        await call(path + query({ reason: why }), { method });
        item.remove();
        say(`${label}: done.`);
      } catch (problem) {
        say(`${label}: ${problem.message}`);
      }
    } }, label);
  }
  return item;
}

function say(text) {
  document.getElementById("said").textContent = text;
}
