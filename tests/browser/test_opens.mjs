// SPDX-License-Identifier: MIT
//
// Every picture of the gallery opens in Chromium as the size it says it has,
// with a title, and asks the network for nothing.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { launch, openFile, root } from "./browser.mjs";

const gallery = path.join(root, "out/gallery");
const browser = await launch();
let opened = 0;

for (const name of fs.readdirSync(gallery).filter((file) => file.endsWith(".svg"))) {
  const page = await openFile(browser, path.join(gallery, name));
  const seen = await page.evaluate(() => {
    const svg = document.documentElement;
    const box = svg.getBoundingClientRect();
    return {
      element: svg.localName,
      title: svg.querySelector("title")?.textContent,
      size: [box.width, box.height],
      says: [svg.getAttribute("width"), svg.getAttribute("height")].map(Number),
    };
  });
  assert.equal(seen.element, "svg", name);
  assert.ok(seen.title, `${name} has no title`);
  assert.deepEqual(seen.size, seen.says, name);
  assert.deepEqual(page.refused, [], name);
  assert.deepEqual(page.errors, [], name);
  await page.close();
  opened++;
}
await browser.close();
assert.ok(opened > 0, "the gallery is empty");
console.log(`${opened} pictures opened`);
