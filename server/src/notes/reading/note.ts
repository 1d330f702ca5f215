import type { AboutTemplates } from "./aboutTemplates.ts";
import type { NoteEncoding } from "./encoding.ts";
import type { Term } from "./terms.ts";

export type NoteLanguage = "en" | "ja";

/** A Markdown file as the host hands it in: decoded, or not decodable. */
export interface NoteSource {
  readonly uri: string;
  readonly text: string;
  readonly builtIn: boolean;
  readonly language: NoteLanguage;
  /** If it is not UTF-8: what it is; if that cannot be told, `text` holds U+FFFD for what could not be decoded. */
  readonly foreign?: Exclude<NoteEncoding, "utf-8"> | "unknown";
  /** Set if the file, or the folder of that address, could not be read; `text` is then empty. */
  readonly unreadable?: Unreadable;
  /** Set if the file is longer than any notes; `text` is then empty. */
  readonly tooLarge?: boolean;
  /** Set if reading it into notes was ended, since it took too long. */
  readonly takesTooLong?: boolean;
  /** Set if a repository brings it for everybody who works on it. */
  readonly team?: boolean;
  /** Set if it shows in some templates alone: their URIs. */
  readonly only?: ReadonlySet<string>;
  /** For a built-in file: what the build has prepared of it, decoded when it is asked for (`preparedFiles.ts`). */
  readonly prepared?: () => string;
  /** For a built-in file: the keys of a topic's names, as the build has found them. */
  readonly topicKeys?: (id: string) => readonly string[] | undefined;
}

/** Why a file could not be read: no permission, no answer of its disk, or the system's message. */
export type Unreadable = { readonly kind: "denied" | "late" } | { readonly kind: "other"; readonly reason: string };

/** A problem of a note file, reported once; `problemText` puts it into the user's language. */
export type NoteProblem =
  | { readonly code: "unreadable"; readonly why: Unreadable }
  | { readonly code: "too-large"; readonly limit: number }
  | { readonly code: "binary" }
  | { readonly code: "takes-too-long" }
  | { readonly code: "invalid-utf8" }
  | { readonly code: "front-matter"; readonly line: number; readonly reason: string }
  | { readonly code: "unknown-place"; readonly line: number; readonly place: string };

/** A note file, read. */
export interface NoteFileContent {
  readonly uri: string;
  readonly builtIn: boolean;
  /** Whether a repository brings it for everybody who works on it. */
  readonly team: boolean;
  /** The URIs of the templates that it shows in; `undefined` for all. */
  readonly only: ReadonlySet<string> | undefined;
  readonly language: NoteLanguage;
  /** Whether it may be written to, in UTF-8. */
  readonly isUtf8: boolean;
  /**
   * Whether it is a changelog, a licence, a generated reference or the like: it shows only at the places of its
   * markers.
   */
  readonly isRecord: boolean;
  /** Whether it explains how to use templates: if some lie beside it, it is on nothing in other folders. */
  readonly guidesTemplates: boolean;
  /** The front matter's title, else the only first-level heading, else the file's name. */
  readonly title: string;
  /** As written, but with blanks for what a note-taking program hides (`%%…%%`). */
  readonly lines: readonly string[];
  /** The lines that have such blanks. */
  readonly commented: ReadonlySet<number>;
  /** The first line behind the front matter. */
  readonly firstLine: number;
  /** Every note in the order of the file; the first one stands for the whole file. */
  readonly notes: readonly [Note, ...Note[]];
  /** The lines of footnotes' definitions, by label. */
  readonly footnotes: ReadonlyMap<string, LineRange>;
  /** Targets of `[text][label]` links, by label as markdown-it normalises it. */
  readonly references: ReadonlyMap<string, LinkTarget>;
  readonly problems: readonly NoteProblem[];
  /** See `NoteSource`. */
  readonly prepared: (() => string) | undefined;
}

export interface LinkTarget {
  readonly href: string;
  readonly title: string;
}

/** Zero-based lines, `end` not included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  /** Their text in Markdown alone, if the file has tables, headings or lists in HTML: several notes may stand in one line. */
  readonly read?: readonly string[];
}

/**
 * Where a note's title comes from: the file, a heading, emphasis at its start (also code or a link), a separator
 * (`term: text`, a table's first cell), a title alone above its children, a sentence (`Xは…`), the question that it
 * answers, or only a marker.
 */
export type NoteNaming = "file" | "heading" | "bold" | "separator" | "title" | "sentence" | "marker" | "question";

/** A section, or an item within it that defines a term of its own. */
export interface Note {
  /** Stable while the titles above it and its own do not change. */
  readonly id: string;
  readonly title: string;
  /** Titles above it, outermost first, the file's title first. */
  readonly path: readonly string[];
  readonly kind: "heading" | "item";
  readonly naming: NoteNaming;
  /** Zero-based line of the heading or item. */
  readonly line: number;
  /** The lines to show: without its heading, with the item's own line. */
  readonly passage: readonly LineRange[];
  /** For a heading: its text before the first heading below it. */
  readonly own: LineRange;
  readonly terms: readonly Term[];
  /** From explicit markers. */
  readonly places: readonly NotePlace[];
  readonly topicIds: readonly string[];
  /** The templates that it, or a note around it, says it is about; `undefined` if none are named. */
  readonly about: AboutTemplates | undefined;
  /** The texts above it, innermost first: titles, leads, the sentence that introduces a list. */
  readonly context: readonly string[];
  /** Columns before the item's bullet, and `>` signs before that, to be removed from the passage. */
  readonly indent: number;
  readonly quotes: number;
  /** For the answer to a question: the question as it is written, without `Q:` in front. */
  readonly asked?: string;
  readonly children: readonly Note[];
}

/** Whether a note is part of another one, at any depth. */
export function isPartOf(note: Note, outer: Note): boolean {
  return outer.children.some((child) => child === note || isPartOf(note, child));
}

/**
 * A place in templates that a note is bound to, as a marker, a topic or a note's own words name it. Types, keys and
 * values may hold `*` (any characters); a key that is `**` stands for any number of keys.
 */
export type NotePlace =
  | { readonly kind: "type"; readonly type: string }
  /** A property of a type, list indexes left out, with its value if `value` is set. */
  | {
      readonly kind: "property";
      readonly type: string;
      readonly path: readonly string[];
      readonly value: string | undefined;
    }
  /** A section, or keys below its entries: `path` leaves the entry's name out (`section:Outputs.Export`). */
  | {
      readonly kind: "section";
      readonly section: string;
      readonly path: readonly string[];
      readonly value: string | undefined;
    }
  /** A resource attribute, `path` starting with its name, and keys below it. */
  | { readonly kind: "attribute"; readonly path: readonly string[]; readonly value: string | undefined }
  /** Keys below a resource's (or the template's) `Metadata`. */
  | { readonly kind: "metadata"; readonly path: readonly string[]; readonly value: string | undefined }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "pseudo"; readonly name: string }
  /** Consecutive words of a script. */
  | { readonly kind: "word"; readonly words: readonly string[] }
  /** A token of any string, also inside the JSON text of a dashboard. */
  | { readonly kind: "text"; readonly text: string }
  /** A bare name: any construct of that name. */
  | { readonly kind: "name"; readonly name: string }
  /** Something that a template's author named: a logical id, a physical name, an export. */
  | { readonly kind: "own"; readonly name: string };

/** Keys of `Metadata` that CloudFormation itself reads; they look like resource types. */
const METADATA_KEYS = new Set([
  "AWS::CloudFormation::Init",
  "AWS::CloudFormation::Authentication",
  "AWS::CloudFormation::Interface",
  "AWS::CloudFormation::Designer",
]);

/**
 * Reads one place: `AWS::S3::Bucket`, `AWS::Route53::RecordSet.Type=A`, `section:Outputs`,
 * `attribute:DeletionPolicy=Retain`, `metadata:AWS::CloudFormation::Init.packages`,
 * `function:Fn::FindInMap`, `pseudo:AWS::Region`, `word:aws cloudfront create-invalidation`,
 * `text:SpilloverCount`, `id:OrdersTable`, `CreationPolicy`. `undefined` for text that names no place.
 */
export function parsePlace(source: string): NotePlace | undefined {
  const text = source.trim();
  // Most are types and their properties.
  if (text.startsWith("AWS::")) return placeOfType(text);
  const [, prefix, rest] = /^(section|attribute|metadata|function|pseudo|word|text|id):(?!:)\s*(.*)$/s.exec(text) ?? [];
  if (prefix !== undefined) return rest === undefined || rest === "" ? undefined : prefixedPlace(prefix, rest);
  if (text === "" || !/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (!text.includes("::")) return { kind: "name", name: text };
  return text.startsWith("Fn::") ? { kind: "function", name: text } : placeOfType(text);
}

function placeOfType(text: string): NotePlace | undefined {
  const { path, value } = pathAndValue(text);
  const [type, ...keys] = path;
  if (type === undefined) return undefined;
  if (METADATA_KEYS.has(type)) return { kind: "metadata", path, value };
  if (/^AWS::\w+$/.test(type)) return keys.length > 0 ? undefined : { kind: "pseudo", name: type };
  if (keys.length === 0) return value === undefined ? { kind: "type", type } : undefined;
  return { kind: "property", type, path: keys, value };
}

function prefixedPlace(prefix: string, rest: string): NotePlace | undefined {
  if (prefix === "function") return { kind: "function", name: rest };
  if (prefix === "pseudo") return { kind: "pseudo", name: rest };
  if (prefix === "word") return { kind: "word", words: rest.split(/\s+/) };
  if (prefix === "text") return { kind: "text", text: rest };
  if (prefix === "id") return { kind: "own", name: rest.trim() };
  const { path, value } = pathAndValue(rest);
  const [section, ...below] = path;
  if (section === undefined) return undefined;
  if (prefix === "section") return { kind: "section", section, path: below, value };
  return { kind: prefix === "attribute" ? "attribute" : "metadata", path, value };
}

/** Splits `A::B.C.D=value`; an empty path if a key is empty. */
function pathAndValue(text: string): { path: readonly string[]; value: string | undefined } {
  const equals = text.indexOf("=");
  const keys = (equals < 0 ? text : text.slice(0, equals)).trim().split(".");
  const value = equals < 0 ? undefined : text.slice(equals + 1).trim();
  return { path: keys.includes("") ? [] : keys, value };
}

/** The service's part of a type: `S3` of `AWS::S3::Bucket`. */
export function namespaceOf(type: string): string {
  return type.split("::")[1] ?? "";
}
