import { contentSpan, pairOf, valueAt } from "../../model/tree/node.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { EntryRule } from "../shared/rule.ts";
import { hasAllKeys, isSet, literalText } from "../shared/values/literals.ts";

/** A service of AWS's by its name, the Region's being any, and the beginning of those that have gateway endpoints. */
const SERVICE = /^(?:cn\.)?com\.amazonaws\.[^.]+\.([\w.-]+)$/;
const GATEWAYS = /^(?:dynamodb|s3)/;

/** A VPC endpoint of the type Gateway, which it also is by default, to a service that has interface endpoints only. */
export const endpointType: EntryRule = {
  scope: "entry",
  types: ["AWS::EC2::VPCEndpoint"],
  check({ name, value }, { report }) {
    const properties = valueAt(value, "Properties");
    const pair = pairOf(properties, "ServiceName");
    if (properties?.kind !== "map" || pair === undefined || !hasAllKeys(properties)) return;
    const isGateway = isSet(properties, "VpcEndpointType")
      ? literalText(properties, "VpcEndpointType") === "Gateway"
      : // With these another rule tells that the type is missing.
        !isSet(properties, "SubnetIds") && !isSet(properties, "SecurityGroupIds");
    const service = SERVICE.exec(composedText(pair.value) ?? "")?.[1];
    if (!isGateway || service === undefined || GATEWAYS.test(service)) return;
    report(contentSpan(pair.value), {
      message: "interface-only",
      with: { service, name },
    });
  },
};
