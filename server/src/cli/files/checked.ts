import type { Diagnostic } from "../../features/diagnostics.ts";
import type { FileProblem } from "../../node/textFile.ts";
import type { Severity } from "../../rules/shared/rule.ts";
import { type LineColumnRange, lineIndex } from "../../text/lineIndex.ts";

/** A diagnostic as people and machines outside an editor read it: lines and columns count from 1. */
export interface CheckedDiagnostic extends LineColumnRange {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly english: string;
  readonly offset: number;
  readonly length: number;
  /** The text of the first line. */
  readonly source: string;
  readonly related: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  /** The fix; a safe one changes nothing but what is certainly wrong, and is applied by `--fix`. */
  readonly fix:
    | {
        readonly title: string;
        readonly safe: boolean;
        readonly edits: readonly (LineColumnRange & { readonly newText: string })[];
      }
    | undefined;
}

export interface FileToCheck {
  readonly file: string;
  /** As it is shown. */
  readonly path: string;
  /** Whether the user named the file itself. */
  readonly named?: boolean;
}

/** The result for one file. */
export interface CheckedFile {
  /** As it is shown: relative to the working directory, with `/`. */
  readonly path: string;
  /** In the text after the fixes. */
  readonly diagnostics: readonly CheckedDiagnostic[];
  readonly fixed?: FixedText;
  /** Whether it holds notes, not a template. */
  readonly isNotes?: true;
  /** The number of findings in the baseline. */
  readonly known?: number;
  /** Templates that it nests and that can't be read: what is said to them was not checked. */
  readonly unread?: readonly UncheckedFile[];
}

/** A text before and after all safe fixes. */
export interface FixedText {
  readonly before: string;
  readonly after: string;
  readonly fixes: number;
  /** In the text before: what is found if it can't be written. */
  readonly unfixed: readonly CheckedDiagnostic[];
}

/** Why a file was not checked. */
export type CheckProblem = FileProblem | "takes-too-long" | "name-not-utf-8";

/** A file that was to be checked and can't be. */
export interface UncheckedFile {
  readonly path: string;
  readonly problem: CheckProblem;
}

export function checkedFile(path: string, text: string, diagnostics: readonly Diagnostic[]): CheckedFile {
  const lines = lineIndex(text);
  return {
    path,
    diagnostics: diagnostics.map(({ code, severity, message, english, span, related, fix }) => {
      const range = lines.range(span);
      return {
        code,
        severity,
        message,
        english,
        ...range,
        offset: span.start,
        length: span.end - span.start,
        source: lines.line(range.line),
        related: related.map((one) => ({ ...lines.at(one.span.start), message: one.message })),
        fix: fix && {
          title: fix.title,
          safe: fix.safe,
          edits: fix.edits.map((edit) => ({ ...lines.range(edit), newText: edit.newText })),
        },
      };
    }),
  };
}

/** `hint` is advice like `info`, only quieter in an editor. */
export function level(severity: Severity): "error" | "warning" | "info" {
  return severity === "hint" ? "info" : severity;
}

const RANKS = { error: 3, warning: 2, info: 1 } as const;

/** Whether something is at least as bad as `threshold`. */
export function reaches(severity: Severity, threshold: "error" | "warning" | "info"): boolean {
  return RANKS[level(severity)] >= RANKS[threshold];
}
