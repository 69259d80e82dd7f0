// SPDX-License-Identifier: MIT
//
// What the tests of HTML pages share: pages made by the program, and a user who
// points, types and looks at what came of it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { launch, launchFirefox, openFile, root, skip } from "./browser.mjs";

const program = process.env.ATTRIGRAPH_PROGRAM ?? skip("ATTRIGRAPH_PROGRAM is not set");
export const folder = fs.mkdtempSync(path.join(os.tmpdir(), "attrigraph-page-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

export const caseFolder = path.join(root, "data/tag-22");

/** These tests run in Chromium, or with this word in Firefox. */
export const inFirefox = process.argv[2] === "firefox";

/** A browser for a reader who wants pages DARK, or without SCRIPTS; Chromium is told by the page. */
export const launchFor = (reader) => (inFirefox ? launchFirefox(reader) : launch());

/** Runs the program; the FILE it wrote. STATUS 1 is no failure of diff. */
export function draw(name, ...options) {
  const file = path.join(folder, name);
  try {
    execFileSync(program, [...options, "-o", file], { stdio: "pipe" });
  } catch (error) {
    if (error.status !== 1 || options[0] !== "diff") throw new Error(`${options}: ${error.stderr}`);
  }
  return file;
}

export function write(name, text) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}

/** The page in FILE, ready; asserts at its end that nothing was refused and nothing failed. */
export async function withPage(browser, file, use, options = {}) {
  const page = await openFile(browser, file, { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  await page.evaluate(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(event.violatedDirective));
  });
  await use(page);
  assert.deepEqual(page.errors, []);
  assert.deepEqual(page.refused, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  await page.close();
}

export const box = (page, name) => page.locator("#sheet").getByRole("button", { name, exact: true });
export const panel = (page) => page.locator("#panel");
export const told = (page) => page.locator("#told").textContent();

/** How much of a box or line is left to see: 1, or less where it steps back; all of it alike. */
export const opacity = (locator) => locator.evaluate((element) => {
  const kinds = [element, ...element.querySelectorAll("*")].flatMap((part) => {
    const { opacity, fillOpacity, strokeOpacity } = getComputedStyle(part);
    return [opacity * fillOpacity, opacity * strokeOpacity];
  });
  return kinds.every((kind) => kind === kinds[0]) ? kinds[0] : NaN;
});

/** Where the sheet is seen. */
export async function place(page) {
  await settled(page);
  return page.locator("#sheet > svg").boundingBox();
}

/** Panzoom draws with the next frame. */
export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

export const near = (a, b, by = 2) => Math.abs(a - b) <= by;

/** Runs NAME's test and says how it went; the others run all the same. */
export async function check(name, test) {
  try {
    await test();
    console.log(`ok: ${name}`);
  } catch (error) {
    console.error(`FAILED: ${name}\n${error.stack}`);
    process.exitCode = 1;
  }
}
