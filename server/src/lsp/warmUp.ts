import type { CancellationToken } from "vscode-languageserver";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { OpenTemplate } from "./documents.ts";
import type { Host } from "./host.ts";
import type { IdleMonitor } from "./idleMonitor.ts";
import { IdleScheduler } from "./idleScheduler.ts";
import type { Requests } from "./requests/requestTable.ts";
import { typicalHovers } from "./typicalHovers.ts";

interface WarmUpParts {
  readonly open: OpenTemplate;
  readonly notes: Pick<NoteIndex, "prepare">;
  readonly hover: Requests["hover"];
  readonly activity: Pick<IdleMonitor, "whenIdle">;
  readonly host: Pick<Host, "sleep" | "now" | "within">;
}

/** An editor that has opened a file asks for much at once: this waits until it has asked nothing for so long, in milliseconds. */
const IDLE = 150;

/**
 * Reads in the background, in steps, what the first hovers would have to read while somebody waits: the notes, and AWS's
 * texts on what stands in the template.
 */
export async function warmUp({ open, notes, hover, activity, host }: WarmUpParts): Promise<void> {
  const { document, template } = open;
  const spare = new IdleScheduler({ activity, host, idle: IDLE });
  await spare.nextSlice();
  await spare.run(notes.prepare());
  await spare.run(hovers());

  function* hovers(): Iterable<Promise<unknown>> {
    for (const offset of typicalHovers(template))
      yield hover({ textDocument: { uri: document.uri }, position: document.positionAt(offset) }, NOT_CANCELLED);
  }
}

const NOT_CANCELLED: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};
