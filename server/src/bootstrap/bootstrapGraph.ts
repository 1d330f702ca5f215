import { type Entry, entriesOf, type Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";
import { type HelperCall, optionValue, positionals, type Value } from "./helperCall.ts";
import { type ResourceSummary, resourceSummary } from "./resourceSummary.ts";
import type { ScriptSource } from "./scriptSource.ts";

/** Who sets up what in a template: resources, the scripts they run, and the calls in them. */
export interface BootstrapGraph {
  readonly template: Template;
  readonly resources: ReadonlyMap<string, BootstrapResource>;
  readonly calls: readonly PlacedCall[];
  /** Whether signals may be sent that cannot be read: by an SDK, or to a resource whose name is not known. */
  readonly mayAlsoSignal: boolean;
  /** Whether a policy allows `cloudformation:SignalResource` by name, which cfn-signal does not need: a program may signal. */
  readonly allowsSignals: boolean;
}

export interface BootstrapResource {
  readonly id: string;
  readonly entry: Entry;
  readonly summary: ResourceSummary;
  /** The resources whose machines run this one's scripts: itself, or the groups and instances that use a launch template. */
  readonly runners: readonly string[];
  /** The resources whose user data this one's machines run. */
  readonly runs: readonly string[];
}

/** A call with what it means in the template. */
export interface PlacedCall {
  readonly call: HelperCall;
  readonly source: ScriptSource;
  /** The resource whose text holds the call. */
  readonly owner: BootstrapResource;
  /** Logical ids that it names; `undefined` where they are not known. For a signal by URL: the wait handle. */
  readonly targets: readonly string[] | undefined;
  /** Where `targets` is written, relative to the owner's entry. */
  readonly targetSpan: Span | undefined;
  /** Where the only target is written out, which is where to change it: perhaps in an assignment to a variable. */
  readonly writtenSpan: Span | undefined;
  /** Whether it speaks to the stack of this template; `unknown` where a variable decides. */
  readonly stack: "own" | "other" | "unknown" | "missing";
  /** Whether the signal goes to the URL of a wait handle. */
  readonly byUrl: boolean;
  /** The resources on whose machines it runs, as far as the template tells. */
  readonly runners: readonly string[];
}

/**
 * The graph of a template. What a resource says is read once per state of its text, so after an edit only the touched
 * resource costs time.
 */
export function bootstrapGraph(template: Template): BootstrapGraph {
  const summaries = new Map(
    entriesOf(template, "Resources").map((entry) => [entry.name, { entry, summary: resourceSummary(entry) }]),
  );
  const runs = launches(summaries);
  const runners = new Map<string, string[]>();
  for (const [runner, launched] of runs)
    for (const id of launched) runners.set(id, [...(runners.get(id) ?? []), runner]);
  const resources = new Map<string, BootstrapResource>();
  for (const [id, { entry, summary }] of summaries) {
    resources.set(id, { id, entry, summary, runners: runners.get(id) ?? [], runs: runs.get(id) ?? [] });
  }
  const calls = placedCalls(resources);
  const mayAlsoSignal =
    [...resources.values()].some(({ summary }) => summary.sources.some(({ reading }) => reading.mayAlsoSignal)) ||
    calls.some((call) => isSignal(call) && call.targets === undefined && call.stack !== "other");
  const allowsSignals = [...resources.values()].some(({ summary }) => summary.allowsSignals);
  return { template, resources, calls, mayAlsoSignal, allowsSignals };
}

export function isSignal({ call: { helper } }: PlacedCall): boolean {
  return helper === "cfn-signal" || helper === "signal-resource";
}

/** A span of a script's text, relative to the entry that holds it. */
export function entrySpan({ source }: { readonly source: ScriptSource }, span: Span): Span {
  return source.text.toEntrySpan(span);
}

type Summaries = ReadonlyMap<string, { readonly entry: Entry; readonly summary: ResourceSummary }>;

/** Resource → the resources whose user data its machines run. */
function launches(summaries: Summaries): Map<string, string[]> {
  const scripted = new Map<string, string>();
  const isLaunch = (type: string | undefined) =>
    type === "AWS::EC2::LaunchTemplate" || type === "AWS::AutoScaling::LaunchConfiguration";
  for (const [id, { summary }] of summaries)
    if (isLaunch(summary.type) && summary.launchName !== undefined) scripted.set(summary.launchName, id);
  const runs = new Map<string, string[]>();
  for (const [id, { summary }] of summaries) {
    if (isLaunch(summary.type)) continue;
    const launched = [...summary.refers].filter((name) => isLaunch(summaries.get(name)?.summary.type));
    const named = summary.launchName === undefined ? undefined : scripted.get(summary.launchName);
    if (named !== undefined && !launched.includes(named)) launched.push(named);
    const own = summary.sources.some(({ where }) => where === "userData");
    // An instance's own user data replaces that of its launch template.
    if (own) runs.set(id, [id]);
    else if (launched.length > 0) runs.set(id, launched);
  }
  return runs;
}

function placedCalls(resources: ReadonlyMap<string, BootstrapResource>): PlacedCall[] {
  const calls: PlacedCall[] = [];
  for (const owner of resources.values()) {
    for (const source of owner.summary.sources) {
      for (const call of source.reading.calls) calls.push(placed(call, source, owner, owner.runners));
    }
  }
  const reached = initRunners(calls);
  return calls.map((call) => {
    const { where } = call.source;
    if (where !== "command" && where !== "file") return call;
    return { ...call, runners: [...new Set([...(reached.get(call.owner.id) ?? []), ...call.owner.runners])] };
  });
}

/** Resource with Init metadata → who runs it, by cfn-init in user data. */
function initRunners(calls: readonly PlacedCall[]): Map<string, string[]> {
  const runners = new Map<string, string[]>();
  for (const { call, targets, runners: who } of calls) {
    if (call.helper !== "cfn-init") continue;
    for (const target of targets ?? []) runners.set(target, [...(runners.get(target) ?? []), ...who]);
  }
  return runners;
}

function placed(
  call: HelperCall,
  source: ScriptSource,
  owner: BootstrapResource,
  runners: readonly string[],
): PlacedCall {
  const named = optionValue(call, "resource");
  const url = call.helper === "cfn-signal" && !named ? positionals(call).findLast(isUrl) : undefined;
  const target = named ?? url;
  const targets = named ? named.literals : url?.hole?.kind === "ref" ? [url.hole.name] : undefined;
  return {
    call,
    source,
    owner,
    targets,
    targetSpan: target && source.text.toEntrySpan(target),
    writtenSpan: named?.written && source.text.toEntrySpan(named.written),
    stack: stackOf(call),
    byUrl: named === undefined && url !== undefined,
    runners,
  };
}

function isUrl({ hole, raw }: Value): boolean {
  return hole !== undefined || /^https?:|^\$|^%|\uFFFC/.test(raw);
}

function stackOf(call: HelperCall): PlacedCall["stack"] {
  const stack = optionValue(call, "stack");
  if (!stack) return "missing";
  if (stack.hole?.kind === "ref") return /^AWS::Stack(?:Name|Id)$/.test(stack.hole.name) ? "own" : "other";
  if (stack.hole || stack.raw.startsWith("{{")) return stack.hole ? "other" : "unknown";
  // A name that is written out is most likely another stack's: the own one's is not known to the template.
  return stack.literals ? "other" : "unknown";
}
