import type { CancellationToken } from "vscode-languageserver";
import { hoverService } from "../hoverService.ts";
import { OPEN_NOTE_COMMAND } from "../protocol/notes.ts";
import { BIND_NOTE_COMMAND } from "../protocol/writing.ts";
import type { OpenTemplate } from "./documents/documents.ts";
import { hasCommand } from "./host/clientFeatures.ts";
import { allRequests } from "./requests/allRequests.ts";
import type { HoverContext } from "./requests/request.ts";
import type { Handlers } from "./requests/requestTable.ts";
import { SessionNotes } from "./sessionNotes.ts";
import type { SessionParts } from "./sessionParts.ts";
import type { SessionState } from "./sessionState.ts";
import { guard } from "./turns/guard.ts";
import { IdleScheduler } from "./turns/idleScheduler.ts";
import { warmUp } from "./warmUp.ts";
import { NeighbourFiles } from "./workspace/neighbourFiles.ts";
import { WorkspaceSymbols } from "./workspace/workspaceSymbols.ts";

interface AnswersParts extends SessionState, SessionParts {
  /** Called when diagnostics may link to other notes. */
  readonly notesChanged: () => void;
}

/** The answers to all requests, and the notes that they are made from. */
export interface Answers {
  readonly notes: SessionNotes;
  readonly requests: Handlers;
  /** Called when files changed from which something may have been read. */
  filesChanged(): void;
  /** Reads in the background what the first requests for a template need. */
  warmUp(open: OpenTemplate): Promise<void>;
}

/** Makes the answers. Their module brings most of the server's code, and is loaded after the first check (see `Session`). */
export function createAnswers(parts: AnswersParts): Answers {
  const { connection, host, parameters, activity, client } = parts;
  const service = hoverService(parts.knowledge);
  const inSteps = (steps: Iterable<void>): Promise<void> => new IdleScheduler({ activity, host, idle: 0 }).run(steps);
  const resultInSteps = async <Result>(steps: Generator<void, Result>): Promise<Result> => {
    const outcome: Result[] = [];
    const captured = function* (): Generator<void> {
      outcome.push(yield* steps);
    };
    await inSteps(captured());
    return outcome[0] as Result;
  };
  const symbols = new WorkspaceSymbols(parts);
  const notes = new SessionNotes({
    ...parts,
    symbols,
    index: service.notes,
    commands: hasCommand(parameters, OPEN_NOTE_COMMAND),
    binds: hasCommand(parameters, BIND_NOTE_COMMAND),
    inSteps,
    changed: parts.notesChanged,
  });
  const neighbours = new NeighbourFiles({ host, folders: () => client.folders() });
  const context: HoverContext = {
    ...parts,
    service,
    store: notes.store,
    noteFiles: notes.files,
    neighbours,
    symbols,
    inSteps: (steps, token) => inSteps(untilCancelled(steps, token)),
    resultInSteps,
  };
  const requests = allRequests(context, (name, nothing, handle, needed = "settings", isEnough = () => false) =>
    guard({
      log: connection.console,
      name,
      nothing,
      handle,
      wait: (asked) => notes.reading.readyFor(needed, () => isEnough(asked)),
      within: host.within,
    }),
  );
  return {
    notes,
    requests,
    filesChanged: () => {
      neighbours.forget();
      notes.filesChanged();
    },
    async warmUp(open) {
      await notes.templatesKnown();
      await warmUp({
        open,
        notes: service.notes,
        requests,
        activity,
        host,
        last: () => notes.findSentences(shownAgain(open)),
      });
    },
  };

  function* shownAgain(open: OpenTemplate): Generator<void, void> {
    for (const diagnostic of parts.feed.now(open.document.uri)) {
      parts.checks.shown(open, diagnostic);
      yield;
    }
  }
}

function* untilCancelled(steps: Iterable<void>, token: CancellationToken): Iterable<void> {
  for (const step of steps) {
    if (token.isCancellationRequested) return;
    yield step;
  }
}
