import { contentSpan } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { answer } from "../shared/answer.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";
import { canonicalRange, type IpFamily, isCidr } from "../shared/values/cidr.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/** What EC2 answers, by the type. */
const SAYS: ReadonlyMap<string, string> = new Map([
  ...["VPC", "Subnet", "Route"].map((type) => [`AWS::EC2::${type}`, "This is not a valid CIDR block."] as const),
  ...["", "Ingress", "Egress"].map((kind) => [`AWS::EC2::SecurityGroup${kind}`, "CIDR block … is malformed"] as const),
]);

/** An invalid address range: a prefix above 32 (or 128), a number above 255, or no prefix. */
export const invalidCidr: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report, declarations }) {
    const reportHostBits = (span: Span, text: string, canonical: string): void => {
      report(span, {
        message: "bits-beyond-prefix",
        with: { text, canonical },
        severity: "warning",
        data: replacement(span, canonical),
      });
    };
    const { single, type: resource } = valueSites(entry, catalogue);
    for (let index = 0; index < single.length; index++) {
      const site = single[index] as ValueSite;
      const { node, key, path, type } = site;
      const family = type.kind === "string" ? cidrFamily(path.at(-1) ?? "") : undefined;
      if (family === undefined || key === undefined) continue;
      if (node.kind === "scalar") {
        if (node.text.includes("{{")) continue;
        if (isCidr(node.text, family)) {
          const canonical = canonicalRange(node.text);
          if (canonical !== undefined) reportHostBits(contentSpan(node), node.text, canonical);
          continue;
        }
        report(contentSpan(node), {
          message: "no-range",
          with: { value: node.text, family, example: EXAMPLES[family], says: answer(SAYS.get(resource?.name ?? "")) },
        });
      } else if (node.kind === "call" && node.name === "Ref" && node.argument.kind === "scalar") {
        if (declarations.parameters.get(node.argument.text)?.type !== "String") continue;
        const isBad = (value: string): boolean => !isCidr(value, family) || canonicalRange(value) !== undefined;
        const wrong = placeTexts(site, entry, declarations).find(isBad);
        if (wrong === undefined) continue;
        report(node, {
          message: "parameter-no-range",
          with: { argument: node.argument.text, value: wrong || '""', family, example: EXAMPLES[family] },
          severity: "warning",
        });
      } else if (node.kind === "call") {
        const wrong = placeTexts(site, entry, declarations).find((value) => !isCidr(value, family));
        if (wrong === undefined || wrong.includes("{{")) continue;
        report(node, {
          message: "may-be-no-range",
          with: { value: node.name, wrong: wrong || '""', family, example: EXAMPLES[family] },
          severity: "warning",
        });
      }
    }
  },
};

const EXAMPLES: Readonly<Record<IpFamily, string>> = { IPv4: "10.0.0.0/16", IPv6: "2001:db8::/56" };

const V4 = /^(?:CidrIp|CidrBlock|DestinationCidrBlock|TransitGatewayCidrBlock|ClientCidrBlock|TargetNetworkCidr)$/;
const V6 = /^(?:CidrIpv6|Ipv6CidrBlock|DestinationIpv6CidrBlock)$/;

/** The address family of the ranges that a property holds; `undefined` if it holds none. */
function cidrFamily(property: string): IpFamily | undefined {
  if (!/ci?dr/i.test(property)) return undefined;
  if (V4.test(property)) return "IPv4";
  return V6.test(property) ? "IPv6" : undefined;
}
