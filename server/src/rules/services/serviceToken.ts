import { isCustomResource } from "../../catalogue/language/resourceBody.ts";
import { contentSpan, type MapNode, type Node, pairOf, valueAt } from "../../model/tree/node.ts";
import { referFix } from "../shared/fixes/referFix.ts";
import { refName, resourceTarget } from "../shared/links/resourceTarget.ts";
import { eachVariantOf } from "../shared/resolving/eachVariant.ts";
import type { EntryContext, EntryRule, ReportAt } from "../shared/rule.ts";
import { hasAllKeys, isSet, literalText } from "../shared/values/literals.ts";

/** A custom resource without ServiceToken, or with one that is not the ARN of a function or topic. */
export const serviceToken: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { declarations, report } = context;
    const type = literalText(entry.value, "Type");
    if (type === undefined || !isCustomResource(type)) return;
    if (declarations.open || entry.value.kind !== "map") return;
    const properties = pairOf(entry.value, "Properties");
    const token = valueAt(properties?.value, "ServiceToken");
    if (token !== undefined) checkToken(token, context);
    if (properties?.value.kind === "call" || !type.startsWith("Custom::")) return;
    // This is how people write a resource that never exists, since a template has to have one.
    if (properties === undefined && pairOf(entry.value, "Condition") !== undefined) return;
    const map = properties?.value.kind === "map" ? properties.value : undefined;
    if (!hasAllKeys(entry.value) || (map !== undefined && !hasAllKeys(map))) return;
    const check = (one: MapNode | undefined, tell: ReportAt): void => {
      if (one === undefined || !isSet(one, "ServiceToken"))
        tell(contentSpan(properties?.key ?? entry.key), { message: "missing", with: { name: entry.name } });
    };
    if (map === undefined) check(map, report);
    else eachVariantOf(["ServiceToken"], map, entry, context, check, []);
  },
};

const FUNCTION = /^AWS::(?:Lambda|Serverless)::Function$/;
/** Types that have the ARN of a function or topic, and what gives that of others. */
const HANDLING = /^AWS::(?:Lambda|SNS|Serverless|CloudFormation|SSM|ServiceCatalog\w*)::/;

function checkToken(token: Node, { declarations, format, report }: EntryContext): void {
  const target = resourceTarget(token) ?? "";
  const type = declarations.resources.get(target)?.type ?? "";
  if (FUNCTION.test(type) && refName(token) === target) {
    const data = referFix(token, target, "Arn", format);
    report(token, { message: "no-arn", with: { target }, data });
  } else if (type.startsWith("AWS::") && !HANDLING.test(type))
    report(token, { message: "other-type", with: { target, type } });
}
