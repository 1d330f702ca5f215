import type { CancellationToken } from "vscode-languageserver";
import { hoverService } from "../hoverService.ts";
import { OPEN_NOTE_COMMAND, SHOW_NOTE_USES_COMMAND } from "../protocol/notes.ts";
import { SHOW_SEQUENCE_COMMAND } from "../protocol/template.ts";
import { BIND_NOTE_COMMAND } from "../protocol/writing.ts";
import type { OpenTemplate } from "./documents/documents.ts";
import { hasCommand } from "./host/clientFeatures.ts";
import { allRequests } from "./requests/allRequests.ts";
import type { HoverContext, PositionParams } from "./requests/request.ts";
import type { Handlers } from "./requests/requestTable.ts";
import { SessionNotes } from "./sessionNotes.ts";
import type { SessionParts } from "./sessionParts.ts";
import type { SessionState } from "./sessionState.ts";
import { guard } from "./turns/guard.ts";
import { IdleScheduler } from "./turns/idleScheduler.ts";
import { warmUp } from "./warmUp.ts";
import { NeighbourFiles } from "./workspace/neighbourFiles.ts";
import { asksForImport, imports, type WorkspaceExport } from "./workspace/workspaceExports.ts";
import { WorkspaceSymbols } from "./workspace/workspaceSymbols.ts";

/** What a session has before anything is asked. */
interface AnswersParts extends SessionState, SessionParts {
  /** Called when diagnostics may link to other notes. */
  readonly notesChanged: () => void;
}

/** All that is asked of a session, and the notes that it is answered from. */
export interface Answers {
  readonly notes: SessionNotes;
  readonly requests: Handlers;
  /** Called when files changed from which something may have been read. */
  filesChanged(): void;
  /** Reads in the background what the first questions on a template need. */
  warmUp(open: OpenTemplate): Promise<void>;
}

/** Makes the answers. Their module brings most of the server's code, and is loaded after the first check (see `Session`). */
export function createAnswers(parts: AnswersParts): Answers {
  const { connection, host, parameters, documents, files, exports, activity, client } = parts;
  const service = hoverService(parts.knowledge);
  const { initializationOptions } = parameters;
  const commands = hasCommand(initializationOptions, OPEN_NOTE_COMMAND);
  const inSteps = (steps: Iterable<void>): Promise<void> => new IdleScheduler({ activity, host, idle: 0 }).run(steps);
  const resultInSteps = async <Result>(steps: Generator<void, Result>): Promise<Result> => {
    const outcome: Result[] = [];
    const captured = function* (): Generator<void> {
      outcome.push(yield* steps);
    };
    await inSteps(captured());
    return outcome[0] as Result;
  };
  const workspaceSymbols = new WorkspaceSymbols(parts);
  const notes = new SessionNotes({
    ...parts,
    symbols: workspaceSymbols,
    index: service.notes,
    commands,
    binds: hasCommand(initializationOptions, BIND_NOTE_COMMAND),
    inSteps,
    changed: parts.notesChanged,
  });
  const neighbours = new NeighbourFiles({ host, folders: () => client.folders() });
  const context: HoverContext = {
    ...parts,
    service,
    store: notes.store,
    noteFiles: notes.files,
    files: neighbours,
    commands,
    sequences: hasCommand(initializationOptions, SHOW_SEQUENCE_COMMAND),
    showsUses: hasCommand(initializationOptions, SHOW_NOTE_USES_COMMAND),
    today: () => host.today(),
    workspaceSymbols,
    diagnosticsOf: (uri) => parts.feed.now(uri),
    exportsAt,
    exportsFor,
    uriOf: (path) => host.uriOf(path),
    ruleText: (code, language) => host.ruleText?.(code, language),
    within: host.within,
    yieldToEventLoop: () => host.yieldToEventLoop(),
    inSteps: (steps, token) => inSteps(untilCancelled(steps, token)),
    resultInSteps,
    usedIn: async (id, everywhere) => {
      const { usedIn } = await import("./views/usedIn.ts");
      return usedIn(id, everywhere, {
        notes: service.notes,
        documents,
        files,
        host,
        inSteps: resultInSteps,
        exportsFor,
      });
    },
    guarded: (name, nothing, handle, needed = "settings", isEnough = () => false) =>
      guard({
        log: connection.console,
        name,
        nothing,
        handle,
        wait: (asked) => notes.reading.readyFor(needed, () => isEnough(asked)),
        within: host.within,
      }),
  };
  const requests = allRequests(context);
  return {
    notes,
    requests,
    filesChanged: () => {
      neighbours.forget();
      notes.filesChanged();
    },
    warmUp: (open) =>
      warmUp({
        open,
        notes: service.notes,
        requests,
        activity,
        host,
        last: () => notes.findSentences(shownAgain(open)),
      }),
  };

  function* shownAgain(open: OpenTemplate): Generator<void, void> {
    for (const diagnostic of parts.feed.now(open.document.uri)) {
      parts.checks.shown(open, diagnostic);
      yield;
    }
  }

  async function exportsFor(uri: string, text: string): Promise<readonly WorkspaceExport[]> {
    return imports(text) ? exports.besides(uri) : [];
  }

  function exportsAt({
    textDocument,
    position,
  }: PositionParams): readonly WorkspaceExport[] | Promise<readonly WorkspaceExport[]> {
    const open = documents.get(textDocument.uri);
    if (open === undefined) return [];
    const { document, template } = open;
    return asksForImport(template.text, document.offsetAt(position)) ? exports.besides(textDocument.uri) : [];
  }
}

function* untilCancelled(steps: Iterable<void>, token: CancellationToken): Iterable<void> {
  for (const step of steps) {
    if (token.isCancellationRequested) return;
    yield step;
  }
}
