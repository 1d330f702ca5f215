import assert from "node:assert/strict";
import { createLanguageService } from "../../src/languageService.ts";
import { parse } from "../../src/model/parse.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";
import { withCaret } from "../marked.ts";

const service = createLanguageService({ catalogue: catalogueData(), snippets: [] });
service.notes.set({
  uri: "file:///notes/mine.md",
  text: "# CloudFormation\n\n## 変更セット\n\n確認する。\n\n## UpdateReplacePolicy\n\n残す。\n",
  builtIn: false,
  language: "ja",
});

interface Asked {
  readonly language?: "en" | "ja";
  readonly reference?: boolean;
  readonly commands?: boolean;
}

function hovered(source: string, { language = "en", reference = true, commands = false }: Asked = {}): string {
  const { text, offset } = withCaret(source);
  const render = { language, commands };
  return service.hover(parse(text), offset, { language, reference, exports: [], render })?.markdown ?? "";
}

const BUCKET = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      ";

const POLICY = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    UpdateReplace<|>Policy: Retain\n";

describe("hover", () => {
  it("says when the service of a type ends", () => {
    const source = "Resources:\n  A:\n    Type: AWS::AppMesh<|>::Mesh\n";
    assert.match(hovered(source), /last day: 2026-09-30\. Closed to new customers: 2024-09-24\. Use ECS/);
    assert.match(
      hovered(source, { language: "ja" }),
      /サービスの終了日: 2026-09-30。新規利用の終了日: 2024-09-24。代わりに/,
    );
  });

  it("links the notes on replacement from a property that replaces", () => {
    const found = hovered(`${BUCKET}Bucket<|>Name: x\n`);
    assert.match(found, /- \*\*Update requires\*\*: replacement — .*change set.*`UpdateReplacePolicy`/);
    assert.match(found, /- \*\*Notes\*\*: \[変更セット\]\(file:.*#L3\), \[UpdateReplacePolicy\]\(file:.*#L7\)/);
  });

  it("links them by command where the editor runs commands", () =>
    assert.match(
      hovered(`${BUCKET}Bucket<|>Name: x\n`, { commands: true }),
      /\[変更セット\]\(command:cfnNotes\.openNote\?/,
    ));

  it("links none from a property that does not replace", () =>
    assert.doesNotMatch(hovered(`${BUCKET}Access<|>Control: Private\n`), /UpdateReplacePolicy/));

  it("shows the note first, then the reference", () => {
    const found = hovered(POLICY);
    assert.ok(found.indexOf("残す。") >= 0 && found.indexOf("残す。") < found.indexOf("\n---\n"), found);
    assert.ok(found.indexOf("\n---\n") < found.indexOf("**Required**"), found);
  });

  it("shows the note alone where the reference is switched off", () => {
    const found = hovered(POLICY, { reference: false });
    assert.match(found, /残す。/);
    assert.doesNotMatch(found, /Required|docs\.aws/);
  });

  it("has a Japanese frame around AWS's English", () => {
    const found = hovered(`${BUCKET}Bucket<|>Name: x\n`, { language: "ja" });
    for (const text of [
      "**型**: String",
      "**必須**: いいえ",
      "**更新時の動作**: 置換",
      "関連ノート",
      "A name for the bucket",
      "AWSのドキュメント",
    ])
      assert.ok(found.includes(text), `${text} is missing in ${found}`);
    assert.doesNotMatch(found, /Required|Update requires|Type\*\*/);
  });

  it("says in Japanese what a parameter is", () => {
    const found = hovered(
      "Parameters:\n  P<|>:\n    Type: Number\n    Default: 3\n    MinValue: 1\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
      { language: "ja" },
    );
    for (const text of ["パラメータ", "**既定値**: `3`", "**範囲**: ≥ 1"]) assert.ok(found.includes(text), found);
  });

  it("shows only some of very many allowed values", () => {
    const found = hovered(
      "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      Instance<|>Type: t3.micro\n",
    );
    assert.match(found, /… \(\d{3,}\)/);
    assert.ok(found.length < 3000, String(found.length));
  });

  it("keeps signs that Markdown reads as they are", () =>
    assert.match(
      hovered("Parameters:\n  P:\n    Type: List<Num<|>ber>\nResources:\n  A:\n    Type: AWS::S3::Bucket\n"),
      /^\*\*`List<Number>`\*\*/,
    ));

  it("does not call an argument of a function a value of the property", () =>
    assert.equal(
      hovered(`${BUCKET}BucketName: !Join ['<|>-', [a, b]]\n`, { reference: true }).includes("**Required**"),
      false,
    ));
});
