// SPDX-License-Identifier: MIT
//
// In Chromium and in Firefox, with the platform's fonts and with each family that
// may stand in for Arial: every text keeps inside its box and the page, and touches
// no other text and no other box.
//
// All pictures stand in one page, as a wiki might inline them.
import path from "node:path";
import { launch, launchFirefox, openFile } from "./browser.mjs";
import { writeFonts } from "./fonts.mjs";
import { measure } from "./measure.mjs";
import { drawAll, observed, writeGallery } from "./pictures.mjs";

const pictures = drawAll();
const page = writeGallery(pictures, path.join(observed, "all.html"));
const fonts = [{ family: "the platform's fonts" }, ...writeFonts(observed)];
let faults = 0;
let texts = 0;

function tell(viewer, family, results) {
  if (results.length !== pictures.length) throw new Error(`${viewer} shows ${results.length} pictures`);
  for (const { picture, texts: n, faults: found } of results) {
    texts += n;
    faults += found.length;
    for (const fault of found) console.log(`${viewer}, ${family}, ${picture}: ${fault}`);
  }
}

async function inChromium({ family, file }) {
  const browser = await launch({ fonts: file });
  const shown = await openFile(browser, page);
  tell("Chromium", family, await shown.evaluate(measure));
  await browser.close();
}

/** Firefox is slow to start, so that one serves all; a style sheet puts each family first. */
async function inFirefox() {
  const firefox = await launchFirefox();
  const shown = await openFile(firefox, page);
  for (const { family, file } of fonts) {
    const rule = file ? `svg { font-family: '${family}', sans-serif !important }` : "";
    await shown.evaluate((text) => (document.querySelector("style").textContent = text), rule);
    tell("Firefox", family, await shown.evaluate(measure));
  }
  await firefox.close();
}

for (const some of fonts) await inChromium(some);
await inFirefox();
console.log(`${texts} texts measured in ${pictures.length} pictures, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
