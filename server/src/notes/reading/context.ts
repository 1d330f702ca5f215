import { lazy } from "../../text/lazy.ts";
import { type SearchedText, searchedText } from "../words/names.ts";
import type { Services } from "../words/services.ts";
import { inlineOf } from "./blocks.ts";
import { plainText } from "./lead.ts";
import type { Note, NoteFileContent } from "./note.ts";
import { linesOf } from "./passage.ts";
import { type Term, WHOLE_TITLE } from "./terms.ts";

/** A title or text around a term, and the services that it names, by their namespaces. */
export interface Level extends SearchedText {
  readonly services: ReadonlySet<string>;
  /** Whether its file mentions CloudFormation. */
  readonly isInTemplateNotes: boolean;
  /** Whether its file mentions AWS, or is short; computed when first asked. */
  readonly isInAwsNotes: () => boolean;
}

const NONE: ReadonlySet<string> = new Set();
/** Longer ones are sentences that introduce a list. */
const MAX_TITLE = 50;
const MAX_GIST = 300;
/** Words that only notes on templates have. */
const OF_TEMPLATES =
  /CloudFormation|AWSTemplateFormatVersion|\bFn::[A-Z]|!(?:Ref|Sub|GetAtt|Join|FindInMap)\b|\bcfn-[a-z]/;

/** A file this long that is on AWS would mention it. */
const MIN_LINES_ON_AWS = 40;
const OF_AWS = /\bAWS\b|\bAmazon\b/;

/** The levels around the terms of a note. */
interface TermLevels {
  readonly note: Note;
  /** Around those in its title. */
  readonly ofTitle: readonly Level[];
  /** Around those that its text emphasises. */
  readonly ofText: readonly Level[];
  readonly withGist: (levels: readonly Level[]) => readonly Level[];
}

/** The surroundings of a file's terms. */
export class FileContext {
  private readonly file: NoteFileContent;
  private readonly services: Services;
  private readonly levels = new Map<string, Level>();
  /** Terms are asked about note by note. */
  private latest: TermLevels | undefined;
  private readonly isOnTemplates: () => boolean;
  private readonly isOnAws: () => boolean;

  constructor(file: NoteFileContent, services: Services) {
    this.file = file;
    this.services = services;
    this.isOnTemplates = lazy(() => file.lines.some((line) => OF_TEMPLATES.test(line)));
    this.isOnAws = lazy(
      () =>
        file.lines.length < MIN_LINES_ON_AWS ||
        file.lines.some((line) => OF_AWS.test(line)) ||
        file.lines.some((line) => services.mentioned(line).size > 0),
    );
  }

  /** The surroundings of a term, the nearest first: its own title, then those above it. */
  around(term: Term, note: Note): readonly Level[] {
    if (this.latest?.note !== note) this.latest = this.levelsIn(note);
    const { ofTitle, ofText, withGist } = this.latest;
    const levels = term.strength > 1 ? ofTitle : ofText;
    if (levels.some(({ services }) => services.size > 0)) return levels;
    // A sentence that begins with an everyday word does not count: `Projection is …`.
    if (/^(?:[A-Z]?[a-z]+|[A-Z]{2,}s)$/.test(term.name) && (note.kind === "item" || term.strength < WHOLE_TITLE))
      return levels;
    // If no title tells the service, the beginning of the text may.
    return withGist(levels);
  }

  private levelsIn(note: Note): TermLevels {
    const above = note.context.map((text) => this.level(text));
    const gist = lazy(() => {
      const text = this.gist(note);
      return this.services.isOnMany(text) ? [] : [this.level(text)];
    });
    return {
      note,
      ofTitle: [this.level(note.title), ...above],
      ofText: [this.level(""), ...above],
      withGist: (levels) => (gist().length === 0 ? levels : [...levels, ...gist()]),
    };
  }

  /** The first sentence below a heading; `""` if its text begins with something else. */
  firstSentence({ own }: Note): string {
    const lines = linesOf(own, this.file, 4);
    // A list, a link or code is no sentence.
    if (/^\s*(?:[-*+>|#<!]|`{3}|~{3}|\d+[.)]|\[|・)/u.test(lines.find((line) => line.trim() !== "") ?? "")) return "";
    const text = lines.slice(0, lines.findIndex((line, index) => index > 0 && line.trim() === "") >>> 0).join(" ");
    return (/^[^。]*[。]?/.exec(plainText(inlineOf(text.slice(0, MAX_GIST))))?.[0] ?? "").trim();
  }

  /** The services of the nearest title above a note that names any; none if no title does. */
  servicesAbove(note: Note): ReadonlySet<string> {
    const titles = note.context.filter((text) => text.length <= MAX_TITLE);
    return titles.map((text) => this.level(text).services).find((services) => services.size > 0) ?? NONE;
  }

  /** The services of the nearest title above a note, its own one among them, that names any; none if no title does. */
  servicesAt(note: Note): ReadonlySet<string> {
    const own = note.kind === "heading" ? this.level(note.title).services : NONE;
    return own.size > 0 ? own : this.servicesAbove(note);
  }

  private gist({ own }: Note): string {
    const lines = linesOf(own, this.file, 4);
    return lines
      .map((line) => line.slice(0, MAX_GIST))
      .join(" ")
      .slice(0, MAX_GIST);
  }

  private level(text: string): Level {
    let level = this.levels.get(text);
    if (!level) {
      const services = this.services.mentioned(text);
      level = {
        ...searchedText(text),
        services,
        isInTemplateNotes: this.isOnTemplates(),
        isInAwsNotes: this.isOnAws,
      };
      this.levels.set(text, level);
    }
    return level;
  }
}
