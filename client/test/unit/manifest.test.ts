import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const read = (path: string): string => readFileSync(path, "utf8");
const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => read(join(folder, name)));

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string }[] };
}

describe("the commands of the manifest", () => {
  const { contributes } = JSON.parse(read("package.json")) as Manifest;
  const sources = [...sourcesIn("client/src"), ...sourcesIn("server/src/protocol")].join("\n");
  const titles = ["package.nls.json", "package.nls.ja.json"].map((path) => JSON.parse(read(path)));

  it("are all there for something", () => {
    const unknown = contributes.commands.filter(({ command }) => !sources.includes(`"${command}"`));
    assert.deepEqual(unknown, []);
  });

  it("have a title in both languages", () => {
    const keys = contributes.commands.map(({ title }) => title.slice(1, -1));
    for (const texts of titles)
      assert.deepEqual(
        keys.filter((key) => typeof texts[key] !== "string"),
        [],
      );
  });
});
