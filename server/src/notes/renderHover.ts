import { OPEN_NOTE_COMMAND } from "../protocol.ts";
import type { BoundNote } from "./bind.ts";
import { escapeMarkdown } from "./hoverInline.ts";
import { hoverMarkdown } from "./hoverMarkdown.ts";
import { type NoteMessages, noteMessages } from "./messages.ts";
import { isWithin, type Note, type NoteFileContent, type NoteLanguage } from "./note.ts";
import { passageOf, shownPassage } from "./passage.ts";
import { passageTokens } from "./renderTokens.ts";

export interface HoverOptions {
  readonly language: NoteLanguage;
  /** Whether the editor runs our command that opens a note in the sidebar; else links lead to files. */
  readonly commands: boolean;
}

/** Characters and lines of the first note's text; the rest is behind a link. */
const MAX_TEXT = 1600;
const MAX_LINES = 40;
const MAX_OTHERS = 5;
/** What is parsed of a passage that is cut anyway. */
const MAX_PARSED = 12_000;

/** The Markdown of a hover: the first note with its path, text and links, the others in one line each. */
export function renderHover(notes: readonly BoundNote[], options: HoverOptions): string {
  const [first, ...others] = notes;
  if (!first) return "";
  const { note } = first;
  const more = others.filter((other) => !isWithin(other.note, note)).slice(0, MAX_OTHERS);
  const text = noteText(first, options);
  return more.length === 0 ? text : `${text}\n\n${otherNotes(more, noteMessages(options.language), options)}`;
}

/** A note's text as it was rendered last. */
const rendered = new WeakMap<Note, HoverOptions & { readonly text: string }>();

/** A note with its path, text and links. */
function noteText({ note, file }: BoundNote, options: HoverOptions): string {
  const { language, commands } = options;
  const known = rendered.get(note);
  if (known?.language === language && known.commands === commands) return known.text;
  const messages = noteMessages(language);
  const whole = shownPassage(note, file, MAX_TEXT);
  const tokens = passageTokens(note, file, whole.slice(0, MAX_PARSED));
  const lines = hoverMarkdown(tokens, { uri: file.uri, alert: messages.alert });
  const shown = cut(lines);
  const isCut =
    whole.length < passageOf(note, file).length ||
    shown.length < lines.length ||
    shown.at(-1)?.endsWith("…") === true ||
    whole.length > MAX_PARSED;
  const parts = [heading(note), shown.join("\n").trimEnd(), linksOf(note, file, isCut, messages, options)];
  const text = parts.filter((part) => part !== "").join("\n\n");
  rendered.set(note, { language, commands, text });
  return text;
}

function heading(note: Note): string {
  const path = pathOf(note);
  return `**${escapeMarkdown(note.title)}**${path === "" ? "" : `  \n${path}`}`;
}

function pathOf(note: Note): string {
  return note.path.map((title) => escapeMarkdown(title)).join(" › ");
}

function linksOf(
  note: Note,
  file: NoteFileContent,
  isCut: boolean,
  messages: NoteMessages,
  options: HoverOptions,
): string {
  const source = sourceLink(note, file);
  const command = options.commands ? commandLink(note) : undefined;
  const more = isCut ? (command ?? source) : undefined;
  const open = source ?? command;
  return [
    more === undefined ? "" : `[${messages.more}](${more})`,
    open === undefined ? "" : `[${messages.openNote}](${open})`,
  ]
    .filter((link) => link !== "")
    .join(" · ");
}

/** A note's title as a link to it; only the title where there is nothing to open. */
export function noteLink({ note, file }: BoundNote, { commands }: HoverOptions): string {
  const link = (commands ? commandLink(note) : undefined) ?? sourceLink(note, file);
  const title = escapeMarkdown(note.title);
  return link === undefined ? title : `[${title}](${link})`;
}

function otherNotes(notes: readonly BoundNote[], messages: NoteMessages, options: HoverOptions): string {
  const lines = notes.map((bound) => {
    const path = pathOf(bound.note);
    return `- ${noteLink(bound, options)}${path === "" ? "" : ` — ${path}`}`;
  });
  return [`${messages.otherNotes}:`, "", ...lines].join("\n");
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

/** As many whole lines as fit; an open code block is closed. */
function cut(lines: readonly string[]): readonly string[] {
  let length = 0;
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    length += line.length + 1;
    if (length > MAX_TEXT || index >= MAX_LINES) {
      const kept = lines.slice(0, index);
      if (index === 0) return [`${line.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, "")}…`];
      return fence === undefined ? kept : [...kept, fence];
    }
    const [sign, quote, ticks] = /^([\s>]*)(`{3,})/.exec(line) ?? [];
    if (sign === undefined || ticks === undefined) continue;
    fence = fence === undefined ? `${quote}${ticks}` : undefined;
  }
  return lines;
}
