import { EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration, EditorView, drawSelection, hoverTooltip, keymap, placeholder, WidgetType,
} from "@codemirror/view";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";

export const setFindings = StateEffect.define();
export const setActive = StateEffect.define();

class Caret extends WidgetType {
  constructor(severity) { super(); this.severity = severity; }
  eq(other) { return other.severity === this.severity; }
  toDOM() {
    const mark = document.createElement("span");
    mark.className = `cm-point cm-${this.severity}`;
    mark.textContent = "‸";
    mark.setAttribute("aria-hidden", "true");
    return mark;
  }
}

// A span that somebody wrote into is not what was found any more.
function moved(span, changes) {
  if (changes.touchesRange(span.from, span.to) === "cover") { return null; }
  let inside = false;
  changes.iterChangedRanges((from, to) => {
    if (from < span.to && to > span.from) { inside = true; }
  });
  if (inside) { return null; }
  return { ...span, from: changes.mapPos(span.from, 1), to: changes.mapPos(span.to, -1) };
}

function movedFinding(finding, changes) {
  const span = moved(finding, changes);
  if (!span || (span.from > span.to)) { return null; }
  const fixes = finding.fixes.map((fix) => {
    const edits = fix.edits.map((edit) => moved(edit, changes));
    return edits.every(Boolean) ? { ...fix, edits } : null;
  });
  return {
    ...span,
    related: finding.related.map((each) => moved(each, changes)).filter(Boolean),
    fixes: fixes.filter(Boolean),
  };
}

const blank = { all: [], shown: [], parts: [], active: null };

export const findingsField = StateField.define({
  create: () => blank,
  update(value, transaction) {
    if (transaction.docChanged) {
      const move = (list) => list.map((each) => movedFinding(each, transaction.changes)).filter(Boolean);
      value = {
        ...value,
        all: move(value.all),
        shown: move(value.shown),
        parts: value.parts.map((part) => ({
          ...part,
          from: transaction.changes.mapPos(part.from, 1),
          to: transaction.changes.mapPos(part.to, -1),
        })),
      };
    }
    for (const effect of transaction.effects) {
      if (effect.is(setFindings)) { value = { ...value, ...effect.value }; }
      if (effect.is(setActive)) { value = { ...value, active: effect.value }; }
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field, decorations),
});

function decorations({ shown, parts, active }) {
  return (view) => {
    const marks = [];
    const { doc } = view.state;
    for (const part of parts) {
      if (part.from > doc.length) { continue; }
      const first = doc.lineAt(part.from);
      if (part.field === "dateline" && part.to < first.to) {
        if (part.from < part.to) { marks.push(Decoration.mark({ class: "cm-f-dateline-in" }).range(part.from, part.to)); }
        continue;
      }
      for (let at = first.number; at <= doc.lineAt(Math.min(part.to, doc.length)).number; at += 1) {
        marks.push(Decoration.line({ class: `cm-f-${part.field}` }).range(doc.line(at).from));
      }
    }
    for (const finding of shown) {
      const lit = finding.key === active ? " cm-lit" : "";
      if (finding.from === finding.to) {
        marks.push(Decoration.widget({ widget: new Caret(finding.severity), side: 1 }).range(finding.from));
      } else {
        marks.push(Decoration.mark({ class: `cm-found cm-${finding.severity}${lit}` }).range(finding.from, finding.to));
      }
      if (lit) {
        for (const each of finding.related) {
          if (each.from < each.to) { marks.push(Decoration.mark({ class: "cm-place" }).range(each.from, each.to)); }
        }
      }
    }
    return Decoration.set(marks, true);
  };
}

export function findingsAt(state, at) {
  return state.field(findingsField).shown.filter((each) => each.from <= at && at <= each.to);
}

export function makeEditor(parent, { changed, moved: cursorMoved, hovered, keys, dropped }) {
  const nonce = document.querySelector("meta[name=nonce]").content;
  const state = EditorState.create({
    doc: "",
    extensions: [
      EditorView.cspNonce.of(nonce),
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": "Article", spellcheck: "false", autocapitalize: "off" }),
      placeholder("Paste an article here, drop a file, or write."),
      findingsField,
      hoverTooltip((view, at) => {
        const found = findingsAt(view.state, at);
        if (!found.length) { return null; }
        return {
          pos: Math.min(...found.map((each) => each.from)),
          end: Math.max(...found.map((each) => each.to)),
          above: true,
          create: () => ({ dom: hovered(found) }),
        };
      }, { hoverTime: 350 }),
      keymap.of([...keys, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) { changed(update); }
        else if (update.selectionSet) { cursorMoved(update.state.selection.main.head); }
      }),
      EditorView.domEventHandlers({
        drop(event) {
          const file = event.dataTransfer && event.dataTransfer.files[0];
          if (!file) { return false; }
          event.preventDefault();
          dropped(file);
          return true;
        },
      }),
    ],
  });
  return new EditorView({ state, parent });
}
