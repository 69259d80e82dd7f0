// SPDX-License-Identifier: MIT
//
// What Mermaid makes of a flowchart, as JSON: the texts of its boxes and lines.
//
//   node mermaid.mjs NODE_MODULES FILE
//
// NODE_MODULES holds mermaid and jsdom.
import fs from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const { JSDOM } = createRequire(pathToFileURL(`${modules}/x.js`))("jsdom");
const { window } = new JSDOM("<!DOCTYPE html>");
globalThis.window = window;
globalThis.document = window.document;
const mermaid = (await import(pathToFileURL(`${modules}/mermaid/dist/mermaid.core.mjs`))).default;
mermaid.initialize({ startOnLoad: false });

// Mermaid keeps the number of a sign in brackets of its own until it draws.
const decode = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, n) => String.fromCodePoint(Number(n)));
const { db } = await mermaid.mermaidAPI.getDiagramFromText(fs.readFileSync(file, "utf8"));
console.log(JSON.stringify({
  boxes: [...db.getVertices().values()].map((box) => decode(box.text ?? box.id)),
  lines: db.getEdges().map((line) => [line.start, decode(line.text), line.end]),
  config: mermaid.mermaidAPI.getConfig().theme,
}));
