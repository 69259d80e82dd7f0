// SPDX-License-Identifier: MIT
//
// Debian's Firefox, which playwright cannot drive, through the WebDriver BiDi
// server that it has built in: just the few commands that a test needs.
//
//   const firefox = await launchFirefox({ fonts: "fonts.conf" });
//   await firefox.open("picture.svg", { width: 800, height: 600 });
//   const title = await firefox.evaluate("document.title");
//   await firefox.close();
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { need, program } from "./browser.mjs";

// No network, no first-run page, no update, and the colour scheme that is asked for.
const PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.proxy.type": 1,
  "network.proxy.socks": "127.0.0.1",
  "network.proxy.socks_port": 9,
  "remote.active-protocols": 1,
  "app.update.enabled": false,
  "extensions.update.enabled": false,
  "toolkit.telemetry.enabled": false,
};
const START_MS = 120_000;

/** A started Firefox. DARK asks for the dark colour scheme. */
export async function launchFirefox({ fonts, dark = false } = {}) {
  const WebSocket = need("ws");
  const executable = program("firefox-esr", "firefox");
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "attrigraph-firefox-"));
  const preferences = { ...PREFERENCES, "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1 };
  fs.writeFileSync(path.join(home, "user.js"), Object.entries(preferences)
    .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`).join(""));
  const child = spawn(executable,
    ["--headless", "--no-remote", "--profile", home, "--remote-debugging-port", "0", "about:blank"],
    { env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: "1", ...(fonts ? { FONTCONFIG_FILE: fonts } : {}) },
      stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const firefox = new Firefox(child, ended, home);
  try {
    const address = await listening(child);
    await firefox.connect(new WebSocket(`${address}/session`));
  } catch (error) {
    await firefox.close();
    throw error;
  }
  return firefox;
}

/** The address that CHILD says it listens on. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`Firefox does not listen:\n${said}`)), START_MS);
    child.once("error", reject);
    child.once("exit", (status) => reject(new Error(`Firefox ended with ${status}:\n${said}`)));
    child.stderr.on("data", (data) => {
      said += data;
      const match = said.match(/WebDriver BiDi listening on (ws:\/\/\S+)/);
      if (match) {
        clearTimeout(timer);
        resolve(match[1]);
      }
    });
  });
}

class Firefox {
  #child;
  #ended;
  #home;
  #socket;
  #waiting = new Map();
  #next = 1;
  #context;

  constructor(child, ended, home) {
    this.#child = child;
    this.#ended = ended;
    this.#home = home;
  }

  async connect(socket) {
    this.#socket = socket;
    await new Promise((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    socket.on("message", (data) => this.#answer(JSON.parse(data)));
    socket.on("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("Firefox hung up"));
    });
    await this.#send("session.new", { capabilities: {} });
    const { contexts } = await this.#send("browsingContext.getTree", {});
    this.#context = contexts[0].context;
  }

  #answer(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id);
    if (message.type === "success") waiting.resolve(message.result);
    else waiting.reject(new Error(`${message.error}: ${message.message}`));
  }

  #send(method, params) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Shows FILE in a window of this size. */
  async open(file, { width = 1280, height = 720 } = {}) {
    await this.#send("browsingContext.setViewport",
      { context: this.#context, viewport: { width, height } });
    await this.#send("browsingContext.navigate",
      { context: this.#context, url: pathToFileURL(path.resolve(file)).href, wait: "complete" });
  }

  /** What EXPRESSION is in the page, taken through JSON. */
  async evaluate(expression) {
    const { type, result, exceptionDetails } = await this.#send("script.evaluate", {
      expression: `JSON.stringify(${expression})`, target: { context: this.#context }, awaitPromise: true });
    if (type !== "success") throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  /** The window as a PNG. */
  async screenshot() {
    const { data } = await this.#send("browsingContext.captureScreenshot", { context: this.#context });
    return Buffer.from(data, "base64");
  }

  async close() {
    this.#socket?.close();
    if (this.#child.exitCode === null) this.#child.kill();
    await this.#ended;
    fs.rmSync(this.#home, { recursive: true, force: true });
  }
}
