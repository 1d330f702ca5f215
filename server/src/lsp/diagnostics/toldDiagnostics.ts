import type { Connection, Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";

interface Told {
  readonly resultId: string;
  readonly diagnostics: Diagnostic[];
  readonly version: number | undefined;
}

/** Publishes diagnostics to a client that takes them unasked, or keeps them for one that only pulls. Never both. */
export class ToldDiagnostics {
  readonly #connection: Connection;
  /** `undefined` if they are published. */
  readonly #kept: Map<string, Told> | undefined;
  #results = 0;

  constructor(connection: Connection, isPulled: boolean) {
    this.#connection = connection;
    this.#kept = isPulled ? new Map() : undefined;
  }

  get isPulled(): boolean {
    return this.#kept !== undefined;
  }

  /** @param version that of an open document */
  async tell(uri: string, diagnostics: Diagnostic[], version?: number): Promise<void> {
    if (this.#kept === undefined) {
      await this.#connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
      return;
    }
    const before = this.#kept.get(uri);
    const isSame = before !== undefined && JSON.stringify(before.diagnostics) === JSON.stringify(diagnostics);
    const resultId = isSame ? before.resultId : String(++this.#results);
    this.#kept.set(uri, { resultId, diagnostics, version });
  }

  /** @param previous the id of the last report that the client had */
  report(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const told = this.#kept?.get(uri);
    if (told === undefined) return { kind: "full", items: [] };
    const { resultId, diagnostics } = told;
    return resultId === previous ? { kind: "unchanged", resultId } : { kind: "full", resultId, items: diagnostics };
  }

  versionOf(uri: string): number | null {
    return this.#kept?.get(uri)?.version ?? null;
  }
}
