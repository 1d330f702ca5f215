import { contentSpan, type MapNode, type Node, pairOf, refTarget, valueAt } from "../../../model/tree/node.ts";
import type { EntryRule } from "../../engine/rule.ts";
import { isTrue } from "../../shared/links/linkedResource.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import { hasAllKeys, isSet, literalAt } from "../../shared/values/literals.ts";
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
    const region = /^arn:(?:aws|\$\{AWS::Partition\}):acm:([a-z\d-]+):/.exec(text)?.[1];
    if (arn !== undefined && region !== undefined && region !== "us-east-1") {
      const isSure = usual === undefined;
      report(arn.kind === "scalar" ? contentSpan(arn) : arn, {
        severity: isSure ? "error" : "warning",
        en: `The certificate is in ${region}${isSure ? "" : ", by default"}, but CloudFront takes only those of us-east-1 (“The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain”), wherever the stack is.`,
        ja: `証明書が${region}にありますが${isSure ? "" : "（デフォルトの場合）"}、スタックのリージョンに関係なく、CloudFrontで使えるのはus-east-1の証明書だけです（「The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain」）。`,
      });
    }
    const acl = literalAt(config, "WebACLId");
    const place = /^arn:aws[\w-]*:wafv2:([a-z\d-]+):\d*:(\w+)\//.exec(acl?.text ?? "");
    if (acl !== undefined && place !== null && (place[1] !== "us-east-1" || place[2] === "regional")) {
      report(contentSpan(acl), {
        en: `The web ACL is ${place[2] === "regional" ? "regional" : `in ${place[1]}`}, but CloudFront takes only global ones of us-east-1 (“InvalidWebACLId”), wherever the stack is.`,
        ja: `ウェブACLが${place[2] === "regional" ? "リージョン用" : `${place[1]}`}のものです。スタックのリージョンに関係なく、CloudFrontで使えるのはus-east-1のグローバルなものだけです（「InvalidWebACLId」）。`,
      });
    }
    const aliases = pairOf(config, "Aliases");
    if (aliases?.value.kind !== "list" || !aliases.value.items.some(isName) || !lacksCertificate(config)) return;
    report(contentSpan(aliases.key), {
      en: `${entry.name} has Aliases, but no certificate for them: give ViewerCertificate an AcmCertificateArn of us-east-1 (“To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name”).`,
      ja: `${entry.name}にはAliasesがありますが、その証明書がありません。ViewerCertificateに、us-east-1のAcmCertificateArnを指定してください（「To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name」）。`,
      unfinished: "beside",
    });
  },
};

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
