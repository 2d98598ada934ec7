// Drives the page in Chromium:
// node page.mjs ADDRESS FOLDER-OF-MODULES CHROMIUM FOLDER-FOR-EXPORTS FOLDER-FOR-SCREENSHOTS
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [address, modules, executablePath, exported, pictures] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, "package.json"));
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const complaints = [];

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.on("console", (message) => { if (message.type() === "error") { complaints.push(message.text()); } });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => { if (!/^(blob:)?http:\/\/127\.0\.0\.1/.test(request.url())) { complaints.push(request.url()); } });
  page.on("dialog", (dialog) => { complaints.push("a dialog"); dialog.dismiss(); });
  page.setDefaultTimeout(30000);
  await page.goto(address);
  await page.waitForSelector("#profile option", { state: "attached" });
  return page;
}

const messages = (page) => page.$$eval(".card .message", (all) => all.map((each) => each.textContent));
const text = (page) => page.$$eval(".cm-line", (all) => all.map((each) => each.textContent).join("\n"));
const found = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll(".card").length === wanted, count);

async function saved(page, button) {
  await page.click("#export summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return fs.readFileSync(await download.path(), "utf8");
}

async function looks(page, name) {
  if (pictures) { await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true }); }
}

{
  const page = await open();
  await page.click("#example");
  await found(page, 6);
  assert.equal((await page.$$(".cm-found")).length, 6);
  assert.equal((await page.$$(".cm-error")).length, 1);

  // A click leads to the place and shows the other place.
  await page.click("text=“Eckeland” here");
  assert.equal(await page.textContent(".cm-lit"), "Eckeland");
  assert.equal(await page.textContent(".cm-place"), "Tomas Ekeland");
  assert.match(await page.textContent(".card.open .places"), /Tomas Ekeland/);
  await looks(page, "light");

  // Accept one fix, undo it, accept all.
  await page.click("text=Write $40 million");
  await page.click(".card.open .accept");
  await found(page, 5);
  assert.match(await text(page), /at a cost of \$40 million after/);
  await page.click("#undo");
  await found(page, 6);
  assert.match(await text(page), /40 million dollars/);
  await page.click("#fix-all");
  await found(page, 4);
  assert.match(await text(page), /stand for a century/);
  assert.match(await text(page), /\$40 million/);

  // Filter, and dismiss with a reason.
  await page.click(".filter .b-warning");
  await found(page, 1);
  await page.click(".filter .b-warning");
  await found(page, 4);
  await page.click("text=300 metres is 984 feet");
  await page.click(".card.open .more summary");
  await page.fill(".card.open [name=reason]", "the map: says \"so\"");
  await page.fill(".card.open [name=who]", "Ada");
  await page.check(".card.open [name=verified]");
  await page.click(".card.open .dismiss button");
  await found(page, 3);

  // What was dismissed stays so while somebody types; keys lead on.
  await page.click(".cm-line >> nth=0");
  await page.keyboard.press("End");
  await page.keyboard.type(" homes");
  await found(page, 4);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  assert.equal(await page.textContent(".cm-lit"), "homes homes");
  await page.keyboard.press("Alt+Enter");
  await found(page, 3);
  assert.equal((await text(page)).split("\n")[0], "Harbour wall to protect 1,200 homes");

  const sidecar = await saved(page, "#save-sidecar");
  assert.match(sidecar, /^suppressions:\n  - fingerprint: "[0-9a-f]{16}"\n    reason: "the map: says \\"so\\""\n    who: "Ada"\n/);
  assert.match(sidecar, /    rule: "core\/unit-conversion"\n    path: "example.txt"\n    verdict: "stet"\n$/);
  const words = await saved(page, "#save-text");
  assert.match(words, /^Harbour wall to protect 1,200 homes\n\nBy Mira/);
  fs.writeFileSync(path.join(exported, "example.txt"), words);
  fs.writeFileSync(path.join(exported, "newslint-suppressions.yaml"), sidecar);
  assert.match(await saved(page, "#save-html"), /^<!DOCTYPE html>/);
  assert.match(await saved(page, "#save-word"), /^PK/);

  await page.click("#tab-facts");
  assert.match(await page.textContent("#facts"), /Tomas Ekeland/);
  await page.click("#facts >> text=We cannot wait for the next storm");
  await page.click("#packs summary");
  await page.check("#packs-list input[value=plain]");
  await page.selectOption("#profile", "desk");
  const [dated] = await Promise.all([page.waitForRequest("**/api/check"), page.fill("#date", "2026-01-20")]);
  const { date, packs, profile } = dated.postDataJSON();
  assert.deepEqual({ date, packs, profile }, { date: "2026-01-20", packs: ["plain"], profile: "desk" });
  await page.click("#tab-findings");
  await page.waitForFunction(() => document.querySelectorAll(".card").length > 3);
}

{
  // Hostile copy stays words.
  const page = await open();
  await page.click(".cm-content");
  await page.keyboard.insertText("<img src=x onerror=alert(1)> rose on on Monday\n\n<script>alert(2)</script> javascript:alert(3) 😀 the the sea.");
  await found(page, 2);
  assert.equal((await page.$$("#list img, #list script, .cm-content script, .cm-content img[src=x]")).length, 0);
  assert.deepEqual(await page.$$eval(".cm-found", (all) => all.map((each) => each.textContent)), ["on on", "the the"]);
  await page.setInputFiles("#file", { name: "wall.md", mimeType: "text/markdown", buffer: Buffer.from("# Wall\n\nRents rose on on Monday.\n") });
  await found(page, 1);
  assert.match(await saved(page, "#save-copy"), /<mark[^>]*>on on<\/mark>/);
  await page.setInputFiles("#file", { name: "bad.docx", mimeType: "x/y", buffer: Buffer.from("PK\x03\x04 no document") });
  await page.waitForSelector(".status.wrong");
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !/422/.test(each)));
}

{
  // A file is dropped; what somebody said is held against a transcript; a dismissed finding comes back.
  const page = await open();
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["# Wall\n\n“We have a new boat in town,” Ines Park said on on Monday.\n"], "wall.md"));
    return data;
  });
  await page.dispatchEvent(".cm-content", "drop", { dataTransfer: dropped });
  await found(page, 1);
  await page.click("#tab-facts");
  await page.setInputFiles("#facts input[type=file]", { name: "talk.txt", mimeType: "text/plain", buffer: Buffer.from("PARK: We have a new ship in town.\n") });
  await page.waitForSelector("#facts >> text=talk.txt");
  await page.click("#tab-findings");
  await found(page, 2);
  assert.match((await messages(page)).join(), /talk.txt, line 1/);
  await page.click("text=“on” stands twice");
  await page.click(".card.open .more summary");
  await page.fill(".card.open [name=reason]", "his words");
  await page.fill(".card.open [name=who]", "Ada");
  await page.keyboard.press("Enter");
  await found(page, 1);
  await page.click("#dismissed summary");
  await page.click("text=Bring back");
  await found(page, 2);
  // The list is worked with keys alone.
  await page.focus(".head >> nth=0");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".card").className.includes("open")), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("cm-content")), true);
}

for (const [name, options] of [
  ["dark", { colorScheme: "dark" }],
  ["phone", { viewport: { width: 390, height: 844 } }],
  ["wide", {}],
]) {
  const page = await open({ ...options, bypassCSP: true });
  await page.click("#example");
  await found(page, 6);
  await page.click(".card .head >> nth=0");
  await looks(page, name);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(width, 0, `${name} is wider than the window`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  const grave = violations.filter((each) => ["serious", "critical"].includes(each.impact));
  assert.deepEqual(grave.map((each) => [each.id, each.nodes.map((node) => node.html)]), [], name);
}

assert.deepEqual(complaints, []);
await browser.close();
console.log("all well");
