import { valueAt } from "../model/tree/node.ts";
import type { BootstrapResource, ClusterGraph, PlacedCall } from "./graphTypes.ts";
import { optionValue } from "./helperCall.ts";
import { type Numbers, numbersOf } from "./numbers.ts";

/** Signals that the template's scripts send to a resource, as far as they name it. */
export function signalsTo(graph: ClusterGraph, id: string): readonly PlacedCall[] {
  return graph.signalsByTarget.get(id) ?? [];
}

/** The outcome that a signal reports: `either` if it depends on an exit code or a variable. */
export function outcomeOf({ call }: Pick<PlacedCall, "call">): "success" | "failure" | "either" {
  const status = optionValue(call, "status");
  if (status) return fixed(status.literals, /^success$/i);
  const success = optionValue(call, "success");
  if (success) return fixed(success.literals, /^(?:true|success|yes|1)$/i);
  const code = optionValue(call, "exitCode");
  // Without any of the options cfn-signal reports success.
  return code ? fixed(code.literals, /^0$/) : "success";
}

function fixed(literals: readonly string[] | undefined, success: RegExp): "success" | "failure" | "either" {
  if (!literals || literals.length === 0) return "either";
  const good = literals.filter((literal) => success.test(literal)).length;
  return good === literals.length ? "success" : good === 0 ? "failure" : "either";
}

/** The number of different signals that one machine can send: one for each `--id`, else one. */
export function signalsPerMachine(calls: readonly PlacedCall[]): number {
  const ids = new Set<string>();
  for (const placed of calls) {
    if (outcomeOf(placed) === "failure") continue;
    ids.add(optionValue(placed.call, "id")?.raw ?? "");
  }
  return ids.size;
}

/** The number of machines of a resource while it is created. */
export interface Machines {
  readonly wanted: Numbers | undefined;
  readonly most: Numbers | undefined;
}

const ONE: Numbers = { min: 1, max: 1, certain: true };

export function machinesOf({ summary }: BootstrapResource, graph: ClusterGraph): Machines | undefined {
  if (summary.type === "AWS::EC2::Instance") return { wanted: ONE, most: ONE };
  if (summary.type !== "AWS::AutoScaling::AutoScalingGroup") return undefined;
  const size = (key: string): Numbers | undefined => numbersOf(valueAt(summary.properties, key), graph.declarations);
  const hasDesired = valueAt(summary.properties, "DesiredCapacity") !== undefined;
  return { wanted: size(hasDesired ? "DesiredCapacity" : "MinSize"), most: size("MaxSize") };
}
