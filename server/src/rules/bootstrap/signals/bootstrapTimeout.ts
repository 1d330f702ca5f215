import { durationText, meantDuration, secondsOf } from "../../../bootstrap/duration.ts";
import type { BootstrapResource } from "../../../bootstrap/graphTypes.ts";
import { numbersOf } from "../../../bootstrap/numbers.ts";
import type { Declarations } from "../../../model/template.ts";
import { type Node, type Pair, pairOf, textOf } from "../../../model/tree/node.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import type { BootstrapContext, BootstrapRule } from "../../shared/rule.ts";

/**
 * A timeout that CloudFormation refuses: `CreationPolicy`'s and `PauseTime` are ISO 8601 durations (at most PT12H and
 * PT1H), that of a wait condition is a number of seconds (at most 43200).
 */
export const bootstrapTimeout: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const resource of graph.active) {
      const { creationPolicy, rollingUpdate, type, properties } = resource.summary;
      checkDuration(resource, creationPolicy?.timeout, { seconds: 43_200, text: "PT12H" }, graph);
      checkDuration(resource, pairOf(rollingUpdate?.node, "PauseTime"), { seconds: 3600, text: "PT1H" }, graph);
      if (type === "AWS::CloudFormation::WaitCondition") checkSeconds(resource, pairOf(properties, "Timeout"), graph);
    }
  },
};

function checkDuration(
  { entry }: BootstrapResource,
  pair: Pair | undefined,
  most: { seconds: number; text: string },
  { declarations, report }: BootstrapContext,
): void {
  const value = pair && timeoutText(pair.value, declarations);
  if (!pair || value === undefined) return;
  const seconds = secondsOf(value.text);
  const name = pair.key.text;
  if (seconds === undefined) {
    const meant = value.certain ? meantDuration(value.text) : undefined;
    report(entry, pair.value, {
      message: "no-duration",
      with: { value: value.text, name },
      severity: value.certain ? undefined : "warning",
      data: meant === undefined ? undefined : replacement(pair.value, meant),
    });
  } else if (seconds > most.seconds) {
    const longest = durationText(most.seconds);
    report(entry, pair.value, {
      message: "too-long",
      with: { name, value: value.text, most: most.text, longest },
      severity: value.certain ? undefined : "warning",
    });
  }
}

/** The text of a scalar, or the default of the parameter that it refers to. */
function timeoutText(node: Node, declarations: Declarations): { text: string; certain: boolean } | undefined {
  if (node.kind === "scalar") {
    const text = textOf(node);
    return text === undefined || text.includes("{{resolve:") ? undefined : { text, certain: true };
  }
  if (node.kind !== "call" || node.name !== "Ref") return undefined;
  const value = declarations.parameters.get(textOf(node.argument) ?? "")?.default;
  return value === undefined || value === "" ? undefined : { text: value, certain: false };
}

function checkSeconds(
  { entry }: BootstrapResource,
  pair: Pair | undefined,
  { declarations, report }: BootstrapContext,
): void {
  if (!pair) return;
  const seconds = numbersOf(pair.value, declarations);
  const text = textOf(pair.value);
  if (text !== undefined && secondsOf(text) !== undefined) {
    const inSeconds = String(secondsOf(text));
    report(entry, pair.value, {
      message: "no-seconds",
      with: { inSeconds },
      topic: "wait-condition",
      data: replacement(pair.value, inSeconds),
    });
  } else if (seconds && seconds.max > 43_200) {
    report(entry, pair.value, {
      message: "wait-too-long",
      topic: "wait-condition",
      severity: seconds.certain && seconds.min > 43_200 ? undefined : "warning",
    });
  }
}
