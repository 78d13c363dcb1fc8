// node check.mjs ASYNCAPI.YAML FOLDER: validates the document, and renders it into the folder.
import { readFileSync, writeFileSync, cpSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { AvroSchemaParser } from "@asyncapi/avro-schema-parser";
import { Parser, fromFile } from "@asyncapi/parser";

const REACT = "@asyncapi/react-component@3.2.1";
const ERROR = 0, WARNING = 1;

const [file, folder] = process.argv.slice(2);
const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());
const { document, diagnostics } = await fromFile(parser, file).parse();
for (const { severity, code, path, message } of diagnostics) {
  console.log(`asyncapi: ${severity <= WARNING ? "refused" : "hint"} ${code} at ${path.join(".") || "the top"}: ${message}`);
}
if (!document || diagnostics.some(({ severity }) => severity === ERROR || severity === WARNING)) {
  process.exit(1);
}
console.log(`asyncapi: valid, ${document.channels().all().length} channels, ${document.messages().all().length} messages`);

// AsyncAPI's own viewer, whole in one folder: nothing is loaded from elsewhere.
const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", REACT, "--json", "--silent"], { cwd: folder }));
execFileSync("tar", ["xzf", filename], { cwd: folder });
cpSync(`${folder}/package/browser/standalone/without-parser.js`, `${folder}/viewer.js`);
cpSync(`${folder}/package/styles/default.min.css`, `${folder}/viewer.css`);
const data = JSON.stringify(JSON.stringify(document.json())).replaceAll("<", "\\u003c");
writeFileSync(`${folder}/index.html`, `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${document.info().title()}</title>
<link rel="stylesheet" href="viewer.css">
<div id="topics"></div>
<script src="viewer.js"></script>
<script>
AsyncApiStandalone.render({ schema: JSON.parse(${data}), config: { sidebar: { showOperations: "byDefault" } } },
  document.getElementById("topics"));
</script>
</html>
`);
console.log(`asyncapi: rendered as ${folder}/index.html`);
