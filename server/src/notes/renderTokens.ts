import type { MarkdownIt, Token } from "markdown-it";
import { zennMarkdown } from "./markdown.ts";
import type { Note, NoteFileContent } from "./note.ts";
import { passageOf } from "./passage.ts";

/** Longer passages are cut before they are parsed. */
const MAX_SOURCE = 200_000;
const MAX_FOOTNOTES = 50;

/** What of a note's file its passage may refer to. */
export interface PassageEnv {
  readonly references: Readonly<Record<string, { readonly href: string; readonly title: string }>>;
  /** Keeps footnotes of several notes on one page apart. */
  readonly docId: string;
}

let shared: MarkdownIt | undefined;

/** The parser for passages; every link is kept, for the renderers to judge. */
export function passageMarkdown(): MarkdownIt {
  if (shared) return shared;
  const md = zennMarkdown({ linkify: true });
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  md.validateLink = () => true;
  shared = md;
  return md;
}

/** A passage with the footnotes that it refers to, ready to be parsed. */
export function passageSource(passage: string, file: NoteFileContent): string {
  const text = passage.slice(0, MAX_SOURCE);
  const labels = new Set([...text.matchAll(/\[\^([^\s\]]+)\]/g)].map(([, label = ""]) => label));
  const definitions = [...labels].slice(0, MAX_FOOTNOTES).flatMap((label) => {
    const range = file.footnotes.get(label);
    return range && !text.includes(`[^${label}]:`) ? [file.lines.slice(range.start, range.end).join("\n")] : [];
  });
  return definitions.length === 0 ? text : `${text}\n\n${definitions.join("\n\n")}\n`;
}

export function passageEnv(note: Note, file: NoteFileContent): PassageEnv {
  return { references: Object.fromEntries(file.references), docId: String(note.line) };
}

/** The tokens of a passage. */
export function passageTokens(note: Note, file: NoteFileContent, passage: string = passageOf(note, file)): Token[] {
  return passageMarkdown().parse(passageSource(passage, file), { ...passageEnv(note, file) });
}
