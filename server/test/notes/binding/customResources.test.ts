import { deepEqual, equal } from "node:assert/strict";
import { mayShow } from "../../../src/notes/uses/mayShow.ts";
import { indexOf, notesAt, properties, resource, source } from "../noteAt.ts";

const seed = resource("Custom::Se<|>ed");
const token = (type: string): string => properties(type, "ServiceTok<|>en: x\nTown: y");

/** The tiers and titles of notes at a place. */
function notesOn(text: string, template: string): readonly string[] {
  return notesAt(indexOf([source(text)]), template).map(({ note, tier }) => `${tier} ${note.title}`);
}

describe("A note on custom resources", () => {
  for (const title of ["Custom resource", "Custom resources", "カスタムリソース", "Lambda-backed custom resource"])
    it(`shows at a type of them: ${title}`, () => {
      const text = `# ${title}\n\nPUTs to the ResponseURL, or hangs.\n`;
      deepEqual(notesOn(text, seed).slice(0, 1), [`thing ${title}`]);
      deepEqual(notesOn(text, resource("AWS::CloudFormation::CustomRes<|>ource")).slice(0, 1), [`thing ${title}`]);
    });

  it("is a line at the key that all of them have", () => {
    const text = "# Custom resource\n\nPUTs to the ResponseURL, or hangs.\n";
    for (const type of ["Custom::Seed", "AWS::CloudFormation::CustomResource"])
      deepEqual(notesOn(text, token(type)).slice(0, 1), ["whole Custom resource"]);
    deepEqual(notesOn(text, token("Custom::Seed").replace("<|>", "").replace("Town", "To<|>wn")), []);
  });

  for (const text of [
    "# Custom resource\n\n- **ServiceToken**: the function's ARN, in the same Region\n",
    "# カスタムリソース\n\n- ServiceToken：同じリージョンの関数のARN\n",
    "- **ServiceToken**: the function's ARN\n  <!-- cfn: AWS::CloudFormation::CustomResource.ServiceToken -->\n",
  ])
    it(`is in full where it is on that key: ${text.split("\n")[0]}`, () => {
      for (const type of ["Custom::Seed", "AWS::CloudFormation::CustomResource"])
        equal(notesOn(text, token(type))[0], "thing ServiceToken");
    });

  it("is on nothing of AWS's that its file is called as, but on its own type", () => {
    const at = (title: string, template: string): readonly string[] =>
      notesAt(
        indexOf([source(`# ${title}\n\nMakes a key, and stores it.\n`, { uri: "file:///notes/AccessKey.md" })]),
        template,
      ).map((bound) => bound.note.title);
    const user = resource("AWS::IAM::Us<|>er");
    deepEqual(at("Keys of shops", user), ["Keys of shops"]);
    deepEqual(at("Custom::AccessKey", user), []);
    deepEqual(at("Custom::AccessKey", resource("Custom::Access<|>Key")), ["Custom::AccessKey"]);
  });

  it("comes behind one on the very type", () => {
    const text = "# Custom resource\n\nHangs.\n\n# Custom::Seed\n\nFills the tables.\n";
    deepEqual(notesOn(text, seed).slice(0, 1), ["thing Custom::Seed"]);
    deepEqual(notesOn(text, resource("Custom::Oth<|>er")).slice(0, 1), ["thing Custom resource"]);
  });

  it("is looked for in templates that have a type of them", () => {
    const index = indexOf([source("# X\n<!-- cfn: AWS::CloudFormation::CustomResource -->\n\nHangs.\n")]);
    const [uri = ""] = index.files.map((file) => file.uri);
    equal(mayShow(index.bindingsIn(uri), seed), true);
    equal(mayShow(index.bindingsIn(uri), resource("AWS::S3::Bucket")), false);
  });
});
