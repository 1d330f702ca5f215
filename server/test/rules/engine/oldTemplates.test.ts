import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import type { Template } from "../../../src/model/template.ts";
import { exampleContext as context } from "./ruleExamples.ts";

const RESOURCES = 300;
const EDITS = 60;
/** Each edit changes so many resources, behind those of the one before: so the chunks of entries are last checked at different times. */
const EACH = RESOURCES / EDITS;
/** What was found last is kept for the newest template, and may hold the one before. */
const MAX_KEPT = 3;

const text = (edit: number): string =>
  `Resources:\n${Array.from(
    { length: RESOURCES },
    (_, index) =>
      `  Queue${index}:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: q${index < edit * EACH ? "x" : ""}${index}, VisibilityTimeout: !Ref Nme}\n`,
  ).join("")}`;

describe("what is kept from one edit to the next", () => {
  it("keeps no templates of before alive", async () => {
    const old: WeakRef<Template>[] = [];
    let template = parse(text(0));
    for (let edit = 1; edit <= EDITS; edit++) {
      diagnostics(template, context);
      old.push(new WeakRef(template));
      template = parse(text(edit), template);
    }
    diagnostics(template, context);
    // References that were looked at are strong until the event loop goes on.
    await setImmediate();
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)();
    const alive = old.flatMap((one, edit) => (one.deref() === undefined ? [] : edit));
    assert.ok(alive.length <= MAX_KEPT, `templates before these edits are still there: ${alive.join(", ")}`);
  });
});
