import { spanInEntry } from "../../../bootstrap/bootstrapGraph.ts";
import { bootstrapParts } from "../../../bootstrap/bootstrapParts.ts";
import type { BootstrapGraph, BootstrapResource, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { numbersOf } from "../../../bootstrap/numbers.ts";
import { signalsPerMachine, signalsTo } from "../../../bootstrap/signals.ts";
import { wordPattern } from "../../../bootstrap/wordPattern.ts";
import { listItems, pairOf, refTarget, textOf, valueAt } from "../../../model/tree/node.ts";
import type { TemplateContext, TemplateRule } from "../../shared/rule.ts";

/**
 * A wait condition that does not fit what signals it: its handle is never passed to anything or is shared with another
 * one, it does not depend on the resource whose script signals it (so its clock starts too early), or its Count is too
 * high.
 */
export const bootstrapWaitCondition: TemplateRule = {
  scope: "template",
  check(template, context) {
    if (!bootstrapParts(template).some(({ found: { summary } }) => summary.type === TYPE)) return;
    const graph = context.bootstrap();
    const used = new Map<string, BootstrapResource>();
    for (const condition of graph.active) {
      if (condition.summary.type !== TYPE) continue;
      const handle = pairOf(condition.summary.properties, "Handle");
      const name = refTarget(handle?.value);
      if (!handle || name === undefined || !graph.resources.has(name)) continue;
      if (condition.summary.creationPolicy) continue;
      const first = used.get(name);
      if (first) reportShared(condition, handle.value, first, context);
      else used.set(name, condition);
      checkSignals(graph, condition, name, context);
    }
  },
};

const TYPE = "AWS::CloudFormation::WaitCondition";

function reportShared(
  condition: BootstrapResource,
  span: { start: number; end: number },
  first: BootstrapResource,
  context: TemplateContext,
): void {
  context.report(condition.entry, span, {
    message: "handle-shared",
    with: { id: first.id },
    related: [{ entry: first.entry, span: first.entry.key, message: "first" }],
  });
}

function checkSignals(
  graph: BootstrapGraph,
  condition: BootstrapResource,
  handle: string,
  context: TemplateContext,
): void {
  const { entry, id, summary } = condition;
  const users = [...graph.resources.values()].filter(
    (other) => other !== condition && other.summary.refers().has(handle),
  );
  const isHandedOut = users.length > 0 || refersInMetadata(graph, handle) || outputs(graph, handle);
  if (!isHandedOut) {
    context.report(entry, entry.key, { message: "url-not-used", with: { handle } });
    return;
  }
  const signals = signalsTo(graph, handle).filter(({ byUrl }) => byUrl);
  checkCount(graph, condition, signals, context);
  const runners = [...new Set(signals.flatMap(({ runners: who }) => who))];
  const after = new Set(listItems(pairOf(entry.value, "DependsOn")?.value).map((item) => textOf(item)));
  const waited = [...summary.refers(), ...after];
  if (runners.length === 0 || runners.some((runner) => waited.includes(runner))) {
    preferPolicy(graph, condition, runners, context);
  } else {
    context.report(entry, entry.key, { message: "starts-early", with: { id, runner: runners[0] } });
  }
}

/** One instance or group that signals can wait by itself. */
function preferPolicy(
  graph: BootstrapGraph,
  { id, entry }: BootstrapResource,
  runners: readonly string[],
  context: TemplateContext,
): void {
  const [runner, ...more] = runners;
  const type = graph.resources.get(runner ?? "")?.summary.type;
  if (runner === undefined || more.length > 0 || !/::(?:Instance|AutoScalingGroup)$/.test(type ?? "")) return;
  if (readsData(graph, id)) return;
  context.report(entry, entry.key, {
    message: "creation-policy",
    with: { runner },
    severity: "hint",
    topic: "creation-policy",
  });
}

/** Whether the data that signals bring is used, which only a wait condition gives. */
function readsData({ template }: BootstrapGraph, id: string): boolean {
  return wordPattern(id, "(?:\\.Data\\b|[\"']?\\s*[,\\n]\\s*-?\\s*[\"']?Data\\b)").test(template.text);
}

function checkCount(
  graph: BootstrapGraph,
  { entry, summary }: BootstrapResource,
  signals: readonly PlacedCall[],
  context: TemplateContext,
): void {
  const pair = pairOf(summary.properties, "Count");
  const count = numbersOf(pair?.value, graph.declarations);
  const machines = new Set(signals.flatMap(({ runners }) => runners));
  const single = [...machines].every((id) => graph.resources.get(id)?.summary.type === "AWS::EC2::Instance");
  if (!pair || !count || signals.length === 0 || machines.size === 0 || !single) return;
  const inLoop = signals.some(({ call }) => call.script.commands[call.index]?.block.kind === "loop");
  const most = machines.size * signalsPerMachine(signals);
  if (inLoop || count.min <= most) return;
  context.report(entry, pair.value, {
    message: "too-few-signals",
    with: { min: count.min, most },
    topic: "signal-count",
    related: signals.slice(0, 5).map((placed) => ({
      entry: placed.owner.entry,
      span: spanInEntry(placed, placed.call.nameSpan),
      message: "sent-here",
    })),
  });
}

function refersInMetadata(graph: BootstrapGraph, handle: string): boolean {
  const word = wordPattern(handle);
  return [...graph.resources.values()].some(({ entry }) => {
    const metadata = valueAt(entry.value, "Metadata");
    return metadata !== undefined && word.test(entry.unit.text.slice(metadata.start, metadata.end));
  });
}

function outputs(graph: BootstrapGraph, handle: string): boolean {
  const word = wordPattern(handle);
  return graph.template.sections.some(
    ({ name, entries }) =>
      name === "Outputs" && entries.some(({ unit, value }) => word.test(unit.text.slice(value.start, value.end))),
  );
}
