import MiniSearch from "minisearch";
import { leadLine } from "./lead.ts";
import type { Note, NoteFileContent } from "./note.ts";
import { passageOf } from "./passage.ts";

export interface FoundNote {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** A line of the passage around the first match. */
  readonly excerpt: string;
}

interface Entry {
  readonly note: Note;
  readonly file: NoteFileContent;
}

const MAX_TEXT = 20_000;
const MAX_EXCERPT = 160;

/** Full-text search over the notes that were added. */
export class NoteSearch {
  private readonly entries = new Map<string, Entry>();
  private readonly index = new MiniSearch<{ id: string; title: string; path: string; text: string }>({
    fields: ["title", "path", "text"],
    storeFields: [],
    tokenize: searchTokens,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 4, path: 1.5 },
      combineWith: "AND",
      prefix: (term) => /^[a-z0-9]/.test(term) || term.length === 1,
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    },
  });

  add(file: NoteFileContent): void {
    for (const note of file.notes) {
      if (note.naming === "file" && file.notes.length > 1) continue;
      this.entries.set(note.id, { note, file });
      const text = passageOf(note, file, note.kind === "heading" ? [note.own] : note.passage).slice(0, MAX_TEXT);
      this.index.add({ id: note.id, title: note.title, path: note.path.join(" "), text });
    }
  }

  remove(file: NoteFileContent): void {
    for (const note of file.notes) {
      if (this.entries.get(note.id)?.file !== file) continue;
      this.entries.delete(note.id);
      this.index.discard(note.id);
    }
  }

  /** The notes that hold every word of the query, best first; `[]` for a query without words. */
  search(query: string, limit: number): FoundNote[] {
    const tokens = searchTokens(query);
    if (tokens.length === 0) return [];
    const hits = this.index.search(query).slice(0, limit);
    return hits.flatMap((hit) => {
      const entry = this.entries.get(String(hit.id));
      return entry ? [{ ...entry, excerpt: excerptOf(entry, tokens) }] : [];
    });
  }
}

/** Latin words, and Japanese as pairs of characters; width, case and the kind of kana don't count. */
export function searchTokens(text: string): string[] {
  const folded = fold(text);
  const tokens: string[] = [];
  for (const [run] of folded.matchAll(/[a-z0-9]+|[^\s\p{P}\p{S}a-z0-9]+/gu)) {
    if (/^[a-z0-9]/.test(run)) tokens.push(run);
    else {
      const characters = [...run];
      if (characters.length === 1) tokens.push(run);
      for (let at = 0; at + 1 < characters.length; at++) tokens.push(`${characters[at]}${characters[at + 1]}`);
    }
  }
  return tokens;
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replaceAll("ー", "");
}

function excerptOf({ note, file }: Entry, tokens: readonly string[]): string {
  const lines = passageOf(note, file)
    .split("\n")
    .slice(0, 400)
    .filter((line) => !/^\s*(?:<!--.*-->|:::.*|```.*|-{3,}|\|?[\s:|-]+\|?)?\s*$/.test(line));
  const line = lines.find((candidate) => tokens.some((token) => fold(candidate).includes(token))) ?? lines[0] ?? "";
  const plain = leadLine(line.replace(/^\s*(?:[-*+]|\d+[.)]|#+|>)\s+/, "").replaceAll("|", " "))
    .plain.replace(/\s+/g, " ")
    .trim();
  if (plain.length <= MAX_EXCERPT) return plain;
  const folded = fold(plain);
  const first = Math.max(
    0,
    Math.min(...tokens.map((token) => folded.indexOf(token)).filter((at) => at >= 0), plain.length),
  );
  const start = Math.max(0, Math.min(first - 40, plain.length - MAX_EXCERPT));
  return `${start > 0 ? "…" : ""}${plain.slice(start, start + MAX_EXCERPT)}${start + MAX_EXCERPT < plain.length ? "…" : ""}`;
}
