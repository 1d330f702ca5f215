import { equal, notEqual, ok } from "node:assert/strict";
import type { BoundNote } from "../../../src/notes/binding/boundNote.ts";
import type { Asked } from "../../../src/notes/lesson/asked.ts";
import { builtInText, noteText } from "../../../src/notes/showing/noteText.ts";
import { indexOf, source } from "../noteAt.ts";

const SIZES = `# Sizes

## Size
<!-- sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacks.html; checked 2026-11-25 -->

How large a thing is.

- \`AWS::EC2::Volume\`: \`Size\` can only grow.
- \`AWS::S3::Bucket\`: \`Size\` is nobody's affair.
- \`Iops\` counts what it does in a second.
`;

/** The note on sizes, read anew: nothing is kept of it yet. */
function size(): BoundNote {
  const index = indexOf([source(SIZES, { builtIn: true, language: "en" })]);
  const [file] = index.files;
  const note = file?.notes.find(({ title }) => title === "Size");
  ok(file && note);
  return { note, file, specificity: 0, tier: "thing" };
}

const asked = (type: string): Asked => ({ words: ["Size"], type, isParticular: true });

/** Says something of a note in two ways, and the second as if it had been the first. */
function check(name: string, first: (bound: BoundNote) => string, second: (bound: BoundNote) => string): void {
  it(name, () => {
    const bound = size();
    const before = first(bound);
    const after = second(bound);
    notEqual(after, before);
    equal(after, second(size()));
  });
}

describe("what is kept of a note's text", () => {
  const english = { language: "en", commands: false } as const;
  check(
    "is of one language",
    (bound) => noteText(bound, "full", english),
    (bound) => noteText(bound, "full", { ...english, language: "ja" }),
  );
  check(
    "is of one form",
    (bound) => noteText(bound, "full", english),
    (bound) => noteText(bound, "line", english),
  );
  check(
    "is on one type",
    (bound) => builtInText(bound, asked("AWS::EC2::Volume"), english),
    (bound) => builtInText(bound, asked("AWS::S3::Bucket"), english),
  );
  check(
    "is on what is asked for",
    (bound) => builtInText(bound, { ...asked("AWS::EC2::Volume"), words: ["Iops"] }, english),
    (bound) => builtInText(bound, asked("AWS::EC2::Volume"), english),
  );
});
