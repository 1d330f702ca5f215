import type { Token } from "markdown-it";
import { pageIn, pageTitle } from "../../text/awsPages.ts";
import { said } from "../../text/localised.ts";
import type { Note, NoteFileContent, NoteLanguage } from "../reading/note.ts";
import { noteMessages } from "../rendering/messages.ts";
import { linked, linkToLine } from "../rendering/noteLinks.ts";

/** The sources of a built-in note: `<!-- sources: URL, URL; checked 2026-11-25 -->`. */
export interface NoteSources {
  readonly urls: readonly string[];
  /** The day on which each statement was checked against them. */
  readonly checked: string | undefined;
}

const SOURCES = /^sources: (https:\/\/\S+?(?:, https:\/\/\S+?)*)(?:; checked (\d{4}-\d\d-\d\d))?$/;

/** The sources that a comment's text names. */
export function sourcesIn(comment: string): NoteSources | undefined {
  const [, urls, checked] = SOURCES.exec(comment.trim()) ?? [];
  return urls === undefined ? undefined : { urls: urls.split(", "), checked };
}

/**
 * The sources of a built-in note as one short link, with the month of the last check; empty if it names none. A
 * single page opens at once, of several the note with their titles.
 */
export function sourcesLink(
  note: Note,
  file: NoteFileContent,
  { language, commands }: { readonly language: NoteLanguage; readonly commands: boolean },
): string {
  const below = file.builtIn ? file.lines.slice(note.line + 1, note.own.end) : [];
  const index = below.findIndex((text) => text.startsWith("<!-- sources: "));
  if (index < 0) return "";
  const line = note.line + 1 + index;
  const sources = sourcesIn(below[index]?.replace(/^<!-- | -->$/g, "") ?? "");
  const [first, ...others] = sources?.urls ?? [];
  if (first === undefined) return "";
  const messages = noteMessages(language);
  const page = others.length === 0 ? pageIn(language, first) : undefined;
  const link = linked(messages.sources(others.length + 1), page ?? linkToLine(note, file, line, commands));
  const isLagging = page !== undefined && page !== first && hasCorrection(file.lines.slice(note.line, note.own.end));
  const text = isLagging ? `${link}（${linked(messages.inEnglish, first)}）` : link;
  return sources?.checked === undefined ? text : `${text} · ${messages.checked(sources.checked.slice(0, 7))}`;
}

/** Whether a note corrects study material: translations of AWS's pages may still have the old text, too. */
export function hasCorrection(lines: readonly string[]): boolean {
  return lines.some((line) => line.startsWith("<!-- outdated"));
}

/**
 * The same as a small paragraph of HTML, from the comment's token; `safe` escapes text.
 *
 * @param isCorrected see {@link hasCorrection}; pages in English are named besides
 */
export function sourcesHtml(
  comment: Token,
  { language, isCorrected }: { readonly language: NoteLanguage; readonly isCorrected: boolean },
  safe: (text: string) => string,
): string {
  const sources = sourcesIn(comment.content);
  if (sources === undefined) return "";
  const { urls, checked } = sources;
  const messages = noteMessages(language);
  const link = (url: string, text: string): string => `<a href="${safe(url)}">${safe(text)}</a>`;
  const links = urls.map((url) => {
    const page = pageIn(language, url);
    const shown = link(page, pageTitle(url));
    return isCorrected && page !== url ? `${shown}（${link(url, messages.inEnglish)}）` : shown;
  });
  const day = checked === undefined ? "" : ` · ${safe(messages.checked(checked))}`;
  return `<p class="${["sources", String(comment.attrGet("class") ?? "")].join(" ").trim()}">${messages.sources(0)}${messages.colon}${links.join(said(language, ", ", "、"))}${day}</p>\n`;
}

/** The tokens of a passage with each comment on sources behind the text of its section. */
export function sourcesLast(tokens: readonly Token[]): Token[] {
  const ordered: Token[] = [];
  let waiting: Token[] = [];
  for (const token of tokens) {
    if (token.type === "heading_open") ordered.push(...waiting.splice(0));
    if (token.type === "comment" && sourcesIn(token.content) !== undefined) waiting = [...waiting, token];
    else ordered.push(token);
  }
  return [...ordered, ...waiting];
}
