import { type Entry, entriesOf, type Template } from "../model/template.ts";
import { type Node, typeNameOf, valueAt } from "../model/tree/node.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { OpenTemplate } from "./documents/documents.ts";
import type { Host } from "./host/host.ts";
import type { Handlers } from "./requests/requestTable.ts";
import { NOT_CANCELLED } from "./turns/guard.ts";
import type { IdleMonitor } from "./turns/idleMonitor.ts";
import { IdleScheduler } from "./turns/idleScheduler.ts";

interface WarmUpParts {
  readonly open: OpenTemplate;
  readonly notes: Pick<NoteIndex, "prepare">;
  readonly requests: Pick<Handlers, "hover" | "completion">;
  readonly activity: Pick<IdleMonitor, "whenIdle">;
  readonly host: Pick<Host, "sleep" | "now" | "within">;
  /** What is read after all that. */
  readonly last: () => Iterable<void>;
}

/**
 * An editor that has opened a file makes many requests at once: warming up waits until there was none for so long, in
 * milliseconds.
 */
const IDLE_MS = 20;

/** Completion is run at the first so many places; that reads what all completion needs. */
const COMPLETED = 3;

/**
 * Reads in the background, in steps, what the first requests would have to read while somebody waits: the notes, and
 * what the catalogue has on the template's contents.
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

/** Each of them has to be decoded. */
const MAX_TYPES = 24;

const MAX_HOVERS = 160;

/**
 * Places that somebody may hover, as offsets of the text: in the first resource of each type, the type, the first key
 * and function of each name, and their values.
 */
export function typicalHovers(template: Template): readonly number[] {
  const names = new Set<string>(["Type"]);
  const places: number[] = [];
  for (const { value, offset } of firstOfTypes(template).values()) {
    const type = valueAt(value, "Type");
    if (type !== undefined) places.push(type.end + offset);
    look(value, offset);
  }
  return places.slice(0, MAX_HOVERS);

  function look(node: Node, offset: number): void {
    if (node.kind === "map") {
      for (const { key, value } of node.pairs) {
        note(key.text, key.end + offset, value, offset);
        look(value, offset);
      }
    } else if (node.kind === "list") {
      for (const item of node.items) look(item, offset);
    } else if (node.kind === "call") {
      note(node.name, node.nameSpan.end + offset, node.argument, offset);
      look(node.argument, offset);
    }
  }

  function note(name: string, place: number, value: Node, offset: number): void {
    if (names.has(name)) return;
    names.add(name);
    places.push(place);
    if (value.kind === "scalar") places.push(value.end + offset);
  }
}

/** The first resource of each type. */
function firstOfTypes(template: Template): ReadonlyMap<string, Entry> {
  const first = new Map<string, Entry>();
  for (const entry of entriesOf(template, "Resources")) {
    const type = typeNameOf(entry.value);
    if (type !== undefined && !first.has(type) && first.size < MAX_TYPES) first.set(type, entry);
  }
  return first;
}
