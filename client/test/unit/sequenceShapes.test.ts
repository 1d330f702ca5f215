import assert from "node:assert/strict";
import { type PlacedStep, sequenceShapes } from "../../src/sequence/sequenceShapes.ts";

const STEPS: Readonly<Record<string, Omit<PlacedStep, "y">>> = {
  create: { kind: "create", lane: "stack", depth: 0, astray: false },
  userData: { kind: "userData", lane: "machine", depth: 0, astray: false },
  init: { kind: "init", lane: "machine", depth: 1, astray: false },
  config: { kind: "config", lane: "machine", depth: 2, astray: false },
  signal: { kind: "signal", lane: "machine", depth: 1, astray: false },
  astray: { kind: "signal", lane: "machine", depth: 1, astray: true },
  timeout: { kind: "timeout", lane: "stack", depth: 0, astray: false },
  complete: { kind: "complete", lane: "stack", depth: 0, astray: false },
};

/** Each 20 pixels below the one before. */
function placed(names: string): readonly PlacedStep[] {
  return names.split(" ").flatMap((name, index) => {
    const step = STEPS[name];
    return step === undefined ? [] : [{ ...step, y: 20 * index }];
  });
}

/** Steps, and which tone each form of a line is drawn in. */
function check(names: string, expected: readonly string[]): void {
  const steps = placed(names);
  const lines = sequenceShapes(steps).filter(({ form }) => form !== "node" && form !== "glyph");
  assert.deepEqual(
    lines.map(({ form, tone }) => `${form} ${tone}`),
    expected,
  );
}

describe("the shapes of a bootstrap sequence", () => {
  it("are none without a resource", () => check("", []));
  it("join creation and completion", () => check("create complete", ["rail stack"]));
  it("fork where a timeout may come", () =>
    check("create timeout complete", ["waiting stack", "rail stack", "fork timeout"]));
  it("lead to a machine, down its calls, and back with a signal", () =>
    check("create userData init config signal complete", [
      "rail stack",
      "rail machine",
      "branch machine",
      "arrow stack",
      "arrow signal",
    ]));
  it("draw a machine's line down to its last call, not to what that does", () => {
    const [, rail] = sequenceShapes(placed("create userData init config complete")).filter(
      ({ form }) => form === "rail",
    );
    assert.match(rail?.path ?? "", /^M\d+ 20V40$/);
  });
  it("let a signal that nothing awaits go astray", () =>
    check("create userData astray complete", ["rail stack", "rail machine", "arrow stack", "fork astray"]));
});
