// SPDX-License-Identifier: MIT
//
// An HTML page is pointed at, typed into and looked at, as a reader does.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { root } from "./browser.mjs";
import { box, caseFolder, check, draw, launchFor, near, opacity, panel, place, told, withPage, write } from "./page.mjs";

const browser = await launchFor();
const tag22 = ["draw", caseFolder, "--focus", "TAG-22"];
const file = draw("tag-22.html", ...tag22);

await check("the picture in it is the SVG of draw, byte for byte, and twice the same", () => {
  const page = fs.readFileSync(file, "utf8");
  const svg = fs.readFileSync(draw("tag-22.svg", ...tag22), "utf8");
  assert.ok(page.includes(`\n${svg}`));
  assert.equal(fs.readFileSync(draw("again.html", ...tag22), "utf8"), page);
});

await check("a click shows what is claimed, by whom, and where it was read", () =>
  withPage(browser, file, async (page) => {
    assert.ok(await panel(page).isHidden());
    await box(page, "ShadowPad").click();
    const text = await panel(page).innerText();
    assert.match(text, /ShadowPad/);
    assert.match(text, /used by/i);
    assert.match(text, /assessed \[1\] Recorded Future, Insikt Group, 2021-07-08/);
    assert.match(text, /“Researchers believe”/);
    assert.match(text, /read in \[4\] VOI, para\. 8, by our inference · our grade F/);
    assert.equal(await told(page), "ShadowPad: 6 claims");
    const source = panel(page).getByRole("link", { name: "[4] VOI" }).first();
    assert.equal(await source.getAttribute("href"), "https://voi.id/en/technology/66277");
    assert.equal(await source.getAttribute("rel"), "noopener noreferrer");
  }));

await check("its neighbourhood stands out until Escape", () =>
  withPage(browser, file, async (page) => {
    const before = await place(page);
    await box(page, "ShadowPad").click();
    assert.equal(await opacity(box(page, "ShadowPad")), 1);
    assert.equal(await opacity(box(page, "Aquatic Panda")), 1);
    assert.ok((await opacity(box(page, "APT17"))) < 0.3);
    assert.ok((await opacity(box(page, "Government of China"))) < 0.3);
    assert.equal(await box(page, "APT17").evaluate((element) => getComputedStyle(element).opacity), "1",
      "a thousand boxes, each on a layer to fade it, are slow to move");
    assert.equal(await box(page, "ShadowPad").getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Escape");
    assert.ok(await panel(page).isHidden());
    assert.equal(await opacity(box(page, "APT17")), 1);
    assert.equal(await box(page, "ShadowPad").getAttribute("aria-pressed"), "false");
    const after = await place(page);
    assert.ok(near(after.x, before.x) && near(after.width, before.width), JSON.stringify([before, after]));
  }));

await check("a line and its numbers lead to its claims, an empty place leads back", () =>
  withPage(browser, file, async (page) => {
    await page.locator("#sheet text", { hasText: "sponsored by" }).click();
    assert.match(await panel(page).innerText(), /TAG-22 sponsored by Government of China/);
    assert.match(await panel(page).innerText(), /alleged \[1\] Recorded Future/);
    assert.equal(await opacity(box(page, "Government of China")), 1);
    assert.ok((await opacity(box(page, "APT41"))) < 0.3);
    await page.mouse.click(20, 780);
    assert.ok(await panel(page).isHidden());
  }));

await check("a long panel is in chapters by kind, in order of name, and closes wherever one reads", () =>
  withPage(browser, file, async (page) => {
    await box(page, "Earth Lusca").click();
    const chapters = await panel(page).locator("h3").allTextContents();
    assert.deepEqual(chapters.filter((title) => title.startsWith("uses")), ["uses malware2", "uses tools7"]);
    const used = panel(page).locator("h3", { hasText: "uses tools" }).locator("+ ul > .edge > .to");
    assert.deepEqual(await used.allTextContents(),
      ["certutil", "Cobalt Strike", "Mimikatz", "NBTscan", "Nltest", "PowerSploit", "Tasklist"]);
    const before = await panel(page).boundingBox();
    await panel(page).evaluate((element) => (element.scrollTop = element.scrollHeight));
    const close = await panel(page).getByRole("button", { name: "Close" }).boundingBox();
    assert.ok(near(close.y, before.y, 20), JSON.stringify([close, before]));
    await panel(page).getByRole("button", { name: "Close" }).click();
    assert.ok(await panel(page).isHidden());
  }));

await check("long names keep to the list of what is found", async () => {
  const names = draw("names.html", "draw", path.join(root, "tests/browser/names.json"), "--focus", "fox");
  await withPage(browser, names, async (page) => {
    await page.locator("#search").fill("a");
    for (const row of await page.locator("#results li").all()) {
      const [width, needed, name] = await row.evaluate((element) =>
        [element.clientWidth, element.scrollWidth, element.querySelector(".words").offsetHeight]);
      assert.ok(needed <= width && name < 60, `${await row.innerText()}: ${[width, needed, name]}`);
    }
  }, { viewport: { width: 640, height: 900 } });
});

await check("names in the panel lead on, and a fold lists what is in it", () =>
  withPage(browser, file, async (page) => {
    await box(page, "TAG-22").click();
    await panel(page).getByRole("button", { name: "Telecommunications" }).click();
    assert.match(await panel(page).innerText(), /In the picture it is part of “Reported targets”/);
    assert.match(await panel(page).innerText(), /in Nepal, Philippines, Taiwan/);
    await box(page, "+ 6 tools").click();
    await panel(page).getByRole("button", { name: "Nltest" }).click();
    assert.match(await panel(page).innerText(), /7 of 158 groups/);
    await panel(page).getByRole("button", { name: "Close" }).click();
    assert.ok(await panel(page).isHidden());
  }));

await check("the dash of a line stands only beside what asserts", () =>
  withPage(browser, file, async (page) => {
    await box(page, "Winnti Group").click();
    const who = panel(page).locator(".claim .who");
    const against = who.filter({ hasText: /doubted|denied/ });
    assert.ok((await against.count()) > 0);
    assert.equal(await against.locator(".sample").count(), 0);
    assert.ok((await who.locator(".sample").count()) > 0);
  }));

await check("what its claimant took back is told so", () => {
  const said = (stance, source) => ({ from: "fox", type: "uses", to: "den", stance, citations: [source] });
  const source = (id, published) => ({ id, title: id, publisher: "Fox Watch", published });
  const report = write("withdrawn.json", JSON.stringify({
    attrigraph: 1,
    sources: [source("then", "2021"), source("now", "2022")],
    entities: [{ id: "fox", type: "intrusion-set", name: "Fox" }, { id: "den", type: "malware", name: "Den" }],
    relationships: [said("asserts", "then"), said("withdraws", "now")],
  }));
  return withPage(browser, draw("withdrawn.html", "draw", report, "--focus", "fox"), async (page) => {
    await box(page, "Fox").click();
    assert.match(await panel(page).innerText(), /stated, since withdrawn \[1\]/);
  });
});

await check("typing finds names, aliases and ids, and Enter goes there", () =>
  withPage(browser, file, async (page) => {
    await page.keyboard.press("/");
    await page.keyboard.type("wicked");
    assert.equal(await told(page), "1 result");
    assert.match(await page.locator("#results").innerText(), /APT41\s+Wicked Panda/);
    await page.keyboard.press("Enter");
    assert.match(await panel(page).innerText(), /APT41/);
    assert.equal(await box(page, "APT41").getAttribute("aria-pressed"), "true");
    await page.locator("#search").fill("winnti");
    const options = await page.locator("#results [role=option]").allInnerTexts();
    assert.deepEqual(options.map((text) => text.split("\n")[0]),
      ["Winnti", "Winnti for Linux", "Winnti for Windows", "Winnti Group"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const active = await page.locator("#search").getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${active} .words`).innerText(), "Winnti for Windows");
    assert.ok(await page.locator("#results").evaluate((list) => list.scrollWidth <= list.clientWidth));
    await page.locator("#search").fill("G1006");
    assert.match(await page.locator("#results").innerText(), /Earth Lusca/);
    await page.locator("#search").fill("nobody at all");
    assert.match(await page.locator("#results").innerText(), /Nothing is called so/);
    assert.equal(await told(page), "0 results");
    await page.keyboard.press("Escape");
    assert.ok(await panel(page).isHidden());
    assert.equal(await page.locator("#search").inputValue(), "");
  }));

await check("filters by kind, firmness, source and date, and Escape takes them back", () =>
  withPage(browser, file, async (page) => {
    const tick = (words) => page.locator("#filters label", { hasText: words }).first().click();
    await page.keyboard.press("f");
    assert.match(await page.locator("#filters").innerText(), /91 claims, all shown/);
    await tick("tools");
    assert.ok((await opacity(box(page, "Cobalt Strike"))) < 0.3);
    assert.equal(await opacity(box(page, "ShadowPad")), 1);
    await tick("tools");
    assert.equal(await opacity(box(page, "Cobalt Strike")), 1);

    await tick("stated");
    assert.equal(await opacity(box(page, "ShadowPad")), 1, "TAG-22's use of it is assessed");
    assert.ok((await opacity(box(page, "Aquatic Panda"))) < 0.3);
    assert.match(await page.locator("#filters").innerText(), /3 of 91 claims shown/);
    await box(page, "ShadowPad").click();
    assert.match(await panel(page).innerText(), /5 claims left out by the filters/);
    await page.locator("#filters").getByRole("button", { name: "Reset" }).click();

    await page.getByRole("button", { name: "Who says so: none" }).click();
    assert.match(await page.locator("#filters").innerText(), /0 of 91 claims shown/);
    await tick("Trend Micro");
    assert.equal(await opacity(box(page, "Earth Lusca")), 1);
    assert.ok((await opacity(box(page, "APT17"))) < 0.3);
    await page.locator("#filters").getByRole("button", { name: "Reset" }).click();

    await page.getByLabel("To", { exact: true }).fill("2020-12-31");
    assert.equal(await opacity(box(page, "APT41")), 1, "FireEye wrote in 2019");
    assert.ok((await opacity(box(page, "Aquatic Panda"))) < 0.3, "CrowdStrike in 2022");
    assert.ok(await page.locator("#filter").evaluate((button) => button.classList.contains("active")));
    await page.keyboard.press("Escape");
    assert.equal(await opacity(box(page, "Aquatic Panda")), 1);
    assert.equal(await page.getByLabel("To", { exact: true }).inputValue(), "");
  }));

await check("a comparison says what is new, and filters by it", async () => {
  const changes = draw("changes.html", "diff", "--known-on", "2021-07-31..2025-12-31", "--focus", "TAG-22", caseFolder);
  await withPage(browser, changes, async (page) => {
    await box(page, "ShadowPad").click();
    assert.match(await panel(page).innerText(), /stated \[8\] FireEye, 2019-08-07\s*new/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("f");
    await page.locator("#filters label", { hasText: "as before" }).click();
    assert.ok((await opacity(box(page, "Government of China"))) < 0.3);
    assert.equal(await opacity(box(page, "Aquatic Panda")), 1);
  });
});

await check("a matrix is explored in the same way", async () => {
  const matrix = draw("matrix.html", "draw", caseFolder, "--view", "matrix");
  await withPage(browser, matrix, async (page) => {
    await box(page, "ShadowPad").click();
    assert.match(await panel(page).innerText(), /used by/i);
    assert.equal(await opacity(box(page, "APT41")), 1);
    assert.ok((await opacity(box(page, "Cobalt Strike"))) < 0.3);
    const row = (words) => page.locator("#sheet .part", { hasText: words });
    assert.equal(await opacity(row("malware, shared").nth(2)), 1, "what the row says of it stays with it");
    for (const told of await row("tool, public").all()) assert.ok((await opacity(told)) < 0.3);
    assert.equal(await page.locator("#sheet rect.part.near").count(), 2, "its bar, too");
    await page.keyboard.press("Escape");
    await row("tool, commercial").click();
    assert.match(await panel(page).innerText(), /Cobalt Strike/);
    await page.keyboard.press("Escape");
    await page.locator("#sheet .part > text").first().click();
    assert.match(await panel(page).innerText(), / uses /);
  });
});

await browser.close();
