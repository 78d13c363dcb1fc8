// The public API, and the key for it where the service wants one.

const KEY = "dateline-api-key";

export class Problem extends Error {
  constructor(body, status) {
    super(body.detail || body.title || `The server answered ${status}`);
    this.body = body;
    this.status = status;
  }
}

export function headers(more = {}) {
  const key = sessionStorage.getItem(KEY);
  return key ? { ...more, Authorization: `Bearer ${key}` } : more;
}

export function setKey(key) {
  sessionStorage.setItem(KEY, key);
}

export async function call(path, { method = "GET", signal } = {}) {
  const answer = await fetch(path, { method, signal, headers: headers({ Accept: "application/json" }) });
  const text = await answer.text();
  const body = text ? JSON.parse(text) : {};
  if (!answer.ok) throw new Problem(body, answer.status);
  return body;
}

/** A query string of the members that have a value. */
export function query(parameters) {
  const set = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "") set.set(name, value);
  }
  const text = set.toString();
  return text ? `?${text}` : "";
}
