import type { Connection, Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { type Diagnostic, lastOf } from "../features/diagnostics.ts";
import type { DiagnosticsRequest, LanguageService } from "../languageService.ts";
import { exportsOf } from "../model/exports.ts";
import type { ChildTemplates } from "./childTemplates.ts";
import { type Documents, type OpenTemplate, rangeOf } from "./documents.ts";
import { attempt } from "./guard.ts";
import type { Host } from "./host.ts";
import type { DocumentProject, Projects } from "./projects.ts";
import type { Quiet } from "./quiet.ts";
import type { WorkspaceExports } from "./workspaceExports.ts";

interface FeedOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: Documents;
  readonly service: LanguageService;
  /** Resolves when the settings are known that the first diagnostics are made with; `undefined` once they are. */
  readonly settingsRead: () => Promise<void> | undefined;
  /** What the rules are to be run with; `undefined` while diagnostics are switched off. */
  readonly request: () => DiagnosticsRequest | undefined;
  readonly projects: Projects;
  readonly children: ChildTemplates;
  readonly exports: WorkspaceExports;
  readonly quiet: Quiet;
  /** Where the note on a topic can be read. */
  readonly noteLink: (topic: string) => string | undefined;
  /** Called after diagnostics were published. */
  readonly published: (uri: string) => void;
}

/** So long the rules run before everything that waits gets its turn, in milliseconds. */
const SLICE = 2;

/** Publishes the diagnostics of open templates: after each change, as soon as nothing else waits. */
export class DiagnosticsFeed {
  readonly #options: FeedOptions;
  readonly #running = new Set<string>();
  /** What changed, in its text or otherwise, since its last check began. */
  readonly #outdated = new Set<string>();
  /** What was published last, for code actions. */
  readonly #published = new Map<string, { readonly version: number; readonly diagnostics: readonly Diagnostic[] }>();

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** The diagnostics of a document as it is now. */
  now(uri: string): readonly Diagnostic[] {
    const { documents, service, request } = this.#options;
    const published = this.#published.get(uri);
    if (published !== undefined && published.version === documents.version(uri)) return published.diagnostics;
    const open = documents.get(uri);
    const asked = request();
    if (open === undefined || asked === undefined) return [];
    return lastOf(service.diagnostics(open.template, asked));
  }

  /** Tells the feed that a document, or what its diagnostics depend on, changed. */
  changed(uri: string): void {
    this.#published.delete(uri);
    this.#outdated.add(uri);
    if (this.#running.has(uri)) return;
    this.#running.add(uri);
    const { console } = this.#options.connection;
    void attempt(console, "diagnostics", undefined, () => this.#run(uri)).finally(() => this.#running.delete(uri));
  }

  /** Runs until neither the document changes any more nor what its diagnostics depend on. */
  async #run(uri: string): Promise<void> {
    const { connection, documents, quiet } = this.#options;
    await this.#settingsRead(uri);
    for (;;) {
      await quiet.wait();
      this.#outdated.delete(uri);
      const version = documents.version(uri);
      let found = await attempt(connection.console, "diagnostics", [], () => this.#check(uri));
      if (found === undefined || documents.version(uri) !== version) {
        if (documents.version(uri) === undefined) found = [];
        else continue;
      }
      const open = documents.get(uri);
      if (version !== undefined) this.#published.set(uri, { version, diagnostics: found });
      const diagnostics = open === undefined ? [] : found.map((one) => this.#shown(open, one));
      await connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
      this.#options.published(uri);
      if (documents.version(uri) === version && !this.#outdated.has(uri)) return;
    }
  }

  /** Meanwhile the document is parsed, which needs no settings. */
  async #settingsRead(uri: string): Promise<void> {
    const { connection, documents, settingsRead } = this.#options;
    const reading = settingsRead();
    if (reading === undefined) return;
    await attempt(connection.console, "parsing", undefined, () => void documents.get(uri));
    await reading;
  }

  /** `undefined` where the document changed meanwhile. */
  async #check(uri: string): Promise<readonly Diagnostic[] | undefined> {
    const { documents, host, quiet, service, request } = this.#options;
    const project = await this.#options.projects.of(uri);
    const open = documents.get(uri);
    const own = request();
    if (open === undefined || own === undefined || project?.isIgnored === true || GENERATED.test(uri)) return [];
    // The document itself is changed by edits, and its version with it.
    const { version } = open.document;
    const children = await this.#options.children.outlines(uri, open.template);
    const exportedElsewhere = await this.#exportedElsewhere(open);
    const asked = { ...(project === undefined ? own : withProject(own, project)), children, exportedElsewhere };
    const steps = service.diagnostics(open.template, asked);
    let since = host.now();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return project === undefined ? step.value : project.beyondBaseline(step.value);
      if (host.now() - since < SLICE) continue;
      await quiet.wait();
      if (documents.version(uri) !== version) return undefined;
      since = host.now();
    }
  }

  /** Other templates are only looked at for a template that exports a name as it stands. */
  async #exportedElsewhere({ document, template }: OpenTemplate): Promise<ReadonlyMap<string, string>> {
    if (!exportsOf(template).some(({ name }) => !name.includes("${"))) return new Map();
    const others = await this.#options.exports.besides(document.uri);
    return new Map(others.map(({ name, from }) => [name, from]));
  }

  #shown({ document }: OpenTemplate, diagnostic: Diagnostic): LspDiagnostic {
    const { span, code, severity, message, topic, related, tag } = diagnostic;
    const href =
      (topic === undefined ? undefined : this.#options.noteLink(topic)) ?? this.#options.host.ruleLink?.(code);
    return {
      range: rangeOf(document, span),
      severity: SEVERITIES[severity],
      source: "cfn-notes",
      code,
      message,
      ...(href !== undefined && { codeDescription: { href } }),
      ...(tag !== undefined && { tags: [tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary] }),
      ...(related.length > 0 && {
        relatedInformation: related.map((other) => ({
          location: { uri: document.uri, range: rangeOf(document, other.span) },
          message: other.message,
        })),
      }),
    };
  }
}

/** What the CDK and SAM make is made anew: nobody mends it there. */
const GENERATED = /\/(?:cdk\.out|\.aws-sam)\//;

/** What the project says counts more than what the user likes: so that editor and CI agree. */
export function withProject(request: DiagnosticsRequest, { settings }: DocumentProject): DiagnosticsRequest {
  return {
    ...request,
    severities: new Map([...request.severities, ...settings.severities]),
    ignored: [...(request.ignored ?? []), ...settings.ignored],
  };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
