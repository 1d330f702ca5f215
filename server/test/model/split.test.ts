import assert from "node:assert/strict";
import { randomEdit, randomNumbers } from "../../../scripts/laboratory/randomEdit.mjs";
import type { PreviousSegmentation, Segment, Segmentation } from "../../src/model/split/segments.ts";
import { type BrokenLayout, splitBrokenJson } from "../../src/model/split/splitBrokenJson.ts";
import { splitJson } from "../../src/model/split/splitJson.ts";
import { splitYaml } from "../../src/model/split/splitYaml.ts";
import { textDelta } from "../../src/model/split/textDelta.ts";
import { runs, SEED } from "../effort.ts";
import { EDIT_FIXTURES, JSON_FIXTURES, longer } from "./fixtures.ts";

type Splitter = (text: string, earlier?: PreviousSegmentation) => Segmentation | undefined;

/** The last text that could be split, and its segments. */
interface State {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** Splits a text with the help of an earlier state, and holds the result to that of splitting it alone. */
function check(split: Splitter, state: State, text: string): readonly Segment[] | undefined {
  const whole = split(text);
  const same = textDelta(state.text, text);
  const { moved } = same;
  const starts = state.segments.map((piece) => ({ offset: piece.start, kind: piece.kind }));
  const change = split(text, { starts, ...same });
  assert.equal(change === undefined, whole === undefined);
  if (change === undefined || whole === undefined) return undefined;
  assert.equal(whole.head + whole.tail, 0);
  const tail = state.segments.slice(state.segments.length - change.tail);
  const segments = [
    ...state.segments.slice(0, change.head),
    ...change.segments,
    ...tail.map((piece) => ({ start: piece.start + moved, end: piece.end + moved, kind: piece.kind })),
  ];
  assert.deepEqual(segments, whole.segments);
  return segments;
}

const SESSIONS = runs(500);
const EDITS = 25;

describe("splitting with an earlier split", () => {
  for (const [format, split, fixtures] of [
    ["YAML", splitYaml, EDIT_FIXTURES],
    ["JSON", splitJson, JSON_FIXTURES],
  ] as const) {
    it(`gives the segments of splitting alone, under random edits of ${format}`, () => {
      const random = randomNumbers(SEED);
      for (let session = 0; session < SESSIONS; session++) {
        const fixture = fixtures[session % fixtures.length] ?? "";
        let text = session % 3 === 0 ? fixture : longer(fixture, 12);
        let state: State = { text, segments: split(text)?.segments ?? [] };
        const texts = [text];
        for (let edit = 0; edit < EDITS; edit++) {
          const back = random() < 0.25;
          text = back ? (texts[Math.floor(random() * texts.length)] ?? text) : randomEdit(text, random);
          texts.push(text);
          try {
            const segments = check(split, state, text);
            if (segments !== undefined) state = { text, segments };
          } catch (error) {
            throw new Error(`Seed ${SEED}, session ${session}, edit ${edit}: ${JSON.stringify([state.text, text])}`, {
              cause: error,
            });
          }
        }
      }
    });
  }

  it("gives what splitting alone gives, under random edits of broken JSON", () => {
    const random = randomNumbers(SEED);
    const resources = Array.from({ length: 9 }, (_, n) => [`N${n}`, { Type: "X", Properties: { A: [n] } }]);
    const laidOut = JSON.stringify({ A: "x", Resources: Object.fromEntries(resources), Outputs: {} }, undefined, 2);
    let taken = 0;
    for (let session = 0; session < SESSIONS; session++) {
      let text = session % 2 === 0 ? laidOut : (JSON_FIXTURES[1] ?? "");
      const texts = [text];
      let state: (State & BrokenLayout) | undefined;
      for (let edit = 0; edit < EDITS; edit++) {
        const whole = splitBrokenJson(text);
        if (state !== undefined) {
          const { problems, outer } = state;
          const layouts: (BrokenLayout | undefined)[] = [];
          const split: Splitter = (some, earlier) => {
            const found = splitBrokenJson(some, earlier && { ...earlier, problems, outer });
            layouts.push(found && { problems: found.problems, outer: found.outer });
            return found;
          };
          const segments = check(split, state, text);
          assert.deepEqual(layouts[1], layouts[0], `Seed ${SEED}, session ${session}, edit ${edit}`);
          if (segments !== undefined) taken++;
        }
        if (whole !== undefined) state = { ...whole, text };
        text = random() < 0.3 ? (texts[Math.floor(random() * texts.length)] ?? text) : randomEdit(text, random);
        texts.push(text);
      }
    }
    assert.ok(taken > SESSIONS);
  });

  const edits: readonly [string, string, string][] = [
    ["a line of three dashes above", "Resources:\n  A:\n    Type: X\n", "---\nResources:\n  A:\n    Type: X\n"],
    ["a comment above", "Resources:\n  A:\n    Type: X\n", "# x\n\nResources:\n  A:\n    Type: X\n"],
    ["another indent of the first entry", "A: 1\nB:\n  C:\n    D: 1\n  E: 2\n", "A: 1\nB:\n   C:\n    D: 1\n  E: 2\n"],
    ["entries that lose their header", "A: 1\nB:\n  C: 1\n  D: 1\n", "A: 1\nB: x\n  C: 1\n  D: 1\n"],
    ["entries that get a header", "A: 1\nB: x\n  C: 1\n  D: 1\n", "A: 1\nB:\n  C: 1\n  D: 1\n"],
    ["a list under a key", "A: 1\nB:\n  C: 1\n", "A: 1\nB:\n- x\n  C: 1\n"],
  ];
  for (const [name, before, after] of edits) {
    it(`gives the segments of splitting alone with ${name}`, () => {
      for (const [from, to] of [
        [before, after],
        [after, before],
      ] as const) {
        const segments = splitYaml(from)?.segments ?? [];
        assert.ok(segments.length > 0);
        check(splitYaml, { text: from, segments }, to);
      }
    });
  }

  it("looks at the changed entry and its neighbours only", () => {
    for (const [split, fixture] of [
      [splitYaml, longer(EDIT_FIXTURES[0] ?? "", 12)],
      [splitJson, longer(JSON_FIXTURES[0] ?? "", 12)],
    ] as const) {
      const starts = (split(fixture)?.segments ?? []).map(({ start, kind }) => ({ offset: start, kind }));
      const start = fixture.indexOf("X", fixture.indexOf("N6"));
      const text = `${fixture.slice(0, start)}x${fixture.slice(start)}`;
      const change = split(text, { starts, start, end: fixture.length - start, moved: 1 });
      assert.ok(change !== undefined && change.segments.length === 2 && change.head > 5 && change.tail > 5);
    }
  });
});
