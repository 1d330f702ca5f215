import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import type { Children } from "../../model/references/childTemplates.ts";
import type { Template } from "../../model/template.ts";
import type { ExportedName } from "../../notes/ownNames/ownCandidates.ts";
import { escapeMarkdown } from "../../notes/rendering/hoverInline.ts";
import { words } from "./words.json";

/** A name that another template of the workspace exports. */
export interface OtherExport extends ExportedName {
  /** The template that exports it, for display. */
  readonly from: string;
  readonly description: string | undefined;
}

/** A Markdown link to the user's or our note on a topic; `undefined` if there is none. */
export type NoteLink = (topic: string) => string | undefined;

/** The text of the reference: the facts, the first line of which is short, a text, and a link to AWS's page. */
export interface ReferenceText {
  readonly facts: string;
  readonly text?: string | undefined;
  readonly page?: string | undefined;
}

/** What the reference is made from. */
export interface ReferenceContext {
  readonly template: Template;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly exports: readonly OtherExport[];
  /** The local templates that this one nests. */
  readonly children?: Children | undefined;
  readonly noteLink: NoteLink;
  /** Whose note on the place shows: beside a built-in one our own sentences would repeat it. */
  readonly noteAbove: "none" | "own" | "builtIn";
  /** Whether a built-in note says something of the very word: then AWS's text is not needed. */
  readonly isWordTold: boolean;
  /** Whether that built-in note is on the value itself, not on its key. */
  readonly isValueTold: boolean;
}

export type Language = "en" | "ja";

/** The words around AWS's own texts, as words.json has them. */
export type Word = keyof typeof words;

export function word(name: Word, language: Language): string {
  return words[name][language];
}

/** `label: value`. */
export function labelled(name: Word, value: string, language: Language): string {
  return `${words[name][language]}: ${value}`;
}

/** Facts in one line. */
export function oneLine(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

/** A code span around text that may itself hold backticks. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** The words of a template as text, even if they have signs of Markdown; no images are loaded. */
export function ownWords<Text extends string | undefined>(text: Text): Text | string {
  return text === undefined ? text : escapeMarkdown(text);
}

/** A name as a title: bold, and as code if it has signs that Markdown would read. */
export function title(name: string): string {
  return /[\\`*_<>[\]{}|~$]/.test(name) ? `**${code(name)}**` : `**${name}**`;
}

const MAX_LISTED_NAMES = 8;

/** Names as code, at most `limit` of them. */
export function codes(names: readonly string[], limit: number = MAX_LISTED_NAMES): string {
  const shown = names.slice(0, limit).map(code).join(", ");
  return names.length > limit ? `${shown}, … (${names.length})` : shown;
}

/** Those of the items that are given, as a list. */
export function bullets(...items: readonly (string | undefined)[]): string {
  return items.flatMap((item) => (item === undefined || item === "" ? [] : [`- ${item}`])).join("\n");
}
