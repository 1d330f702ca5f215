import assert from "node:assert/strict";
import { notesInTemplate } from "../../../src/lsp/views/noteUseViews.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { apart } from "../../../src/notes/showing/apart.ts";
import { noteUsesNow } from "../../../src/notes/uses/noteUses.ts";
import { indexOf, notesAt, resource, source } from "../noteAt.ts";

const AT = resource("AWS::RDS::DBInstance", "Deletion<|>Policy: Retain");

/** What is listed at `DeletionPolicy`, each by what names it. */
function check(texts: readonly string[], expected: readonly string[], most = 9): void {
  const index = indexOf(texts.map((text, at) => source(text, { uri: `file:///notes/${at}.md` })));
  const listed = apart(notesAt(index, AT), most).map(({ note }) => `${note.naming} ${note.title}`);
  assert.deepEqual(listed, expected);
}

describe("the notes of a place in the sidebar", () => {
  for (const [name, texts, expected] of [
    [
      "have no sentence beside its heading",
      ["# CFn\n\n## DeletionPolicy\nDeletionPolicyは削除時にリソースを残すかどうかを決める。\n"],
      ["heading DeletionPolicy"],
    ],
    [
      "have a heading that says more than a sentence below another one",
      [
        "# CFn\n\n## DeletionPolicy\nスタックの削除で消えるものを決める。\n\n## 削除\nDeletionPolicyはRetainにしておく。\n",
      ],
      ["heading DeletionPolicy", "sentence DeletionPolicy"],
    ],
    [
      "have a copy once",
      ["## DeletionPolicy\n削除時に残す。\n", "## DeletionPolicy\n削除時に残す。\n"],
      ["heading DeletionPolicy"],
    ],
    [
      "have both of two that are called the same",
      ["## DeletionPolicy\n削除時に残す。\n", "## DeletionPolicy\nSnapshotもある。\n"],
      ["heading DeletionPolicy", "heading DeletionPolicy"],
    ],
  ] as const)
    it(name, () => check(texts, expected));

  it("are so many", () => {
    const text = (at: number): string => `## DeletionPolicy\nその${at}。\n`;
    check([text(1), text(2), text(3)], ["heading DeletionPolicy", "heading DeletionPolicy"], 2);
  });

  it("are listed once below their template, where a sentence is all that its heading has", () => {
    const text =
      "# CFn\n\n## DeletionPolicy\nDeletionPolicyは残すかどうかを決める。\n\n## UpdateReplacePolicy\n- 置換のとき\n- UpdateReplacePolicyは消える古いものを残す。\n";
    const template = parse(`${AT.replace("<|>", "")}    UpdateReplacePolicy: Retain\n`);
    const { notes } = notesInTemplate(template, noteUsesNow(template, indexOf([source(text)])));
    assert.deepEqual(
      notes.map(({ title }) => title),
      ["DeletionPolicy", "UpdateReplacePolicy", "UpdateReplacePolicy"],
    );
  });
});
