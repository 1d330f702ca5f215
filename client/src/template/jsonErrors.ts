/** Of a diagnostic. */
interface Told {
  readonly code?: unknown;
  readonly severity: number;
}

/** `DiagnosticSeverity.Error`. */
const ERROR = 0;

/** What an editor's own JSON support reports in any file, in its words. */
const IN_ANY_JSON: ReadonlySet<unknown> = new Set(["syntax", "duplicate-key"]);

/** The diagnostics of a file without those that the editor's JSON support has, too: it would say each mistake twice. */
export function withoutJsonErrors<One extends Told>(diagnostics: readonly One[]): One[] {
  return diagnostics.filter(({ code, severity }) => severity !== ERROR || !IN_ANY_JSON.has(codeName(code)));
}

/** A code that links to its page is an object. */
function codeName(code: unknown): unknown {
  return typeof code === "object" && code !== null && "value" in code ? code.value : code;
}
