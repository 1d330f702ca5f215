import { parseDocument } from "yaml";
import { ABOUT_KEYS } from "./aboutTemplates.ts";

/** What the notes read from a file's front matter. */
export interface FrontMatter {
  readonly title: string | undefined;
  /** The text of `cfn:`, split: places and `@topics`; what `templates:` and `stack:` say, as markers have it. */
  readonly marks: readonly string[];
  /** The first line behind it, zero-based; 0 where there is none. */
  readonly firstLine: number;
  /** Zero-based line and reason of what could not be read. */
  readonly problem: { readonly line: number; readonly reason: string } | undefined;
}

const MAX_LINES = 500;

/** Reads the YAML between `---` lines at a file's start; broken YAML gives a problem and no values. */
export function frontMatter(lines: readonly string[]): FrontMatter {
  const none = { title: undefined, marks: [], firstLine: 0, problem: undefined };
  if (!/^---\s*$/.test(lines[0] ?? "")) return none;
  const end = lines.slice(1, MAX_LINES).findIndex((line) => /^(---|\.\.\.)\s*$/.test(line)) + 1;
  if (end === 0) return none;
  const document = parseDocument(lines.slice(1, end).join("\n"), { prettyErrors: true, uniqueKeys: false });
  const [error] = document.errors;
  if (error) {
    const reason = error.message.split("\n", 1)[0] ?? error.message;
    const line = error.linePos?.[0].line ?? 1;
    return { ...none, firstLine: end + 1, problem: { line, reason: reason.replace(/ at line \d+.*$/, "") } };
  }
  const title = document.get("title");
  const marksAt = (key: string): string[] => {
    const node = document.get(key);
    return marksOf(isJson(node) ? node.toJSON() : node);
  };
  return {
    title: typeof title === "string" && title.trim() !== "" ? title.trim() : undefined,
    marks: [...marksAt("cfn"), ...ABOUT_KEYS.flatMap((key) => marksAt(key).map((one) => `${key}: ${one}`))],
    firstLine: end + 1,
    problem: undefined,
  };
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
