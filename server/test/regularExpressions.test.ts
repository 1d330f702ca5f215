import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { within } from "../src/node/within.ts";

/** So long an expression may take for all of its texts together, in milliseconds: most take one, and an exponential one hours. */
const LONGEST = 5000;

const files = ["server/src", "client/src"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${root}/${path.replaceAll("\\", "/")}`),
);

/** Expressions as they stand in formatted code: behind what a value may stand behind. */
const LITERAL =
  /(?<=[=(,:[!&|?;{}]\s*|\breturn\s|^\s*)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)(?=[\s,;.)\]}:])/gm;

/** Each expression with the places that it stands at. */
function expressions(): ReadonlyMap<string, { readonly pattern: RegExp; readonly places: string[] }> {
  const found = new Map<string, { pattern: RegExp; places: string[] }>();
  for (const file of files) {
    const code = readFileSync(file, "utf8");
    for (const { 0: literal, 1: source = "", 2: flags, index } of code.matchAll(LITERAL)) {
      const place = `${file}:${code.slice(0, index).split("\n").length}`;
      const known = found.get(literal);
      if (known !== undefined) known.places.push(place);
      else found.set(literal, { pattern: new RegExp(source, flags), places: [place] });
    }
  }
  for (const { source, place } of tabled) found.set(source, { pattern: new RegExp(source), places: [place] });
  return found;
}

/** Those of tables: patterns, and what stands between slashes. */
const tabled = [
  ...readFileSync("server/data/valueFormats.yaml", "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const source = /^ +pattern: (.+)$/.exec(line)?.[1];
      const answered = /^ +says: \{ (.+) \}$/.exec(line)?.[1]?.matchAll(/"([^"]+)":/g) ?? [];
      return [...(source === undefined ? [] : [source]), ...[...answered].map(([, one = ""]) => one)].map((one) => ({
        source: one,
        place: `server/data/valueFormats.yaml:${index + 1}`,
      }));
    }),
  ...[
    "server/data/linkedNeeds.yaml",
    ...readdirSync("server/data/valueSets").map((file) => `server/data/valueSets/${file}`),
  ].flatMap((place) =>
    textsIn(parse(readFileSync(place, "utf8"))).flatMap((text) => {
      const source = /^\/(.+)\/i?$/.exec(text)?.[1];
      return source === undefined ? [] : [{ source, place }];
    }),
  ),
  ...["server/data/samKinds.yaml", "server/data/instanceClasses.yaml"].flatMap((place) =>
    textsIn(parse(readFileSync(place, "utf8"))).flatMap((source) =>
      source.startsWith("^") ? [{ source: source.replace("{class}", "[a-z]+\\.[a-z]+"), place }] : [],
    ),
  ),
];

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return typeof value === "string" ? [value] : [];
}

/** Texts that repeat what an expression names, and that end in something that may not fit. */
function* attacks(source: string): Iterable<string> {
  const own = [...new Set(source.replace(/\\[a-zA-Z]|\\u\{?[\da-f]+\}?|\{\d+(?:,\d*)?\}/g, ""))].slice(0, 40);
  const signs = [...new Set([...own, ..." \t\na0-#"])];
  for (const one of signs) {
    for (const end of ["\0", "\n\0", "!", "\n!"]) {
      yield one.repeat(60) + end;
      for (const first of own.slice(0, 6)) yield first + one.repeat(60) + end;
    }
    for (const other of own.slice(0, 12)) yield `${(one + other).repeat(40)}\n\0`;
  }
}

describe("our regular expressions", () => {
  const all = expressions();

  it("are found", () => assert.ok(all.size > 700, String(all.size)));

  it("are found in tables", () => {
    for (const source of ["^io1$", "^OperatorRole$"]) assert.ok(tabled.some((one) => one.source === source));
    assert.ok(tabled.length > 60, String(tabled.length));
  });

  it("take no exponential time", () => {
    const slow: string[] = [];
    for (const [literal, { pattern, places }] of all) {
      const run = (): boolean => {
        for (const text of attacks(pattern.source)) {
          pattern.lastIndex = 0;
          pattern.test(text);
        }
        return true;
      };
      if (!within(LONGEST, run, () => false)) slow.push(`${places.join(", ")}: ${literal}`);
    }
    assert.deepEqual(slow, []);
  });

  it("would be noticed if they did", () => {
    const pattern = /^(?:[\s{}]|#.*|---)*$/;
    const run = (): boolean => {
      for (const text of attacks(pattern.source)) pattern.test(text);
      return true;
    };
    assert.equal(
      within(500, run, () => false),
      false,
    );
  });

  it("are not made of what a template says", () => {
    const makers = files.filter((file) => /new RegExp\(/.test(readFileSync(file, "utf8")));
    assert.deepEqual(makers.sort(), FIXED);
  });
});

/**
 * Files whose expressions are put together of our own words, or of names in which every sign is escaped. `rules/shared/values/pattern.ts`
 * only looks whether V8 takes a pattern, and `patternSteps.ts` makes them of single characters.
 */
const FIXED: readonly string[] = [
  "client/src/webview/parts/colours.ts",
  "server/src/bootstrap/wordPattern.ts",
  "server/src/catalogue/sam/generatedNames.ts",
  "server/src/catalogue/values/valueSets.ts",
  "server/src/detect.ts",
  "server/src/enterRules.ts",
  "server/src/features/completion/scripts/scriptWords.ts",
  "server/src/model/fullWidth/slips.ts",
  "server/src/model/split/splitBrokenJson.ts",
  "server/src/notes/binding/topicTable.ts",
  "server/src/notes/indexed/topicNotes.ts",
  "server/src/notes/reading/markdown/rawHtml.ts",
  "server/src/notes/reading/questions.ts",
  "server/src/notes/words/names.ts",
  "server/src/notes/words/services.ts",
  "server/src/rules/bootstrap/bootstrapNoInterpreter.ts",
  "server/src/rules/engine/brokenText.ts",
  "server/src/rules/services/instanceClass.ts",
  "server/src/rules/shared/fixes/removalOf.ts",
  "server/src/rules/shared/links/linkedNeeds.ts",
  "server/src/rules/shared/links/resourceIds.ts",
  "server/src/rules/shared/values/pattern.ts",
  "server/src/rules/shared/values/patternSteps.ts",
  "server/src/scripts/lexer.ts",
  "server/src/scripts/scriptParts.ts",
  "server/src/snippets/signalEdits.ts",
  "server/src/study/cards/choiceQuestion.ts",
];
