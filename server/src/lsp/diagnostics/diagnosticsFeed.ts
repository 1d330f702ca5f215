import type { Diagnostic } from "../../features/diagnostics.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import type { DiagnosticsRequest, TemplateChecker } from "../../templateChecker.ts";
import { runToEnd } from "../../text/runToEnd.ts";
import type { Documents, OpenTemplate } from "../documents/documents.ts";
import type { HeldBack } from "../documents/heldBack.ts";
import type { Host } from "../host/host.ts";
import { givenUpDiagnostic, MAX_CHECK_MS, MAX_TURN_MS } from "../turns/givenUp.ts";
import { attempt, type Log } from "../turns/guard.ts";
import type { IdleMonitor } from "../turns/idleMonitor.ts";
import type { TemplateChecks } from "./templateChecks.ts";
import type { ToldDiagnostics } from "./toldDiagnostics.ts";

interface FeedOptions {
  readonly log: Log;
  readonly host: Host;
  readonly documents: Documents;
  /** What finds mistakes; `undefined` until something was checked. */
  readonly checker: () => TemplateChecker | undefined;
  /** Resolves when the settings that the first diagnostics need are known; `undefined` once they are. */
  readonly settingsRead: () => Promise<void> | undefined;
  readonly language: () => NoteLanguage;
  /** The rules' settings; `undefined` while diagnostics are switched off. */
  readonly request: () => DiagnosticsRequest | undefined;
  readonly checks: TemplateChecks;
  readonly told: ToldDiagnostics;
  readonly heldBack: HeldBack;
  readonly activity: IdleMonitor;
  /** Whether another part publishes the diagnostics of a document that was closed. */
  readonly closed: (uri: string) => boolean;
  /** Called after diagnostics were published. */
  readonly published: (uri: string) => void;
  /** Called after the beginning of them was published. */
  readonly begun: () => void;
}

/** The rules run this long before everything that waits gets its turn: what is asked right after an edit waits no longer. */
const SLICE_MS = 0.5;
/** While nobody waits, each slice may be twice as long as the one before, up to this: each switch costs time, too. */
const MAX_SLICE_MS = 32;
/** Once the beginning of a template is checked, nothing must have come in for so long before the rest goes on. */
const REST_MOMENT_MS = 8;
/** Somebody who types nothing for this long has paused: all findings are published then. */
const PAUSE_MS = 800;

/** Publishes the diagnostics of open templates: after each change, as soon as nothing else waits. */
export class DiagnosticsFeed {
  readonly #options: FeedOptions;
  readonly #running = new Map<string, Promise<void>>();
  /** Documents that changed, in their text or otherwise, since their last check began. */
  readonly #outdated = new Set<string>();
  /** Open documents whose diagnostics were published. */
  readonly #shown = new Set<string>();
  /** What was published last, for code actions. */
  readonly #published = new Map<string, { readonly version: number; readonly diagnostics: readonly Diagnostic[] }>();

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** The diagnostics of a document as it is now; none before the first check, as none are shown. */
  now(uri: string): readonly Diagnostic[] {
    const { documents, checker, request } = this.#options;
    const published = this.#published.get(uri);
    if (published !== undefined && published.version === documents.version(uri)) return published.diagnostics;
    const open = documents.get(uri);
    const asked = request();
    if (open === undefined || asked === undefined || documents.givenUp(uri) !== undefined) return [];
    const steps = checker()?.diagnostics(open.template, asked);
    return steps === undefined ? [] : runToEnd(steps);
  }

  /** To be called when a document, or what its diagnostics depend on, changed. */
  changed(uri: string): void {
    this.#published.delete(uri);
    this.#outdated.add(uri);
    if (this.#running.has(uri)) return;
    const running = attempt(this.#options.log, "diagnostics", undefined, () => this.#run(uri));
    this.#running.set(
      uri,
      running.finally(() => this.#running.delete(uri)),
    );
  }

  /** Resolves when the diagnostics of a document are up to date. */
  async settled(uri: string): Promise<void> {
    for (;;) {
      const running = this.#running.get(uri);
      if (running === undefined) return;
      await running;
    }
  }

  /** Checks again until neither the document nor what its diagnostics depend on changes meanwhile. */
  async #run(uri: string): Promise<void> {
    const { log, documents, activity, checks, told, closed } = this.#options;
    await this.#settingsRead(uri);
    for (;;) {
      await activity.yieldToClient();
      this.#outdated.delete(uri);
      const version = documents.version(uri);
      let isPutOff = false;
      const putOff = (): void => {
        isPutOff = true;
      };
      let found = await attempt(log, "diagnostics", [], () => this.#check(uri, putOff));
      if (found === undefined || documents.version(uri) !== version) {
        if (documents.version(uri) === undefined) found = [];
        else continue;
      }
      const open = documents.get(uri);
      if (version !== undefined) this.#published.set(uri, { version, diagnostics: found });
      const diagnostics =
        open === undefined ? [] : this.#toldOf(open, found, isPutOff).map((one) => checks.shown(open, one));
      const tooLong = documents.givenUp(uri);
      if (tooLong !== undefined) diagnostics.push(givenUpDiagnostic(tooLong, this.#options.language()));
      const isClosed = documents.version(uri) === undefined;
      if (isClosed) this.#shown.delete(uri);
      else this.#shown.add(uri);
      if (!isClosed || !closed(uri)) await told.tell(uri, diagnostics, version);
      this.#options.published(uri);
      if (documents.version(uri) === version && !this.#outdated.has(uri)) return;
    }
  }

  /**
   * The findings without those that are held back while somebody types, which are published when they pause.
   *
   * @param isPutOff whether some were not looked for
   */
  #toldOf({ document }: OpenTemplate, found: readonly Diagnostic[], isPutOff: boolean): readonly Diagnostic[] {
    const { told: client, heldBack, documents, host, log } = this.#options;
    // A client that asks gets all findings.
    if (client.isPulled) return found;
    const { uri, version } = document;
    const { told, isHeld } = heldBack.select(uri, document.getText(), found);
    const settle = async (): Promise<void> => {
      await host.sleep(PAUSE_MS);
      if (documents.version(uri) !== version) return;
      heldBack.settle(uri);
      this.changed(uri);
    };
    if (isHeld || isPutOff) void attempt(log, "diagnostics", undefined, settle);
    return told;
  }

  /** Shows what the first check of a large template has found until now, if anything; all of it follows with the rest. */
  #tellBeginning(open: OpenTemplate, found: readonly Diagnostic[]): boolean {
    const { log, checks, told, begun } = this.#options;
    const { uri, version } = open.document;
    const diagnostics = found.map((one) => checks.shown(open, one));
    if (diagnostics.length === 0) return false;
    this.#published.set(uri, { version, diagnostics: found });
    void attempt(log, "diagnostics", undefined, () => told.tell(uri, diagnostics, version));
    begun();
    return true;
  }

  /** Meanwhile the document is parsed, which needs no settings. A request that came with it begins to load what answers it first. */
  async #settingsRead(uri: string): Promise<void> {
    const { log, host, documents, settingsRead } = this.#options;
    const reading = settingsRead();
    if (reading === undefined) return;
    await host.yieldToEventLoop();
    await attempt(log, "parsing", undefined, () => void documents.get(uri));
    await reading;
  }

  /** `undefined` if the document changed meanwhile. */
  async #check(uri: string, putOff: () => void): Promise<readonly Diagnostic[] | undefined> {
    const { documents, host, activity, checks, told, heldBack } = this.#options;
    const open = documents.get(uri);
    if (open === undefined || documents.givenUp(uri) !== undefined) return [];
    // Edits change the document object itself, and its version with it.
    const { version } = open.document;
    let moment = 0;
    const soFar = (found: readonly Diagnostic[]): void => {
      if (this.#tellBeginning(open, found)) moment = REST_MOMENT_MS;
    };
    const isFirst = !told.isPulled && !this.#shown.has(uri);
    const isTyping = !told.isPulled && heldBack.isTyping(uri);
    const steps = await checks.begin(open, undefined, {
      soFar: isFirst ? soFar : undefined,
      putOff: isTyping ? putOff : undefined,
    });
    if (steps === undefined) return [];
    let length = SLICE_MS;
    for (let spent = 0; spent < MAX_CHECK_MS; ) {
      const since = host.now();
      const slice = host.within(
        MAX_TURN_MS,
        () => this.#slice(steps, length),
        () => undefined,
      );
      if (slice === undefined) break;
      if (slice.done === true) return slice.value;
      spent += host.now() - since;
      const before = activity.last;
      await activity.yieldToClient(moment);
      length = activity.last === before ? Math.min(2 * length, MAX_SLICE_MS) : SLICE_MS;
      if (documents.version(uri) !== version) return undefined;
    }
    documents.giveUp(uri, "checking");
    return [];
  }

  /** Runs steps for so many milliseconds; gives the last one. */
  #slice<Result>(steps: Iterator<void, Result>, length: number): IteratorResult<void, Result> {
    const { host } = this.#options;
    const since = host.now();
    let step = steps.next();
    while (step.done !== true && host.now() - since < length) step = steps.next();
    return step;
  }
}
