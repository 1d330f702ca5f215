import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { draftNote } from "../../../src/notes/write/draftNote.ts";
import { appliedTo } from "../../../src/notes/write/noteDraft.ts";
import { withCaret } from "../../marked.ts";
import { indexOf, properties, resource, script, source } from "../noteAt.ts";

interface Options {
  readonly body?: readonly string[];
}

/** The file after a note on what is under the template's caret was drafted; `<|>` is the caret then. */
function drafted(marked: string, text: string, { body }: Options = {}): string | undefined {
  const { text: yaml, offset } = withCaret(marked);
  const template = parse(yaml);
  const focus = focusAt(template, offset);
  const asked = { uri: "file:///infra/app.yaml", template };
  const draft = focus && draftNote({ focus, asked }, source(text), indexOf([source(text)]), body);
  if (draft === undefined) return undefined;
  const lines = appliedTo(text, draft).split(/(?<=\n)/);
  const { line, character } = draft.caret;
  lines[line] = `${(lines[line] ?? "").slice(0, character)}<|>${(lines[line] ?? "").slice(character)}`;
  return lines.join("");
}

function check(what: string, template: string, before: string, after: string | undefined, options?: Options): void {
  it(what, () => assert.equal(drafted(template, before, options), after));
}

const ALLOCATED = properties("AWS::RDS::DBInstance", "Allocated<|>Storage: 20");
const DELETION = resource("AWS::S3::Bucket", "Deletion<|>Policy: Retain");
const TIMEOUT = resource(
  "AWS::AutoScaling::AutoScalingGroup",
  "CreationPolicy:\n  ResourceSignal:\n    Time<|>out: PT5M",
);

describe("drafting a note", () => {
  check("in an empty file", DELETION, "", "## DeletionPolicy\n\n<|>");
  check("behind the text of a file", DELETION, "# Notes\n", "# Notes\n\n## DeletionPolicy\n\n<|>\n");
  check(
    "behind a last line without an end",
    DELETION,
    "# Notes\n\nText.",
    "# Notes\n\nText.\n\n## DeletionPolicy\n\n<|>",
  );
  check(
    "with the file's line ends",
    DELETION,
    "# A\r\n\r\nText.\r\n",
    "# A\r\n\r\nText.\r\n\r\n## DeletionPolicy\r\n\r\n<|>\r\n",
  );
  check(
    "behind front matter alone",
    DELETION,
    "---\ntitle: T\n---\n",
    "---\ntitle: T\n---\n\n## DeletionPolicy\n\n<|>\n",
  );
  check(
    "below the section on its service, before the ruler that ends it",
    ALLOCATED,
    "# A\n\n## RDS\nText.\n\n-----\n\n## S3\nText.\n",
    "# A\n\n## RDS\nText.\n\n### AllocatedStorage\n<|>\n\n-----\n\n## S3\nText.\n",
  );
  check(
    "beside a note on the same type",
    ALLOCATED,
    "# A\n## Databases\n### AWS::RDS::DBInstance\nText.\n#### MultiAZ\nText.\n## S3\nText.\n",
    "# A\n## Databases\n### AWS::RDS::DBInstance\nText.\n#### MultiAZ\nText.\n\n#### AllocatedStorage\n<|>\n\n## S3\nText.\n",
  );
  check(
    "beside a note on the same construct, not in the file of another service",
    resource("AWS::S3::Bucket", "Update<|>ReplacePolicy: Retain"),
    "# A\n## CloudFormation\n### DeletionPolicy\nText.\n## S3\nText.\n",
    "# A\n## CloudFormation\n### DeletionPolicy\nText.\n\n### UpdateReplacePolicy\n<|>\n\n## S3\nText.\n",
  );
  check(
    "below the note on the key above it",
    TIMEOUT,
    "# A\n## CreationPolicy\nText.\n## S3\nText.\n",
    "# A\n## CreationPolicy\nText.\n\n### Timeout\n<|>\n\n## S3\nText.\n",
  );
  check(
    "with a marker where the name alone says too little",
    TIMEOUT,
    "# A\n",
    "# A\n\n## Timeout\n<!-- cfn: attribute:CreationPolicy.ResourceSignal.Timeout -->\n\n<|>\n",
  );
  check(
    "on a word of a script",
    script("#!/bin/bash\ncfn-<|>signal -e $?\n"),
    "# A\n",
    "# A\n\n## cfn-signal\n\n<|>\n",
  );
  check(
    "keeps an underlined heading whole",
    DELETION,
    "Title\n=====\n\nCloudFormation\n--------------\n",
    "Title\n=====\n\nCloudFormation\n--------------\n\n### DeletionPolicy\n\n<|>\n",
  );
  check(
    "behind a heading with nothing below it yet",
    DELETION,
    "# A\n\nText.\n\n## UpdateReplacePolicy\n\n\n",
    "# A\n\nText.\n\n## UpdateReplacePolicy\n\n## DeletionPolicy\n\n<|>\n",
  );
  check(
    "between a heading with nothing below it yet and the next",
    DELETION,
    "# A\n\n## UpdateReplacePolicy\n\n\n\n# B\n",
    "# A\n\n## UpdateReplacePolicy\n\n## DeletionPolicy\n\n<|>\n\n# B\n",
  );
  check("with an example below the caret", DELETION, "", "## DeletionPolicy\n\n<|>\n\n```yaml\nA: 1\n```", {
    body: ["```yaml", "A: 1", "```"],
  });
  check("not into a fence that nothing closes", DELETION, "# A\n\n```\ncode\n", undefined);
  check("not on a comment", "# te<|>xt\nResources:\n  A:\n    Type: AWS::SQS::Queue\n", "# A\n", undefined);
});
