import { contentSpan, listItems, type Node, refTarget, textOf, valueAt } from "../../../model/tree/node.ts";
import { suggestion } from "../../shared/fixes/nearest.ts";
import { referFix } from "../../shared/fixes/referFix.ts";
import { certainlyDiffer, composedText } from "../../shared/resolving/composedText.ts";
import type { EntryContext, EntryRule, ReportAt } from "../../shared/rule.ts";
import { literalText, nodesAt } from "../../shared/values/literals.ts";

/**
 * A cache behaviour of a CloudFront distribution whose TargetOriginId is not the Id of any origin or origin group, and a group with an origin that there is not; the website of a
 * bucket as an origin of S3, or by its address with http://; a bucket by its name.
 */
export const distributionOrigin: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::CloudFront::Distribution"],
  check(entry, context) {
    const { report } = context;
    const config = valueAt(valueAt(entry.value, "Properties"), "DistributionConfig");
    for (const origin of listItems(valueAt(config, "Origins"))) {
      checkWebsite(origin, report);
      checkUrl(origin, report);
      if (valueAt(origin, "S3OriginConfig")?.kind === "map")
        checkName(valueAt(origin, "DomainName"), "RegionalDomainName", "Origin DomainName", context);
    }
    checkName(valueAt(valueAt(config, "Logging"), "Bucket"), "DomainName", "Logging Bucket", context);
    checkHeaders(config, report);
    const groups = valueAt(valueAt(config, "OriginGroups"), "Items");
    const origins = idsOf(valueAt(config, "Origins")) ?? [undefined];
    const ids = [...origins, ...(groups === undefined ? [] : (idsOf(groups) ?? [undefined]))];
    checkIds(nodesAt(groups, ["Members", "Items", "OriginId"]), origins, "no-member", report);
    const behaviors = ["DefaultCacheBehavior", "CacheBehaviors"];
    checkIds(
      behaviors.flatMap((name) => nodesAt(config, [name, "TargetOriginId"])),
      ids,
      "no-origin",
      report,
    );
  },
};

/** @param ids of what may be named; `undefined` for one that may be any */
function checkIds(
  nodes: readonly Node[],
  ids: readonly (string | undefined)[],
  message: string,
  report: ReportAt,
): void {
  const names = ids.filter((id) => id !== undefined);
  if (names.length < ids.length) return;
  for (const node of nodes) {
    const value = composedText(node);
    if (value === undefined || value.includes("{{") || !names.every((name) => certainlyDiffer(name, value))) continue;
    const span = contentSpan(node);
    const meant = node.kind === "scalar" ? suggestion(value, names, span) : undefined;
    report(span, { message, with: { value, meant: meant ?? "" }, data: meant?.data });
  }
}

/** S3 takes three headers only. */
function checkHeaders(config: Node | undefined, report: ReportAt): void {
  const buckets = listItems(valueAt(config, "Origins"))
    .filter((origin) => valueAt(origin, "S3OriginConfig")?.kind === "map")
    .map((origin) => literalText(origin, "Id"));
  const behaviors = [valueAt(config, "DefaultCacheBehavior"), ...listItems(valueAt(config, "CacheBehaviors"))];
  for (const behavior of behaviors) {
    const target = literalText(behavior, "TargetOriginId");
    if (target === undefined || !buckets.includes(target)) continue;
    const all = listItems(valueAt(valueAt(behavior, "ForwardedValues"), "Headers")).find((one) => textOf(one) === "*");
    if (all !== undefined) report(contentSpan(all), { message: "all-headers", with: { target } });
  }
}

/** A bucket's website is a server like any other. */
function checkWebsite(origin: Node, report: ReportAt): void {
  const domain = valueAt(origin, "DomainName");
  const text = domain && composedText(domain);
  if (valueAt(origin, "S3OriginConfig")?.kind !== "map" || domain === undefined) return;
  if (/\.s3-website[-.][\w${}:.-]+$|^\$\{Fn::.*\.WebsiteURL/.test(text ?? ""))
    report(contentSpan(domain), { message: "website" });
  else if (OTHER_SERVER.test(text?.replaceAll("${AWS::URLSuffix}", "amazonaws.com") ?? ""))
    report(contentSpan(domain), { message: "no-bucket" });
}

/** The host of an API, a load balancer, a function or an instance, which is no bucket's. */
const OTHER_SERVER =
  /\.(?:execute-api|lambda-url|compute)\.[\w${}:.-]+$|\.elb\.[\w${}:-]+\.amazonaws\.com$|\.elb\.amazonaws\.com$|^\$\{\w+\.(?:DNSName|PublicDnsName)\}$/;

/** The name of a bucket in place of its host. */
function checkName(
  node: Node | undefined,
  attribute: string,
  what: string,
  { declarations, format, report }: EntryContext,
): void {
  const bucket = refTarget(node) ?? "";
  if (node === undefined || declarations.resources.get(bucket)?.type !== "AWS::S3::Bucket") return;
  const data = referFix(node, bucket, attribute, format);
  report(node, { message: "bucket-name", with: { bucket, attribute, what }, data });
}

/** An address in place of only its host. */
function checkUrl(origin: Node, report: ReportAt): void {
  const domain = valueAt(origin, "DomainName");
  const url = /^\$\{(\w+\.(?:WebsiteURL|ApiEndpoint|FunctionUrl))\}$/.exec((domain && composedText(domain)) ?? "")?.[1];
  if (domain === undefined || url === undefined) return;
  report(domain, { message: "website-url", with: { url, host: `!Select [2, !Split ["/", !GetAtt ${url}]]` } });
}

/** The ids of a list; `undefined` for one that is not written out, or for the whole if it is no list. */
function idsOf(node: Node | undefined): readonly (string | undefined)[] | undefined {
  if (node?.kind !== "list") return undefined;
  return node.items.map((item) => {
    const id = valueAt(item, "Id");
    return id && composedText(id);
  });
}
