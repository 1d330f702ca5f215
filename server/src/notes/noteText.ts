import { OPEN_NOTE_COMMAND } from "../protocol.ts";
import type { BoundNote } from "./bind.ts";
import { inlineOf } from "./blocks.ts";
import { correctionsOf, withoutCorrections } from "./corrections.ts";
import { escapeMarkdown } from "./hoverInline.ts";
import { hoverMarkdown } from "./hoverMarkdown.ts";
import { blocksOfLines, columnsOf, cutLines, fittingBlocks, withoutIntroduction } from "./hoverSize.ts";
import { plainText } from "./lead.ts";
import { noteMessages } from "./messages.ts";
import type { Note, NoteFileContent, NoteLanguage } from "./note.ts";
import { sourcesLine } from "./noteSources.ts";
import { passageOf } from "./passage.ts";
import { passageTokens } from "./renderTokens.ts";
import { type ShownPassage, shownPassage } from "./shownPassage.ts";

export interface HoverOptions {
  readonly language: NoteLanguage;
  /** Whether the editor runs our command that opens a note in the sidebar; else links lead to files. */
  readonly commands: boolean;
}

/** How a note shows: all of it up to a screenful; as much of it as leaves room for the rest; its title and beginning. */
export type NoteForm = "full" | "start" | "line";

/** Characters of a section that is shown with all that is below it. */
const LONGEST_WHOLE = 1600;
const shownInHovers = new WeakMap<Note, ShownPassage>();

/** What a hover shows of a note, worked out once: the same notes are asked for again and again. */
function shownInHover({ note, file }: BoundNote): ShownPassage {
  let shown = shownInHovers.get(note);
  if (shown === undefined) {
    shown = shownPassage(note, file, LONGEST_WHOLE);
    shownInHovers.set(note, shown);
  }
  return shown;
}

/** What is parsed of a passage that is cut anyway. */
const MAX_PARSED = 12_000;
/** Columns of a note's beginning. */
const BEGINNING = 72;

/** What was rendered last, by note. */
const rendered = new WeakMap<Note, Map<string, unknown>>();

function kept<T>(note: Note, form: string, { language, commands }: HoverOptions, make: () => T): T {
  const key = `${language} ${commands} ${form}`;
  const forms = rendered.get(note) ?? new Map<string, unknown>();
  rendered.set(note, forms);
  if (!forms.has(key)) forms.set(key, make());
  return forms.get(key) as T;
}

/** A note as Markdown, in one of its forms. */
export function noteText(bound: BoundNote, form: NoteForm, options: HoverOptions): string {
  return kept(bound.note, form, options, () =>
    form === "line" ? inOneLine(bound, options) : headed(bound, form, options),
  );
}

/** What a built-in note adds to a note of the user's; empty where nothing. */
export interface BuiltInBelow {
  /** What the user's note has out of date. */
  readonly correction: string;
  /** The first paragraph of the rest. */
  readonly paragraph: string;
}

/** A built-in note below one of the user's. */
export function builtInBelow(builtIn: BoundNote, own: BoundNote, options: HoverOptions): BuiltInBelow {
  return kept(own.note, builtIn.note.id, options, () => {
    const said = passageOf(own.note, own.file).slice(0, MAX_PARSED);
    return {
      correction: correction(builtIn, said, options),
      paragraph: firstParagraph(builtIn, said, builtIn.specificity > own.specificity, options),
    };
  });
}

/** A note's title as a link to it; only the title where there is nothing to open. */
export function noteLink(bound: BoundNote, options: HoverOptions): string {
  const { title } = shownInHover(bound);
  const link = (options.commands ? commandLink(bound.note) : undefined) ?? sourceLink(bound.note, bound.file);
  return linked(escapeMarkdown(title), link);
}

/** Title and where it stands, then the text. */
function headed(bound: BoundNote, form: "full" | "start", options: HoverOptions): string {
  const messages = noteMessages(options.language);
  const { title, path, text, isPart } = shownInHover(bound);
  const lines = withoutTitle(linesOf(bound, text, options), title);
  const { lines: shown, isCut } = form === "full" ? cutLines(lines) : fittingBlocks(lines);
  const { builtIn, team } = bound.file;
  const above = [...(team ? [messages.team] : []), ...path.map(escapeMarkdown)];
  const crumb = builtIn ? messages.builtIn : above.join(" › ");
  const link = linkOf(bound, options);
  const where = builtIn || above.length > 0 ? linked(crumb, link) : link && linked(messages.openNote, link);
  const more = isCut || isPart || text.length > MAX_PARSED ? moreLink(bound, options) : undefined;
  const parts = [
    `**${escapeMarkdown(title)}**${where === undefined ? "" : ` · ${where}`}`,
    withMore(shown.join("\n").trimEnd(), more),
    sourcesLine(bound.note, bound.file, options.language),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The first paragraph as running text; with the title where it is on something else than the note above. */
function firstParagraph(bound: BoundNote, said: string, isTitled: boolean, options: HoverOptions): string {
  const { language } = options;
  const { title, text, isPart } = shownInHover(bound);
  const blocks = blocksOfLines(withoutTitle(linesOf(bound, withoutCorrections(text, said), options), title));
  const [first] = blocks;
  if (first === undefined) return "";
  const label = `*${noteMessages(options.language).builtIn}*`;
  const head = isTitled ? `**${escapeMarkdown(title)}** · ${label}` : label;
  const more = blocks.length > 1 || isPart ? moreLink(bound, options) : undefined;
  if (IS_NO_TEXT.test(first[0] ?? "")) return `${head}\n\n${withMore(first.join("\n"), more)}`;
  const shown = blocks.length > 1 ? withoutIntroduction(first) : first;
  return `${head} · ${withMore(running(shown, language), more)}`;
}

/** A line of a list, quote, table, heading or code block. */
const IS_NO_TEXT = /^\s*(?:[-*+>|#]+ |\d+[.)] |`{3}|$)/;

/** A text with the link behind its last line where that is running text. */
function withMore(text: string, more: string | undefined): string {
  if (more === undefined) return text;
  const last = text.slice(text.lastIndexOf("\n\n") + 2);
  return last.split("\n").some((line) => IS_NO_TEXT.test(line)) ? `${text}\n\n${more}` : `${text} ${more}`;
}

function inOneLine(bound: BoundNote, options: HoverOptions): string {
  const { title, text } = shownInHover(bound);
  const [first = ""] = linesOf(bound, text.slice(0, 1000), options).filter((line) => /[\p{L}\p{N}]/u.test(line));
  const plain = plainText(inlineOf(first.replace(/^[\s>]*(?:[-*+#|]+|\d+[.)])?\s*/, "")))
    .replaceAll("\u200b", "")
    .trim();
  // A title without a text would only be one more line.
  if (plain === "") return "";
  return `- ${linked(escapeMarkdown(title), linkOf(bound, options))} — ${escapeMarkdown(beginningOf(plain))}`;
}

function beginningOf(text: string): string {
  let columns = 0;
  let shown = "";
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > BEGINNING) return `${shown.trimEnd()}…`;
    shown += character;
  }
  return shown;
}

function correction(bound: BoundNote, said: string, options: HoverOptions): string {
  const { text } = shownInHover(bound);
  const told = correctionsOf(text, said).map((one) => running(linesOf(bound, one, options), options.language));
  return told.length === 0 ? "" : `⚠ **${noteMessages(options.language).today}** ${told.join(" ")}`;
}

function linesOf({ note, file }: BoundNote, text: string, { language }: HoverOptions): readonly string[] {
  const tokens = passageTokens(note, file, text.slice(0, MAX_PARSED));
  return hoverMarkdown(tokens, { uri: file.uri, alert: noteMessages(language).alert });
}

/** A container that is called as its note has its title once more. */
function withoutTitle(lines: readonly string[], title: string): readonly string[] {
  return lines[0] === `**${escapeMarkdown(title)}**` && lines[1] === "" ? lines.slice(2) : lines;
}

/** Lines of a paragraph as one; Japanese has no space between sentences. */
function running(lines: readonly string[], language: NoteLanguage): string {
  return lines.map((line) => line.trim()).join(language === "ja" ? "" : " ");
}

function moreLink(bound: BoundNote, options: HoverOptions): string | undefined {
  const link = (options.commands ? commandLink(bound.note) : undefined) ?? sourceLink(bound.note, bound.file);
  return link === undefined ? undefined : linked(noteMessages(options.language).more, link);
}

/** What opens a note: the user's own in its file, ours in the view. */
function linkOf({ note, file }: BoundNote, { commands }: HoverOptions): string | undefined {
  return sourceLink(note, file) ?? (commands ? commandLink(note) : undefined);
}

function linked(text: string, link: string | undefined): string {
  return link === undefined ? text : `[${text}](${link})`;
}

/** The file at the note's line; `undefined` where the editor has no file to open. */
function sourceLink(note: Note, file: NoteFileContent): string | undefined {
  if (!/^(?:file|vscode-remote|https?):/i.test(file.uri)) return undefined;
  return `${file.uri.replace(/[\s()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}#L${note.line + 1}`;
}

function commandLink(note: Note): string {
  const argument = encodeURIComponent(JSON.stringify([note.id])).replace(/[()]/g, (sign) =>
    sign === "(" ? "%28" : "%29",
  );
  return `command:${OPEN_NOTE_COMMAND}?${argument}`;
}
