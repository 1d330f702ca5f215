import { type Lifecycle, lifecycleOf } from "../../catalogue/types/endedServices.ts";
import { contentSpan, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import type { EntryRule } from "../engine/rule.ts";

/**
 * A resource of a service that has ended (an error), or that will end or no longer accepts new customers (a warning
 * with the date).
 */
export const serviceLifecycle: EntryRule = {
  scope: "entry",
  check(entry, { report, today }) {
    const node = valueAt(entry.value, "Type");
    if (node?.kind !== "scalar") return;
    const lifecycle = lifecycleOf(node.text);
    if (lifecycle === undefined) return;
    const { ends, instead } = lifecycle;
    const isOver = ends !== undefined && ends < today;
    const topic = /^AWS::OpsWorks(?:CM)?::/.test(node.text) ? { topic: "opsworks" } : {};
    const { en, ja } = isOver ? ended(node.text, ends) : ending(node.text, lifecycle);
    report(contentSpan(node), {
      en: `${en}${instead === undefined ? "" : ` Use ${instead.en}.`}`,
      ja: `${ja}${instead === undefined ? "" : `代わりに${instead.ja}を使ってください。`}`,
      severity: isOver ? "error" : "warning",
      tag: "deprecated",
      ...topic,
    });
  },
};

function ended(type: string, day: string): Localised {
  return {
    en: `AWS has shut the service of ${type} down (${day}): the resource can't be created.`,
    ja: `${type}のサービスは${day}に終了したため、リソースを作成できません。`,
  };
}

function ending(type: string, { closed, ends }: Lifecycle): Localised {
  if (ends === undefined) {
    return {
      en: `AWS no longer develops the service of ${type}, or takes new customers for it (since ${closed}).`,
      ja: `${type}のサービスは、${closed}から新規の利用や開発が終了しています。`,
    };
  }
  const before =
    closed === undefined
      ? { en: "", ja: "" }
      : { en: ` It has been closed to new customers since ${closed}.`, ja: `新規の利用は${closed}に終了しています。` };
  return {
    en: `The service of ${type} ends on ${ends}.${before.en}`,
    ja: `${type}のサービスは${ends}に終了します。${before.ja}`,
  };
}
