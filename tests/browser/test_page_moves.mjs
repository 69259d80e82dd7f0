// SPDX-License-Identifier: MIT
//
// An HTML page by keyboard alone, and its picture moved and scaled in every way.
import assert from "node:assert/strict";
import fs from "node:fs";
import { box, caseFolder, check, draw, inFirefox, launchFor, near, panel, place, settled, withPage } from "./page.mjs";

const browser = await launchFor();
const file = draw("tag-22.html", "draw", caseFolder, "--focus", "TAG-22");

await check("everything by keyboard", () =>
  withPage(browser, file, async (page) => {
    const focused = () => page.evaluate(() => {
      const element = document.activeElement;
      return element.getAttribute("aria-label") ?? element.querySelector("title")?.textContent ?? element.innerText;
    });
    const order = [];
    for (let i = 0; i < 7; i++) {
      await page.keyboard.press("Tab");
      order.push(await focused());
    }
    assert.deepEqual(order.slice(0, 6),
      ["Search names, ids and aliases", "Filters", "Zoom out", "Whole picture", "Zoom in", "Keys"]);
    assert.match(order[6], /^Reported targets$/);
    await page.keyboard.press("ArrowRight");
    assert.match(await focused(), /^TAG-22$/);
    assert.ok(await page.locator(".ring.focused").isVisible());
    await page.keyboard.press("ArrowDown");
    assert.match(await focused(), /^Earth Lusca$/);
    await page.keyboard.press("End");
    assert.match(await focused(), /^APT17$/);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    assert.match(await panel(page).innerText(), /^threat group[\s\S]*TAG-22/);
    assert.match(await focused(), /^TAG-22$/, "the focus stays where it was");
    await page.keyboard.press("Escape");
    assert.match(await focused(), /^TAG-22$/);
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").isVisible());
    await page.keyboard.press("Escape");
    assert.ok(await page.locator("#keys").isHidden());
  }));

async function moves(page) {
  const isLayer = () => page.locator("#sheet").evaluate((sheet) => getComputedStyle(sheet).backfaceVisibility === "hidden");
  const first = await place(page);
  await page.keyboard.press("+");
  const larger = await place(page);
  assert.ok(larger.width > 1.2 * first.width);
  await page.keyboard.press("-");
  assert.ok(near((await place(page)).width, first.width));

  await page.mouse.move(700, 400);
  const under = [(700 - first.x) / first.width, (400 - first.y) / first.height];
  await page.mouse.wheel(0, -240);
  const turned = await place(page);
  assert.ok(turned.width > 1.2 * first.width);
  assert.ok(near(turned.x + under[0] * turned.width, 700) && near(turned.y + under[1] * turned.height, 400),
    "what is under the pointer stays there");

  await page.mouse.down();
  await page.mouse.move(760, 430, { steps: 4 });
  assert.ok(await isLayer(), "a drag moves what is painted");
  await page.mouse.up();
  const dragged = await place(page);
  assert.ok(!(await isLayer()), "it is painted anew where it stays");
  assert.ok(Number.isInteger(dragged.x) && Number.isInteger(dragged.y), "a layer between pixels is painted again");
  assert.ok(near(dragged.x, turned.x + 60) && near(dragged.y, turned.y + 30), JSON.stringify([turned, dragged]));
  assert.ok(await panel(page).isHidden(), "a drag chooses nothing");

  await page.keyboard.press("Shift+ArrowLeft");
  assert.ok(near((await place(page)).x, dragged.x + 80));
  await page.keyboard.press("0");
  const last = await place(page);
  assert.ok(near(last.x, first.x) && near(last.y, first.y) && near(last.width, first.width));
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Whole picture" }).click();
  assert.ok(near((await place(page)).width, first.width));
}

await check("moves by wheel, drag, keys and buttons", () => withPage(browser, file, moves));

await check("and does so without Panzoom in it", () => {
  const page = fs.readFileSync(file, "utf8");
  const plain = page.replace(/<script>\/\*!\nCopyright [\s\S]*?<\/script>\n/, "");
  fs.writeFileSync(`${file}.plain.html`, plain);
  return withPage(browser, `${file}.plain.html`, moves);
});

/**
 * One finger drags, and with Panzoom in the page a second one beside it scales. Only
 * Chromium can be touched from here.
 */
async function pinches(page) {
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...points) => session.send("Input.dispatchTouchEvent",
    { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const first = await place(page);
  await touch("touchStart", [300, 400]);
  for (const by of [20, 40]) await touch("touchMove", [300 + by, 400 + by]);
  const dragged = await place(page);
  assert.ok(near(dragged.x, first.x + 40) && near(dragged.y, first.y + 40), JSON.stringify([first, dragged]));
  await touch("touchStart", [340, 440], [500, 440]);
  for (const by of [20, 40, 60, 80]) await touch("touchMove", [340 - by, 440], [500 + by, 440]);
  const pinched = await place(page);
  assert.ok(near(pinched.width, 2 * dragged.width, 40), JSON.stringify([dragged, pinched]));
  assert.equal(await page.locator("#sheet.dragged").count(), 0, "what is scaled is no layer");
  await touch("touchEnd");
}

if (!inFirefox && fs.readFileSync(file, "utf8").includes("<script>/*!\nCopyright"))
  await check("moves by one finger and scales by two", () =>
    withPage(browser, file, pinches, { hasTouch: true }));

await check("a narrow page keeps a chosen box in sight", () =>
  withPage(browser, file, async (page) => {
    await page.locator("#search").fill("APT17");
    await page.keyboard.press("Enter");
    await settled(page);
    const sheet = await panel(page).boundingBox();
    const seen = await box(page, "APT17").boundingBox();
    assert.ok(seen.y + seen.height <= sheet.y && seen.x >= 0 && seen.x + seen.width <= 390, JSON.stringify([sheet, seen]));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 390);
  }, { viewport: { width: 390, height: 844 } }));

await check("an address with an id opens there", () =>
  withPage(browser, file, async (page) => {
    await page.evaluate(() => (location.hash = "#shadowpad"));
    await panel(page).waitFor();
    assert.match(await panel(page).innerText(), /ShadowPad/);
  }));

await browser.close();
