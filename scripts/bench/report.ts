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

/** Of reading 2,000 notes and binding them to places. */
export interface NoteIndexFigures {
  /** Milliseconds for all of them, cold. */
  readonly first: number;
  /** Milliseconds after one of a hundred files has changed, 95th percentile. */
  readonly changed: number;
}

export interface SearchFigures {
  readonly notes: number;
  /** Milliseconds of the first search, which reads the notes and makes the index. */
  readonly first: number;
  /** Milliseconds of a search behind one letter. */
  readonly median: number;
  readonly p95: number;
}

export interface Goal {
  readonly label: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly met: boolean;
}

export interface Report {
  readonly date: string;
  readonly machine: { readonly node: string; readonly cpus: number; readonly model: string; readonly load: number };
  readonly runs: number;
  /** Milliseconds of a Node process that does nothing. */
  readonly emptyNode: number;
  readonly templates: readonly TemplateFigures[];
  readonly check: CheckFigures | undefined;
  readonly search: SearchFigures | undefined;
  readonly noteIndex: NoteIndexFigures | undefined;
  readonly goals: readonly Goal[];
}
