import { contentSpan, listed, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import type { EntryContext, EntryRule } from "../../engine/rule.ts";
import { suggestion } from "../../shared/fixes/nearest.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import { literalAt } from "../../shared/values/literals.ts";

/**
 * A cache behaviour of a CloudFront distribution whose TargetOriginId is not the Id of any origin or origin group; the website of a
 * bucket as an origin of S3, or by its address with http://.
 */
export const distributionOrigin: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::CloudFront::Distribution"],
  check(entry, { report }) {
    const config = valueAt(valueAt(entry.value, "Properties"), "DistributionConfig");
    for (const origin of listed(valueAt(config, "Origins"))) {
      checkWebsite(origin, report);
      checkUrl(origin, report);
    }
    const groups = valueAt(valueAt(config, "OriginGroups"), "Items");
    const ids = [
      ...(idsOf(valueAt(config, "Origins")) ?? [undefined]),
      ...(groups === undefined ? [] : (idsOf(groups) ?? [undefined])),
    ];
    // An id by a function may be any.
    if (ids.some((id) => id === undefined)) return;
    const names = ids.filter((id) => id !== undefined);
    const behaviors = valueAt(config, "CacheBehaviors");
    const all = [valueAt(config, "DefaultCacheBehavior"), ...(behaviors?.kind === "list" ? behaviors.items : [])];
    for (const node of all.flatMap((behavior) => literalAt(behavior, "TargetOriginId") ?? [])) {
      if (names.includes(node.text) || node.text.includes("{{")) continue;
      const span = contentSpan(node);
      const meant = suggestion(node.text, names, span);
      report(span, { message: "no-origin", with: { value: node.text, meant }, data: meant.data });
    }
  },
};

/** A bucket's website is a server like any other. */
function checkWebsite(origin: Node, report: EntryContext["report"]): void {
  const domain = valueAt(origin, "DomainName");
  const text = domain && composedText(domain);
  if (valueAt(origin, "S3OriginConfig")?.kind !== "map" || domain === undefined) return;
  if (!/\.s3-website[-.][\w${}:.-]+$/.test(text ?? "")) return;
  report(contentSpan(domain), { message: "website" });
}

/** The address of a website, where only its host belongs. */
function checkUrl(origin: Node, report: EntryContext["report"]): void {
  const domain = valueAt(origin, "DomainName");
  const bucket = /^\$\{(\w+)\.WebsiteURL\}$/.exec((domain && composedText(domain)) ?? "")?.[1];
  if (domain === undefined || bucket === undefined) return;
  const host = `!Select [2, !Split ["/", !GetAtt ${bucket}.WebsiteURL]]`;
  report(domain, { message: "website-url", with: { bucket, host } });
}

/** The ids of a list; `undefined` for one that is not written out, or for the whole where it is no list. */
function idsOf(node: Node | undefined): readonly (string | undefined)[] | undefined {
  if (node?.kind !== "list") return undefined;
  return node.items.map((item) => textOf(valueAt(item, "Id")));
}
