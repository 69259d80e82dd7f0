// SPDX-License-Identifier: MIT
//
// The pictures that browsers look at: the gallery, and the cases of this folder,
// of the example and of the hostile export, and ATT&CK where the corpus has it, drawn
// anew in every view and page.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root, skip } from "./browser.mjs";

const gallery = path.join(root, "out/gallery");
const tag22 = path.join(root, "data/tag-22");
const hostile = path.join(root, "tests/golden/export/hostile.json");
const names = path.join(root, "tests/browser/names.json");
const corpus = process.env.ATTRIGRAPH_CORPUS ?? path.join(root, "../shared/corpus");
const attack = path.join(corpus, "attack-enterprise-18.1.json");

// Name, command and arguments of what is drawn.
const DRAWN = [
  ["tag-22", "draw", tag22, "--focus", "TAG-22"],
  ["tag-22-2021", "draw", tag22, "--focus", "TAG-22", "--known-on", "2021-07-31"],
  ["tag-22-2021-slide", "draw", tag22, "--focus", "TAG-22", "--known-on", "2021-07-31", "--page", "16:9"],
  ["tag-22-a4", "draw", tag22, "--focus", "TAG-22", "--page", "a4"],
  ["tag-22-apt41", "draw", tag22, "--focus", "APT41"],
  ["tag-22-shadowpad", "draw", tag22, "--focus", "ShadowPad"],
  ["tag-22-layered", "draw", tag22, "--view", "layered"],
  ["tag-22-matrix", "draw", tag22, "--view", "matrix"],
  ["tag-22-union", "draw", tag22, "--focus", "TAG-22", "--identity", "union"],
  ["hostile", "draw", hostile],
  ["hostile-layered", "draw", hostile, "--view", "layered"],
  ["names", "draw", names, "--focus", "fox"],
  ["names-layered", "draw", names, "--view", "layered"],
  ["names-matrix", "draw", names, "--view", "matrix"],
  ["names-a4", "draw", names, "--focus", "fox", "--page", "a4"],
  ["names-slide", "draw", names, "--focus", "fox", "--page", "16:9"],
  ["names-cat", "draw", names, "--focus", "cat"],
  ["names-trojan", "draw", names, "--focus", "trojan"],
  ["tag-22-diff", "diff", tag22, "--focus", "TAG-22", "--as-of", "2021-07..2025-12"],
  ["tag-22-diff-layered", "diff", tag22, "--view", "layered", "--as-of", "2021-07..2025-12"],
  ["tag-22-diff-matrix", "diff", tag22, "--view", "matrix", "--as-of", "2021-07..2025-12"],
  ["tag-22-diff-back", "diff", tag22, "--focus", "TAG-22", "--as-of", "2025-12..2021-07"],
  // Without any link in it.
  ["plain-diff", "diff", path.join(root, "tests/golden/diff/claims.old.json"),
    path.join(root, "tests/golden/diff/claims.new.json")],
  ["names-diff", "diff", names, "--focus", "fox", "--as-of", "2024-02-04..2024-02-29"],
];
const ATTACK = [
  ["attack-matrix", "draw", attack, "--view", "matrix"],
  ["attack-layered", "draw", attack, "--view", "layered"],
  ["attack-apt41", "draw", attack, "--focus", "APT41"],
  ["attack-apt41-a4", "draw", attack, "--focus", "APT41", "--page", "a4"],
];
if (fs.existsSync(attack)) DRAWN.push(...ATTACK);
else console.log("not drawn: ATT&CK; ATTRIGRAPH_CORPUS names the folder that has it");

/** Where pictures and what is made for the tests stand. */
export const observed = path.join(root, "out/observed/browser");

/**
 * Draws all pictures in a theme, with more options; [{ name, file, fixed }]. Those of
 * the gallery, which are fixed, stand beside them as they are.
 */
export function drawAll(theme = "auto", ...more) {
  const program = process.env.ATTRIGRAPH_PROGRAM;
  if (!program) return skip("ATTRIGRAPH_PROGRAM names no program");
  const folder = path.join(observed, [theme, ...more].join(""));
  fs.mkdirSync(folder, { recursive: true });
  const pictures = DRAWN.map(([name, ...command]) => {
    const file = path.join(folder, `${name}.svg`);
    const done = spawnSync(program, [...command, "--theme", theme, "--id-prefix", `${name}-`, ...more, "-o", file]);
    // A diff that finds a difference ends with 1.
    if (done.status > 1) throw new Error(`${name}: ${done.stderr}`);
    return { name, file, fixed: false };
  });
  for (const found of fs.readdirSync(gallery).filter((file) => file.endsWith(".svg")))
    pictures.push({ name: `gallery/${found}`, file: path.join(gallery, found), fixed: true });
  return pictures;
}

/** FILE with all PICTURES inline, each with its name in `data-picture`. */
export function writeGallery(pictures, file) {
  const body = pictures.map(({ name, file: svg }) =>
    fs.readFileSync(svg, "utf8").replace("<svg ", `<svg data-picture="${name}" `)).join("\n");
  fs.writeFileSync(file, `<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Pictures</title>\n<style></style>\n<main>\n<h1>Pictures</h1>\n${body}</main>\n</html>\n`);
  return file;
}
