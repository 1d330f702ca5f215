import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse as parseYaml } from "yaml";
import type { ValueType } from "../../../src/catalogue/types/catalogue.ts";
import { parsePlace } from "../../../src/notes/reading/note.ts";
import { topics } from "../../../src/notes/topics/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { found } from "../../rules/checkRule.ts";

const catalogue = loadCatalogue();
const byId = new Map(topics.map((topic) => [topic.id, topic]));

/** What a piece of a template may lack: the rest of it. */
const OF_THE_REST = new Set([
  "missing-property",
  "missing-resources",
  "unknown-depends-on",
  "unknown-get-att",
  "unknown-mapping",
  "unknown-ref",
  "unused-condition",
  "unused-mapping",
  "unused-parameter",
]);

/** Whether a finding says that something is missing which the example leaves to the reader. */
const isOfTheRest = (code: string, message: string): boolean =>
  OF_THE_REST.has(code) ||
  code.startsWith("bootstrap-") ||
  (code === "property-combination" && /(?: needs one of .*| too)(?: \(“.*”\))?\.$/.test(message));

interface Example {
  readonly where: string;
  readonly ids: readonly string[];
  readonly yaml: string;
}

/** The YAML blocks of the English notes; those in Japanese are the same (builtInNotes.test.ts). */
function examples(): readonly Example[] {
  return readdirSync("notes/en").flatMap((file) =>
    readFileSync(`notes/en/${file}`, "utf8")
      .split(/^(?=##)/m)
      .flatMap((section) => {
        const [where = ""] = section.split("\n");
        const ids = [...section.matchAll(/^<!-- cfn: (.*) -->$/gm)].flatMap(([, marker = ""]) => marker.split(", @"));
        return [...section.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, yaml = ""]) => ({
          where: `${file} ${where}`,
          ids: ids.map((id) => id.replace(/^@/, "")),
          yaml,
        }));
      }),
  );
}

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, " ".repeat(by));

/** A template in which an example stands where its note says; `undefined` for one that belongs to no known place. */
function templateOf({ ids, yaml }: Example): string | undefined {
  const body: unknown = parseYaml(yaml, { logLevel: "silent" });
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const keys = Object.keys(body);
  if (keys.some((key) => catalogue.templateBody.properties.has(key) && key !== "Metadata"))
    return keys.includes("Resources") ? yaml : `${yaml}Resources: {}\n`;
  const type: unknown = Reflect.get(body, "Type");
  if (typeof type === "string" && /^Type: \w+::/m.test(yaml))
    return `${transformOf(type)}Resources:\n  It:\n${indented(yaml, 4)}`;
  if (Object.values(body).every((value) => /^(?:AWS|Custom)::/.test(String(value?.Type))))
    return `Resources:\n${indented(yaml, 2)}`;
  const resource = [...catalogue.resourceBody("AWS::S3::Bucket").properties.keys()];
  if (keys.every((key) => resource.includes(key) && key !== "Type" && key !== "Condition"))
    return `Resources:\n  It:\n    Type: AWS::S3::Bucket\n${indented(yaml, 4)}`;
  return propertiesOf(ids, keys, yaml);
}

const transformOf = (type: string): string =>
  type.startsWith("AWS::Serverless::") ? "Transform: AWS::Serverless-2016-10-31\n" : "";

/** A template in which `keys` are properties somewhere in a type at which one of the topics shows. */
function propertiesOf(ids: readonly string[], keys: readonly string[], yaml: string): string | undefined {
  for (const place of ids.flatMap((id) => [...(byId.get(id)?.places ?? []), ...(byId.get(id)?.placesOfMarked ?? [])])) {
    const parsed = parsePlace(place);
    if (parsed?.kind !== "property" && parsed?.kind !== "type") continue;
    const root = catalogue.resourceType(parsed.type)?.properties;
    const path = parsed.kind === "property" ? parsed.path : [];
    let type: ValueType | undefined = root && { kind: "object", object: root };
    let text = "Properties:\n";
    for (let depth = 0; type !== undefined; depth++) {
      const isList: boolean = type.kind === "list";
      const object = objectOf(type.kind === "list" ? type.items : type);
      if (object === undefined) break;
      if (keys.every((key) => object.has(key))) {
        const lines = indented(yaml, 6 + 4 * depth);
        const items = isList ? lines.replace(/^( *) {2}(?=\S)/, "$1- ") : lines;
        return `${transformOf(parsed.type)}Resources:\n  It:\n    Type: ${parsed.type}\n    ${text}${items}`;
      }
      const key = path[depth] ?? "";
      text += `${" ".repeat(4 * depth)}      ${isList ? "- " : ""}${key}:\n`;
      type = object.get(key)?.type;
    }
  }
  return undefined;
}

function objectOf(type: ValueType): ReadonlyMap<string, { readonly type: ValueType }> | undefined {
  if (type.kind === "object") return type.object.properties;
  return type.kind === "union" ? type.of.map(objectOf).find((one) => one !== undefined && one.size > 0) : undefined;
}

describe("examples of built-in notes", () => {
  const all = examples();
  const placed = all.flatMap((example) => {
    const text = templateOf(example);
    return text === undefined ? [] : [{ ...example, text }];
  });

  it("stand at a known place, but for a few", () => {
    assert.ok(all.length > 120, String(all.length));
    const others = all.filter((example) => templateOf(example) === undefined).map(({ where }) => where);
    assert.ok(others.length < all.length / 5, others.join("\n"));
  });

  for (const { where, text } of placed)
    it(`${where} has nothing that is reported`, () => {
      const reported = found(text).filter(
        ({ code, message, severity }) =>
          (severity === "error" || severity === "warning") && !isOfTheRest(code, message),
      );
      assert.deepEqual(
        reported.map(({ code, message }) => `${code}: ${message}`),
        [],
        text,
      );
    });
});
