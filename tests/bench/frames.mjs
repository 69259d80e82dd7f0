// SPDX-License-Identifier: MIT
//
// How many frames Chromium shows of a page of a thousand boxes while a hand moves it.
//
//   frames.mjs BENCH_PAGE [RUNS]
//
// Real mouse and key events, 60 a second. Three figures, each the median of RUNS: frames that
// came to the screen, of Chromium's own trace; how often a script could have drawn
// (requestAnimationFrame); and the CPU time of all of Chromium's processes for each frame shown.
// It fails only if something cannot be run; times are no test.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { launch, openFile } from "../browser/browser.mjs";

const BOXES = 1000;
const RUNS = 5;
const AIM = 30; // frames a second
const LONG = 2000; // milliseconds of one gesture
const RATE = 60; // events a second
const REST = 600; // milliseconds in which what came before is painted to its end

const sleep = (ms) => new Promise((done) => setTimeout(done, Math.max(0, ms)));

/** Calls STEP with 0, 1, 2, … at a steady rate, however long the page takes to answer. */
async function drive(step) {
  const start = performance.now();
  const sent = [];
  for (let i = 0; performance.now() - start < LONG; i++) {
    sent.push(step(i));
    await sleep(start + ((i + 1) * 1000) / RATE - performance.now());
  }
  await Promise.all(sent);
}

/** There and back again, LENGTH steps each way: 1 or -1. */
const way = (i, length) => (Math.floor(i / length) % 2 === 0 ? 1 : -1);

const gestures = {
  async drag(page) {
    await page.mouse.down();
    await drive((i) => page.mouse.move(640 + 250 * Math.sin(i / 20), 420 + 150 * Math.sin(i / 13)));
    await page.mouse.up();
  },
  wheel: (page) => drive((i) => page.mouse.wheel(0, -40 * way(i, 24))),
  keys: (page) => drive((i) => (i % 6 === 0 ? page.keyboard.press(way(i, 24) > 0 ? "+" : "-") : undefined)),
};

const starts = {
  "the whole picture": async () => {},
  "the middle of it": async (page) => {
    for (let i = 0; i < 6; i++) await page.keyboard.press("+");
  },
  "with a box chosen": async (page) => {
    await page.locator("#search").fill("Panda 480");
    await page.keyboard.press("Enter");
    await page.locator("#fit").click();
  },
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Seconds of CPU that Chromium's processes have had. */
async function cpu(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** How many frames came to the screen while USE was done. */
async function shown(session, use) {
  let frames = 0;
  const count = ({ value }) => (frames += value.filter(({ name }) => name === "Display::DrawAndSwap").length);
  session.on("Tracing.dataCollected", count);
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["viz"] } });
  await use();
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", count);
  return frames;
}

/** In the page: remembers when each frame begins. */
function startBeats() {
  globalThis.beats = [];
  const beat = (time) => (globalThis.beats.push(time), (globalThis.next = requestAnimationFrame(beat)));
  globalThis.next = requestAnimationFrame(beat);
}

/** In the page: how many frames a second began since. */
function stopBeats() {
  cancelAnimationFrame(globalThis.next);
  return (1000 * (globalThis.beats.length - 1)) / (globalThis.beats.at(-1) - globalThis.beats[0]);
}

async function measure(page, session, start, gesture) {
  await page.locator("#fit").focus();
  await page.keyboard.press("Escape");
  await start(page);
  await page.mouse.move(640, 420);
  await sleep(REST);
  let seconds;
  let used;
  let scripted;
  const frames = await shown(session, async () => {
    const before = await cpu(session);
    await page.evaluate(startBeats);
    const began = performance.now();
    await gesture(page);
    seconds = (performance.now() - began) / 1000;
    scripted = await page.evaluate(stopBeats);
    used = (await cpu(session)) - before;
  });
  return { shown: frames / seconds, scripted, cost: (1000 * used) / frames };
}

async function main(program, runs) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "attrigraph-frames-"));
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "page.html");
  fs.writeFileSync(file, execFileSync(program, [String(BOXES)], { maxBuffer: 2 ** 26 }));
  const browser = await launch();
  const page = await openFile(browser, file, { viewport: { width: 1280, height: 800 } });
  const session = await browser.newBrowserCDPSession();
  console.log(`A page of ${BOXES} boxes in Chromium ${browser.version()}; ${runs} runs each, medians; aim: ${AIM} frames a second`);
  for (const [where, start] of Object.entries(starts))
    for (const [name, gesture] of Object.entries(gestures)) {
      const results = [];
      for (let i = 0; i < runs; i++) results.push(await measure(page, session, start, gesture));
      const [frames, beats, cost] = ["shown", "scripted", "cost"].map((key) => median(results.map((row) => row[key])));
      console.log(`${`${name}, ${where}`.padEnd(26)} ${frames.toFixed(1).padStart(5)} shown  ${beats.toFixed(1).padStart(5)} scripted a second  ${cost.toFixed(1).padStart(5)} ms CPU each${frames < AIM ? "  below the aim" : ""}`);
    }
  console.log(`load of the machine: ${os.loadavg()[0].toFixed(1)} on ${os.availableParallelism()} processors`);
  await browser.close();
}

await main(process.argv[2], Number(process.argv[3] ?? RUNS));
