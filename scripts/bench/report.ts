// What a benchmark run says, as it is written to its file.

/** Figures by the key of their metric: milliseconds, megabytes or a ratio. A figure that a server can't give is missing. */
export type Figures = Readonly<Record<string, number>>;

export interface TemplateFigures {
  /** Such as `500 yaml`. */
  readonly name: string;
  readonly resources: number;
  readonly format: "yaml" | "json";
  readonly lines: number;
  readonly bytes: number;
  /** Milliseconds of parsing the text with `yaml`. */
  readonly parse: number;
  /** By the name of the server. */
  readonly servers: Readonly<Record<string, Figures>>;
}

export interface CheckFigures {
  readonly files: number;
  readonly threads: number;
  /** Seconds of the command `check`, all rules on. */
  readonly check: number;
  /** Seconds of parsing the same files with `yaml` on as many threads. */
  readonly parse: number;
}

/** Of reading notes and binding them to places, in milliseconds. */
export interface NoteIndexFigures {
  readonly notes: number;
  /** All of them, cold, and parsing their Markdown with markdown-it, as cold. */
  readonly first: number;
  readonly parse: number;
  /** After one of the files has changed, 95th percentile. */
  readonly changed: number;
}

export interface SearchFigures {
  readonly notes: number;
  /** Milliseconds of the first search, which reads the notes and makes the index. */
  readonly first: number;
  /** Milliseconds of a search behind one letter. */
  readonly median: number;
  readonly p95: number;
  /** Milliseconds of looking for such a word in each of the texts, median. */
  readonly pass: number;
}

/** Of hovers in a template, 95th percentile in milliseconds. */
export interface HoverFigures {
  readonly notes: number;
  /** Beside own notes on its services, and without them. */
  readonly beside: number;
  readonly alone: number;
}

/** Of the extension's activation in a window without a template. */
export interface ActivationFigures {
  readonly milliseconds: number;
  /** Megabytes of V8's heap before and after it. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

/** Of documents that are opened, checked and closed one after the other. */
export interface DocumentsFigures {
  readonly documents: number;
  /** Milliseconds for each. */
  readonly each: number;
  /** Megabytes of the process before and after them. */
  readonly memoryBefore: number;
  readonly memoryAfter: number;
}

/** What one round measured. */
export interface Round {
  /** Milliseconds of a Node process that does nothing. */
  readonly emptyNode: number;
  readonly templates: readonly TemplateFigures[];
  readonly check: CheckFigures;
  readonly search: SearchFigures;
  readonly hovers: HoverFigures;
  readonly noteIndex: NoteIndexFigures;
  /** The same, where every fourth note is called as something of the author's own. */
  readonly ownNotes: NoteIndexFigures;
  readonly activation: ActivationFigures;
  readonly documents: DocumentsFigures;
  /** The same with the echo server. */
  readonly echoDocuments: DocumentsFigures;
}

/** How something grows: what it takes for each size. */
export interface Growth {
  readonly label: string;
  readonly unit: string;
  readonly values: readonly { readonly size: number; readonly value: number }[];
}

/** A ratio that is not to be above a limit: the median of the rounds, the least and the most. */
export interface Goal {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly limit: number;
  readonly met: boolean;
}

export interface Report {
  readonly date: string;
  readonly machine: { readonly node: string; readonly cpus: number; readonly model: string; readonly load: number };
  readonly rounds: readonly Round[];
  /** The medians of the rounds. */
  readonly templates: readonly TemplateFigures[];
  readonly goals: readonly Goal[];
  readonly growth: readonly Growth[];
}
