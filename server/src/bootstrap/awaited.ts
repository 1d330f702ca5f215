import type { Declarations } from "../model/template.ts";
import { pairOf, refTarget, textOf, valueAt } from "../model/tree/node.ts";
import type { Localised } from "../text/localised.ts";
import { durationText, secondsOf } from "./duration.ts";
import type { BootstrapResource, ClusterGraph, PlacedCall } from "./graphTypes.ts";
import { type Numbers, numbersOf } from "./numbers.ts";
import { outcomeOf, signalsTo } from "./signals.ts";

/** The signals that a resource waits for before it counts as created (or, without a CreationPolicy, as updated). */
export interface Awaited {
  readonly resource: BootstrapResource;
  readonly policy: "CreationPolicy" | "UpdatePolicy" | "WaitCondition";
  /** The number of signals; a range if parameters or conditions decide. */
  readonly count: Numbers;
  /** Seconds; `undefined` if a parameter without default decides. */
  readonly timeout: number | undefined;
  /** The calls that send a success. */
  readonly signals: readonly PlacedCall[];
  /** Whether signals may come that cannot be seen. */
  readonly more: boolean;
}

const ONE: Numbers = { min: 1, max: 1, certain: true };

/** The signals that a resource waits for; `undefined` if it waits for none. */
export function awaited(graph: ClusterGraph, resource: BootstrapResource): Awaited | undefined {
  const { creationPolicy, type, properties } = resource.summary;
  const { declarations, mayAlsoSignal, allowsSignals } = graph;
  const common = { resource, more: mayAlsoSignal || allowsSignals };
  const signals = signalsTo(graph, resource.id).filter((placed) => outcomeOf(placed) !== "failure");
  if (creationPolicy?.waits) {
    return {
      ...common,
      policy: "CreationPolicy",
      count: creationPolicy.count
        ? (numbersOf(creationPolicy.count.value, declarations) ?? { ...ONE, certain: false })
        : ONE,
      timeout: creationPolicy.timeout ? seconds(creationPolicy.timeout.value, declarations) : 300,
      signals,
    };
  }
  if (type === "AWS::CloudFormation::WaitCondition") {
    const handle = valueAt(properties, "Handle");
    const name = handle?.kind === "call" ? textOf(handle.argument) : undefined;
    const count = pairOf(properties, "Count");
    return {
      ...common,
      policy: "WaitCondition",
      count: count ? (numbersOf(count.value, declarations) ?? { ...ONE, certain: false }) : ONE,
      timeout: numbersOf(valueAt(properties, "Timeout"), declarations)?.max,
      signals: graph.calls.filter(
        (placed) => placed.byUrl && placed.targets?.includes(name ?? "") && outcomeOf(placed) !== "failure",
      ),
    };
  }
  return awaitedByUpdate(graph, resource);
}

/** The signals from each new machine that a rolling update of a resource waits for; `undefined` if it does not wait. */
export function awaitedByUpdate(graph: ClusterGraph, resource: BootstrapResource): Awaited | undefined {
  const { rollingUpdate } = resource.summary;
  if (!rollingUpdate?.waits) return undefined;
  const pause = valueAt(rollingUpdate.node, "PauseTime");
  return {
    resource,
    policy: "UpdatePolicy",
    count: ONE,
    timeout: pause ? seconds(pause, graph.declarations) : 300,
    signals: signalsTo(graph, resource.id).filter((placed) => outcomeOf(placed) !== "failure"),
    more: graph.mayAlsoSignal || graph.allowsSignals,
  };
}

function seconds(node: Parameters<typeof textOf>[0], declarations: Declarations): number | undefined {
  const reference = refTarget(node);
  const text = reference === undefined ? textOf(node) : declarations.parameters.get(reference)?.default;
  return text === undefined ? undefined : secondsOf(text);
}

/** `2 signals in 15 min` */
export function waitText({ count, timeout }: Awaited): Localised {
  const amount = count.min === count.max ? String(count.min) : `${count.min}–${count.max}`;
  const plural = amount === "1" ? "" : "s";
  const time = timeout === undefined ? undefined : durationText(timeout);
  return {
    en: `${amount} signal${plural}${time ? ` in ${time.en}` : ""}`,
    ja: `${time ? `${time.ja}以内に` : ""}シグナル${amount}個`,
  };
}

/** One line for a code lens: who signals, how many, how long. */
export function awaitedText(wait: Awaited): Localised {
  const text = waitText(wait);
  const owners = [
    ...new Set(wait.signals.map(({ owner, runners }) => (runners.length === 1 ? runners[0] : owner.id) ?? owner.id)),
  ];
  if (owners.length === 0) {
    return wait.more
      ? {
          en: `waits for ${text.en}, from a program or another stack`,
          ja: `${text.ja}を待機（プログラムまたは別のスタックから）`,
        }
      : {
          en: `waits for ${text.en}, but nothing here signals it`,
          ja: `${text.ja}を待機（このテンプレートに送信元なし）`,
        };
  }
  const helpers = [...new Set(wait.signals.map(({ call: { helper } }) => helper))].join(", ");
  const names = owners.join(", ");
  return {
    en: `waits for ${text.en}, sent by ${helpers} on ${names}`,
    ja: `${text.ja}を待機（${names}の${helpers}が送信）`,
  };
}
