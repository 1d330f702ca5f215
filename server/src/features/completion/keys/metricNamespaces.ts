import { samBecomes } from "../../../catalogue/sam/samKinds.ts";
import type { Scene } from "../scene.ts";
import { kinship } from "./targets.ts";

const ALARM = "AWS::CloudWatch::Alarm";

/** Namespaces that are not called as the service of a type, by the type or its service. */
const NAMESPACES: ReadonlyMap<string, readonly string[]> = new Map([
  ["AWS::EC2::NatGateway", ["AWS/NATGateway"]],
  ["AWS::EC2::Volume", ["AWS/EBS"]],
  ["ApiGatewayV2", ["AWS/ApiGateway"]],
  ["ElasticLoadBalancing", ["AWS/ELB"]],
  ["ElasticLoadBalancingV2", ["AWS/ApplicationELB", "AWS/NetworkELB"]],
  ["Elasticsearch", ["AWS/ES"]],
  ["KinesisFirehose", ["AWS/Firehose"]],
  ["OpenSearchService", ["AWS/ES"]],
  ["StepFunctions", ["AWS/States"]],
]);

/**
 * The namespaces of metrics that a template's resources have; for `Namespace` of an alarm, the resource first that the
 * alarm is called after: `DlqAlarm` watches `OrdersDlq`.
 */
export function namespacesInUse({ template, subject }: Scene): readonly string[] {
  if (subject.resourceType !== ALARM) return [];
  const resources = [...template.declarations.resources].filter(([, { type = "" }]) => type.startsWith("AWS::"));
  return resources
    .map(([name, { type = "" }]) => ({ type: samBecomes(type) ?? type, kin: kinship(name, subject.entry) }))
    .toSorted((one, other) => other.kin - one.kin)
    .flatMap(({ type }) => {
      const service = type.split("::")[1] ?? "";
      return NAMESPACES.get(type) ?? NAMESPACES.get(service) ?? [`AWS/${service}`];
    });
}
