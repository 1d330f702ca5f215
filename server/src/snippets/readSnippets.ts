import type { Snippet, SnippetPlace } from "./snippet.ts";

export interface SnippetFile {
  readonly name: string;
  /** JSON in VS Code's snippet format. */
  readonly text: string;
}

export interface ReadSnippets {
  readonly snippets: readonly Snippet[];
  /** What could not be read, for the log. */
  readonly problems: readonly string[];
}

/**
 * Reads snippet files. Beside VS Code's `prefix`, `body` and `description` a snippet has `descriptionJa`, `where` (see
 * `snippetPlace`), `topic` and `signal`, `labelJa` where its first prefix is a phrase in English, and `transform` where it needs that. In a body,
 * `$CFN_LOGICAL_ID` is the resource's name, `$CFN_NEW_ID` that of a new one, `$CFN_SERVICE` the service that assumes
 * it; of what the template has nothing for, a line that ends with ` #?` is left out, and ` #!` the whole snippet (more in `filledIn`). One that is not as it should be is left out and named in `problems`.
 */
export function readSnippets(files: readonly SnippetFile[]): ReadSnippets {
  const snippets: Snippet[] = [];
  const problems: string[] = [];
  for (const { name, text } of files) {
    const content = json(text);
    if (!isRecord(content)) {
      problems.push(`${name}: no JSON object`);
      continue;
    }
    for (const [id, value] of Object.entries(content)) {
      const snippet = snippetOf(id, value);
      if (typeof snippet === "string") problems.push(`${name}: ${id}: ${snippet}`);
      else snippets.push(snippet);
    }
  }
  return { snippets, problems };
}

/** The snippet, or what is wrong with it. */
function snippetOf(id: string, value: unknown): Snippet | string {
  if (!isRecord(value)) return "no object";
  const [first, ...others] = strings(value["prefix"]);
  const body = strings(value["body"]).join("\n");
  const { description, descriptionJa, labelJa, topic, transform, signal } = value;
  const places = strings(value["where"]).map(snippetPlace);
  const where = places.filter((place) => place !== undefined);
  if (first === undefined) return "no prefix";
  if (body === "") return "no body";
  if (typeof description !== "string" || typeof descriptionJa !== "string") return "no description in both languages";
  if (where.length === 0 || where.length < places.length) return "no place, or one that is not understood";
  return {
    id,
    prefixes: [first, ...others],
    label: { en: first, ja: typeof labelJa === "string" ? labelJa : first },
    body,
    description: { en: description, ja: descriptionJa },
    where,
    topic: typeof topic === "string" ? topic : undefined,
    transform: typeof transform === "string" ? transform : undefined,
    signal: signal === true,
  };
}

/**
 * Reads where a snippet is legal: `template` (sections), `empty` (a whole template), `value` (of a property or output), `Resources` (an entry of the section), `*` (an attribute of any resource),
 * `name` (a new resource), `AWS::IAM::Role.Properties.Policies:` (offered as that key; `*` for any type or item),
 * `AWS::EC2::Instance` (of that type), `AWS::EC2::Instance.Properties` (a key below it),
 * `AWS::…::TargetGroup.Properties.TargetGroupAttributes[]` (an item), `script:bash`, `script:powershell`.
 */
export function snippetPlace(source: string): SnippetPlace | undefined {
  if (source === "script:bash" || source === "script:powershell") {
    return { in: "script", shell: source === "script:bash" ? "bash" : "powershell" };
  }
  if (source === "template" || source === "empty" || source === "value" || source === "name") return { in: source };
  if (SECTIONS.has(source)) return { in: "section", section: source };
  const item = source.endsWith("[]");
  const key = source.endsWith(":");
  const [type, ...path] = source.replace(/(?:\[\]|:)$/, "").split(".");
  if (type === undefined || !/^(?:\*|\w+::\w+(?:::\w+)*)$/.test(type) || path.includes("")) return undefined;
  if (key) return path.length === 0 ? undefined : { in: "key", type, path };
  const types = type === "*" ? [] : [type];
  if (path.length > 0) return { in: "path", types, path, item };
  return item ? undefined : { in: "resource", types };
}

const SECTIONS: ReadonlySet<string> = new Set(["Parameters", "Mappings", "Conditions", "Resources", "Outputs"]);

/** A JSON text as plain values; broken text gives `undefined`. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
