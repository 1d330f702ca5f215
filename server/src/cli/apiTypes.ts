/** Lines and columns count from 1, columns in UTF-16 units. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding in a template. */
export interface Finding extends Range {
  readonly severity: "error" | "warning" | "info" | "hint";
  /** `cfn-notes explain CODE` says what it means. */
  readonly code: string;
  readonly message: string;
  /** The fix; a safe one changes nothing but what is certainly wrong. */
  readonly fix: { readonly title: string; readonly safe: boolean; readonly edits: readonly Edit[] } | null;
}

/** `newText` takes the place of what is there; edits of one fix belong together. */
export interface Edit extends Range {
  readonly newText: string;
}

export interface CheckRequest {
  /** Of the messages; English by default. */
  readonly language?: "en" | "ja";
  /** Severities by code, as in `.cfn-notes.yaml`, which is not read here. */
  readonly rules?: Readonly<Record<string, "off" | "hint" | "info" | "warning" | "error">>;
}

export interface HoverRequest {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** English by default. */
  readonly language?: "en" | "ja";
  /** Folders with notes: absolute, from `~`, or relative to the working directory. */
  readonly notes?: readonly string[];
  /** Whether the built-in notes show, too; they do by default. */
  readonly builtIn?: boolean;
}
