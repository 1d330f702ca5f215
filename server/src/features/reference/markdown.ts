import { escapeMarkdown } from "../../notes/rendering/hoverInline.ts";
import type { Language } from "./context.ts";
import { words } from "./words.json";

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
