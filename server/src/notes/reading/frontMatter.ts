import { parseDocument } from "yaml";
import { type Node, valueAt } from "../../model/tree/node.ts";
import { readYamlFast } from "../../model/yaml/fastYamlReader.ts";
import { ABOUT_KEYS } from "./aboutTemplates.ts";

/** What is read from a file's front matter. */
export interface FrontMatter {
  readonly title: string | undefined;
  /** The text of `cfn:`, split: places and `@topics`; what `templates:` and `stack:` say, as markers have it. */
  readonly marks: readonly string[];
  /** The first line behind it, zero-based; 0 if there is none. */
  readonly firstLine: number;
  /** Zero-based line and reason of what could not be read. */
  readonly problem: { readonly line: number; readonly reason: string } | undefined;
}

const MAX_LINES = 500;

/**
 * Reads the YAML between `---` lines at a file's start; broken YAML gives a problem and no values. Of Hugo's TOML, between `+++`
 * lines, only the title is read.
 */
export function frontMatter(lines: readonly string[]): FrontMatter {
  const none = { title: undefined, marks: [], firstLine: 0, problem: undefined };
  if (/^\+\+\+\s*$/.test(lines[0] ?? "")) return { ...none, ...tomlFrontMatter(lines.slice(1, MAX_LINES)) };
  if (!/^---\s*$/.test(lines[0] ?? "")) return none;
  const end = lines.slice(1, MAX_LINES).findIndex((line) => /^(---|\.\.\.)\s*$/.test(line)) + 1;
  if (end === 0) return none;
  const text = lines.slice(1, end).join("\n");
  const read = usualValues(text) ?? values(text);
  if ("line" in read) return { ...none, firstLine: end + 1, problem: read };
  const title = read.get("title");
  return {
    title: typeof title === "string" && title.trim() !== "" ? title.trim() : undefined,
    marks: [
      ...marksOf(read.get("cfn")),
      ...ABOUT_KEYS.flatMap((key) => marksOf(read.get(key)).map((one) => `${key}: ${one}`)),
    ],
    firstLine: end + 1,
    problem: undefined,
  };
}

function tomlFrontMatter(lines: readonly string[]): Partial<FrontMatter> {
  const end = lines.findIndex((line) => /^\+\+\+\s*$/.test(line));
  if (end < 0) return {};
  const titles = lines.slice(0, end).flatMap((line) => /^title\s*=\s*(["'])(.+)\1\s*$/.exec(line)?.[2] ?? []);
  return { title: titles[0], firstLine: end + 2 };
}

/** What is written at the keys that are read, as plain data. */
type Values = ReadonlyMap<string, unknown>;
const KEYS = ["title", "cfn", ...ABOUT_KEYS];

/** `undefined` if that needs the `yaml` package, which takes ten times as long. */
function usualValues(text: string): Values | undefined {
  const read = readYamlFast(text);
  if (read?.root.kind !== "map" || read.errors.length > 0) return undefined;
  const values = new Map<string, unknown>();
  for (const key of KEYS) {
    const node = valueAt(read.root, key);
    const items = node?.kind === "list" ? node.items : undefined;
    const parts = (items ?? [node]).map(plainValue);
    if (node !== undefined && parts.includes(undefined)) return undefined;
    values.set(key, items === undefined ? parts[0] : parts);
  }
  return values;
}

function plainValue(node: Node | undefined): unknown {
  return node?.kind === "scalar" && node.tag === undefined ? node.value : undefined;
}

function values(text: string): Values | NonNullable<FrontMatter["problem"]> {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: false });
  const [error] = document.errors;
  if (error) {
    const reason = error.message.split("\n", 1)[0] ?? error.message;
    return { line: error.linePos?.[0].line ?? 1, reason: reason.replace(/ at line \d+.*$/, "") };
  }
  return new Map(
    KEYS.map((key) => {
      const node = document.get(key);
      return [key, isJson(node) ? node.toJSON() : node];
    }),
  );
}

/** Splits a marker's text at commas. */
export function splitMarks(text: string): string[] {
  return text
    .split(",")
    .map((mark) => mark.trim())
    .filter((mark) => mark !== "");
}

function marksOf(value: unknown): string[] {
  if (typeof value === "string") return splitMarks(value);
  return Array.isArray(value) ? value.flatMap((item) => (typeof item === "string" ? splitMarks(item) : [])) : [];
}

function isJson(node: unknown): node is { toJSON(): unknown } {
  return typeof node === "object" && node !== null && "toJSON" in node && typeof node.toJSON === "function";
}
