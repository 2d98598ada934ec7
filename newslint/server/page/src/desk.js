import { isolateHistory, undo, undoDepth } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import { ask, base64Of, bytesOf, post } from "./api.js";
import { SEVERITIES, card, facts, grouped, tooltip } from "./cards.js";
import { byId, counted, element, save } from "./dom.js";
import { findingsAt, findingsField, makeEditor, setActive, setFindings } from "./editor.js";
import { EXAMPLE } from "./example.js";
import { sidecar } from "./sidecar.js";
import { unitsOf } from "./units.js";

const PAUSE = 350;
const desk = {
  name: "article.txt", format: "text", original: null, found: [], understood: null, guides: new Map(),
  hidden: new Set(), dismissed: [], who: "", transcripts: {}, checking: null, timer: 0, checked: false,
};

const view = makeEditor(byId("editor"), {
  changed() { byId("undo").disabled = !undoDepth(view.state); listed(); later(); },
  moved(at) {
    const found = findingsAt(view.state, at);
    const { active } = view.state.field(findingsField);
    if (found.length && !found.some((each) => each.key === active)) { activate(found[0], false); }
  },
  hovered: tooltip,
  dropped: opened,
  keys: [
    { key: "F8", run: () => step(1), preventDefault: true },
    { key: "Shift-F8", run: () => step(-1), preventDefault: true },
    { key: "Alt-Enter", run: () => acceptHere() },
  ],
});

const text = () => view.state.doc.toString();
const current = () => view.state.field(findingsField);
const packs = () => [...byId("packs-list").querySelectorAll("input:checked")].map((each) => each.value);

function choice() {
  return { profile: byId("profile").value, packs: packs(), date: byId("date").value, transcripts: desk.transcripts };
}

function say(words, wrong) {
  byId("status").textContent = words;
  byId("status").classList.toggle("wrong", Boolean(wrong));
}

// Checking

function later() {
  clearTimeout(desk.timer);
  desk.timer = setTimeout(check, PAUSE);
}

async function check() {
  clearTimeout(desk.timer);
  if (desk.checking) { desk.checking.abort(); }
  const words = text();
  if (!words.trim()) { return show([], null, ""); }
  const running = desk.checking = new AbortController();
  try {
    const response = await post("/api/check", {
      text: words, format: desk.format, understood: true, ...choice(),
    }, running.signal);
    const report = await response.json();
    if (running !== desk.checking || words !== text()) { return undefined; }
    const [file] = report.files;
    const wrong = file.errors.map((each) => each.message).join("; ");
    return show(findingsOf(file, words), report.understood[0] || null, wrong, words);
  } catch (error) {
    if (error.name !== "AbortError") { say(`Could not be checked: ${error.message}`, true); }
    return undefined;
  }
}

function findingsOf(file, words) {
  const units = unitsOf(words);
  const placed = (each) => ({ ...each, from: units(each.start.offset), to: units(each.end.offset) });
  return file.findings.map((each) => ({
    ...placed(each),
    key: `${each.fingerprint} ${each.rule}`,
    also: each.also || [],
    related: each.related.map(placed),
    fixes: each.fixes.filter((fix) => fix.applicability !== "display")
      .map((fix) => ({ ...fix, edits: fix.edits.map(placed) })),
  }));
}

function show(found, understood, wrong, words = "") {
  desk.found = found;
  desk.checked = Boolean(words);
  const units = unitsOf(words);
  const placed = (each) => ({ ...each, from: units(each.start), to: units(each.end) });
  desk.understood = understood && {
    people: understood.people.map((each) => ({ ...each, mentions: each.mentions.map(placed) })),
    figures: understood.figures.map(placed),
    quotations: understood.quotations.map((each) => ({ ...placed(each), speaker: each.speaker && placed(each.speaker) })),
  };
  const parts = understood ? understood.parts.map(placed) : [];
  view.dispatch({ effects: setFindings.of({ all: undismissed(found), shown: visible(found), parts }) });
  listed();
  read();
  if (wrong) { say(`Could not be checked: ${wrong}`, true); }
  else if (!words) { say(""); }
}

const isDismissed = (each) => desk.dismissed.some((one) => one.key === each.key);
const undismissed = (list) => list.filter((each) => !isDismissed(each));
const visible = (list) => undismissed(list).filter((each) => !desk.hidden.has(each.severity));

function refresh() {
  const kept = new Map(current().all.map((each) => [each.key, each]));
  const all = undismissed(desk.found.map((each) => kept.get(each.key) || each));
  view.dispatch({ effects: setFindings.of({ all, shown: visible(all) }) });
  listed();
}

// The side list

function listed() {
  const { all, shown, active } = current();
  const hadFocus = document.activeElement && document.activeElement.dataset.key;
  byId("list").replaceChildren(...(desk.checked || all.length ? lists(shown, active) : [welcome()]));
  filters(all);
  dismissals();
  const safe = all.filter(safeFix).length;
  byId("fix-all").disabled = !safe;
  byId("fix-all").textContent = safe ? `Fix all safe (${safe})` : "Fix all safe";
  if (desk.checked) { say(all.length ? `${counted(all.length, "finding")} in ${counted(text().split(/\s+/).filter(Boolean).length, "word")}` : "Nothing found."); }
  if (hadFocus) { focusCard(hadFocus); }
}

function lists(shown, active) {
  return grouped(shown).map(([title, list]) => element("section", { class: "group" },
    element("h2", {}, title, element("span", { class: "n" }, ` ${list.length}`)),
    element("ol", {}, list.map((each) => card(each, active, desk.guides.get(each.rule), acts)))));
}

function welcome() {
  return element("div", { class: "welcome" },
    element("p", {}, "Paste copy on the left, drop a file on it, or open one: text, Markdown, Word, OpenDocument, HTML and the wire formats."),
    element("p", {}, "Every finding stands at its words, says why, and names the other place that contradicts it. Nothing you paste is kept."),
    element("button", { type: "button", id: "example", onclick: () => load("example.txt", "text", EXAMPLE) }, "Try an example"));
}

function filters(all) {
  const counts = SEVERITIES.map((name) => [name, all.filter((each) => each.severity === name).length]);
  byId("filter").hidden = !all.length;
  byId("filter").replaceChildren(...counts.filter(([, count]) => count).map(([name, count]) => element("button", {
    type: "button", class: `b-${name}`, "aria-pressed": String(!desk.hidden.has(name)),
    onclick: () => {
      if (!desk.hidden.delete(name)) { desk.hidden.add(name); }
      refresh();
      byId("filter").querySelector(`.b-${name}`).focus();
    },
  }, element("span", { class: `swatch m-${name}`, "aria-hidden": "true" }, "Abc"), ` ${counted(count, name)}`)));
}

function dismissals() {
  const box = byId("dismissed");
  box.hidden = !desk.dismissed.length;
  box.querySelector("summary").textContent = `${desk.dismissed.length} dismissed`;
  box.querySelector("ul").replaceChildren(...desk.dismissed.map((each) => element("li", {},
    element("span", { dir: "auto" }, each.message), element("span", { class: "said" }, ` ${each.verified ? "checked" : "dismissed"} by ${each.who}: ${each.reason} `),
    element("button", { type: "button", class: "link", onclick: () => { desk.dismissed = desk.dismissed.filter((one) => one !== each); refresh(); } }, "Bring back"))));
}

function focusCard(key) {
  const head = [...byId("list").querySelectorAll(".head")].find((each) => each.dataset.key === key);
  if (head) { head.focus({ preventScroll: true }); }
}

function activate(finding, scroll = true) {
  view.dispatch({
    effects: [setActive.of(finding.key), ...(scroll ? [EditorView.scrollIntoView(finding.from, { y: "nearest", yMargin: 90 })] : [])],
    ...(scroll ? { selection: { anchor: finding.from } } : {}),
  });
  listed();
  const open = byId("list").querySelector(".card.open");
  if (open) { open.scrollIntoView({ block: "nearest" }); }
}

function step(by) {
  const { shown, active } = current();
  if (!shown.length) { return false; }
  const at = shown.findIndex((each) => each.key === active);
  const head = view.state.selection.main.head;
  let next = at >= 0 ? at + by : by > 0 ? shown.findIndex((each) => each.from >= head) : shown.filter((each) => each.to <= head).length - 1;
  next = (next + shown.length) % shown.length;
  activate(shown[next]);
  return true;
}

// Acts

const safeFix = (finding) => finding.fixes.find((fix) => fix.applicability === "safe");
const changesOf = (fix) => fix.edits.map((edit) => ({ from: edit.from, to: edit.to, insert: edit.replacement }));

const acts = {
  who: () => desk.who,
  choose(finding) { activate(finding); focusCard(finding.key); },
  show(place) {
    const [from, to] = [place.from, place.to].map((each) => Math.min(each, view.state.doc.length));
    view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "nearest", yMargin: 90 }) });
    view.focus();
  },
  accept(finding, fix) {
    view.dispatch({ changes: changesOf(fix), annotations: isolateHistory.of("full"), userEvent: "input.fix" });
    say("Fixed. Undo takes it back.");
    view.focus();
  },
  dismiss(finding, decision) {
    desk.who = decision.who;
    desk.dismissed.push({ ...finding, ...decision });
    refresh();
    say("Dismissed. Export keeps the decision.");
    view.focus();
  },
};

function acceptHere() {
  const { shown, active } = current();
  const head = view.state.selection.main.head;
  const finding = shown.find((each) => each.key === active) || findingsAt(view.state, head)[0];
  if (!finding || !finding.fixes.length) { return false; }
  acts.accept(finding, finding.fixes[0]);
  return true;
}

async function fixAll() {
  let made = 0;
  for (let round = 0; round < 10; round += 1) {
    const taken = [];
    for (const finding of current().all) {
      const fix = safeFix(finding);
      const clear = fix && fix.edits.every((edit) => taken.every((one) => edit.to < one.from || edit.from > one.to));
      if (clear) { taken.push(...changesOf(fix)); made += 1; }
    }
    if (!taken.length) { break; }
    taken.sort((one, other) => one.from - other.from);
    view.dispatch({ changes: taken, annotations: isolateHistory.of(round ? undefined : "before"), userEvent: "input.fix" });
    await check();
  }
  if (made) { say(`${made === 1 ? "1 fix" : `${made} fixes`} made. Undo takes ${made === 1 ? "it" : "them"} back.`); }
}

function load(name, format, words, original = null) {
  Object.assign(desk, { name, format, original, dismissed: [], found: [] });
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: words }, selection: { anchor: 0 }, annotations: isolateHistory.of("full") });
  byId("save-file").hidden = !original;
  byId("save-copy").textContent = original ? "Original file with comments" : "Copy with comments";
  byId("save-copy").hidden = !(format === "markdown" || (original && ["docx", "html"].includes(original.format)));
  document.title = `${name} · newslint`;
  view.focus();
  return check();
}

async function opened(file) {
  try {
    const base64 = await base64Of(file);
    const read = await (await post("/api/open", { base64, filename: file.name })).json();
    const kept = read.edited_as === read.format ? null : { base64, name: file.name, format: read.format };
    await load(file.name, read.edited_as, read.text, kept);
    if (read.problems.length) { say(read.problems.join("; "), true); }
  } catch (error) {
    say(`${file.name} cannot be opened: ${error.message}`, true);
  }
}

const stem = () => desk.name.replace(/\.[^.]*$/, "");

const exports = {
  "save-text"() { save(desk.original ? `${stem()}.txt` : desk.name, "text/plain;charset=utf-8", text()); },
  async "save-html"() {
    const page = await post("/api/html", { text: text(), format: desk.format, ...choice() });
    save(`${stem()}-report.html`, "text/html;charset=utf-8", await page.text());
  },
  async "save-file"() {
    const fixed = await (await post("/api/fix", { base64: desk.original.base64, filename: desk.original.name, ...choice() })).json();
    save(desk.original.name, "application/octet-stream", bytesOf(fixed.base64));
  },
  async "save-copy"() {
    const sent = desk.original ? { base64: desk.original.base64, filename: desk.original.name } : { text: text(), format: desk.format };
    const copy = await (await post("/api/annotate", { ...sent, ...choice() })).json();
    save(desk.name.replace(/(\.[^.]*)?$/, "-comments$1"), "application/octet-stream", bytesOf(copy.base64));
  },
  async "save-word"() {
    const copy = await (await post("/api/word", { text: text(), format: desk.format, ...choice() })).json();
    save(`${stem()}-comments.docx`, "application/octet-stream", bytesOf(copy.base64));
  },
  "save-sidecar"() { save("newslint-suppressions.yaml", "application/yaml", sidecar(desk.dismissed, desk.name)); },
};

// What it read

function read() {
  const box = byId("facts");
  const transcripts = element("section", { class: "facts" },
    element("h2", {}, "Transcripts"),
    Object.keys(desk.transcripts).length
      ? element("ul", {}, Object.keys(desk.transcripts).map((name) => element("li", {}, name, " ", element("button", { type: "button", class: "link", onclick: () => { delete desk.transcripts[name]; check(); } }, "remove"))))
      : element("p", { class: "none" }, "Quotations are verified against the transcripts that you add."),
    element("label", { class: "add" }, "Add a transcript…", element("input", { type: "file", onchange: (event) => transcribe(event.target.files[0]) })));
  box.replaceChildren(...(desk.understood ? facts(desk.understood, acts.show) : []), transcripts);
}

async function transcribe(file) {
  try {
    const heard = await (await post("/api/open", { base64: await base64Of(file), filename: file.name })).json();
    desk.transcripts[file.name] = heard.text;
    await check();
    read();
  } catch (error) { say(`${file.name} cannot be opened: ${error.message}`, true); }
}

function tab(name) {
  for (const each of ["findings", "facts"]) {
    const chosen = each === name;
    byId(each).hidden = !chosen;
    byId(`tab-${each}`).setAttribute("aria-selected", String(chosen));
    byId(`tab-${each}`).tabIndex = chosen ? 0 : -1;
  }
}

// Wiring

byId("open").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", (event) => {
  if (event.target.files[0]) { opened(event.target.files[0]); }
  event.target.value = "";
});
byId("undo").addEventListener("click", () => { undo(view); view.focus(); });
byId("fix-all").addEventListener("click", fixAll);
for (const [id, act] of Object.entries(exports)) {
  byId(id).addEventListener("click", async () => {
    byId("export").open = false;
    try { await act(); } catch (error) { say(`Could not be exported: ${error.message}`, true); }
  });
}
for (const id of ["profile", "date"]) { byId(id).addEventListener("change", () => { guides(); check(); }); }
byId("packs-list").addEventListener("change", () => {
  byId("packs-count").textContent = packs().length || "";
  guides();
  check();
});
for (const each of ["findings", "facts"]) {
  byId(`tab-${each}`).addEventListener("click", () => tab(each));
  byId(`tab-${each}`).addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") { return; }
    const other = each === "findings" ? "facts" : "findings";
    tab(other);
    byId(`tab-${other}`).focus();
  });
}
byId("list").addEventListener("keydown", (event) => {
  if (event.key === "Escape") { view.focus(); return; }
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || !event.target.dataset.key) { return; }
  const heads = [...byId("list").querySelectorAll(".head")];
  const next = heads[heads.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  if (next) { event.preventDefault(); next.click(); }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) { menu.open = false; }
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") { return; }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, (event) => {
    event.preventDefault();
    if (name === "drop" && event.dataTransfer.files[0] && !byId("editor").contains(event.target)) {
      opened(event.dataTransfer.files[0]);
    }
  });
}

async function guides() {
  try {
    const asked = new URLSearchParams({ profile: byId("profile").value, packs: packs().join(",") });
    const { rules } = await ask(`/api/rules?${asked}`);
    desk.guides = new Map(rules.filter((each) => each.guide).map((each) => [
      each.rule, [each.guide.name, each.guide.entry, each.guide.edition].filter(Boolean).join(", "),
    ]));
    listed();
  } catch { /* guides are an extra: the check says what is wrong */ }
}

async function begin() {
  listed();
  read();
  try {
    const facts = await ask("/api/desk");
    byId("profile").replaceChildren(...facts.packs.map((pack) => element("option", { value: pack.name, selected: pack.name === facts.profile }, pack.title || pack.name)));
    byId("packs-list").replaceChildren(...facts.packs.filter((pack) => pack.name !== "core").map((pack) => element("label", {},
      element("input", { type: "checkbox", value: pack.name }),
      element("span", {}, element("b", {}, pack.title || pack.name), element("small", {}, pack.description)))));
    await guides();
  } catch (error) {
    say(`The rules cannot be read: ${error.message}`, true);
  }
}

begin();
