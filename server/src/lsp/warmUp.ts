import type { NoteIndex } from "../notes/noteIndex.ts";
import type { OpenTemplate } from "./documents/documents.ts";
import type { Host } from "./host/host.ts";
import type { Handlers } from "./requests/requestTable.ts";
import { NOT_CANCELLED } from "./turns/guard.ts";
import type { IdleMonitor } from "./turns/idleMonitor.ts";
import { IdleScheduler } from "./turns/idleScheduler.ts";
import { typicalHovers } from "./typicalHovers.ts";

interface WarmUpParts {
  readonly open: OpenTemplate;
  readonly notes: Pick<NoteIndex, "prepare">;
  readonly requests: Pick<Handlers, "hover" | "completion">;
  readonly activity: Pick<IdleMonitor, "whenIdle">;
  readonly host: Pick<Host, "sleep" | "now" | "within">;
  /** What comes behind all that. */
  readonly last: () => Iterable<void>;
}

/** An editor that has opened a file asks for much at once: this waits until it has asked nothing for so long, in milliseconds. */
const IDLE_MS = 20;

/** Words are completed at the first so many places; that reads what all completion needs. */
const COMPLETED = 3;

/**
 * Reads in the background, in steps, what the first questions would have to read while somebody waits: the notes, and what
 * the catalogue says of what stands in the template.
 */
export async function warmUp({ open, notes, requests, activity, host, last }: WarmUpParts): Promise<void> {
  const { document, template } = open;
  const spare = new IdleScheduler({ activity, host, idle: IDLE_MS });
  await spare.nextSlice();
  await spare.run(notes.prepare());
  const places = typicalHovers(template).map((offset) => ({
    textDocument: { uri: document.uri },
    position: document.positionAt(offset),
  }));
  await spare.run(asked());
  await spare.run(last());

  function* asked(): Iterable<Promise<unknown>> {
    for (const place of places) yield requests.hover(place, NOT_CANCELLED);
    for (const place of places.slice(0, COMPLETED)) yield requests.completion(place, NOT_CANCELLED);
  }
}
