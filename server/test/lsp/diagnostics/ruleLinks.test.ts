import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rulePages } from "../../../src/node/rulePages.ts";
import { CODES } from "../../../src/rules/engine/codes.ts";
import { Client } from "../client.ts";

const URI = "file:///template.yaml";

describe("links to what explains a finding", () => {
  it("lead to the line of the code's section, or of the rule that reports it", () => {
    for (const language of ["en", "ja"] as const)
      for (const code of CODES) {
        const { uri = "", text = "" } = rulePages(language).get(code) ?? {};
        const [file = "", line = ""] = uri.split("#L");
        const heading = readFileSync(fileURLToPath(file), "utf8").split("\n")[Number(line) - 1] ?? "";
        assert.ok(heading === `## ${code}` || text.includes(`\`${code}\``), `${code}: ${uri} ${heading}`);
      }
  });

  it("are given for every finding of a rule", async () => {
    const client = new Client();
    await client.start();
    await client.open(
      URI,
      "Parameters:\n  P:\n    Type: String\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      Colour: !Ref Nope\n",
    );
    const found = (await client.diagnostics(URI)).map(({ code, codeDescription }) => [
      code,
      codeDescription?.href ?? "",
    ]);
    await client.stop();
    assert.deepEqual(found.map(([code]) => code).sort(), ["unknown-property", "unknown-ref", "unused-parameter"]);
    for (const [, href] of found) assert.match(String(href), /\/(?:docs\/rules|notes\/en\/[\w-]+)\.md#L\d+$/);
  });

  it("lead to the user's own words on what is found fault with, else to the built-in note", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cfn-notes-"));
    const notes = [
      "# Memo",
      "## Lambda",
      "- Timeout is 900 seconds at most.",
      "## Orders",
      "All orders of the last year.",
      "## SQS queue",
      "Messages wait here.",
    ];
    writeFileSync(join(folder, "memo.md"), notes.join("\n"));
    const client = new Client({ notes: { folders: [folder] } });
    await client.start();
    const resources = [
      "Orders: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}}",
      "Fn: {Type: AWS::Lambda::Function, Properties: {Role: !Sub x, Code: {ZipFile: x}, Timeout: 1000}}",
      "Queue: {Type: AWS::SQS::Queue, Properties: {MaximumMessageSize: 1, Colour: blue}}",
    ];
    await client.open(URI, `Resources:\n${resources.map((one) => `  ${one}\n`).join("")}`);
    const linkOf = (code: string): string => {
      const all = client.published.findLast(({ uri }) => uri === URI)?.diagnostics ?? [];
      return (
        all
          .find((one) => one.code === code)
          ?.codeDescription?.href.split("/")
          .at(-1) ?? ""
      );
    };
    await client.until(() => linkOf("invalid-format").startsWith("memo.md"));
    const links = ["invalid-format", "stateful-resource", "unknown-property"].map(linkOf);
    await client.stop();
    rmSync(folder, { recursive: true });
    assert.match(links.join(" "), /^memo\.md#L3 cloudformation-stacks\.md#L\d+ error-messages\.md#L\d+$/);
  });
});
