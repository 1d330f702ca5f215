import { contentSpan, type MapNode, typeNameOf } from "../../model/tree/node.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import { eachVariantOf } from "../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";
import { literalAt } from "../shared/values/literals.ts";
import { type ObjectSite, valueSites } from "../shared/values/valueSites.ts";

const IP_PROTOCOLS = ["tcp", "udp", "icmp", "icmpv6", "-1"];
const CLASSIC_PROTOCOLS = ["HTTP", "HTTPS", "TCP", "SSL"];

/** A protocol that a security group rule or a Classic Load Balancer's listener does not know. */
export const protocolValue: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const isClassic = typeNameOf(entry.value) === "AWS::ElasticLoadBalancing::LoadBalancer";
    const { objects } = valueSites(entry, context.catalogue);
    for (let index = 0; index < objects.length; index++) {
      const { map, object, assumptions } = objects[index] as ObjectSite;
      const isListener = isClassic && object.properties.has("InstancePort");
      if (!isListener && !(object.properties.has("IpProtocol") && object.properties.has("FromPort"))) continue;
      const property = isListener ? "Protocol" : "IpProtocol";
      const allowed = isListener ? CLASSIC_PROTOCOLS : IP_PROTOCOLS;
      const check = (one: MapNode, report: ReportAt): void => checkProtocol(one, property, allowed, report);
      eachVariantOf([property], map, entry, context, check, assumptions);
    }
  },
};

function checkProtocol(map: MapNode, property: string, allowed: readonly string[], report: ReportAt): void {
  const node = literalAt(map, property);
  if (node === undefined || node.text.includes("{{")) return;
  const { text } = node;
  const isNumber = property === "IpProtocol" && /^\d{1,3}$/.test(text) && Number(text) <= 255;
  if (isNumber || allowed.some((one) => one.toLowerCase() === text.toLowerCase())) return;
  const span = contentSpan(node);
  const meant = suggestion(text, allowed, span);
  report(span, {
    message: property === "IpProtocol" ? "no-ip-protocol" : "no-protocol",
    with: { text, property, meant, allowed: allowed.join(", ") },
    data: meant.data,
  });
}
