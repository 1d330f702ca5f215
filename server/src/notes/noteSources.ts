import type { Token } from "markdown-it";
import { escapeMarkdown } from "./hoverInline.ts";
import { noteMessages } from "./messages.ts";
import type { Note, NoteFileContent, NoteLanguage } from "./note.ts";
import { passageOf } from "./passage.ts";

/** What a built-in note rests on: `<!-- sources: URL, URL; checked 2026-11-25 -->`. */
export interface NoteSources {
  readonly urls: readonly string[];
  /** The day on which each statement was held against them. */
  readonly checked: string | undefined;
}

const SOURCES = /^sources: (https:\/\/\S+?(?:, https:\/\/\S+?)*)(?:; checked (\d{4}-\d\d-\d\d))?$/;

/** The sources that a comment's text names. */
export function sourcesIn(comment: string): NoteSources | undefined {
  const [, urls, checked] = SOURCES.exec(comment.trim()) ?? [];
  return urls === undefined ? undefined : { urls: urls.split(", "), checked };
}

/** The sources of a built-in note as one line of Markdown; empty where it names none. */
export function sourcesLine(note: Note, file: NoteFileContent, language: NoteLanguage): string {
  if (!file.builtIn) return "";
  const [, comment = ""] = /^<!-- (sources: .*) -->$/m.exec(passageOf(note, file, [note.own])) ?? [];
  const sources = sourcesIn(comment);
  return sources === undefined
    ? ""
    : `*${told(sources, language, (name, url) => `[${escapeMarkdown(name)}](${url})`)}*`;
}

/** The same as a small paragraph of HTML, from the comment's token; `safe` escapes text. */
export function sourcesHtml(comment: string, language: NoteLanguage, safe: (text: string) => string): string {
  const sources = sourcesIn(comment);
  if (sources === undefined) return "";
  const link = (name: string, url: string): string => `<a href="${safe(url)}">${safe(name)}</a>`;
  return `<p class="sources">${told(sources, language, link)}</p>\n`;
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

function told(
  { urls, checked }: NoteSources,
  language: NoteLanguage,
  link: (name: string, url: string) => string,
): string {
  const messages = noteMessages(language);
  const links = urls.map((url) => link(pageName(url), url)).join(language === "ja" ? "、" : ", ");
  return `${messages.sources}${links}${checked === undefined ? "" : ` · ${messages.checked(checked)}`}`;
}

/** What a page is called in its address. */
function pageName(url: string): string {
  return /([^/#]+?)(?:\.html)?(?:#.*)?$/.exec(url)?.[1] ?? url;
}
