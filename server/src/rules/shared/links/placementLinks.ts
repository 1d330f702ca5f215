import { type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../resolving/composedText.ts";
import { addressRange, rangesMeet } from "../values/cidr.ts";
import { hasAllKeys, isSet, literalText } from "../values/literals.ts";
import { valuesAt } from "../values/valuesAt.ts";
import type { LinkedResource, ReportLink } from "./linkedResource.ts";

/** What a service of ECS says of where its tasks run, and are found. */
export function servicePlaces(own: LinkedResource, task: LinkedResource | undefined, report: ReportLink): void {
  const providers = valuesAt(own.properties, ["CapacityProviderStrategy", "CapacityProvider"]);
  const group = providers
    .map((node) => own.target(node, "AWS::ECS::CapacityProvider"))
    .find((one) => one !== undefined);
  const fargate = providers.find((node) => /^FARGATE(?:_SPOT)?$/.test(textOf(node) ?? ""));
  if (group !== undefined && fargate !== undefined)
    report(own, "CapacityProviderStrategy", {
      en: `${textOf(fargate)} and ${group.entry.name} don't go together (“A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers.”).`,
      ja: `${textOf(fargate)}と${group.entry.name}は一緒に使えません（「A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers.」）。`,
    });
  const mode = literalText(task?.properties, "NetworkMode");
  if (mode !== "bridge" && mode !== "host") return;
  for (const registry of valuesAt(own.properties, ["ServiceRegistries"])) {
    if (registry.kind !== "map" || !hasAllKeys(registry) || isSet(registry, "ContainerName")) continue;
    report(own, "ServiceRegistries", {
      en: `With the network mode ${mode} a registry needs ContainerName and ContainerPort (“values for 'containerName' and 'containerPort' must be specified from the task definition”).`,
      ja: `ネットワークモードが${mode}の場合、ServiceRegistriesにContainerNameとContainerPortが必要です（「values for 'containerName' and 'containerPort' must be specified from the task definition」）。`,
    });
  }
}

/** VPCs that are joined have no addresses in common. */
export function peering(own: LinkedResource, report: ReportLink): void {
  const [one, other] = ["VpcId", "PeerVpcId"].map((name) => own.target(valueAt(own.properties, name), "AWS::EC2::VPC"));
  const [text = "", second = ""] = [one, other].map((vpc) => literalText(vpc?.properties, "CidrBlock") ?? "");
  const [range, taken] = [text, second].map(addressRange);
  if (one === undefined || other === undefined || one.entry.name === other.entry.name) return;
  if (range === undefined || taken === undefined || !rangesMeet(range, taken)) return;
  report(own, "PeerVpcId", {
    en: `${one.entry.name} (${text}) and ${other.entry.name} (${second}) have addresses in common (“failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range”).`,
    ja: `${one.entry.name}（${text}）と${other.entry.name}（${second}）のアドレスが重なっています（「failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range」）。`,
  });
}

/** An alias that shares out its calls names two versions. */
export function aliasVersions(own: LinkedResource, report: ReportLink): void {
  const version = textBy(valueAt(own.properties, "FunctionVersion"));
  const path = ["RoutingConfig", "AdditionalVersionWeights", "FunctionVersion"];
  const same = valuesAt(own.properties, path).find((node) => version !== undefined && textBy(node) === version);
  if (same === undefined) return;
  report(own, same, {
    en: "This is the version of the alias itself (“is already included in routing configuration”): name another.",
    ja: "これはエイリアス自体のバージョンです（「is already included in routing configuration」）。別のバージョンを指定してください。",
  });
}

function textBy(node: Node | undefined): string | undefined {
  const text = node && composedText(node);
  return text === undefined || /Fn::If|AWS::NoValue/.test(text) ? undefined : text;
}
