import { contentSpan, type MapNode, type Node, pairOf, refTarget, textOf, valueAt } from "../../../model/tree/node.ts";
import { isTrue } from "../../shared/links/linkedResource.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import type { EntryContext, EntryRule } from "../../shared/rule.ts";
import { hasAllKeys, isSet } from "../../shared/values/literals.ts";
import { isNoValue } from "../../shared/values/valueSites.ts";

/**
 * A CloudFront distribution whose certificate or web ACL CloudFront cannot use: one of another region than us-east-1,
 * or no certificate although the distribution has names of its own (`Aliases`).
 */
export const distributionCertificate: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::CloudFront::Distribution"],
  check(entry, { declarations, report }) {
    const config = valueAt(valueAt(entry.value, "Properties"), "DistributionConfig");
    if (config?.kind !== "map" || !hasAllKeys(config)) return;
    const arn = valueAt(valueAt(config, "ViewerCertificate"), "AcmCertificateArn");
    const usual = declarations.parameters.get(refTarget(arn) ?? "")?.default;
    const text = usual ?? (arn && composedText(arn)) ?? "";
    const region = ARN.exec(text)?.[1];
    if (arn !== undefined && region !== undefined && region !== "us-east-1") {
      const isSure = usual === undefined;
      report(contentSpan(arn), {
        severity: isSure ? "error" : "warning",
        message: isSure ? "other-region" : "other-region-by-default",
        with: { region },
      });
    }
    const [mapped] = arn === undefined ? [] : regionsMapped(arn, declarations);
    if (arn !== undefined && mapped !== undefined)
      report(contentSpan(arn), {
        severity: "warning",
        before: { en: `In ${mapped}: `, ja: `${mapped}の場合：` },
        message: "other-region",
        with: { region: mapped },
      });
    const acl = valueAt(config, "WebACLId");
    const place = ACL.exec((acl && composedText(acl)) ?? "");
    if (
      acl !== undefined &&
      place !== null &&
      ((place[1] !== "us-east-1" && !place[1]?.startsWith("$")) || place[2] === "regional")
    ) {
      report(contentSpan(acl), {
        message: place[2] === "regional" ? "regional-acl" : "acl-in-region",
        with: { region: place[1] },
      });
    }
    const aliases = pairOf(config, "Aliases");
    const names = aliases && namesIn(aliases.value, declarations);
    if (aliases === undefined || names === undefined || !lacksCertificate(config)) return;
    report(contentSpan(aliases.key), {
      message: "no-certificate",
      with: { name: entry.name },
      severity: names === "always" ? "error" : "warning",
      unfinished: "beside",
    });
  },
};

/** Regions for which a mapping has a certificate of that same Region, and not of us-east-1. */
function regionsMapped(arn: Node, { mappings }: EntryContext["declarations"]): readonly string[] {
  if (arn.kind !== "call" || arn.name !== "Fn::FindInMap" || arn.argument.kind !== "list") return [];
  const [name, first, second] = arn.argument.items;
  const key = textOf(second);
  if (first === undefined || refTarget(first) !== "AWS::Region" || key === undefined) return [];
  return [...(mappings.get(textOf(name) ?? "") ?? [])].flatMap(([region, values]) => {
    const value = values.get(key);
    const found = typeof value === "string" ? ARN.exec(value)?.[1] : undefined;
    return found === region && region !== "us-east-1" ? [region] : [];
  });
}

const ACL =
  /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):wafv2:([a-z\d-]+|\$\{AWS::Region\}):(?:\d*|\$\{AWS::AccountId\}):(\w+)\//;

const ARN = /^arn:(?:aws|\$\{AWS::Partition\}):acm:([a-z\d-]+):/;

/** When there are names: always, or by default only; `undefined` if that is not known. */
function namesIn(
  node: Node,
  { parameters }: Pick<EntryContext["declarations"], "parameters">,
): "always" | "sometimes" | undefined {
  if (node.kind === "list") return node.items.some(isName) ? "always" : undefined;
  const { type = "", default: usual } = parameters.get(refTarget(node) ?? "") ?? {};
  return usual && /^(?:CommaDelimitedList|List<)/.test(type) ? "sometimes" : undefined;
}

/** A name that is there in every case. */
function isName(item: Node): boolean {
  if (item.kind === "scalar") return item.text !== "";
  return item.kind === "call" && item.name !== "Fn::If" && !isNoValue(item);
}

function lacksCertificate(config: MapNode): boolean {
  if (!isSet(config, "ViewerCertificate")) return true;
  const certificate = valueAt(config, "ViewerCertificate");
  return (
    certificate?.kind === "map" &&
    isTrue(valueAt(certificate, "CloudFrontDefaultCertificate")) &&
    hasAllKeys(certificate) &&
    !isSet(certificate, "AcmCertificateArn") &&
    !isSet(certificate, "IamCertificateId")
  );
}
