import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
});
