import { contentSpan, listItems, type MapNode, type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { EntryContext } from "../shared/rule.ts";
import { isOpenText } from "../shared/values/literals.ts";

/** AWS's own condition keys, which people also write as if they were S3's. */
const GLOBAL =
  /^s3:(?=(?:CalledVia|CurrentTime|EpochTime|MultiFactorAuth(?:Age|Present)|Principal(?:Account|Arn|OrgID|OrgPaths|Tag\/.+|Type)|Referer|RequestedRegion|SecureTransport|Source(?:Account|Arn|Ip|Vpce?)|UserAgent|userid|username|ViaAWSService|VpcSourceIp)$)/i;

/** Condition keys of S3, and the actions whose requests have them. */
const OF_ACTIONS: readonly (readonly [key: RegExp, actions: RegExp, example: string])[] = [
  [/^s3:(?:prefix|delimiter|max-keys)$/i, /^s3:list/i, "s3:ListBucket"],
  [
    /^s3:x-amz-(?:server-side-encryption.*|storage-class)$/i,
    /^s3:(?:put|replicate|bypass|updateobject)/i,
    "s3:PutObject",
  ],
];

/** Conditions of a bucket's policy that S3 refuses: a key that it does not have, or that no action of the statement has. */
export function checkBucketConditions(map: MapNode, { report }: EntryContext): void {
  const condition = valueAt(map, "Condition");
  if (condition?.kind !== "map") return;
  const actions = listItems(valueAt(map, "Action"));
  for (const { value: keys } of condition.pairs) {
    for (const { key } of keys.kind === "map" ? keys.pairs : []) {
      const span = contentSpan(key);
      if (GLOBAL.test(key.text)) {
        const meant = key.text.replace(/^s3:/i, "aws:");
        report(span, { message: "bucket-key", with: { key: key.text, meant }, data: replacement(span, meant) });
        continue;
      }
      const [, own, example = ""] = OF_ACTIONS.find(([one]) => one.test(key.text)) ?? [];
      if (own === undefined || actions.length === 0 || actions.some((action) => mayBe(action, own))) continue;
      report(span, { message: "bucket-condition", with: { key: key.text, example } });
    }
  }
}

/** Whether an action may be one of some. */
function mayBe(action: Node, own: RegExp): boolean {
  const text = textOf(action);
  return text === undefined || isOpenText(text) || text.includes("*") || text.includes("?") || own.test(text);
}
