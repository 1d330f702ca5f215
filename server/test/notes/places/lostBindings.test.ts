import assert from "node:assert/strict";
import { lostBindings } from "../../../src/notes/places/lostBindings.ts";
import { fullIndex } from "./fullIndex.ts";

/** What a change of a file's text loses: old title, new title, places. */
function check(what: string, before: string, after: string, expected: readonly string[]): void {
  it(what, () => {
    const read = [before, after].map((text) => {
      const index = fullIndex(text);
      const [file] = index.files;
      assert.ok(file);
      return { file, bindings: index.bindingsIn(file.uri), vocabulary: index.vocabulary };
    });
    const [old, now] = read;
    assert.ok(old && now);
    assert.deepEqual(
      lostBindings(old, now, now.vocabulary).map(
        ({ note, oldTitle, places }) => `${oldTitle} → ${note.title}: ${places.join(", ")}`,
      ),
      expected,
    );
  });
}

const ARTICLE = "# Memo\n\n## CreationPolicy\n\nWaits.\n\n## 三題噺\n\nText.\n";
const LOST = ["CreationPolicy → How it waits: CreationPolicy"];

describe("bindings that are lost", () => {
  check("when a heading changes words", ARTICLE, ARTICLE.replace("CreationPolicy", "How it waits"), LOST);
  check(
    "when other headings come too",
    ARTICLE,
    ARTICLE.replace("## CreationPolicy", "## New\n\nNew.\n\n## How it waits"),
    LOST,
  );
  check("when a lead changes words", "- **DependsOn**：順番\n", "- **順番のこと**：順番\n", [
    "DependsOn → 順番のこと: attribute:DependsOn",
  ]);
  check("not when it means another place now", ARTICLE, ARTICLE.replace("CreationPolicy", "UpdatePolicy"), []);
  check("not when the section is gone", ARTICLE, "# Memo\n\n## 三題噺\n\nText.\n", []);
  check("not when the text changes", ARTICLE, ARTICLE.replace("Waits", "It waits"), []);
  check(
    "not when a section with another text takes its place",
    ARTICLE,
    "# Memo\n\n## A\n\nB.\n\n## C\n\nD.\n\n## 三題噺\n\nText.\n",
    [],
  );
  check("not when a marker is taken out", "# A\n<!-- cfn: CreationPolicy -->\n\nText.\n", "# A\n\nText.\n", []);
  check("not when nothing showed before", ARTICLE, ARTICLE.replace("三題噺", "落語"), []);
  check("when the heading above changes words", "# SQS\n\n## Timeout\n\nText.\n", "# Memo\n\n## Timeout\n\nText.\n", [
    "SQS → Memo: AWS::SQS::Queue, AWS::SQS::*",
  ]);
  check(
    "when only the heading above changes words",
    "# CreationPolicy\n\n- **Timeout**：長さ\n",
    "# Memo\n\n- **Timeout**：長さ\n",
    ["CreationPolicy → Memo: CreationPolicy", "Timeout → Timeout: attribute:CreationPolicy.ResourceSignal.Timeout"],
  );
});
