import { counted, element } from "./dom.js";

const FIELDS = {
  headline: "Headline", standfirst: "Standfirst", byline: "Byline", dateline: "Dateline", body: "Story",
  caption: "Captions", pullquote: "Pull quotes", bio: "About the author", correction: "Corrections",
  furniture: "Furniture",
};
export const SEVERITIES = ["error", "warning", "suggestion"];
const ORDER = Object.keys(FIELDS);

export function grouped(findings) {
  const groups = new Map();
  for (const each of findings) {
    if (!groups.has(each.field)) { groups.set(each.field, []); }
    groups.get(each.field).push(each);
  }
  return [...groups].sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other))
    .map(([field, list]) => [FIELDS[field] || field, list]);
}

const short = (text, most = 90) => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

// One finding: a line to click, and below it, where it is the active one, all there is to say.
export function card(finding, active, guide, acts) {
  const open = finding.key === active;
  const head = element("button", {
    type: "button", class: "head", "aria-expanded": String(open), "data-key": finding.key,
    onclick: () => acts.choose(finding),
  },
  element("span", { class: "severity" }, finding.severity, finding.absent ? " · missing" : ""),
  element("span", { class: "message", dir: "auto" }, finding.message));
  return element("li", { class: `card s-${finding.severity}${open ? " open" : ""}` }, head, open && body(finding, guide, acts));
}

function body(finding, guide, acts) {
  const fixes = finding.fixes.map((fix) => element("p", { class: "fix" },
    element("button", {
      type: "button", class: "accept", onclick: () => acts.accept(finding, fix),
    }, fix.applicability === "safe" ? "Accept" : "Apply"),
    element("span", { dir: "auto" }, fix.title)));
  const places = finding.related.map((each) => {
    const quoted = each.message.includes(`“${each.text}”`); // then the message is enough
    return element("li", {},
      element("button", { type: "button", class: "link", onclick: () => acts.show(each) },
        element("bdi", {}, quoted ? each.message : `“${short(each.text)}”`)), " ",
      !quoted && element("span", { class: "said", dir: "auto" }, each.message));
  });
  return element("div", { class: "body" },
    places.length > 0 && element("ul", { class: "places" }, places),
    fixes,
    finding.why && element("p", { class: "why" }, finding.why),
    element("p", { class: "source" }, guide && `${guide} · `, element("code", {}, [finding.rule, ...finding.also].join(", "))),
    dismissal(finding, acts));
}

function dismissal(finding, acts) {
  const reason = element("input", { type: "text", name: "reason", required: true, maxlength: "300", placeholder: "Why it may stand", "aria-label": "Reason" });
  const who = element("input", { type: "text", name: "who", required: true, maxlength: "80", placeholder: "Your name", "aria-label": "Your name", value: acts.who() });
  const verified = element("input", { type: "checkbox", name: "verified" });
  const form = element("form", {
    class: "dismiss",
    onsubmit: (event) => {
      event.preventDefault();
      acts.dismiss(finding, { reason: reason.value.trim(), who: who.value.trim(), verified: verified.checked });
    },
  }, reason, who,
  element("label", {}, verified, " I have checked it: it is right"),
  element("button", { type: "submit" }, "Dismiss"));
  const details = element("details", { class: "more" }, element("summary", {}, "Dismiss…"), form);
  details.addEventListener("toggle", () => { if (details.open) { reason.focus(); } });
  return details;
}

export function tooltip(found) {
  return element("div", { class: "tip" }, found.map((each) => element("p", { class: `s-${each.severity}`, dir: "auto" }, each.message)));
}

export function facts(understood, show) {
  const link = (place, text) => element("button", { type: "button", class: "link", onclick: () => show(place) }, element("bdi", {}, short(text || place.text, 120)));
  const section = (title, rows, none) => element("section", { class: "facts" },
    element("h2", {}, title), rows.length ? element("ul", {}, rows) : element("p", { class: "none" }, none));
  const people = understood.people.map((person) => element("li", {},
    person.mentions.length ? link(person.mentions[0], person.name) : person.name,
    person.role && element("span", { class: "said" }, ` ${person.role}`),
    person.mentions.length > 1 && element("span", { class: "n" }, ` · ${counted(person.mentions.length, "mention")}`)));
  const figures = understood.figures.map((figure) => element("li", {},
    link(figure), figure.noun && !figure.text.includes(figure.noun) && element("span", { class: "said" }, ` ${figure.noun}`),
    element("span", { class: "n" }, ` · ${figure.kind}`)));
  const quotations = understood.quotations.map((each) => element("li", {},
    link(each), " ",
    each.speaker ? element("span", { class: "said" }, "– ", link(each.speaker)) : element("span", { class: "said" }, "– nobody named")));
  return [
    section("People", people, "Nobody is named."),
    section("Figures", figures, "There are no figures."),
    section("Quotations", quotations, "Nobody is quoted."),
  ];
}
