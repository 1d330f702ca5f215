import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { placeholdersIn, rulePage } from "../../../../scripts/rules/rulePage.mjs";

const RULES = "server/src/rules";
const paths = readdirSync(RULES, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
const read = (path: string): string => readFileSync(`${RULES}/${path}`, "utf8");
const pages = new Map(
  paths.filter((path) => path.endsWith(".md")).map((path) => [path, rulePage(path, read(path)).messages]),
);

interface Named {
  readonly path: string;
  readonly line: number;
  /** One, or those that a condition chooses from. */
  readonly names: readonly string[];
  /** What is put in; `undefined` if that is not written out, or may be added elsewhere. */
  readonly values: readonly string[] | undefined;
}

interface Tree {
  readonly [key: string]: unknown;
}

/** What a file puts into each of its messages. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  "parameters/parameterDefault.ts": ["meant"],
  "schema/valueCombination.ts": ["cause", "says"],
};

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** The messages that a source asks for by name: `{ message: "name", with: { … } }`. */
function namedIn(path: string): readonly Named[] {
  const source = read(path);
  const found: Named[] = [];
  const visit = (node: unknown, isArgument = false): void => {
    if (!isTree(node)) return;
    if (node["type"] === "ObjectExpression") {
      const properties = node["properties"] as readonly Tree[];
      const valueAt = (name: string): Tree | undefined =>
        properties.find(({ key }) => isTree(key) && key["name"] === name)?.["value"] as Tree | undefined;
      const names = namesOf(valueAt("message"));
      const values = valueAt("with");
      const line = source.slice(0, node["start"] as number).split("\n").length;
      if (names.length > 0)
        found.push({ path, line, names, values: values || isArgument ? keysOf(values) : undefined });
    }
    const given = node["type"] === "CallExpression" ? (node["arguments"] as readonly unknown[]) : [];
    for (const argument of given) visit(argument, true);
    for (const inner of Object.values(node)) if (inner !== given) visit(inner);
  };
  visit(parseSync("rule.ts", source).program);
  return found;
}

function namesOf(value: Tree | undefined): readonly string[] {
  if (value?.["type"] === "ConditionalExpression")
    return [value["consequent"], value["alternate"]].flatMap((one) => namesOf(one as Tree));
  return value?.["type"] === "Literal" && typeof value["value"] === "string" ? [value["value"]] : [];
}

function keysOf(values: Tree | undefined): readonly string[] | undefined {
  if (values === undefined) return [];
  if (values["type"] !== "ObjectExpression") return undefined;
  const properties = values["properties"] as readonly Tree[];
  if (properties.some(({ type }) => type === "SpreadElement")) return undefined;
  return properties.map(({ key }) => String((key as Tree)["name"])).sort();
}

describe("The messages of rules", () => {
  const asked = paths.filter((path) => path.endsWith(".ts")).flatMap(namedIn);

  it("stand on a page with what is put into them", () => {
    assert.ok(asked.length > 300, String(asked.length));
    const wrong = asked.filter(({ path, names, values }) => {
      const own = pages.get(path.replace(/\.ts$/, ".md"));
      const near = own === undefined ? [...pages.values()] : [own];
      return !near.some((messages) => {
        if (!names.every((name) => Object.hasOwn(messages, name))) return false;
        const put = new Set(names.flatMap((name) => placeholdersIn(messages[name]?.en ?? "")));
        const wanted = [...put].filter((one) => ADDED[path]?.includes(one) !== true).sort();
        return values === undefined || String(wanted) === String(values);
      });
    });
    assert.deepEqual(
      wrong.map(
        ({ path, line, names, values }) => `${path}:${line}: “${names.join("”, “")}” with ${values?.join(", ")}`,
      ),
      [],
    );
  });

  it("are all asked for", () => {
    const texts = paths.filter((path) => path.endsWith(".ts")).map((path) => [path, read(path)] as const);
    const lost = [...pages].flatMap(([page, messages]) => {
      const own = texts.find(([path]) => path === page.replace(/\.md$/, ".ts"))?.[1] ?? "";
      const others = texts.map(([, text]) => text).join("\n");
      return Object.keys(messages)
        .filter((name) => !own.includes(`"${name}"`) && !others.includes(`"${name}"`))
        .map((name) => `${page}: ${name}`);
    });
    assert.deepEqual(lost, []);
  });
});
