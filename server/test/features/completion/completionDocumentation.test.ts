import assert from "node:assert/strict";
import { documentationOf } from "../../../src/features/completion/documentation.ts";
import { itemNotes } from "../../../src/features/completion/itemNotes.ts";
import type { ItemData } from "../../../src/features/completion/scene.ts";
import type { HoverNotes } from "../../../src/notes/showing/renderHover.ts";
import { allSnippets } from "../../../src/snippets/allSnippets.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { builtInIndex } from "../../notes/builtIn/builtInIndex.ts";

const catalogue = loadCatalogue();
const snippets = allSnippets();

/** The documentation holds these texts. */
function check(data: ItemData, language: "en" | "ja", expected: readonly RegExp[]): void {
  const noteOf = (topic: string): string => `The note on ${topic}.`;
  const text = documentationOf(data, { catalogue, snippets, language, noteOf });
  assert.ok(text !== undefined, "nothing is known");
  for (const part of expected) assert.match(text, part);
}

const RESOURCE = { in: "resource", type: "AWS::S3::Bucket" } as const;
const cases: [string, ItemData, "en" | "ja", RegExp[]][] = [
  ["a type", { of: "type", name: "AWS::S3::Bucket" }, "en", [/bucket/i, /aws-resource-s3-bucket/]],
  [
    "a property",
    { of: "key", root: RESOURCE, path: ["Properties", "BucketName"] },
    "en",
    [/replaces the resource/, /\]\(https/],
  ],
  ["a property in Japanese", { of: "key", root: RESOURCE, path: ["Properties", "BucketName"] }, "ja", [/置換/]],
  ["a nested property", { of: "key", root: RESOURCE, path: ["Properties", "Tags", 0, "Key"] }, "en", [/Required/]],
  ["a value", { of: "key", root: RESOURCE, path: ["DeletionPolicy"], value: "Retain" }, "en", [/stays/]],
  ["a function", { of: "function", name: "Fn::Sub" }, "ja", [/!Sub/, /置き換え/]],
  ["a pseudo parameter", { of: "pseudoParameter", name: "AWS::Region" }, "en", [/region/]],
  ["a runtime", { of: "runtime", name: "python3.9" }, "en", [/Support ends on 20\d\d-/]],
  ["a return value", { of: "returnValue", type: "AWS::S3::Bucket", name: "Arn" }, "en", [/arn/i]],
  ["an action", { of: "action", prefix: "s3", name: "GetObject" }, "en", [/retrieve/i]],
  ["an option", { of: "helper", name: "cfn-signal", option: "--resource" }, "ja", [/論理 ?ID/]],
  [
    "a snippet with its note",
    { of: "snippet", id: "Alias record" },
    "en",
    [/```yaml\nAliasRecord:/, /The note on record-alias\./],
  ],
];

/** What the item is, and what the built-in notes say of it: the sentence on it, not only the note's first one. */
const noted: [string, ItemData, "en" | "ja", RegExp][] = [
  [
    "a key",
    {
      of: "key",
      root: { in: "resource", type: "AWS::AutoScaling::AutoScalingGroup" },
      path: ["CreationPolicy", "ResourceSignal", "Timeout"],
    },
    "en",
    /Timeout/,
  ],
  ["a value", { of: "key", root: RESOURCE, path: ["DeletionPolicy"], value: "Snapshot" }, "ja", /スナップショット/],
  ["a section", { of: "key", root: { in: "template" }, path: ["Mappings"] }, "en", /Look-up tables/],
  ["a type", { of: "type", name: "AWS::EC2::SecurityGroup" }, "ja", /セキュリティグループ/],
  ["a function", { of: "function", name: "Fn::Sub" }, "en", /!Sub/],
  ["a pseudo parameter", { of: "pseudoParameter", name: "AWS::NoValue" }, "ja", /NoValue/],
  ["a helper script", { of: "helper", name: "cfn-signal" }, "en", /CreationPolicy/],
];

describe("completion documentation from notes", () => {
  const indexes = { en: builtInIndex("en"), ja: builtInIndex("ja") };
  for (const [name, data, language, expected] of noted)
    it(name, () => {
      const render = { language, commands: false };
      const notesOn = (asked: ItemData): HoverNotes | undefined => itemNotes(asked, indexes[language], render);
      const text = documentationOf(data, { catalogue, snippets, language, notesOn }) ?? "";
      const [head = "", ...lesson] = text.split("\n\n");
      assert.match(head, language === "en" ? /built-in note/ : /組み込みノート/);
      assert.match(lesson.join("\n\n"), expected);
    });
});

describe("the documentation of a completion item", () => {
  for (const [name, data, language, expected] of cases) it(name, () => check(data, language, expected));

  it("knows nothing of what is not there", () => {
    const data: ItemData = { of: "key", root: RESOURCE, path: ["Properties", "Nothing"] };
    assert.equal(documentationOf(data, { catalogue, snippets, language: "en" }), undefined);
  });
});
