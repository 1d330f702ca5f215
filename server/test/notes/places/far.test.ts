import assert from "node:assert/strict";
import { parse } from "../../../src/model/reading/parse.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { explain } from "../../../src/notes/places/explain.ts";
import { leftOutReason } from "../../../src/notes/places/reasonText.ts";
import { uriSteps } from "../../../src/notes/reading/markdown/uriPath.ts";
import { properties, resource, source } from "../noteAt.ts";
import { focusIn, fullIndex } from "./fullIndex.ts";

const TEMPLATE = resource("AWS::DynamoDB::Table").replace("Thing", "Orders<|>Table");

const NOTE = "## OrdersTable\n\nText.\n";
const PARAMETER = "Parameters:\n  Vpc<|>Id:\n    Type: String\n";

/** What is said of a note that lies at a path, in the template `/w/orders/template.yaml`. */
function check(name: string, path: string, expected: readonly string[], notes = NOTE, text = TEMPLATE): void {
  it(name, () => {
    const index = fullIndex(source(notes, { uri: `file://${path}` }));
    const templates = new TemplateFolders(["/w/orders", "/w/billing", "/w/c"].map(uriSteps));
    index.setSurroundings({ notes: [["w"]], workspace: [["w"]], templates, spoken: [] });
    const asked = { uri: "file:///w/orders/template.yaml", template: parse(text.replace("<|>", "")) };
    const { leftOut } = explain(focusIn(text), index, asked);
    assert.deepEqual(
      leftOut.map(({ reason }) => leftOutReason(reason, "ja").split("。")[0]),
      expected,
    );
  });
}

describe("explaining a note on somebody's own thing", () => {
  check("that lies in another folder", "/w/billing/a.md", [
    "OrdersTableと書かれていますが、このテンプレートとは別のフォルダーにあります",
  ]);
  check("that lies outside of the workspace, and is only named", "/vault/a.md", [
    "OrdersTableと書かれていますが、このテンプレートとは別のフォルダーにあります",
  ]);
  check(
    "whose name any of several templates may have",
    "/w/docs/net.md",
    [
      "VpcIdと書かれていますが、どのテンプレートのものか分かりません（このテンプレートの名前も、このテンプレートにしかない名前も近くにありません）",
    ],
    "# Slurm\n\n## Parameters\n\n| Name | Meaning |\n|--|--|\n| VpcId | where it runs |\n",
    PARAMETER,
  );
  check("that lies beside the template", "/w/orders/a.md", []);
  check(
    "that shows at another place of the template",
    "/w/orders/a.md",
    ["別の場所に結び付いています：OrdersTable"],
    NOTE,
    properties("AWS::DynamoDB::Table", "TableName: ord<|>ers").replace("Thing", "OrdersTable"),
  );
  const guide =
    "# CloudFront of the shop\n\n```\naws cloudformation deploy --stack-name shop\n```\n\n## Assets\n\nPictures.\n";
  const assets = resource("AWS::S3::Bucket").replace("Thing", "As<|>sets");
  check("by an everyday word in a guide", "/w/orders/README.md", ["「Assets」は日常の言葉です"], guide, assets);
  check("by that word as a name", "/w/orders/README.md", [], guide.replace("## Assets", "## `Assets`"), assets);
  const not = "Conditions:\n  A: !N<|>ot [!Equals [a, b]]\n";
  check(
    "on something else, whose name is like a function's",
    "/w/orders/a.md",
    [],
    "# Shop\n\n## Release notes\n\nText.\n",
    not,
  );
});
