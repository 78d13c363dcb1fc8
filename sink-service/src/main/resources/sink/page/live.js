// The live stream (server-sent events, WHATWG HTML section 9.2), read with fetch because EventSource sends no API key.
// Goes on after a break with Last-Event-ID.

import { headers } from "./api.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;

/** Calls onEvent(type, data) until the signal aborts; onState(true|false) tells whether the line is open. */
export async function follow(path, { signal, onEvent, onState }) {
  let lastId = null;
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    try {
      const answer = await fetch(path, {
        signal,
        headers: headers({ Accept: "text/event-stream", ...(lastId ? { "Last-Event-ID": lastId } : {}) }),
      });
      if (!answer.ok) throw new Error(`The live stream answered ${answer.status}`);
      onState(true);
      wait = FIRST_WAIT;
      for await (const event of events(answer.body)) {
        lastId = event.id || lastId;
        if (event.data) onEvent(event.type, JSON.parse(event.data));
      }
    } catch (broken) {
      if (signal.aborted) return;
    }
    onState(false);
    await new Promise((resolve) => setTimeout(resolve, wait + Math.random() * wait));
    wait = Math.min(2 * wait, LONGEST_WAIT);
  }
}

async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) yield event(block);
  }
}

function event(block) {
  const read = { type: "message", id: null, data: "" };
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^([^:]*)(?:: ?(.*))?$/.exec(line);
    if (field === "event") read.type = value;
    else if (field === "id") read.id = value;
    else if (field === "data") data.push(value || "");
  }
  read.data = data.join("\n");
  return read;
}
