// SPDX-License-Identifier: MIT
//
// What a reader's machine would make of "sans-serif": fontconfig files that put one
// family before all others. What it lacks comes from Noto, as on a real machine, so
// that no picture is measured by the boxes that stand for missing glyphs.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { skip } from "./browser.mjs";

const FALLBACK = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"];

const FAMILIES = {
  "DejaVu Sans": "/usr/share/fonts/truetype/dejavu",
  "Liberation Sans": "/usr/share/fonts/truetype/liberation",
  "Noto Sans": FALLBACK[0],
  "Noto Sans CJK JP": FALLBACK[1],
  Inter: "/usr/share/fonts/opentype/inter",
};

function configuration(family, folder, cache) {
  const folders = [...new Set([folder, ...FALLBACK])];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((name) => `<dir>${name}</dir>`).join("\n")}
<cachedir>/var/cache/fontconfig</cachedir>
<cachedir>${cache}</cachedir>
<match target="pattern">
<edit name="family" mode="prepend_first" binding="strong"><string>${family}</string></edit>
</match>
</fontconfig>
`;
}

/** Writes into FOLDER a file for each family; [{ family, file }]. Skips without the fonts. */
export function writeFonts(folder) {
  return Object.entries(FAMILIES).map(([family, from]) => {
    const file = path.join(folder, `${family.replaceAll(" ", "-").toLowerCase()}.conf`);
    if (!fs.existsSync(from)) return skip(`the font ${family} is not installed`);
    fs.writeFileSync(file, configuration(family, from, path.join(folder, "cache")));
    const found = execFileSync("fc-match", ["Arial", "family"], { env: { ...process.env, FONTCONFIG_FILE: file } });
    if (!String(found).includes(family)) throw new Error(`${file} gives ${found}, not ${family}`);
    return { family, file };
  });
}
