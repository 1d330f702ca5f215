import assert from "node:assert/strict";
import fc from "fast-check";
import type { NoteFileContent } from "../../../src/notes/reading/note.ts";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { linkTarget } from "../../../src/notes/uses/linkTarget.ts";
import { noteProblems } from "../../../src/notes/uses/noteProblems.ts";
import { linksIn, marksIn } from "../../../src/notes/uses/writtenIn.ts";
import { runs } from "../../effort.ts";
import { drawn } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const read = (text: string, path: string = "here.md"): NoteFileContent =>
  readNotes(source(text, { uri: `file:///notes/${path}` }));

/** What is found in a file, drawn into its text. */
function checkSpans(name: string, find: typeof linksIn | typeof marksIn, expected: string): void {
  it(name, () => {
    const text = expected.replace(/[«»]/g, "");
    const lines = text.split("\n");
    const offsetOf = (line: number): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
    const spans = find(read(text)).map(({ line, start, end }) => ({
      start: offsetOf(line) + start,
      end: offsetOf(line) + end,
    }));
    assert.equal(drawn(text, spans), expected);
  });
}

const OTHERS = [
  read("# Elsewhere\n\n## One thing\n\n## One thing\n\n## 更新（UpdatePolicy）\n", "other.md"),
  read("# Deep\n\n## Part\n", "sub/deep.md"),
  read("# Deep of others\n", "far/deep.md"),
];

/** Where a link leads. */
function checkTarget(link: string, expected: string | undefined): void {
  it(`leads from ${link} to ${expected ?? "what cannot be told"}`, () => {
    const here = read(`# Here\n\n## Own part\n\n${link}\n`);
    const [found] = linksIn(here);
    assert.ok(found);
    const target = linkTarget(found, here, [here, ...OTHERS], (uri) => uri.startsWith("file:///notes/"));
    assert.equal(typeof target === "object" ? target.note.id.replace("file:///notes/", "") : target, expected);
  });
}

describe("markers and links in a file of notes", () => {
  checkSpans("markers", marksIn, "# A <!-- cfn: «AWS::S3::Bucket», «x y» -->\n\n- b <!--cfn:«@c»-->\n");
  checkSpans("a marker that is not closed", marksIn, "# A\n<!-- cfn: «AWS::S3::B»\n");
  checkSpans("in front matter", marksIn, "---\ncfn: «CreationPolicy», «section:Outputs»\n---\n# A\n");
  checkSpans("not in code", marksIn, "# A\n```\n<!-- cfn: a -->\n```\n`<!-- cfn: b -->`\n<!-- cfn: «c» -->\n");
  checkSpans("links of wikis", linksIn, "«[[a]]» «[[a#b|c]]» «![[a]]» [[]] ![[p.png]] `[[code]]` [[a\nb]]\n");
  checkSpans(
    "links of Markdown",
    linksIn,
    "[a](«b.md#c») [d](«#e») [f](https://g.md) [h](i.txt) ![j](k.png) [l](</m.md>)\n",
  );

  checkTarget("[[other]]", "other.md");
  checkTarget("[[OTHER.md]]", "other.md");
  checkTarget("[[Elsewhere]]", "other.md");
  checkTarget("[[other#One thing]]", "other.md#Elsewhere/One thing");
  checkTarget("[[other#Elsewhere#One thing]]", "other.md#Elsewhere/One thing");
  checkTarget("[[other#^block]]", "other.md");
  checkTarget("[[sub/deep]]", "sub/deep.md");
  checkTarget("[[#Own part]]", "here.md#Here/Own part");
  checkTarget("[[nowhere]]", "dead");
  checkTarget("[[other#nowhere]]", "dead");
  checkTarget("[a](other.md)", "other.md");
  checkTarget("[a](./other.md#one-thing-1)", "other.md#Elsewhere/One thing~2");
  checkTarget("[a](other.md#更新updatepolicy)", "other.md#Elsewhere/更新（UpdatePolicy）");
  checkTarget("[a](#own-part)", "here.md#Here/Own part");
  checkTarget("[a](#nowhere)", "dead");
  checkTarget("[a](gone.md)", "dead");
  checkTarget("[a](../outside.md)", undefined);

  it("are found in any text, in time", () => {
    const text = fc.string({ unit: fc.constantFrom(..."[]()#|!<>-`~: \n", "cfn", "a.md", "[["), maxLength: 200 });
    const { vocabulary } = fullIndex();
    fc.assert(
      fc.property(text, (written) => {
        const file = read(written);
        for (const { line, start, end } of [...linksIn(file), ...marksIn(file)])
          assert.ok(start <= end && end <= (file.lines[line] ?? "").length);
        noteProblems(file, { bindings: [], vocabulary, files: [file], isOwn: () => true, declared: new Set<string>() });
      }),
      { numRuns: runs(500) },
    );
    for (const sign of ["[[", "](", "<!-- cfn:", "`", "[[a#"]) linksIn(read(sign.repeat(20_000)));
  });
});

/** Whether a marker is told to name nothing. */
describe("markers that name nothing", () => {
  for (const [mark, isKnown] of [
    ["AWS::SQS::Queue", true],
    ["AWS::SQS::*", true],
    ["AWS::SQS::Quue", false],
    ["AWS::Nothing::*", false],
    ["Custom::Mine.Any", true],
    ["AWS::SQS::Queue.DelaySeconds", true],
    ["AWS::SQS::Queue.DelaySecond", false],
    ["AWS::CloudFront::Distribution.**.MaxTTL", true],
    ["AWS::IAM::Role.AssumeRolePolicyDocument.Statement", true],
    ["attribute:CreationPolicy.ResourceSignal", true],
    ["attribute:CreationPolice", false],
    ["section:Outputs.Export", true],
    ["section:Output", false],
    ["function:Fn::FindInMap", true],
    ["function:Fn::Find", false],
    ["pseudo:AWS::Region", true],
    ["word:anything", true],
    ["text:SpilloverCount", true],
    ["Anything", true],
    ["@creation-policy", true],
    ["@creation-police", false],
    ["id:OrdersTable", true],
    ["id:OrderTable", false],
  ] as const) {
    it(`${mark} ${isKnown ? "does not" : "does"}`, () => {
      const file = read(`# A\n<!-- cfn: ${mark} -->\n\nText.\n`);
      const { vocabulary } = fullIndex();
      const found = noteProblems(file, {
        bindings: [],
        vocabulary,
        files: [file],
        isOwn: () => true,
        declared: new Set(["OrdersTable"]),
      });
      assert.deepEqual(
        found.map(({ code }) => code),
        isKnown ? [] : ["unknown-place"],
      );
    });
  }
});

describe("What is fixed in notes", () => {
  const fixesOf = (text: string, ...others: readonly (readonly [path: string, text: string])[]): readonly string[] => {
    const file = read(text);
    const files = [file, ...others.map(([path, other]) => read(other, path))];
    const { vocabulary } = fullIndex();
    const declared = new Set(["OrdersTable"]);
    return noteProblems(file, { bindings: [], vocabulary, files, isOwn: () => true, declared }).flatMap(({ fix }) =>
      fix === undefined ? [] : [`${fix.safe ? "safe" : "guess"}: ${fix.newText}`],
    );
  };
  it("a marker that names something else, as a guess", () => {
    assert.deepEqual(fixesOf("# A\n<!-- cfn: id:OrdersTabel -->\n\nText.\n"), ["guess: id:OrdersTable"]);
    assert.deepEqual(fixesOf("# A\n<!-- cfn: AWS::SQS::Queu.DelaySeconds -->\n\nText.\n"), [
      "guess: AWS::SQS::Queue.DelaySeconds",
    ]);
    assert.deepEqual(fixesOf("# A\n<!-- cfn: id:Nothing -->\n\nText.\n"), []);
  });
  it("a link to a page that has moved, where there is only one", () => {
    const link = "[b](b.md#part)\n";
    assert.deepEqual(fixesOf(link, ["sub/b.md", "# B\n\n## Part\n"]), ["safe: sub/b.md"]);
    assert.deepEqual(fixesOf("[b](x/b.md)\n", ["c%20d/b.md", "# B\n"]), ["safe: c%20d/b.md"]);
    assert.deepEqual(fixesOf(link, ["sub/b.md", "# B\n\n## Other\n"]), []);
    assert.deepEqual(fixesOf(link, ["sub/b.md", "# B\n\n## Part\n"], ["other/b.md", "# B\n"]), []);
  });
});
