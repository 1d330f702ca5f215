import { contentSpan, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { isAlwaysSet, isSet, literalText } from "../../shared/values/literals.ts";
import { valueSites } from "../../shared/values/valueSites.ts";

/** A TLS listener without a certificate. */
export const listenerCertificate: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::ElasticLoadBalancing::LoadBalancer", "AWS::ElasticLoadBalancingV2::Listener"],
  check(entry, { catalogue, report }) {
    const classic = typeNameOf(entry.value) === "AWS::ElasticLoadBalancing::LoadBalancer";
    const needed = classic ? "SSLCertificateId" : "Certificates";
    for (const { map, object, key, isItem, isOpen } of valueSites(entry, catalogue).objects) {
      if (isOpen || !object.properties.has(needed)) continue;
      const protocol = literalText(map, "Protocol");
      const isTls = classic ? /^(?:HTTPS|SSL)$/i : /^(?:HTTPS|TLS)$/;
      if (protocol === undefined || !isTls.test(protocol) || isAlwaysSet(map, needed)) continue;
      // A condition that leaves the certificate out may leave the whole listener out, too.
      const isSometimes = isSet(map, needed);
      if (isSometimes && valueAt(entry.value, "Condition") !== undefined) continue;
      report(
        // As for any missing required property: at what holds it.
        contentSpan((isItem ? map.pairs[0]?.key : undefined) ?? key),
        {
          message: isSometimes ? "certificate-in-every-case" : "no-certificate",
          with: { name: entry.name, protocol, needed },
          severity: isSometimes ? "warning" : "error",
        },
      );
    }
  },
};
