// SPDX-License-Identifier: MIT
//
// Every text and line of every picture against what lies behind it: in the automatic
// theme under both colour schemes, and in each fixed theme. A fixed theme looks the
// same under either scheme, and print is grey but for the letters of a marking.
import path from "node:path";
import { launch, openFile } from "./browser.mjs";
import { contrast } from "./contrast.mjs";
import { drawAll, observed, writeGallery } from "./pictures.mjs";

const THEMES = ["auto", "light", "dark", "print"];
const browser = await launch();
let faults = 0;
let compared = 0;

function fault(...words) {
  faults++;
  console.log(words.join(", "));
}

/** All colours painted in the page, by picture, without those on a marking's black. */
function colors() {
  return [...document.querySelectorAll("svg")].map((svg) => [...svg.querySelectorAll("*")]
    .filter((element) => !element.hasAttribute("fill") || element.hasAttribute("class") || !element.closest("text"))
    .flatMap((element) => [getComputedStyle(element).fill, getComputedStyle(element).stroke]).join(" "));
}

function isGrey(color) {
  const [r, g, b] = color.match(/\d+/g);
  return r === g && g === b;
}

for (const theme of THEMES) {
  const pictures = drawAll(theme);
  const page = await openFile(browser, writeGallery(pictures, path.join(observed, `${theme}.html`)));
  const seen = {};
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const result of await page.evaluate(contrast)) {
      compared += result.compared;
      for (const words of result.faults) fault(theme, scheme, result.picture, words);
    }
    seen[scheme] = await page.evaluate(colors);
  }
  seen.light.forEach((shades, i) => {
    const { name, fixed } = pictures[i];
    if (!fixed && (shades === seen.dark[i]) !== (theme !== "auto"))
      fault(theme, name, theme === "auto" ? "is the same in both colour schemes" : "depends on the colour scheme");
    if (theme === "print" && !fixed)
      for (const color of shades.match(/rgb\([^)]*\)/g).filter((c) => !isGrey(c))) fault(theme, name, `${color} is no grey`);
  });
  await page.close();
}
await browser.close();
console.log(`${compared} contrasts, ${faults} faults`);
process.exit(faults > 0 || compared === 0 ? 1 : 0);
