import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import type { CompletionPlace } from "../../model/focus/completionPlace.ts";
import type { Children } from "../../model/references/childTemplates.ts";
import type { Template } from "../../model/template.ts";
import { isPlainSafe } from "../../model/yaml/yamlText.ts";
import type { Snippet } from "../../snippets/snippet.ts";
import type { Span } from "../../text/span.ts";
import type { RootData, Subject } from "./subject.ts";

/** What completion works with. */
export interface CompletionContext {
  readonly template: Template;
  readonly catalogue: Catalogue;
  readonly snippets: readonly Snippet[];
  /** Names that other templates of the workspace export. */
  readonly exports: readonly ExportedName[];
  /** The local templates that this one nests. */
  readonly children?: Children | undefined;
  readonly language: "en" | "ja";
  /** Whether the file is to be JSON, which an empty one does not show. */
  readonly isJson?: boolean;
  /** One level of indentation where the template has none yet; two blanks without it. */
  readonly indent?: string | undefined;
  /** Whether the editor understands snippet syntax. */
  readonly snippetSupport: boolean;
  /** The character that made the editor ask by itself; `undefined` if a word is typed or the user asks. */
  readonly typed?: string | undefined;
  /** Today (ISO date), to leave out runtimes that have ended; without it none is left out. */
  readonly today?: string;
}

export interface ExportedName {
  readonly name: string;
  /** The template that exports it, for display. */
  readonly from: string;
}

/** One place of the caret with what it means; each source of completions takes it. */
export interface Scene extends CompletionContext {
  readonly offset: number;
  readonly place: CompletionPlace;
  readonly subject: Subject;
  /** One level of indentation as this template has it. */
  readonly unit: string;
}

/** The characters before the caret that belong to the token, without its quote. */
export function typedText({ template, place, offset }: Scene): string {
  return template.text.slice(place.content.start, Math.max(place.content.start, offset));
}

/** The value of a key of the map that the caret is in, or (`../Namespace`) of the nearest map around it that has the key. */
export function valueBeside({ place: { levels } }: Scene): (key: string) => string | undefined {
  return (key) =>
    key.startsWith("../")
      ? levels.findLast((level) => level.valueOf(key.slice(3)) !== undefined)?.valueOf(key.slice(3))
      : levels.at(-1)?.valueOf(key);
}

export type ItemKind =
  | "section"
  | "attribute"
  | "property"
  | "type"
  | "value"
  | "function"
  | "resource"
  | "parameter"
  | "pseudoParameter"
  | "returnValue"
  | "mapping"
  | "condition"
  | "export"
  | "variable"
  | "command"
  | "option"
  | "snippet";

/** Something that may be inserted. Offsets are absolute. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  /** Shown beside the label: a type, whether it is required. */
  readonly detail?: string;
  /** The text that the typed text is compared with, if it is not the label. */
  readonly filterText?: string;
  readonly sortText: string;
  /** Replaces `span`. Its further lines have their indentation: the editor must not add any. */
  readonly insertText: string;
  /** Whether `insertText` is in snippet syntax. */
  readonly snippet: boolean;
  readonly span: Span;
  readonly additionalEdits?: readonly TextEdit[];
  readonly deprecated?: boolean;
  /** Whether completion should be requested again once it is inserted. */
  readonly again?: boolean;
  /** The data that `documentationOf` needs; plain JSON. */
  readonly data?: ItemData;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What an item stands for. */
export type ItemData =
  | { readonly of: "type"; readonly name: string }
  /** A key in the object at `path`; or, with `value`, one of the values of that key. */
  | {
      readonly of: "key";
      readonly root: RootData;
      readonly path: readonly (string | number)[];
      readonly value?: string;
    }
  | { readonly of: "function"; readonly name: string }
  | { readonly of: "pseudoParameter"; readonly name: string }
  | { readonly of: "parameterType"; readonly name: string }
  | { readonly of: "runtime"; readonly name: string }
  | { readonly of: "returnValue"; readonly type: string; readonly name: string }
  | { readonly of: "service"; readonly prefix: string }
  | { readonly of: "action"; readonly prefix: string; readonly name: string }
  | { readonly of: "helper"; readonly name: string; readonly option?: string }
  | { readonly of: "snippet"; readonly id: string }
  /** What another template says of it, in Markdown. */
  | { readonly of: "told"; readonly text: string };

/** Text for a snippet: `$`, `}` and `\` stand for themselves. */
export function escapedSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A scalar in the form that the place takes: quoted in JSON, as the user quotes it elsewhere. */
export function writeScalar(place: CompletionPlace, value: string, bare = false): string {
  if (place.style === "json") return bare ? value : JSON.stringify(value);
  if (place.quote === "'") return `'${value.replaceAll("'", "''")}'`;
  if (place.quote === '"') return JSON.stringify(value);
  return bare || isPlainSafe(value, place.style === "flow") ? value : `'${value.replaceAll("'", "''")}'`;
}

/** The blank before a value that is written right behind a colon. */
export function gapBefore({ template, place }: Scene): string {
  if (place.accepts.text === true || place.style === "json") return "";
  const before = template.text[place.span.start - 1];
  return before === ":" ? " " : "";
}

/** Commas that JSON and flow style need around an inserted key or item. */
export function commaEdits(place: CompletionPlace): {
  additionalEdits?: { span: { start: number; end: number }; newText: string }[];
} {
  const at = place.commaBefore;
  return at === undefined ? {} : { additionalEdits: [{ span: { start: at, end: at }, newText: "," }] };
}

/** An item for a blank line whose column is not the one that its place wants. */
export function padded(item: CompletionItem, { pad, span }: CompletionPlace): CompletionItem {
  if (pad === 0 || item.span !== span) return item;
  if (pad > 0) return { ...item, insertText: " ".repeat(pad) + item.insertText };
  const removed = { span: { start: span.start + pad, end: span.start }, newText: "" };
  return { ...item, additionalEdits: [removed, ...(item.additionalEdits ?? [])] };
}

export interface Named {
  readonly name: string;
  readonly kind: ItemKind;
  /** Smaller comes first. */
  readonly rank: number;
  /** Orders items of one rank; the name does if it is not given. */
  readonly order?: string;
  readonly detail?: string | undefined;
  readonly data?: ItemData;
  readonly again?: boolean;
}

/** An item that writes a name as a scalar in place of the token at the caret. */
export function namedItem(scene: Scene, { name, kind, rank, order = "", detail, data, again }: Named): CompletionItem {
  const { place } = scene;
  const dash = place.accepts.item === true && place.accepts.value !== true ? "- " : "";
  const comma = place.style === "json" && place.commaAfter === true && place.levels.at(-1)?.kind === "list" ? "," : "";
  return {
    label: name,
    kind,
    sortText: `${rank}${order}${name}`,
    insertText: gapBefore(scene) + dash + writeScalar(place, name) + comma,
    snippet: false,
    span: place.span,
    ...(detail !== undefined && { detail }),
    ...(place.quote !== "" && { filterText: place.quote + name }),
    ...(place.style === "block" ? {} : commaEdits(place)),
    ...(again === true && { again }),
    ...(data !== undefined && { data }),
  };
}
