import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a script has bundled, as `importSources` is told: nothing checks these names until the script runs. */
const named = readdirSync("scripts", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".mjs"))
  .map((name) => join("scripts", name))
  .flatMap((script) =>
    [...readFileSync(script, "utf8").matchAll(/"((?:src|test)\/[\w/]+)"/g)].map(([, source = ""]) => ({
      script,
      source,
    })),
  );

describe("the sources that scripts import", () => {
  it("are there", () => {
    assert.ok(named.length > 20, String(named.length));
    assert.deepEqual(
      named
        .filter(({ source }) => !existsSync(`server/${source}.ts`))
        .map(({ script, source }) => `${script}: ${source}`),
      [],
    );
  });
});
