import { secondsOf } from "../../bootstrap/duration.ts";
import { resourceSummary } from "../../bootstrap/resourceSummary.ts";
import { type Entry, entriesOf, entryOf, type Template } from "../../model/template.ts";
import { textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { DrillEvent } from "../../protocol/study.ts";
import { INCIDENT_DATA } from "./drillData.ts";
import { type FaultSite, firstNodeAt, nodeText } from "./faultSites.ts";

type Untimed = Omit<DrillEvent, "time">;

/** The stack events of an operation that fails because of a fault. */
interface StackIncident {
  /** Newest first, as in the console. */
  readonly events: readonly DrillEvent[];
  readonly sources: readonly string[];
}

const STACK = "AWS::CloudFormation::Stack";
const STACK_NAME = "my-stack";
const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::StackName": STACK_NAME,
  "AWS::Region": "us-east-1",
  "AWS::AccountId": "123456789012",
};
/** An intrinsic function in a text; events show its value instead. */
const UNRESOLVED = /\$\{|!(?:Join|Sub|Ref|ImportValue|GetAtt|If|Select|FindInMap)\b|"(?:Fn::\w+|Ref)"|\bFn::/;
/** Start of the operation (10:00), interval of events and default timeout, in seconds. */
const FIRST_SECOND = 10 * 3600;
const STEP_SECONDS = 3;
const DEFAULT_SECONDS = 300;
/** Maximum number of resources created before the one that fails. */
const MAX_BEFORE = 4;

/** The events of an operation that fails because of a fault; `undefined` if none fails. */
export function incidentOf(site: FaultSite, template: Template): StackIncident | undefined {
  const incident = INCIDENT_DATA.incidents[site.kind.incident ?? ""];
  if (incident === undefined) return undefined;
  const failing = failingEntry(site, template);
  if (failing === undefined) return undefined;
  const type = typeNameOf(failing.value) ?? "";
  const own = incident.events.filter(({ of }) => of === undefined || of.includes(type));
  if (!own.some(({ status, stack }) => stack === "yes" || status.endsWith("_FAILED"))) return undefined;
  const values = reasonValues(site, failing, template);
  if (own.some(({ reason }) => UNRESOLVED.test(filledReason(reason, values)))) return undefined;
  const events = own.map(({ status, reason, stack }) =>
    stack === "yes"
      ? stackEvent(status, filledReason(reason, values))
      : event(failing, status, filledReason(reason, values)),
  );
  const isOfStack = own.some(({ stack }) => stack === "yes");
  const { cancelled, notCreated, notUpdated } = INCIDENT_DATA.events;
  // What is not waited for any more is still being made.
  const late = site.kind.do === "remove" ? site.was.split(", ") : [];
  const shown =
    incident.during === "create" ? creation(failing, events, template, late) : update(failing, events, isOfStack);
  const sources = [...own, cancelled, incident.during === "create" ? notCreated : notUpdated].map(
    ({ source }) => source,
  );
  const timeout =
    site.kind.do === "seconds" ? site.now : textOf(firstNodeAt(failing.value, "CreationPolicy.ResourceSignal.Timeout"));
  return {
    events: timed(shown, secondsOf(timeout ?? "") ?? DEFAULT_SECONDS).reverse(),
    sources: [...new Set(sources)],
  };
}

/** A signal that goes astray is missing elsewhere; a role that a service cannot assume makes the resource fail that has it. */
function failingEntry({ kind, entry, was }: FaultSite, template: Template): Entry | undefined {
  if (kind.do === "other") return entryOf(template, "Resources", was);
  const { fails } = kind;
  if (fails === undefined) return entry;
  return entriesOf(template, "Resources").find(
    (one) => fails.includes(typeNameOf(one.value) ?? "") && resourceSummary(one).refers().has(entry.name),
  );
}

/** Events with their times; a signal that does not come is missed when the time for it is over. */
function timed(events: readonly Untimed[], timeout: number): DrillEvent[] {
  let seconds = FIRST_SECOND;
  return events.map((one) => {
    seconds += /resource signal\(s\) (?:for|within)/.test(one.reason) ? timeout : STEP_SECONDS;
    return { ...one, time: new Date(seconds * 1000).toISOString().slice(11, 19) };
  });
}

function creation(failing: Entry, events: readonly Untimed[], template: Template, late: readonly string[]): Untimed[] {
  const { before, beside } = neighbours(failing, template, late);
  const names = [failing, ...beside].map(({ name }) => name).join(", ");
  const { cancelled, notCreated } = INCIDENT_DATA.events;
  return [
    stackEvent("CREATE_IN_PROGRESS"),
    ...before.flatMap((entry) => [event(entry, "CREATE_IN_PROGRESS"), event(entry, "CREATE_COMPLETE")]),
    event(failing, "CREATE_IN_PROGRESS"),
    ...beside.map((entry) => event(entry, "CREATE_IN_PROGRESS")),
    ...events,
    ...beside.map((entry) => event(entry, "CREATE_FAILED", cancelled.reason)),
    stackEvent("ROLLBACK_IN_PROGRESS", notCreated.reason.replace("{names}", names)),
    ...[...beside, failing, ...before.toReversed()].map((entry) =>
      event(entry, isKept(entry) ? "DELETE_SKIPPED" : "DELETE_COMPLETE"),
    ),
    stackEvent("ROLLBACK_COMPLETE"),
  ];
}

/** Whether a resource stays when its creation is rolled back: `RetainExceptOnCreate` is for the opposite. */
function isKept({ value }: Entry): boolean {
  return textOf(valueAt(value, "DeletionPolicy")) === "Retain";
}

function update(failing: Entry, events: readonly Untimed[], isOfStack: boolean): Untimed[] {
  const reason = INCIDENT_DATA.events.notUpdated.reason.replace("{names}", failing.name);
  const end = ["UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE"].map((one) =>
    stackEvent(one),
  );
  return isOfStack
    ? [stackEvent("UPDATE_IN_PROGRESS"), ...events, ...end]
    : [
        stackEvent("UPDATE_IN_PROGRESS"),
        event(failing, "UPDATE_IN_PROGRESS"),
        ...events,
        stackEvent("UPDATE_ROLLBACK_IN_PROGRESS", reason),
        event(failing, "UPDATE_COMPLETE"),
        ...end,
      ];
}

/** What is made before a resource since that needs it, and one that is made at the same time: of `late` ones the first. */
function neighbours(
  failing: Entry,
  template: Template,
  late: readonly string[],
): { readonly before: readonly Entry[]; readonly beside: readonly Entry[] } {
  const conditionOf = ({ value }: Entry): string => textOf(valueAt(value, "Condition")) ?? "";
  const made = ["", conditionOf(failing)];
  const always = entriesOf(template, "Resources").filter((entry) => made.includes(conditionOf(entry)));
  const byName = new Map(always.map((entry) => [entry.name, entry]));
  const seen = new Set<Entry>();
  const needed = new Set<Entry>();
  const collect = (entry: Entry): void => {
    for (const name of needsOf(entry)) {
      if (entry === failing && late.includes(name)) continue;
      const other = byName.get(name);
      if (other === undefined || other === failing || seen.has(other)) continue;
      seen.add(other);
      collect(other);
      needed.add(other);
    }
  };
  collect(failing);
  const missed = always.find(({ name }) => late.includes(name));
  const beside =
    missed ??
    always.find(
      (entry) => entry !== failing && !needed.has(entry) && needsOf(entry).every((name) => name !== failing.name),
    );
  return { before: [...needed].slice(-MAX_BEFORE), beside: beside === undefined ? [] : [beside] };
}

function needsOf(entry: Entry): readonly string[] {
  const named = valueAt(entry.value, "DependsOn");
  const explicit = named?.kind === "list" ? named.items.map(textOf) : [textOf(named)];
  return [...resourceSummary(entry).refers(), ...explicit.flatMap((name) => name ?? [])];
}

type Values = Readonly<Record<string, string>>;

function reasonValues({ kind, was, now }: FaultSite, failing: Entry, template: Template): Values {
  const named = (text: string): string =>
    text.replace(/\$\{([\w:]+)\}/g, (whole, name: string) => {
      const parameter = entryOf(template, "Parameters", name);
      return PSEUDO[name] ?? (parameter && textOf(valueAt(parameter.value, "Default"))) ?? whole;
    });
  const count = textOf(firstNodeAt(failing.value, "CreationPolicy.ResourceSignal.Count"));
  const expected = kind.do === "plus" ? now : /^\d+$/.test(count ?? "") ? (count ?? "1") : "1";
  const received = kind.do === "plus" ? was : "0";
  const rolling = (key: string, unsaid: number): number => {
    const text = textOf(firstNodeAt(failing.value, `UpdatePolicy.AutoScalingRollingUpdate.${key}`)) ?? String(unsaid);
    return /^\d+$/.test(text) ? Number(text) : 1;
  };
  const [kept, batch] = [rolling("MinInstancesInService", 0), rolling("MaxBatchSize", 1)];
  const custom = kind.needs === undefined ? undefined : firstNodeAt(failing.value, kind.needs);
  return {
    was: named(was),
    now: named(now),
    expected,
    received,
    missing: String(Number(expected) - Number(received)),
    custom: custom === undefined ? failing.name : named(nodeText(custom, failing.unit.text)),
    importer: "other-stack",
    kept: String(kept),
    batch: String(batch),
    obsolete: String(Math.max(2, kept + 1, batch)),
  };
}

function filledReason(reason: string, values: Values): string {
  return reason.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function event(entry: Entry, status: string, reason = ""): Untimed {
  return { name: entry.name, type: typeNameOf(entry.value) ?? "", status, reason };
}

function stackEvent(status: string, reason = ""): Untimed {
  return { name: STACK_NAME, type: STACK, status, reason };
}
