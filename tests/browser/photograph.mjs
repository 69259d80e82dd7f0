// SPDX-License-Identifier: MIT
//
// Takes the picture of a page that the README shows: a tool chosen, and what is claimed of it.
//
//   photograph.mjs PNG
import { launch } from "./browser.mjs";
import { box, caseFolder, draw, withPage } from "./page.mjs";

const browser = await launch();
const file = draw("tag-22.html", "draw", caseFolder, "--focus", "TAG-22");
await withPage(browser, file, async (page) => {
  await box(page, "ShadowPad").click();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: process.argv[2] });
}, { viewport: { width: 1280, height: 760 } });
await browser.close();
