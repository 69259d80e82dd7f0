// SPDX-License-Identifier: MIT
//
// How wide characters are in the fonts that readers have: the greatest advance of
// each in Liberation Sans (which has Arial's), DejaVu Sans, Noto Sans, Noto Sans CJK
// and Inter; in whatever the platform falls back to where one of them lacks it.
//
//   node advances.mjs > ../../src/layout/advances.h
//
// prints the layout's table anew; the result depends on nothing but these fonts.
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const FAMILIES = ["'Liberation Sans',sans-serif", "'DejaVu Sans'", "'Noto Sans'", "'Noto Sans CJK JP'", "Inter"];
// What the platform picks for Arabic is one of several.
const ARABIC_FAMILIES = [...FAMILIES, "'Noto Sans Arabic'", "'Noto Naskh Arabic'"];

// Where every character counts: the scripts that analysts meet most.
export const EACH = [[0x0020, 0x024f], [0x0370, 0x052f], [0x05d0, 0x05f4], [0x060c, 0x06d5], [0x06f0, 0x06f9],
  [0x0904, 0x097f], [0x0985, 0x09ff], [0x0b85, 0x0bff], [0x0e01, 0x0e5b], [0x1e00, 0x1eff],
  [0x2010, 0x205e], [0x20a0, 0x20bf], [0x2100, 0x218b], [0x2190, 0x21ff], [0x2200, 0x22ff]];
// Elsewhere one width serves a run of characters.
const RUNS = [[0x0250, 0x02ff, 1], [0x0530, 0x058f, 1], [0x10a0, 0x10ff, 1], [0x0700, 0x08ff, 0.95], [0x0a00, 0x0a7f, 0.95],
  [0x0a80, 0x0aff, 0.95], [0x0b00, 0x0b7f, 0.95], [0x0c00, 0x0c7f, 0.95], [0x0c80, 0x0cff, 0.95],
  [0x0d00, 0x0d7f, 0.9], [0x0d80, 0x0dff, 0.9], [0x0e80, 0x0eff, 0.95], [0x0f00, 0x0fff, 0.95],
  [0x1000, 0x109f, 0.9], [0x1200, 0x139f, 0.95], [0x13a0, 0x13ff, 1], [0x1400, 0x167f, 0.95], [0x1780, 0x17ff, 0.95],
  [0x1800, 0x18af, 1], [0x1d00, 0x1dbf, 1], [0x1f00, 0x1fff, 1], [0x2070, 0x209c, 1], [0x2300, 0x23ff, 1],
  [0x2400, 0x243f, 1], [0x2460, 0x24ff, 1], [0x2500, 0x25ff, 1], [0x27c0, 0x2bff, 0.95], [0x2c60, 0x2c7f, 1],
  [0xa720, 0xa7ff, 1], [0xfb00, 0xfb4f, 0.95], [0xff61, 0xffdc, 1], [0x1d400, 0x1d7ff, 0.95]];
// Letters of these blocks take vowel signs, which alone would show a dotted circle.
const INDIC = [0x0900, 0x0d7f];
const ARABIC = [0x0620, 0x06d3];
const TATWEEL = "\u0640";

const isPrinted = (c) => /[\p{L}\p{N}\p{P}\p{S}\p{Mc}\p{Zs}]/u.test(String.fromCodePoint(c));
const isMark = (c) => /[\p{Mn}\p{Me}]/u.test(String.fromCodePoint(c));
const codes = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** How much TEXT adds to what it follows, in thousandths of an em: { of, after }. */
function asked(c) {
  const text = String.fromCodePoint(c);
  if (/\p{Mc}/u.test(text) && c >= INDIC[0] && c <= INDIC[1]) {
    const letter = String.fromCodePoint((c & ~0x7f) + 0x15);
    return { of: letter + text, less: letter };
  }
  return { of: text, less: "" };
}

/** For each of QUESTIONS [{ of, less }] its greatest [regular, bold] in FAMILIES, in thousandths of an em. */
export async function greatest(page, questions, families = FAMILIES) {
  return page.evaluate(([list, fonts]) => {
    const pen = document.createElement("canvas").getContext("2d");
    const most = list.map(() => [0, 0]);
    for (const font of fonts) {
      [400, 700].forEach((weight, bold) => {
        pen.font = `${weight} 1000px ${font}`;
        list.forEach(({ of, less }, i) => {
          const width = pen.measureText(of).width - (less ? pen.measureText(less).width : 0);
          most[i][bold] = Math.max(most[i][bold], width);
        });
      });
    }
    return most;
  }, [questions, families]);
}

/** The advance of each of CODES: Map from code to [regular, bold]. */
export async function advancesOf(page, list) {
  const printed = list.filter((c) => isPrinted(c) && !isMark(c));
  const arabic = printed.filter((c) => c >= 0x0600 && c <= 0x06ff);
  const other = printed.filter((c) => c < 0x0600 || c > 0x06ff);
  const found = new Map();
  for (const [some, families] of [[other, FAMILIES], [arabic, ARABIC_FAMILIES]]) {
    const widths = await greatest(page, some.map(asked), families);
    some.forEach((c, i) => found.set(c, widths[i]));
  }
  return found;
}

/** Of Arabic letters, the advance before another letter: Map from code to [regular, bold]. */
async function joinedAdvances(page) {
  const letters = codes(...ARABIC).filter((c) => /\p{L}/u.test(String.fromCodePoint(c)) && c !== TATWEEL.codePointAt(0));
  const text = (c) => String.fromCodePoint(c);
  const first = await greatest(page, letters.map((c) => ({ of: text(c) + TATWEEL, less: TATWEEL })), ARABIC_FAMILIES);
  const middle = await greatest(page,
    letters.map((c) => ({ of: TATWEEL + text(c) + TATWEEL, less: TATWEEL + TATWEEL })), ARABIC_FAMILIES);
  return new Map(letters.map((c, i) => [c, [0, 1].map((bold) => Math.max(first[i][bold], middle[i][bold]))]));
}

const hundredths = (width) => Math.min(255, Math.max(0, Math.ceil(width / 10)));
const hex = (c) => `0x${c.toString(16).padStart(4, "0")}`;

function printArray(name, first, last, advances, bold) {
  const values = codes(first, last).map((c) => hundredths(advances.get(c)?.[bold] ?? 0));
  console.log(`static const guint8 ${name}[] = {`);
  for (let i = 0; i < values.length; i += 16) console.log(`    ${values.slice(i, i + 16).join(", ")},`);
  console.log("};");
}

function printPairs(kind, first, last, advances) {
  const name = first.toString(16).padStart(4, "0");
  printArray(`${kind}_regular_${name}`, first, last, advances, 0);
  printArray(`${kind}_bold_${name}`, first, last, advances, 1);
}

/** The width that a SHARE of a run's characters keep to. */
function runWidth(first, last, share, advances) {
  const widths = codes(first, last).map((c) => advances.get(c)).filter(Boolean).map((pair) => Math.max(...pair));
  widths.sort((a, b) => a - b);
  return hundredths(widths[Math.min(widths.length - 1, Math.floor(share * widths.length))]);
}

function printMarks() {
  const marks = codes(0x0300, 0xfe2f).filter((c) => (c < 0xd800 || c > 0xf8ff) && isMark(c));
  console.log("static const AdvanceRun mark_runs[] = {");
  for (let i = 0; i < marks.length;) {
    let end = i;
    while (marks[end + 1] === marks[end] + 1) end++;
    console.log(`    {${hex(marks[i])}, ${hex(marks[end])}, 0},`);
    i = end + 1;
  }
  console.log("};");
}

async function print() {
  const browser = await launch();
  const page = await browser.newPage();
  const list = [...EACH, ...RUNS].flatMap(([first, last]) => codes(first, last));
  const advances = await advancesOf(page, list);
  const joined = await joinedAdvances(page);
  await browser.close();
  console.log(`/* SPDX-License-Identifier: MIT
 *
 * advances.h: how wide glyphs are, in hundredths of an em, rounded up; 0 where it is not known.
 * Each is the greatest of Liberation Sans (which has Arial's metrics), DejaVu Sans, Noto Sans,
 * Noto Sans CJK and Inter, as tests/browser/advances.mjs measures them: no font is asked at run
 * time, and in none of these does a text grow out of its place.
 */
#pragma once

#include <glib.h>

/* Code points @first to @last, each with its width in regular and bold type. */
typedef struct {
    gunichar first;
    gunichar last;
    const guint8 *regular;
    const guint8 *bold;
} AdvanceRange;

/* Code points @first to @last, all of one width. */
typedef struct {
    gunichar first;
    gunichar last;
    guint8 width;
} AdvanceRun;
`);
  for (const [first, last] of EACH) printPairs("each", first, last, advances);
  printPairs("joined", ...ARABIC, joined);
  console.log("\nstatic const AdvanceRange advance_ranges[] = {");
  for (const [first, last] of EACH.map((range) => range)) {
    const name = first.toString(16).padStart(4, "0");
    console.log(`    {${hex(first)}, ${hex(last)}, each_regular_${name}, each_bold_${name}},`);
  }
  console.log("};\n\n/* Arabic letters before another letter, which most of them join. */");
  console.log(`static const AdvanceRange joined_range = {${hex(ARABIC[0])}, ${hex(ARABIC[1])}, joined_regular_0620,`);
  console.log("                                         joined_bold_0620};\n");
  console.log("/* By block, what nearly all its characters keep to. */");
  console.log("static const AdvanceRun advance_runs[] = {");
  for (const [first, last, share] of [...RUNS].sort((a, b) => a[0] - b[0]))
    console.log(`    {${hex(first)}, ${hex(last)}, ${runWidth(first, last, share, advances)}},`);
  console.log("};\n\n/* Marks that combine: the general categories Mn and Me of Unicode 15. */");
  printMarks();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await print();
