import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { stronglyConnected } from "../src/rules/shared/links/stronglyConnected.ts";

const FEATURES_AND_BELOW = "text scripts model catalogue notes snippets bootstrap rules features".split(" ");

/** Each layer and the layers it may import; packages aside. A layer is a folder or a file of server/src, or the client. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  text: [],
  detect: [],
  enterRules: [],
  pastedBlock: ["enterRules"],
  protocol: [],
  scripts: ["text"],
  catalogue: ["data", "text"],
  model: ["data", "text", "scripts"],
  notes: ["text", "model", "protocol", "data"],
  snippets: ["text", "model"],
  bootstrap: ["data", "text", "scripts", "model", "catalogue"],
  rules: ["data", "text", "scripts", "model", "catalogue", "bootstrap"],
  change: ["text", "model", "catalogue", "bootstrap"],
  picture: ["text", "model", "catalogue", "bootstrap", "rules", "change"],
  features: ["enterRules", ...FEATURES_AND_BELOW],
  study: ["data", "text", "scripts", "model", "catalogue", "notes", "bootstrap", "rules", "protocol"],
  templateKnowledge: FEATURES_AND_BELOW,
  templateChecker: ["templateKnowledge", ...FEATURES_AND_BELOW],
  hoverService: ["templateKnowledge", ...FEATURES_AND_BELOW],
  languageService: ["hoverService", "templateChecker", "templateKnowledge", ...FEATURES_AND_BELOW],
  assistant: ["data", "change", "hoverService", "languageService", "detect", ...FEATURES_AND_BELOW],
  lsp: [
    "package.json",
    "hoverService",
    "languageService",
    "templateChecker",
    "templateKnowledge",
    "assistant",
    "change",
    "picture",
    "protocol",
    "detect",
    "study",
    ...FEATURES_AND_BELOW,
  ],
  node: ["text", "lsp", "protocol", "catalogue", "notes", "features"],
  browser: ["lsp", "catalogue", "notes", "protocol", "features"],
  cli: [
    "data",
    "change",
    "picture",
    "languageService",
    "templateChecker",
    "assistant",
    "detect",
    "node",
    ...FEATURES_AND_BELOW,
  ],
  client: ["protocol", "detect", "enterRules", "pastedBlock", "node"],
};

/** `data` is server/data, whose YAML is compiled in. */
const layerOf = (file: string): string =>
  /^(?:server\/src\/(\w+)|server\/(data)|client)/.exec(file)?.slice(1).find(Boolean) ?? file.split("/")[0] ?? "";

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm)].map(
    (found) => normalize(join(file, "..", found[1] ?? found[2] ?? "")),
  );

/** Folders whose rooms import each other one way. */
const AREAS = [
  ...["bootstrap", "catalogue", "change", "cli", "features", "features/completion", "lsp", "lsp/requests"],
  ...["model", "notes", "notes/reading", "rules", "rules/services", "rules/shared", "study"],
]
  .map((folder) => `server/src/${folder}`)
  .concat("client/src");

/** As many files on one floor are still found by looking. */
const MAX_FILES = 25;

/** What is loaded with a file. */
const staticImportsOf = (file: string): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )[^;]*?"(\.[^"]+)"/gm)].map((found) =>
    normalize(join(file, "..", found[1] ?? "")),
  );

const filesIn = (...roots: readonly string[]): readonly string[] =>
  roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => `${root}/${path.replaceAll("\\", "/")}`),
  );
const files = filesIn("server/src", "client/src");

/** A rule, or what rules share; not the engine. */
const isRuleFile = (file: string): boolean => /^server\/src\/rules\/(?!engine\/)/.test(file);

/** What a rule could keep by itself, and what it does instead. */
const KEEPING: readonly { readonly sign: RegExp; readonly instead: string }[] = [
  {
    sign: /from "[^"]*\/incremental\/(?!(?:searchEntries|sharedReads)\.ts)/,
    instead:
      "a rule keeps nothing itself. Use searchEntries or searchResources to find the entries that it is about, or let rules/engine keep it.",
  },
  {
    sign: /import [^;]*\b(?:EntrySearch|Match|EntryChunk|PlacedChunk|PreviousChunk)\b[^;]* from /,
    instead:
      "chunks and searches are the engine's affair. Use what searchEntries gives: the entries, and what was found in each.",
  },
];

/** What would make a finding depend on what was checked before, or on where an entry stands. */
const STATE: typeof KEEPING = [
  {
    sign: /^let |\bWeakMap\b|^const \w+(?:: [^=]+)? = (?:new (?:Map|Set)(?:<[^\n]*>)?\(\)|\[\]);/m,
    instead: "a rule has no memory. Give it to rules/engine, or to rules/shared where it follows from a node alone.",
  },
  {
    sign: /scope: "(?:bootstrap|template)",[\s\S]*(?:\.offset\b|\boffset[ ,:}])/,
    instead: "an entry moves while what was found is kept. Spans are relative to it, without its offset.",
  },
];

/** A rule itself. */
const isRule = (file: string): boolean => isRuleFile(file) && !file.includes("/shared/");

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

  it("has no rooms that import each other in a circle", () => {
    for (const area of AREAS) {
      // A file at the door of its area is a room of its own.
      const roomOf = (file: string): string =>
        file
          .split("/")
          .slice(0, area.split("/").length + 1)
          .join("/");
      const rooms = new Map<string, { name: string }[]>();
      for (const file of files.filter((name) => name.startsWith(`${area}/`))) {
        const room = roomOf(file);
        const others = importsOf(file).filter((target) => target.startsWith(`${area}/`) && roomOf(target) !== room);
        rooms.set(room, [...(rooms.get(room) ?? []), ...others.map((target) => ({ name: roomOf(target) }))]);
      }
      assert.deepEqual(
        stronglyConnected(rooms).map((circle) => circle.join(" → ")),
        [],
      );
    }
  });

  it(`has at most ${MAX_FILES} files in a folder`, () => {
    const counts = new Map<string, number>();
    for (const file of [...files, ...filesIn("server/test", "client/test")]) {
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    }
    assert.deepEqual(
      [...counts].filter(([, count]) => count > MAX_FILES),
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

  const loadedWith = (file: string, loaded = new Set<string>()): ReadonlySet<string> => {
    if (loaded.has(file)) return loaded;
    loaded.add(file);
    if (file.endsWith(".ts")) for (const target of staticImportsOf(file)) loadedWith(target, loaded);
    return loaded;
  };

  it("opens a template without the rules and what answers questions, which are loaded later", () => {
    const late =
      /^server\/src\/(?:languageService|rules\/engine\/all|lsp\/(?:answers|sessionNotes)|notes\/noteIndex|study\/|snippets\/|assistant\/)/;
    assert.deepEqual(
      [...loadedWith("server/src/lsp/session.ts")].filter((file) => late.test(file)),
      [],
      "each start would load it before the first diagnostics; import it from lsp/answers.ts",
    );
  });

  it("answers a hover without the rules and what answers everything else", () => {
    const late = /^server\/src\/(?:languageService|rules\/engine\/all|features\/completion\/|lsp\/requests\/other)/;
    assert.deepEqual(
      [...loadedWith("server/src/lsp/answers.ts")].filter((file) => late.test(file)),
      [],
      "each first hover would wait for it; import it from lsp/requests/otherAnswers.ts",
    );
  });

  it("keeps features apart: each may use folders of parts, and no other feature", () => {
    const isFeature = (path: string): boolean =>
      /^server\/src\/features\/(?:(?:document|markers|project)\/)?\w+\.ts$/.test(path);
    const partsOf = (path: string): string | undefined =>
      isFeature(path) ? undefined : /^server\/src\/features\/(\w+)\//.exec(path)?.[1];
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

  it("leaves to the engine what is kept from one edit to the next", () => {
    const wrong = files.filter(isRuleFile).flatMap((file) => {
      const source = readFileSync(file, "utf8");
      const signs = isRule(file) ? [...KEEPING, ...STATE] : KEEPING;
      return signs.filter(({ sign }) => sign.test(source)).map(({ instead }) => `${file}: ${instead}`);
    });
    assert.deepEqual(wrong, []);
  });

  it("has no memory of its own below the session: what is kept is held by what it follows from", () => {
    const above = new Set(["lsp", "node", "browser", "cli", "client"]);
    const memory = /^let |\bnew WeakMap\b|^const \w+(?:: (?!Readonly)[^=]+)? = new (?:Map|Set)(?:<[^\n]*>)?\(\);/m;
    const wrong = files
      .filter((file) => !above.has(layerOf(file)) && file !== "server/src/text/memoBy.ts")
      .filter((file) => memory.test(readFileSync(file, "utf8")))
      .map((file) => `${file}: let a function of text/memoBy.ts or text/lazy.ts keep it.`);
    assert.deepEqual(wrong, []);
  });

  it("makes searches of entries where there is nothing that they could depend on", () => {
    const wrong = files.flatMap((file) => {
      const all = readFileSync(file, "utf8").match(/\bsearch(?:Entries|Resources)\(/g) ?? [];
      const atTop =
        readFileSync(file, "utf8").match(/^(?:export )?const \w+(?:: [^=]+)? = search(?:Entries|Resources)\(/gm) ?? [];
      return all.length === atTop.length || file.endsWith("/searchEntries.ts")
        ? []
        : [
            `${file}: write searchEntries(…) as a constant at the top level. What it found is kept, so it may use nothing of a function around it.`,
          ];
    });
    assert.deepEqual(wrong, []);
  });

  it("sets flags of V8 in one place, and runs no code that was kept on disk", () => {
    const users = files.filter((file) => /setFlagsFromString|cachedData|CompileCache/.test(readFileSync(file, "utf8")));
    assert.deepEqual(users, ["server/src/cli/optimiseLate.ts"]);
  });

  it("has the command's flag of V8 in its first import", () =>
    assert.match(readFileSync("server/src/cli/main.ts", "utf8"), /^#!.*\nimport "\.\/optimiseLate\.ts";\n/));
});
