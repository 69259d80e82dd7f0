// SPDX-License-Identifier: MIT
//
// The layout's table against fonts: no character of the scripts it knows, and none
// of the words below, is wider in any of five families than the layout takes it to
// be; and the layout does not take Latin text to be much wider than it is.
import { execFileSync } from "node:child_process";
import { advancesOf, EACH, greatest } from "./advances.mjs";
import { launch, skip } from "./browser.mjs";

const WORDS = ["MITRE ATT&CK equates TAG-22 with Earth Lusca", "[8,10,11]", "Recorded Future, Insikt Group, 2021-07-08",
  "لمجموعة الثعلب الصحراوي", "گروه آشیانه", "שועל המדבר", "กลุ่มเสือดำแห่งลุ่มแม่น้ำเจ้าพระยา", "รายงานการวิเคราะห์",
  "रात का पंछी निगरानी उपकरण", "রাতের পাখি বাংলাদেশ", "இலங்கை தமிழ்நாடு", "తెలుగు దేశం", "ಕನ್ನಡ ರಾಜ್ಯ", "മലയാളം", "ශ්‍රී ලංකාව",
  "ગુજરાત", "ਪੰਜਾਬੀ", "ລາວ", "ကမ္ဘာ မြန်မာ", "កម្ពុជា", "ኢትዮጵያ", "საქართველო", "Հայաստան", "Жёлтый щегол", "Νυχτερινό",
  "影の猫グループ", "한국어로 된 이름", "🐼🐼", "👨‍👩‍👧‍👦", "🇹🇼", "☢️", "1️⃣", "♥★→", "Tiểu Đoàn Ếch Xanh", "e\u0323\u0302 a\u0301"];
// A hundredth of an em, to which the table is rounded.
const ROUNDING = 10;
// At most so much wider than the widest font.
const GENEROUS = 1.2;

/** [regular, bold] of each of TEXTS in thousandths of an em, as the layout has it. */
function taken(texts) {
  const program = process.env.ATTRIGRAPH_WIDTHS;
  if (!program) return skip("ATTRIGRAPH_WIDTHS names no program");
  const out = execFileSync(program, { input: `${texts.join("\n")}\n`, maxBuffer: 1 << 24 });
  return String(out).trim().split("\n").map((line) => line.split(" ").map(Number));
}

const browser = await launch();
const page = await browser.newPage();
const codes = EACH.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
const advances = await advancesOf(page, codes.filter((code) => code !== 0x20));
const words = await greatest(page, WORDS.map((of) => ({ of, less: "" })));
await browser.close();

const texts = [...[...advances.keys()].map((code) => String.fromCodePoint(code)), ...WORDS];
const real = [...advances.values(), ...words];
const layout = taken(texts);
let faults = 0;
texts.forEach((text, i) => [0, 1].forEach((bold) => {
  const says = `${text} (${[...text].map((c) => `U+${c.codePointAt(0).toString(16)}`).join(" ").slice(0, 40)})`;
  if (real[i][bold] > layout[i][bold] + ROUNDING) {
    faults++;
    console.log(`${says}: ${Math.round(real[i][bold])} thousandths wide, taken for ${layout[i][bold]}`);
  }
  if (/^[\x20-\x7f]{5,}$/.test(text) && layout[i][bold] > real[i][bold] * GENEROUS) {
    faults++;
    console.log(`${says}: taken for ${layout[i][bold]}, but only ${Math.round(real[i][bold])} thousandths wide`);
  }
}));
console.log(`${texts.length} texts, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
