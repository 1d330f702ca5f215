import { type Awaited, awaited, awaitedByUpdate, waitText } from "../bootstrap/awaited.ts";
import type { BootstrapGraph, BootstrapResource, PlacedCall } from "../bootstrap/graphTypes.ts";
import { contentSpan, type ScalarNode } from "../model/tree/node.ts";
import type { Localised } from "../text/localised.ts";
import { type Span, shifted } from "../text/span.ts";

/** A lens above what waits for signals: how many, how long, from what. */
export interface SignalLens {
  /** The key of the policy, or of the wait condition; absolute. */
  readonly span: Span;
  readonly text: Localised;
  /** The resource that waits. */
  readonly logicalId: string;
}

/** A lens at each CreationPolicy with signals, each `WaitOnResourceSignals`, and each wait condition. */
export function signalLenses(graph: BootstrapGraph): readonly SignalLens[] {
  return [...graph.resources.values()].flatMap((resource) => {
    const created = awaited(graph, resource);
    const updated = awaitedByUpdate(graph, resource);
    return [
      ...(created && created.policy !== "UpdatePolicy" ? [lens(resource, created)] : []),
      ...(updated ? [lens(resource, updated)] : []),
    ];
  });
}

function lens(resource: BootstrapResource, wait: Awaited): SignalLens {
  const key = policyKey(resource, wait);
  const amount = wait.policy === "UpdatePolicy" ? eachMachine(wait) : waitText(wait);
  const from = senders(wait);
  return {
    span: shifted(contentSpan(key), resource.entry.offset),
    text: { en: `${amount.en}, ${from.en}`, ja: `${amount.ja}、${from.ja}` },
    logicalId: resource.id,
  };
}

function policyKey({ entry, summary }: BootstrapResource, { policy }: Awaited): ScalarNode {
  const key = policy === "CreationPolicy" ? summary.creationPolicy?.key : summary.rollingUpdate?.waits?.key;
  return policy === "WaitCondition" ? entry.key : (key ?? entry.key);
}

function eachMachine(wait: Awaited): Localised {
  const { en, ja } = waitText(wait);
  return {
    en: en.replace(/^1 signal/, "1 signal from each new instance"),
    ja: `新しいインスタンスごとに、${ja}`,
  };
}

/** More senders than this are counted. */
const MAX_NAMED = 3;

function senders({ signals, more }: Awaited): Localised {
  const names = new Map<string, Localised>();
  for (const placed of signals) {
    const name = scriptName(placed);
    names.set(name.en, name);
  }
  if (names.size === 0) {
    return more
      ? { en: "sent from outside the scripts of this template", ja: "送信元はこのテンプレートのスクリプト以外" }
      : { en: "but nothing in this template sends one", ja: "このテンプレートに送信元がありません" };
  }
  const all = [...names.values()];
  const named = all.slice(0, MAX_NAMED);
  const rest = all.length - named.length;
  return {
    en: `from ${named.map(({ en }) => en).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
    ja: `送信元は${named.map(({ ja }) => ja).join("、")}${rest > 0 ? `、ほか${rest}件` : ""}`,
  };
}

function scriptName({ owner, source }: PlacedCall): Localised {
  if (source.where === "userData") return { en: `${owner.id}’s UserData`, ja: `${owner.id}のUserData` };
  if (source.where === "command" || source.where === "file") {
    return { en: `${owner.id}’s cfn-init metadata`, ja: `${owner.id}のcfn-initメタデータ` };
  }
  return { en: owner.id, ja: owner.id };
}
