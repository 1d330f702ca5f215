import { looksLikeTemplate } from "../../detect.ts";
import type { Diagnostic } from "../../features/diagnostics.ts";
import { parse } from "../../model/reading/parse.ts";
import { childTemplatePaths } from "../../model/references/childTemplates.ts";
import { exportsOf } from "../../model/references/exports.ts";
import type { Documents, OpenTemplate } from "../documents/documents.ts";
import type { TemplateFile } from "../host/host.ts";
import { comparable } from "../host/sameFile.ts";
import { attempt, type Log } from "../turns/guard.ts";
import type { IdleScheduler } from "../turns/idleScheduler.ts";
import type { WorkspaceFiles } from "../workspace/workspaceFiles.ts";
import type { TemplateChecks } from "./templateChecks.ts";
import type { ToldDiagnostics } from "./toldDiagnostics.ts";

interface WorkspaceDiagnosticsParts {
  readonly log: Log;
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  readonly checks: TemplateChecks;
  readonly told: ToldDiagnostics;
  /** Whether diagnostics of templates that are not open are wanted. */
  readonly isWanted: () => boolean;
  readonly spare: IdleScheduler;
}

interface Checked {
  readonly uri: string;
  /** Empty if it has to be checked again. */
  readonly stamp: string;
  /** Whether something was found, or may still be shown. */
  readonly hasFindings: boolean;
  /** Whether the findings may depend on other files. */
  readonly hasLinks: boolean;
}

/** The diagnostics of the workspace's templates that are not open, computed while nothing else is to be done. */
export class WorkspaceDiagnostics {
  readonly #parts: WorkspaceDiagnosticsParts;
  readonly #checked = new Map<string, Checked>();
  #running: Promise<void> | undefined;
  #isOutdated = false;
  #begin: () => void = () => undefined;
  readonly #begun = new Promise<void>((done) => {
    this.#begin = done;
  });

  constructor(parts: WorkspaceDiagnosticsParts) {
    this.#parts = parts;
  }

  /** The URIs of the templates in which something was found. */
  get uris(): readonly string[] {
    return [...this.#checked.values()].filter(({ hasFindings }) => hasFindings).map(({ uri }) => uri);
  }

  /**
   * To be called when files were saved, added or removed: those that changed are checked, and those that depend on
   * others.
   */
  filesChanged(): void {
    for (const [key, checked] of this.#checked) if (checked.hasLinks) this.#forget(key, checked);
    this.#parts.files.changed();
    this.#start();
  }

  /** To be called when all findings may have changed: by the settings, or project files. */
  changed(): void {
    for (const [key, checked] of this.#checked) this.#forget(key, checked);
    this.#parts.files.changed();
    this.#start();
  }

  /** To be called when a document was opened: from now on `DiagnosticsFeed` publishes its diagnostics. */
  opened(uri: string): void {
    const key = comparable(uri);
    const checked = this.#checked.get(key);
    this.#checked.delete(key);
    // A client that takes two spellings for two files would show everything twice.
    if (checked?.hasFindings === true && checked.uri !== uri) void this.#parts.told.tell(checked.uri, []);
  }

  /** Whether the diagnostics of a document that was closed are published here from now on. */
  closed(uri: string): boolean {
    if (!this.#parts.isWanted()) return false;
    this.#checked.set(comparable(uri), { uri, stamp: "", hasFindings: true, hasLinks: false });
    this.#start();
    return true;
  }

  /** Resolves when all is checked that has to be; the first check begins when settings and notes are read. */
  async settled(): Promise<void> {
    await this.#begun;
    while (this.#running !== undefined) await this.#running;
  }

  #forget(key: string, checked: Checked): void {
    this.#checked.set(key, { ...checked, stamp: "" });
  }

  #start(): void {
    this.#isOutdated = true;
    this.#running ??= attempt(this.#parts.log, "workspace diagnostics", undefined, () => this.#run()).finally(() => {
      this.#running = undefined;
    });
    this.#begin();
  }

  async #run(): Promise<void> {
    const { files, isWanted, spare } = this.#parts;
    while (this.#isOutdated) {
      this.#isOutdated = false;
      if (!isWanted()) {
        await this.#withdraw(new Set());
        continue;
      }
      await spare.nextSlice();
      const { files: listed } = await files.list();
      await this.#withdraw(new Set(listed.map(({ uri }) => comparable(uri))));
      for (const file of listed) {
        if (!isWanted()) break;
        await this.#check(file);
      }
    }
  }

  /** Takes back the diagnostics of files that no longer exist. */
  async #withdraw(present: ReadonlySet<string>): Promise<void> {
    for (const [key, { uri, hasFindings }] of this.#checked) {
      if (present.has(key)) continue;
      this.#checked.delete(key);
      if (hasFindings && !this.#isOpen(key)) await this.#parts.told.tell(uri, []);
    }
  }

  async #check(file: TemplateFile): Promise<void> {
    const { spare, told } = this.#parts;
    const key = comparable(file.uri);
    const before = this.#checked.get(key);
    if (this.#isOpen(key) || before?.stamp === file.stamp) return;
    await spare.nextSlice();
    const uri = before?.uri ?? file.uri;
    const open = await this.#read(uri, file);
    const found = open === undefined ? [] : await this.#found(open);
    // It may have been opened meanwhile.
    if (this.#isOpen(key)) return;
    if (open !== undefined && (found.length > 0 || before?.hasFindings === true))
      await told.tell(
        uri,
        found.map((one) => this.#parts.checks.shown(open, one)),
      );
    else if (before?.hasFindings === true) await told.tell(uri, []);
    this.#checked.set(key, {
      uri,
      stamp: file.stamp,
      hasFindings: found.length > 0,
      hasLinks: open !== undefined && looksAtOthers(open),
    });
  }

  async #read(uri: string, file: TemplateFile): Promise<OpenTemplate | undefined> {
    const text = await file.text();
    if (text === undefined || !looksLikeTemplate(text)) return undefined;
    return { document: this.#parts.documents.saved(uri, text), template: parse(text) };
  }

  async #found(open: OpenTemplate): Promise<readonly Diagnostic[]> {
    const steps = await this.#parts.checks.begin(open);
    let found: readonly Diagnostic[] = [];
    if (steps !== undefined) await this.#parts.spare.run(lastInto(steps, (last) => (found = last)));
    return found;
  }

  #isOpen(key: string): boolean {
    return this.#parts.documents.uris.some((uri) => comparable(uri) === key);
  }
}

function* lastInto<Last>(steps: Generator<void, Last>, take: (last: Last) => void): Generator<void> {
  take(yield* steps);
}

function looksAtOthers({ template }: OpenTemplate): boolean {
  return childTemplatePaths(template).length > 0 || exportsOf(template).length > 0;
}
