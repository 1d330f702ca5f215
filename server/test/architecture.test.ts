import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path/posix";
import { stronglyConnected } from "../src/rules/shared/stronglyConnected.ts";

const FEATURES_AND_BELOW = "text scripts model catalogue notes snippets bootstrap rules features".split(" ");

/** Each layer and the layers it may import; packages aside. A layer is a folder or a file of server/src, or the client. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  text: [],
  detect: [],
  protocol: [],
  scripts: ["text"],
  catalogue: ["text"],
  model: ["text", "scripts"],
  notes: ["text", "model", "protocol"],
  snippets: ["text", "model"],
  bootstrap: ["text", "scripts", "model", "catalogue"],
  rules: ["text", "scripts", "model", "catalogue", "bootstrap"],
  features: FEATURES_AND_BELOW,
  study: ["text", "scripts", "model", "catalogue", "notes", "bootstrap", "rules", "protocol"],
  languageService: FEATURES_AND_BELOW,
  assistant: ["languageService", "detect", ...FEATURES_AND_BELOW],
  lsp: ["package.json", "languageService", "assistant", "protocol", "detect", "study", ...FEATURES_AND_BELOW],
  node: ["lsp", "protocol", "catalogue", "notes", "snippets", "features"],
  browser: ["lsp", "catalogue", "notes", "snippets", "protocol", "features"],
  cli: ["languageService", "assistant", "detect", "node", ...FEATURES_AND_BELOW],
  client: ["protocol", "detect"],
};

const layerOf = (file: string): string => /^(?:server\/src\/(\w+)|client)/.exec(file)?.[1] ?? file.split("/")[0] ?? "";

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm)].map(
    (found) => normalize(join(file, "..", found[1] ?? found[2] ?? "")),
  );

const files = ["server/src", "client/src"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${root}/${path.replaceAll("\\", "/")}`),
);

describe("architecture", () => {
  it("has every layer in the table, and no other", () =>
    assert.deepEqual([...new Set(files.map(layerOf))].sort(), Object.keys(MAY_IMPORT).sort()));

  it("has no files that import each other in a circle, be it for types only", () => {
    const imports = new Map(files.map((file) => [file, importsOf(file).map((name) => ({ name }))]));
    assert.deepEqual(
      stronglyConnected(imports).map((circle) => circle.join(" → ")),
      [],
    );
  });

  it("keeps imports inside the table", () => {
    const wrong = files.flatMap((file) => {
      const layer = layerOf(file);
      return importsOf(file)
        .filter((target) => layerOf(target) !== layer && !MAY_IMPORT[layer]?.includes(layerOf(target)))
        .map((target) => `${file} may not import ${target}`);
    });
    assert.deepEqual(wrong, []);
  });

  it("keeps features apart: each may use folders of parts, and no other feature", () => {
    const isFeature = (path: string): boolean => /^server\/src\/features\/\w+\.ts$/.test(path);
    const partsOf = (path: string): string | undefined => /^server\/src\/features\/(\w+)\//.exec(path)?.[1];
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => {
          if (isFeature(file)) return isFeature(target);
          return (
            partsOf(file) !== undefined && (isFeature(target) || ![undefined, partsOf(file)].includes(partsOf(target)))
          );
        })
        .map((target) => `${file} may not import ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("sets flags of V8 in one place, and runs no code that was kept on disk", () => {
    const users = files.filter((file) => /setFlagsFromString|cachedData|CompileCache/.test(readFileSync(file, "utf8")));
    assert.deepEqual(users, ["server/src/cli/optimiseLate.ts"]);
  });

  it("has the command's flag of V8 in its first import", () =>
    assert.match(readFileSync("server/src/cli/main.ts", "utf8"), /^#!.*\nimport "\.\/optimiseLate\.ts";\n/));
});
