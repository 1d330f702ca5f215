import { contentSpan, valueAt } from "../model/node.ts";
import type { EntryRule } from "./rule.ts";
import { retiringTypes, shutDownTypes } from "./serviceLifecycleTypes.ts";

/**
 * A resource of a service that AWS has shut down (an error), or that takes no new customers or gets no new features (a warning).
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Stack:
 *     Type: AWS::OpsWorks::Stack
 * ```
 * Good: use the successor that the message names.
 */
export const serviceLifecycle: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  code: "service-lifecycle",
  severity: "warning",
  cfnLint: ["W3697", "E3710", "W3696"],
  title: { en: "Services have a future", ja: "サービスの提供が続いている" },
  check(entry, { report }) {
    const node = valueAt(entry.value, "Type");
    if (node?.kind !== "scalar") return;
    const [owner, service] = node.text.split("::");
    const prefix = `${owner}::${service}::`;
    const shut = shutDownTypes.get(node.text) ?? shutDownTypes.get(prefix);
    const retiring = retiringTypes.get(node.text) ?? retiringTypes.get(prefix);
    const topic = service === "OpsWorks" || service === "OpsWorksCM" ? { topic: "opsworks" } : {};
    if (shut !== undefined) {
      report(
        contentSpan(node),
        {
          en: `AWS has shut this service down (${shut.since}): the resource can't be created.${use(shut.instead).en}`,
          ja: `このサービスは ${shut.since} に終了したため、リソースを作成できません。${use(shut.instead).ja}`,
        },
        { severity: "error", tag: "deprecated", ...topic },
      );
    } else if (retiring !== undefined) {
      report(
        contentSpan(node),
        {
          en: `AWS no longer develops this or takes no new customers for it (since ${retiring.since}).${use(retiring.instead).en}`,
          ja: `${retiring.since} から、新規の利用や開発が終了しています。${use(retiring.instead).ja}`,
        },
        { tag: "deprecated", ...topic },
      );
    }
  },
};

function use(instead: string | undefined): { readonly en: string; readonly ja: string } {
  return instead === undefined
    ? { en: "", ja: "" }
    : { en: ` Use ${instead}.`, ja: `代わりに ${instead} を使ってください。` };
}
