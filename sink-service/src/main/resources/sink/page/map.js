// Where an article plays: its places on a plate carree map of the world (ten units a degree, see world.svg).

import { el, svg } from "./dom.js";

export async function map(entities) {
  const places = entities.filter((entity) => entity.coordinates);
  if (!places.length) return null;
  const drawing = new DOMParser().parseFromString(await (await fetch("/assets/world.svg")).text(), "image/svg+xml").documentElement;
  const world = document.importNode(drawing, true);
  world.setAttribute("role", "img");
  world.setAttribute("aria-label", "Map of places: " + places.map((place) => place.name).join(", "));
  const points = places.map((place) => ({ place, x: 10 * (place.coordinates.lon + 180), y: 10 * (84 - place.coordinates.lat) }));
  world.setAttribute("viewBox", view(points));
  const scale = Number(world.getAttribute("viewBox").split(" ")[2]) / 3600;
  for (const { place, x, y } of points) {
    world.append(svg("circle", { class: "place", cx: x, cy: y, r: 36 * scale + 3 }, svg("title", {}, place.name)));
    world.append(svg("text", { x: x + 50 * scale, y: y + 26 * scale, "font-size": 110 * scale }, place.name));
  }
  return el("section", { class: "map" }, el("h2", {}, "Places"), world);
}

/** The part of the world that holds all places with room around, at least 40 degrees wide, twice as wide as high. */
function view(points) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  const spread = (values) => Math.max(...values) - Math.min(...values);
  const width = Math.min(3600, Math.max(600, 1.8 * spread(xs), 3.6 * spread(ys)));
  const height = Math.min(1420, width / 2);
  const clamp = (value, most) => Math.max(0, Math.min(value, most));
  return [clamp(middle(xs) - width / 2, 3600 - width), clamp(middle(ys) - height / 2, 1420 - height), width, height].map(Math.round).join(" ");
}
