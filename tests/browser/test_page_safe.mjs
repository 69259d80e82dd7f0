// SPDX-License-Identifier: MIT
//
// An HTML page where it is not at home: without scripts, in a frame that may do
// nothing, on paper, with names that would like to be markup, read by a machine.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { pathToFileURL } from "node:url";
import { need, program } from "./browser.mjs";
import { box, caseFolder, check, draw, inFirefox, launchFor, opacity, panel, told, withPage, write } from "./page.mjs";

const browser = await launchFor();
const darkBrowser = await launchFor({ dark: true });
const tag22 = ["draw", caseFolder, "--focus", "TAG-22"];
const file = draw("tag-22.html", ...tag22);

/** Which part of two pictures' pixels differs, in a page that may run scripts. */
async function difference(...pictures) {
  const page = await browser.newPage();
  const part = await page.evaluate(async (urls) => {
    const read = async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    };
    const [a, b] = await Promise.all(urls.map(read));
    if (a.length !== b.length) return 1;
    return a.reduce((n, value, i) => n + (Math.abs(value - b[i]) > 8), 0) / a.length;
  }, pictures.map((picture) => `data:image/png;base64,${picture.toString("base64")}`));
  await page.close();
  return part;
}

await check("without scripts it is the picture", async () => {
  const svg = draw("tag-22.svg", ...tag22);
  const plain = await launchFor({ scripts: false });
  const page = await plain.newPage({ javaScriptEnabled: false, viewport: { width: 1700, height: 1300 } });
  await page.goto(pathToFileURL(file).href);
  for (const name of ["#search", "#filter", "#panel", "#filters", "#keys"])
    assert.ok(await page.locator(name).isHidden(), name);
  assert.ok(await page.locator(".bar .tlp").isVisible());
  assert.ok(await page.locator("#sheet > svg").isVisible());
  assert.equal(await box(page, "ShadowPad").count(), 0, "no script has made a button of it");
  // Firefox without scripts cannot be photographed.
  if (inFirefox) return plain.close();
  const seen = await page.locator("#sheet > svg").screenshot();
  await page.goto(pathToFileURL(svg).href);
  const drawn = await page.screenshot({ clip: { x: 0, y: 0, ...(await page.locator("svg").boundingBox()) } });
  // The edges of some letters depend on where a layer of the page begins.
  const part = await difference(seen, drawn);
  assert.ok(part < 0.002, `${part} of it differs from the SVG`);
  return plain.close();
});

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

await check("in a sandboxed frame it works, without scripts or with", async () => {
  const source = escape(fs.readFileSync(file, "utf8"));
  for (const sandbox of ["", "allow-scripts"]) {
    const host = write(`frame-${sandbox}.html`,
      `<!DOCTYPE html><title>wiki</title><iframe sandbox="${sandbox}" width="1200" height="760" srcdoc="${source}"></iframe>`);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(pathToFileURL(host).href);
    const frame = page.frameLocator("iframe");
    assert.ok(await frame.locator("#sheet > svg").isVisible());
    if (sandbox !== "") {
      await box(frame, "ShadowPad").click();
      assert.match(await frame.locator("#panel").innerText(), /Researchers believe/);
      await page.keyboard.press("Escape");
      assert.ok(await frame.locator("#panel").isHidden());
    }
    await page.close();
  }
});

const hostileName = "</script><script>globalThis.owned=1</script><!--<script>{{script}}\u2028$& x";
const hostile = {
  attrigraph: 1,
  citation: "liar",
  sources: [
    { id: "liar", publisher: "<img src=x onerror=globalThis.owned=1>", title: "'\"><svg onload=globalThis.owned=1>", published: "2024-01-02",
      url: "https://example.org/?a=1&b=%22%3E" },
  ],
  entities: [
    { id: "a&<b>", type: "intrusion-set", name: hostileName, description: "<b>bold</b> \u202egnp.exe",
      external_references: [{ source_name: "x", external_id: "X1", url: "javascript:globalThis.owned=1" }] },
    { id: "tool", type: "malware", name: "M\u200bal\u202ecod" },
    { id: "tower", type: "malware", name: "To\u0301\u0302\u0303\u0304\u0305wer" },
    { id: "__proto__", type: "malware", name: "constructor" },
  ],
  relationships: [
    { from: "a&<b>", type: "uses", to: "tool", wording: "</style><script>globalThis.owned=1</script>",
      citations: [{ source: "liar", quote: "`${globalThis.owned=1}`", locator: "<a href=javascript:globalThis.owned=1>" }] },
    { from: "a&<b>", type: "uses", to: "__proto__" },
    { from: "a&<b>", type: "uses", to: "tower" },
  ],
};

await check("names are names, whatever they look like", async () => {
  const input = write("hostile.json", JSON.stringify(hostile));
  const page = draw("hostile.html", "draw", input);
  await withPage(browser, page, async (view) => {
    const group = view.locator("#sheet [role=button]", { hasText: "</script>" });
    await group.click();
    const text = await panel(view).innerText();
    assert.ok(text.includes("</script><script>globalThis.owned=1</script><!--<script>{{script}}⟨U+2028⟩$& x"), text);
    assert.ok(text.includes("<b>bold</b> ⟨U+202E⟩gnp.exe"));
    assert.ok(text.includes("M⟨U+200B⟩al⟨U+202E⟩cod"));
    assert.ok(text.includes("To\u0301\u0302\u0303⟨U+0304⟩⟨U+0305⟩wer"));
    assert.equal(await box(view, "To\u0301\u0302\u0303⟨U+0304⟩⟨U+0305⟩wer").count(), 1, "as in the picture");
    assert.ok(text.includes("<img src=x onerror=globalThis.owned=1>"));
    assert.ok(text.includes("`${globalThis.owned=1}`"));
    assert.equal(await view.locator("a[href^='javascript' i]").count(), 0);
    assert.equal(await view.locator("img, iframe, object, embed, #panel script").count(), 0);
    await view.locator("#search").fill("constr");
    await view.keyboard.press("Enter");
    assert.match(await panel(view).innerText(), /constructor/);
    assert.equal(await view.evaluate(() => globalThis.owned), undefined);
  });
});

await check("its policy lets no other script or style run, and no request out", () =>
  withPage(browser, file, async (page) => {
    const outcome = await page.evaluate(async () => {
      const seen = [];
      document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
      const script = document.createElement("script");
      try {
        script.text = "globalThis.owned = 1";
      } catch {
        seen.push("trusted types");
      }
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "https://example.org/x.png";
      document.body.append(image);
      const style = document.createElement("style");
      style.textContent = "body { color: red }";
      document.head.append(style);
      await fetch("https://example.org/").catch(() => {});
      await new Promise((done) => setTimeout(done, 100));
      globalThis.violations.length = 0;
      return { seen, owned: globalThis.owned, colour: getComputedStyle(document.body).color };
    });
    assert.equal(outcome.owned, undefined);
    assert.notEqual(outcome.colour, "rgb(255, 0, 0)");
    for (const directive of ["img-src", "style-src-elem", "connect-src"])
      assert.ok(outcome.seen.includes(directive), `${directive}: ${outcome.seen}`);
  }));

await check("what a marking forbids leaves no trace in it", async () => {
  const secret = {
    attrigraph: 1,
    sources: [
      { id: "open", publisher: "Open Press", title: "Open", published: "2024-01-02", tlp: "GREEN" },
      { id: "closed", publisher: "Hidden House", title: "Closed", published: "2024-02-03", tlp: "RED" },
    ],
    entities: [
      { id: "fox", type: "intrusion-set", name: "FOX", tlp: "GREEN" },
      { id: "den", type: "malware", name: "Den", tlp: "GREEN" },
      { id: "lair", type: "malware", name: "Lairware", tlp: "RED" },
    ],
    relationships: [
      { from: "fox", type: "uses", to: "den", citations: ["open"], tlp: "GREEN" },
      { from: "fox", type: "uses", to: "den", citations: ["closed"], wording: "whispered", tlp: "RED" },
      { from: "fox", type: "uses", to: "lair", citations: ["closed"] },
    ],
  };
  const input = write("secret.json", JSON.stringify(secret));
  const all = fs.readFileSync(draw("all.html", "draw", input), "utf8");
  const cut = draw("cut.html", "draw", input, "--max-tlp", "GREEN");
  const text = fs.readFileSync(cut, "utf8");
  for (const word of ["Hidden House", "closed", "Lairware", "whispered", "2024-02-03", '"RED"']) {
    assert.ok(all.includes(word), `${word} is in the whole`);
    assert.ok(!text.includes(word), `${word} is gone`);
  }
  await withPage(browser, cut, async (page) => {
    assert.equal(await page.locator(".bar .tlp").innerText(), "TLP:GREEN");
    assert.equal(await page.locator(".bar .tlp").evaluate((tlp) => getComputedStyle(tlp).color), "rgb(51, 255, 0)");
    await box(page, "FOX").click();
    assert.match(await panel(page).innerText(), /Open Press/);
  });
});

/** The text of PAGE on paper. The driver gives Firefox inches for centimetres. */
async function print(page) {
  const unit = inFirefox ? 2.54 : 1;
  const pdf = await page.pdf({ width: `${11 * unit}in`, height: `${8.5 * unit}in`, printBackground: true });
  return execFileSync(program("pdftotext"), ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
}

await check("on paper it is the whole picture between its markings", () =>
  withPage(browser, file, async (page) => {
    await box(page, "ShadowPad").click();
    const printed = await print(page);
    assert.equal(printed.split("\f").length, 2, "it is one page");
    assert.equal(printed.match(/TLP:CLEAR/g).length, 4, "two of the page, two of the picture");
    for (const word of ["APT17", "Insikt Group, 2021-07-08", "Reported targets"]) assert.ok(printed.includes(word), word);
    for (const word of ["Filters", "Researchers believe"]) assert.ok(!printed.includes(word), word);
    // Firefox prints, but does not show a page as if it were printed.
    if (inFirefox) return;
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    for (const name of ["#search", "#panel", "#filter", ".ring.picked"]) assert.ok(await page.locator(name).isHidden(), name);
    for (const tlp of await page.locator(".tlp:not(.small)").all()) assert.ok(await tlp.isVisible());
    const seen = await page.locator("#sheet > svg").boundingBox();
    assert.ok(seen.x >= 0 && seen.x + seen.width <= 1280, JSON.stringify(seen));
    assert.equal(await opacity(box(page, "APT17")), 1, "nothing is dimmed");
  }));

await check("dark where the reader is dark, unless the theme is fixed", async () => {
  const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await withPage(darkBrowser, file, async (page) => assert.equal(await background(page), "rgb(20, 25, 31)"), { colorScheme: "dark" });
  await withPage(browser, file, async (page) => assert.equal(await background(page), "rgb(255, 255, 255)"), { colorScheme: "light" });
  const light = draw("light.html", ...tag22, "--theme", "light");
  await withPage(darkBrowser, light, async (page) => assert.equal(await background(page), "rgb(255, 255, 255)"), { colorScheme: "dark" });
  const dark = draw("dark.html", ...tag22, "--theme", "dark");
  await withPage(browser, dark, async (page) => assert.equal(await background(page), "rgb(20, 25, 31)"), { colorScheme: "light" });
});

await check("axe finds nothing to complain of, in either colours and with everything open", async () => {
  const { source } = need("axe-core");
  for (const colorScheme of ["light", "dark"]) {
    await withPage(colorScheme === "dark" ? darkBrowser : browser, file, async (page) => {
      await page.evaluate(source);
      const run = () => page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      const list = ({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
      assert.deepEqual(list(await run()), []);
      await page.keyboard.press("f");
      await box(page, "ShadowPad").click();
      await page.locator("#search").fill("winnti");
      assert.match(await told(page), /result/);
      assert.deepEqual(list(await run()), []);
    }, { colorScheme });
  }
});

await browser.close();
await darkBrowser.close();
