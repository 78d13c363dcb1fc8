// Draws the newsroom page's world map from Natural Earth's 1:110m countries (public domain), as redistributed by the
// npm package world-atlas:  npm install world-atlas topojson-client && node world-map.mjs > world.svg
// Plate carree: ten units a degree, x = 10 (longitude + 180), y = 10 (84 - latitude); Antarctica is left out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "index.js"));
const topojson = require("topojson-client");
const topology = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json")));

const ANTARCTICA = "010";
const point = ([lon, lat]) => [Math.round((lon + 180) * 10), Math.round((84 - lat) * 10)];

/** Relative moves keep the path short. What crosses the antimeridian goes on beyond the edge, where it is cut off. */
function path(line) {
  let [x, y] = point(line[0]);
  const d = [`M${x} ${y}l`];
  for (const next of line.slice(1)) {
    let [nx, ny] = point(next);
    nx += Math.round((x - nx) / 3600) * 3600;
    if (nx !== x || ny !== y) {
      d.push(`${nx - x} ${ny - y} `);
      [x, y] = [nx, ny];
    }
  }
  return d.join("").trim();
}

const { countries } = topology.objects;
countries.geometries = countries.geometries.filter((country) => country.id !== ANTARCTICA);
const coasts = topojson.merge(topology, countries.geometries).coordinates;
const fill = coasts.map((polygon) => polygon.map((ring) => path(ring) + "z").join("")).join("");
const borders = topojson.mesh(topology, countries, (a, b) => a !== b).coordinates.map(path).join("");
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3600 1420">
<path class="land" d="${fill}"/>
<path class="border" d="${borders}"/>
</svg>
`);
