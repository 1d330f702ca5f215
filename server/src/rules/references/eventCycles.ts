import type { Reference } from "../../model/focus/focus.ts";
import { searchResources } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import { type Entry, entriesOf, type Template } from "../../model/template.ts";
import { type Node, refTarget, valueAt } from "../../model/tree/node.ts";
import { cyclePath } from "../shared/links/cyclePath.ts";
import type { Cycle } from "../shared/links/possibleCycles.ts";
import { apiSide } from "../shared/links/samApiSide.ts";
import { waitingReferences } from "../shared/links/waitsFor.ts";
import { literalText } from "../shared/values/literals.ts";

/** By kind of event, the property that names what SAM writes the function into; and what that is without it. */
const TARGETS = {
  S3: { property: "Bucket", without: undefined },
  Cognito: { property: "UserPool", without: undefined },
  Api: { property: "RestApiId", without: "ServerlessRestApi" },
  HttpApi: { property: "ApiId", without: "ServerlessHttpApi" },
} as const;

type EventKind = keyof typeof TARGETS;

/** A cycle that an event closes: what SAM writes the function into waits for the function, which waits for that. */
export interface EventCycle extends Cycle {
  readonly kind: EventKind;
  readonly user: string;
  readonly target: string;
  /** The members with references that are written; for what `Globals` say of the function, these. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** An event of a function or state machine that SAM writes into another resource, also into an API that it makes. */
interface Event {
  readonly kind: EventKind;
  readonly target: string;
}

const writtenEvents = searchResources(
  ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"],
  ({ value }): readonly Event[] => {
    const events = valueAt(valueAt(value, "Properties"), "Events");
    return (events?.kind === "map" ? events.pairs : []).flatMap(({ value: event }) => writtenEvent(event) ?? []);
  },
);

function writtenEvent(event: Node): Event | undefined {
  const kind = literalText(event, "Type") ?? "";
  if (!isEventKind(kind)) return undefined;
  const { property, without } = TARGETS[kind];
  const named = valueAt(valueAt(event, "Properties"), property);
  const target = named === undefined ? without : refTarget(named);
  return target === undefined ? undefined : { kind, target };
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(TARGETS, kind);
}

export function eventCycles(template: Template): readonly EventCycle[] {
  const cycles = new Map<string, EventCycle>();
  for (const { entry, found } of writtenEvents(template))
    for (const { kind, target } of found) {
      const isApi = kind === "Api" || kind === "HttpApi";
      // Its definition names the functions by itself.
      if (isApi && apiSide(kind, resourcesByName(template).get(target), template).hasDefinition) continue;
      const shared = entriesOf(template, "Globals").find(({ name }) => name === "Function");
      for (const from of [entry, ...(shared === undefined ? [] : [shared])]) {
        const key = `${from.section} ${from.name} ${target}`;
        const cycle = cycles.has(key) ? undefined : cycleThrough(entry.name, from, target, template);
        if (cycle !== undefined) cycles.set(key, { kind, ...cycle });
      }
    }
  return [...cycles.values()];
}

/** @param from the function, or what `Globals` say of it */
function cycleThrough(
  user: string,
  from: Entry,
  target: string,
  template: Template,
): Omit<EventCycle, "kind"> | undefined {
  const resources = resourcesByName(template);
  const edges = new Map([[user, writtenIn(from)]]);
  const waiting = [...writtenIn(from)];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { name } = one;
    const entry = resources.get(name);
    if (edges.has(name)) continue;
    const found = name === target ? [backTo(user)] : entry === undefined ? [] : writtenIn(entry);
    edges.set(name, found);
    waiting.push(...found);
  }
  if (!edges.has(target)) return undefined;
  const members = new Set(cyclePath(user, new Set(edges.keys()), edges));
  const entries = new Map([...resources].filter(([name]) => members.has(name) && name !== target)).set(user, from);
  return { user, target, members, edges, entries };
}

/** What SAM adds is written nowhere. */
function backTo(name: string): Reference {
  return { kind: "ref", via: "Ref", name, start: -1, end: -1 };
}

/** A function with a role of its own has no policies. */
function writtenIn(entry: Entry): readonly Reference[] {
  const properties = valueAt(entry.value, "Properties");
  const policies = valueAt(properties, "Role") === undefined ? undefined : valueAt(properties, "Policies");
  return waitingReferences(entry).filter(
    ({ start }) => policies === undefined || start < policies.start || start >= policies.end,
  );
}
