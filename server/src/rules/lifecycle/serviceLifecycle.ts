import { type Lifecycle, lifecycleOf } from "../../catalogue/types/endedServices.ts";
import { contentSpan, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import type { EntryRule, Words } from "../shared/rule.ts";

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
    const use =
      instead === undefined
        ? { en: "", ja: "" }
        : { en: ` Use ${instead.en}.`, ja: `代わりに${instead.ja}を使ってください。` };
    const topic = /^AWS::OpsWorks(?:CM)?::/.test(node.text) ? { topic: "opsworks" } : {};
    report(contentSpan(node), {
      ...(isOver
        ? { message: "shut-down", with: { type: node.text, day: ends, use } }
        : ending(node.text, lifecycle, use)),
      severity: isOver ? "error" : "warning",
      tag: "deprecated",
      ...topic,
    });
  },
};

function ending(type: string, { closed, ends }: Lifecycle, use: Localised): Words {
  if (ends === undefined) return { message: "not-developed", with: { type, closed, use } };
  const before =
    closed === undefined
      ? { en: "", ja: "" }
      : { en: ` It has been closed to new customers since ${closed}.`, ja: `新規の利用は${closed}に終了しています。` };
  return { message: "ends", with: { type, ends, before, use } };
}
