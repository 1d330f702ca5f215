import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { NO_SURROUNDINGS } from "../../../src/notes/ownNames/nearness.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

/** What each template declares, parameters and resources, by its path in the workspace. */
type Declared = Readonly<Record<string, readonly string[]>>;

/** The notes at a parameter or a property of `cfn/small.yaml`, each with whether it shows in full. */
function shownAt(notes: string, marked: string, declared: Declared, note = "docs/shop.md"): readonly string[] {
  const { text, offset } = withCaret(marked);
  const template = parse(text);
  const focus = focusAt(template, offset);
  assert.ok(focus);
  const index = fullIndex(source(notes, { uri: `file:///ws/${note}` }));
  const paths = Object.keys(declared);
  index.setSurroundings({
    ...NO_SURROUNDINGS,
    workspace: [["ws"]],
    templates: new TemplateFolders(
      paths.map((path) => ["ws", ...path.split("/").slice(0, -1)]),
      paths.map((path) => path.slice(path.lastIndexOf("/") + 1)),
    ),
    declaring: (name, section) =>
      paths
        .filter((path) => declared[path]?.includes(name) && section !== "Outputs")
        .map((path) => `file:///ws/${path}`),
  });
  return index
    .at(focus, { uri: "file:///ws/cfn/small.yaml", template })
    .map(({ note: { line }, tier }) => `${line} ${tier}`);
}

const SMALL = "Parameters:\n  Till<|>Port:\n    Type: Number\n    Default: 443\n  Town:\n    Type: String\n";
const SMALL_QUEUE = "Resources:\n  Till<|>Port:\n    Type: AWS::SQS::Queue\n  Town:\n    Type: AWS::SQS::Queue\n";

const BOTH: Declared = { "cfn/small.yaml": ["TillPort", "Town"], "cfn/large-till.yaml": ["TillPort", "BankHost"] };
const ONE: Declared = { "cfn/small.yaml": ["TillPort", "Town"], "cfn/large-till.yaml": ["BankHost"] };

describe("a note on a name that another template has, too", () => {
  const row = (value: string): string =>
    `# Shop\n\n| Parameter | 既定値 | 備考 |\n|--|--|--|\n| TillPort | ${value} | Never less than the bank asks for |\n`;

  for (const value of ["80", "`80`"])
    it(`is a line where its row gives another default: ${value}`, () => {
      assert.deepEqual(shownAt(row(value), SMALL, BOTH), ["4 mention"]);
      assert.deepEqual(shownAt(row(value), SMALL, ONE), ["4 thing"]);
      assert.deepEqual(shownAt(row(value), SMALL.replace("    Default: 443\n", ""), BOTH), ["4 thing"]);
    });

  it("shows beside the template that is closer to it, whatever default it gives", () => {
    const below = { "cfn/small.yaml": ["TillPort"], "cfn/parts/large-till.yaml": ["TillPort"] };
    assert.deepEqual(shownAt(row("80"), SMALL, below), ["4 thing"]);
    assert.deepEqual(shownAt(row("80"), SMALL, BOTH, "docs/small/README.md"), ["4 thing"]);
  });

  for (const value of ["443", "`443`", "443 (HTTPS)", "—", "", "the bank's", "`4` or `43`"])
    it(`shows where its row gives the same default, or none: ${value}`, () =>
      assert.deepEqual(shownAt(row(value), SMALL, BOTH), ["4 thing"]));

  const rule = "# Shop\n\n## TillPort\n\nAlways open it together with `BankHost`.\n";

  it("is a line where the other one has more of what it names", () => {
    assert.deepEqual(shownAt(rule, SMALL_QUEUE, BOTH), ["2 mention"]);
    assert.deepEqual(shownAt(rule, SMALL_QUEUE, ONE), ["2 thing"]);
    const everyday = { ...BOTH, "cfn/large-till.yaml": ["TillPort", "Edge"] };
    assert.deepEqual(shownAt(rule.replace("BankHost", "Edge"), SMALL_QUEUE, everyday), ["2 mention"]);
    assert.deepEqual(shownAt(rule.replace("`BankHost`", "Edge"), SMALL_QUEUE, everyday), ["2 thing"]);
    assert.deepEqual(shownAt(rule, SMALL, BOTH), ["2 thing"]);
    assert.deepEqual(shownAt(rule.replace("BankHost", "Town"), SMALL_QUEUE, BOTH), ["2 thing"]);
    const farther = { "cfn/small.yaml": ["TillPort"], "old/large-till.yaml": ["TillPort", "BankHost"] };
    assert.deepEqual(shownAt(rule, SMALL_QUEUE, farther, "cfn/notes.md"), ["2 thing"]);
    const said = `---\ntemplates: small.yaml\n---\n${rule}`;
    assert.deepEqual(shownAt(said, SMALL_QUEUE, BOTH), ["5 thing"]);
  });

  it("does not show in a section on the file of the other one", () => {
    const section = `# Shop\n\n## The tills\n\nSee [the template](../cfn/large-till.yaml).\n\n### Input\n\n- **TillPort**: never closed at night\n`;
    assert.deepEqual(shownAt(section, SMALL_QUEUE, BOTH), []);
    assert.deepEqual(shownAt(section, SMALL_QUEUE, ONE), ["8 thing"]);
    assert.deepEqual(shownAt(`${section}\n\`small.yaml\` has it, too.\n`, SMALL_QUEUE, BOTH), ["8 thing"]);
    assert.deepEqual(
      shownAt("# Input of large-till (CloudFormation)\n\n## TillPort\n\nNever closed.\n", SMALL_QUEUE, BOTH),
      [],
    );
  });

  it("shows beside sections whose titles name other files", () => {
    const sheet =
      "# Sheet\n\n## 1. Bank (cfn/large-till.yaml)\n\n- **BankHost**: runs `large-till.yaml`\n\n## 2. Shop\n\n- **TillPort**: never closed at night\n";
    assert.deepEqual(shownAt(sheet, SMALL_QUEUE, BOTH), ["8 thing"]);
    assert.deepEqual(shownAt(`${sheet}\nFor \`large-till.yaml\`.\n`, SMALL_QUEUE, BOTH), []);
  });

  it("shows in a section on the file that the thing itself is made of", () => {
    const section = "# Shop\n\n- TillPort: a queue\n\n## TillPort\n\nNever closed at night, see `parts/queue.yml`.\n";
    const included =
      "Resources:\n  Till<|>Port:\n    Fn::Transform: {Name: AWS::Include, Parameters: {Location: FILE}}\n";
    assert.deepEqual(shownAt(section, included.replace("FILE", "s3://shop/queue.yml"), ONE)[0], "4 thing");
    assert.deepEqual(shownAt(section, included.replace("FILE", "s3://shop/topic.yml"), ONE), []);
  });
});

describe("an article on several templates", () => {
  const chapter = (title: string, name: string): string =>
    `# ${title}\n\n- \`BucketName\`: that of the town\n\n\`\`\`yaml:${name}.yaml\n\`\`\`\n`;
  const bucket =
    "Resources:\n  Store:\n    Type: AWS::S3::Bucket\n    Properties:\n      Bucket<|>Name: !Sub '${AWS::StackName}-x'\n";

  it("shows what its chapter on this one says", () => {
    const second = chapter("Second", "large-till");
    assert.deepEqual(shownAt(`${chapter("First", "small")}\n${second}`, bucket, BOTH, "articles/s3.md"), ["2 thing"]);
    assert.deepEqual(shownAt(second, bucket, BOTH, "articles/s3.md"), ["2 thing"]);
  });

  it("takes another one that it names for an example", () => {
    const learned = "# S3\n\n## BucketName\n\nNo dots.\n\n## Names\n\n- `BucketName`: for the whole world\n\n";
    const both = ["2 thing", "8 thing"];
    assert.deepEqual(shownAt(learned, bucket, BOTH, "articles/s3.md"), both);
    for (const example of ["I read `large-till.yaml`.", "```yaml:cfn/large-till.yaml\nA: B\n```"])
      assert.deepEqual(shownAt(`${learned}## Sources\n\n${example}\n`, bucket, BOTH, "articles/s3.md"), both);
  });
});
