import { currentCode } from "../../rules/engine/formerCodes.ts";

/** A file with what was found in it. */
interface Found<Diagnostic> {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Named {
  readonly code: string;
  /** The message in English, so that a baseline holds in every language. */
  readonly english: string;
}

/** The number of earlier findings by file, code and message; lines move too easily to count. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The baseline that passes over everything in `files`. */
export function baselineOf(files: readonly Found<Named>[]): Baseline {
  return Object.fromEntries(
    files
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ path, diagnostics }): [string, Record<string, number>] => {
        const counts: Record<string, number> = {};
        for (const { code, english } of diagnostics) {
          const key = `${code}: ${english}`;
          counts[key] = (counts[key] ?? 0) + 1;
        }
        return [path, counts];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Those of a file's diagnostics that are not in the baseline, and how many are. */
export function beyondBaseline<Diagnostic extends Named, File extends Found<Diagnostic>>(
  file: File & Found<Diagnostic>,
  baseline: Baseline,
): File & Found<Diagnostic> & { readonly known: number } {
  const left = { ...baseline[file.path] };
  const diagnostics = file.diagnostics.filter(({ code, english }) => {
    const key = `${code}: ${english}`;
    const count = left[key] ?? 0;
    if (count > 0) left[key] = count - 1;
    return count === 0;
  });
  return { ...file, diagnostics, known: file.diagnostics.length - diagnostics.length };
}

/** Reads a baseline; `undefined` if the text is none. */
export function readBaseline(text: string): Baseline | undefined {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== "object" || content === null) return undefined;
    return Object.fromEntries(
      Object.entries(content as Baseline).map(([path, counts]) => [path, withCurrentCodes(counts)]),
    );
  } catch {
    return undefined;
  }
}

/** The findings of a file, whose keys begin with a code that may have another name today. */
function withCurrentCodes(counts: Baseline[string] | null): Baseline[string] {
  const current: Record<string, number> = {};
  for (const [key, count] of Object.entries(counts ?? {})) {
    const behind = key.indexOf(": ");
    const today = behind < 0 ? key : currentCode(key.slice(0, behind)) + key.slice(behind);
    current[today] = (current[today] ?? 0) + count;
  }
  return current;
}
