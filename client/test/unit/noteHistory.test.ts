import assert from "node:assert/strict";
import type { RenderedNote } from "../../../server/src/protocol/notes.ts";
import { NoteHistory, type Shown } from "../../src/notes/noteHistory.ts";

function shown(label: string): Shown {
  const note: RenderedNote = {
    id: label,
    title: label,
    path: [],
    builtIn: false,
    team: false,
    uri: "",
    line: 0,
    html: "",
  };
  return { label, notes: [note], inTemplate: true };
}

/** Letters show a note, `<` and `>` go back and forward. */
function check(steps: string, expected: string): void {
  const history = new NoteHistory();
  let at: string | undefined;
  for (const step of steps) {
    if (step === "<" || step === ">") at = history.go(step === "<" ? -1 : 1)?.label ?? at;
    else {
      history.add(shown(step));
      at = step;
    }
  }
  assert.equal(`${history.canGoBack ? "<" : ""}${at}${history.canGoForward ? ">" : ""}`, expected);
}

const CASES: readonly [name: string, steps: string, expected: string][] = [
  ["one note has no way back", "a", "a"],
  ["back and forward", "abc<<>", "<b>"],
  ["at the beginning it stays", "ab<<<", "a>"],
  ["at the end it stays", "ab>>", "<b"],
  ["what lay ahead is forgotten", "abc<<d", "<d"],
  ["the same twice counts once", "abb<", "a>"],
];

describe("the history of the note view", () => {
  for (const [name, steps, expected] of CASES) it(name, () => check(steps, expected));

  it("keeps the last fifty", () => {
    const history = new NoteHistory();
    for (let index = 0; index < 60; index++) history.add(shown(String(index)));
    let last: Shown | undefined;
    for (let back = history.go(-1); back !== undefined; back = history.go(-1)) last = back;
    assert.equal(last?.label, "10");
  });

  it("passes over places without a note", () => {
    const history = new NoteHistory();
    history.add(shown("a"));
    history.add({ label: "b", notes: [], inTemplate: true });
    assert.equal(history.canGoBack, false);
  });
});
