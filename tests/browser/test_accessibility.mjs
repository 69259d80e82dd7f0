// SPDX-License-Identifier: MIT
//
// axe-core finds no violation in a page that has pictures inline, whether they are one
// image each or, by --a11y full, documents that a screen reader can walk through; and
// what Chromium tells a screen reader of them is what they say.
import assert from "node:assert/strict";
import path from "node:path";
import { launch, need, openFile } from "./browser.mjs";
import { drawAll, observed, writeGallery } from "./pictures.mjs";

const browser = await launch();
let violations = 0;

async function runAxe(name, pictures) {
  const page = await openFile(browser, writeGallery(pictures, path.join(observed, `axe-${name}.html`)));
  await page.addScriptTag({ content: need("axe-core").source });
  const results = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, help, nodes } of results.violations) {
    violations += nodes.length;
    console.log(`${name}: ${id}: ${help}, ${nodes.length} times, as in ${nodes[0].html.slice(0, 200)}`);
  }
  assert.ok(results.passes.length > 5, `${name}: axe tried nothing`);
  await page.close();
  return results.passes.length;
}

/** What a screen reader gets of a picture: [{ role, name, description }]. */
async function heard(file) {
  const page = await openFile(browser, file);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await page.close();
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name, description }) =>
    ({ role: role.value, name: name?.value ?? "", description: description?.value ?? "" }));
}

const find = (nodes, role, name) => nodes.find((node) => node.role === role && node.name.includes(name));

async function listen() {
  const image = drawAll();
  const full = drawAll("auto", "--a11y=full");
  const rules = [await runAxe("image", image), await runAxe("full", full)];
  const named = (pictures, name) => pictures.find((picture) => picture.name === name).file;

  const flat = await heard(named(image, "plain-diff"));
  assert.ok(flat.some(({ role, description }) => role === "image" && description), "no image is heard");
  assert.ok(!flat.some(({ role }) => role === "link"), "an image has a link");
  const linked = await heard(named(image, "tag-22"));
  const group = find(linked, "group", "MITRE ATT&CK equates TAG-22 with Earth Lusca");
  assert.ok(group, "the title is not the picture's name");
  assert.match(group.description, /assesses that TAG-22 uses ShadowPad/);
  assert.match(group.description, /Source \[1\]: Recorded Future/);

  const walked = await heard(named(full, "tag-22"));
  assert.ok(find(walked, "graphics-document", "MITRE ATT&CK equates TAG-22"), "no document");
  assert.ok(find(walked, "graphics-object", "ShadowPad"), "no box");
  assert.ok(find(walked, "graphics-symbol", "TAG-22 uses ShadowPad: assessed [1]"), "no line");
  const cells = await heard(named(full, "tag-22-matrix"));
  assert.ok(cells.filter(({ role, name }) => role === "graphics-symbol" && name).length > 5, "no cells");
  return rules;
}

const rules = await listen();
await browser.close();
console.log(`${rules.join(" and ")} rules of axe-core tried, ${violations} violations`);
process.exit(violations > 0 ? 1 : 0);
