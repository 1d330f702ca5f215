import assert from "node:assert/strict";
import { createLanguageService } from "../../../src/languageService.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { catalogueData } from "../../catalogue/loadCatalogue.ts";
import { withCaret } from "../../marked.ts";

const service = createLanguageService({ catalogue: catalogueData() });
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

  it("says why a resource is as it is, and what must not change, as its Metadata Context does", () => {
    const source = (name: string, key: string): string =>
      `Metadata:\n  com.aws.cloudformation.Context: {owner: Orders team}\nResources:\n  ${name}:\n    Type: AWS::SQS::Queue\n    Metadata:\n      com.aws.cloudformation.Context:\n        why: Holds orders\n        must: [Keep for 14 days]\n        mutability: {QueueName: must-never-change}\n    Properties:\n      ${key}: a\n`;
    assert.match(
      hovered(source("Que<|>ue", "QueueName")),
      /^Holds orders\n\n- Keep for 14 days\n\nowner: Orders team\n\n---\n\n/,
    );
    assert.match(hovered(source("Queue", "Queue<|>Name")), /^`must-never-change` \(Metadata Context\)\n\n---\n\n/);
    assert.match(hovered(source("Queue", "QueueName").replace("why", "w<|>hy")), /^\*\*why\*\* · String/);
  });

  it("links the notes on replacement from a property that replaces", () => {
    const found = hovered(`${BUCKET}Bucket<|>Name: x\n`);
    assert.match(
      found,
      /^\*\*BucketName\*\* · String · update: \*\*replacement\*\* → \[変更セット\]\(file:\S*#L3\), \[UpdateReplacePolicy\]\(file:\S*#L7\)\n\n/,
    );
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
    assert.ok(found.indexOf("\n---\n") < found.indexOf("default `Delete`"), found);
  });

  it("says of a name what it is before a built-in note on the key that it stands at", () => {
    const withNote = createLanguageService({ catalogue: catalogueData() });
    const text = "# Parameter Store\n\n<!-- cfn: AWS::SSM::Parameter.Value -->\nA setting.\n";
    withNote.notes.set({ uri: "file:///built-in/a.md", text, builtIn: true, language: "en" });
    for (const [value, first] of [
      ["!Ref En<|>v", "**Env**"],
      ["!ImportValue {'Fn::Sub': '${Env}-host<|>'}", "**`${Env}-host`**"],
    ] as const) {
      const source = `Parameters:\n  Env:\n    Type: String\nResources:\n  A:\n    Type: AWS::SSM::Parameter\n    Properties:\n      Value: ${value}\n`;
      const marked = withCaret(source);
      const render = { language: "en", commands: false } as const;
      const request = { language: "en", reference: true, exports: [], render } as const;
      const { markdown = "" } = withNote.hover(parse(marked.text), marked.offset, request) ?? {};
      assert.ok(markdown.startsWith(first) && markdown.includes("A setting."), markdown);
    }
  });

  it("shows the note alone where the reference is switched off", () => {
    const found = hovered(POLICY, { reference: false });
    assert.match(found, /残す。/);
    assert.doesNotMatch(found, /default|docs\.aws/);
  });

  it("has a Japanese frame around AWS's English", () => {
    const found = hovered(`${BUCKET}Bucket<|>Name: x\n`, { language: "ja" });
    for (const text of [
      "**BucketName** · String · 更新時: **置換** → [変更セット]",
      "A name for the bucket",
      "AWSのドキュメント",
    ])
      assert.ok(found.includes(text), `${text} is missing in ${found}`);
    assert.doesNotMatch(found, /update|replacement|AWS documentation/);
  });

  it("says in Japanese what a parameter is", () => {
    const found = hovered(
      "Parameters:\n  P<|>:\n    Type: Number\n    Default: 3\n    MinValue: 1\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
      { language: "ja" },
    );
    for (const text of ["**P** · パラメータ · `Number`", "デフォルト `3` · ≥ 1"])
      assert.ok(found.includes(text), found);
  });

  it("shows only some of very many allowed values", () => {
    const found = hovered(
      "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      Instance<|>Type: t3.micro\n",
    );
    assert.match(found, /… \(\d{3,}\)/);
    assert.ok(found.length < 800, String(found.length));
  });

  for (const [what, properties, expected] of [
    ["what templates have of a long list", "AWS::EC2::Instance Instance<|>Type: t3.micro", /`t2\.micro`.*`t3\.micro`/],
    ["the usual regions", "AWS::Route53::RecordSet Reg<|>ion: us-east-1", /usually: `us-east-1`, `us-west-2`/],
    ["the usual of a closed list", "AWS::Route53::RecordSet Ty<|>pe: A", /allowed: `A`, `CNAME`, … \(17\)/],
    [
      "an order that is not the alphabet's",
      "AWS::KMS::Key Key<|>Spec: RSA_2048",
      /allowed: `SYMMETRIC_DEFAULT`, `RSA_2048`/,
    ],
    ["only the number of a long list", "AWS::EC2::NetworkInterface Interface<|>Type: efa", /allowed: one of \d+ ·/],
    ["all of a short list", "AWS::CloudWatch::Alarm Statis<|>tic: Sum", /`Average`, .*`Sum` ·/],
    ["what AWS's pages list", "AWS::RDS::DBInstance Eng<|>ine: mysql", /usually: .*`postgres`/],
  ] as const)
    it(`shows of values ${what}`, () => {
      const [type = "", ...rest] = properties.split(" ");
      const found = hovered(`Resources:\n  A:\n    Type: ${type}\n    Properties:\n      ${rest.join(" ")}\n`);
      assert.match(found, expected);
    });

  it("names the attributes that templates read first", () =>
    assert.match(
      hovered("Resources:\n  A:\n    Type: AWS::RDS::DB<|>Instance\n"),
      /`Fn::GetAtt`: `Endpoint\.Address`, `Endpoint\.Port`, .*… \(\d+\)/,
    ));

  it("keeps signs that Markdown reads as they are", () =>
    assert.match(
      hovered("Parameters:\n  P:\n    Type: List<Num<|>ber>\nResources:\n  A:\n    Type: AWS::S3::Bucket\n"),
      /^\*\*`List<Number>`\*\*/,
    ));

  it("does not call an argument of a function a value of the property", () =>
    assert.equal(
      hovered(`${BUCKET}BucketName: !Join ['<|>-', [a, b]]\n`, { reference: true }).includes("BucketName"),
      false,
    ));

  describe("from top to bottom", () => {
    const layered = createLanguageService({ catalogue: catalogueData() });
    const note = (uri: string, builtIn: boolean, text: string): void =>
      layered.notes.set({ uri, text, builtIn, language: "en" });
    note(
      "file:///notes/mine.md",
      false,
      "# Mine\n\n## DeletionPolicy\n\nMine on the key, of three values.\n\n## Timeout\n<!-- cfn: attribute:CreationPolicy.ResourceSignal.Timeout -->\n\nMine on time.\n",
    );
    note(
      "cfn-notes-built-in:en/a.md",
      true,
      `# Ours

## DeletionPolicy
<!-- cfn: attribute:DeletionPolicy -->

Ours on the key.

<!-- outdated if: three values -->
There are four.

More of it.

### Retain
<!-- cfn: attribute:DeletionPolicy=Retain -->

Ours on the value.

## Timeout
<!-- cfn: attribute:CreationPolicy.ResourceSignal.Timeout -->

Ours on time.
`,
    );
    const POLICIES = `Resources:
  A:
    Type: AWS::EC2::Instance
    DeletionPolicy: Retain
    CreationPolicy:
      ResourceSignal:
        Timeout: PT15M
`;
    const check = (name: string, at: string, expected: string): void => {
      it(name, () => {
        const offset = POLICIES.indexOf(at) + 1;
        const found = layered.hover(parse(POLICIES), offset, {
          language: "en",
          reference: true,
          exports: [],
          render: { language: "en", commands: false },
        });
        assert.equal(found?.markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "[$1]"), expected);
      });
    };
    check(
      "the user's note, what it has out of date, facts with the values, the built-in note's first paragraph",
      "DeletionPolicy",
      `**DeletionPolicy** · [Mine]

Mine on the key, of three values.

⚠ **Today:** There are four.

---

**DeletionPolicy** · String · default \`Delete\` · [AWS documentation]

- \`Delete\` — The physical resource is deleted (an S3 bucket only if it is empty).
- \`Retain\` — The physical resource stays, outside of the stack.
- \`RetainExceptOnCreate\` — As Retain, but deleted when the stack operation that created it is rolled back.

*built-in note* · Ours on the key.`,
    );
    check(
      "a built-in note on the value right below the user's on the key; the value's meaning is not said twice",
      "Retain",
      `**DeletionPolicy** · [Mine]

Mine on the key, of three values.

---

**Retain** · *built-in note* · Ours on the value.

**Retain** · DeletionPolicy · String · default \`Delete\` · [AWS documentation]`,
    );
    check(
      "a duration in words",
      "PT15M",
      `**Timeout** · [Mine]

Mine on time.

---

**PT15M** = 15 minutes · Timeout · String · default \`PT5M\` (5 minutes) · [AWS documentation]

*built-in note* · Ours on time.`,
    );
  });
});
