import assert from "node:assert/strict";
import { parse } from "../../../src/model/reading/parse.ts";
import { explain } from "../../../src/notes/mend/explain.ts";
import { leftOutReason } from "../../../src/notes/mend/reasonText.ts";
import { TemplateFolders } from "../../../src/notes/ownNames/templateFolders.ts";
import { uriSteps } from "../../../src/notes/reading/markdown/uriPath.ts";
import { resource, source } from "../noteAt.ts";
import { focusIn, fullIndex } from "./fullIndex.ts";

const TEMPLATE = resource("AWS::DynamoDB::Table").replace("Thing", "Orders<|>Table");

/** What is said of a note on OrdersTable that lies at a path, in the template `/w/orders/template.yaml`. */
function check(name: string, path: string, expected: readonly string[]): void {
  it(name, () => {
    const index = fullIndex(source("## OrdersTable\n\nText.\n", { uri: `file://${path}` }));
    const templates = new TemplateFolders(["/w/orders", "/w/billing"].map(uriSteps));
    index.setSurroundings({ notes: [["w"]], workspace: [["w"]], templates, spoken: [] });
    const asked = { uri: "file:///w/orders/template.yaml", template: parse(TEMPLATE.replace("<|>", "")) };
    const { leftOut } = explain(focusIn(TEMPLATE), index, asked);
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
  check("that lies beside the template", "/w/orders/a.md", []);
});
