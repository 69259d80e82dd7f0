// SPDX-License-Identifier: MIT
//
// What every browser test begins with: the npm modules, Debian's Chromium and
// Firefox, and pages that reach no network.
//
//   import { launch, openFile, skip } from "./browser.mjs";
//   const browser = await launch();
//   const page = await openFile(browser, "picture.svg");
//
// Without a module or the browser the test ends here with status 77, saying why.
// ATTRIGRAPH_NODE_MODULES names the folder that `npm ci` filled.
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The source tree. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const modules = process.env.ATTRIGRAPH_NODE_MODULES || path.join(root, "out/node/node_modules");

/** Ends the test as skipped. */
export function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

/** The module NAME, or a skipped test. */
export function need(name) {
  try {
    return createRequire(pathToFileURL(path.join(modules, "x.js")))(name);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    return skip(`${name} is not in ${modules}; sh .ci/setup test installs it`);
  }
}

/** The first of NAMES on the PATH, or a skipped test. */
export function program(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) return file;
    }
  }
  return skip(`${names[0]} is not installed`);
}

/**
 * Debian's Chromium, headless. OPTIONS are playwright's; `fonts` names a
 * fontconfig file that alone says which fonts there are.
 */
export async function launch({ fonts, ...options } = {}) {
  const { chromium } = need("playwright-core");
  const sandboxed = os.userInfo().uid !== 0;
  return chromium.launch({
    executablePath: program("chromium", "chromium-browser"),
    // Chromium refuses to run as root with its sandbox; what is opened is ours.
    chromiumSandbox: sandboxed,
    args: ["--disable-gpu", "--font-render-hinting=none"],
    env: { ...process.env, ...(fonts ? { FONTCONFIG_FILE: fonts } : {}) },
    ...options,
  });
}

// No network, whatever a page asks for, and nobody to whom things should move softly.
const PREFERENCES = {
  "network.proxy.type": 1,
  "network.proxy.socks": "127.0.0.1",
  "network.proxy.socks_port": 9,
  "ui.prefersReducedMotion": 1,
};

/**
 * Debian's Firefox, headless and as it is, by the WebDriver BiDi server that it has built in.
 * What its reader wants it knows from its start only: a DARK page, or one without SCRIPTS, of
 * which nothing can then be evaluated or photographed.
 */
export async function launchFirefox({ dark = false, scripts = true } = {}) {
  const { firefox } = need("playwright-core");
  return firefox.launch({
    channel: "moz-firefox",
    executablePath: program("firefox-esr", "firefox"),
    timeout: 120_000,
    firefoxUserPrefs: {
      ...PREFERENCES,
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
      "javascript.enabled": scripts,
    },
  });
}

/**
 * A new page of BROWSER that shows FILE. OPTIONS are playwright's for a page
 * (viewport, colorScheme, …). A request to any network is refused and kept in
 * `page.refused`; an error of a script is kept in `page.errors`. What a page's policy
 * forbade, which Firefox alone calls an error, is none.
 */
export async function openFile(browser, file, options = {}) {
  const page = await browser.newPage(options);
  page.refused = [];
  page.errors = [];
  page.on("pageerror", (error) => {
    const words = String(error);
    if (!words.startsWith("Content-Security-Policy:")) page.errors.push(words);
  });
  await page.route(/^(?!file:|data:|blob:|about:)/, (route) => {
    page.refused.push(route.request().url());
    return route.abort();
  });
  await page.goto(pathToFileURL(path.resolve(file)).href);
  return page;
}
