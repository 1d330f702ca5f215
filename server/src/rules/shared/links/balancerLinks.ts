import { contentSpan, valueAt } from "../../../model/tree/node.ts";
import { hasAllKeys, isSet, literalText } from "../values/literals.ts";
import { valuesAt } from "../values/valuesAt.ts";
import type { LinkedResource, ReportLink } from "./linkedResource.ts";

/** A listener speaks what its load balancer takes, and what it forwards to. */
export function listener(own: LinkedResource, report: ReportLink): void {
  const protocol = literalText(own.properties, "Protocol");
  if (protocol === undefined) return;
  const balancer = own.target(valueAt(own.properties, "LoadBalancerArn"), "AWS::ElasticLoadBalancingV2::LoadBalancer");
  if (balancer === undefined || !hasAllKeys(balancer.properties)) return checkTargets(own, protocol, report);
  const type =
    literalText(balancer.properties, "Type") ?? (isSet(balancer.properties, "Type") ? undefined : "application");
  const isHttp = /^HTTPS?$/.test(protocol);
  const fits =
    type === "application" ? isHttp || !/^(?:TCP|TLS|UDP|TCP_UDP)$/.test(protocol) : type !== "network" || !isHttp;
  if (fits) return checkTargets(own, protocol, report);
  const allowed = type === "application" ? "HTTPS, HTTP" : "TLS, TCP, TCP_UDP, UDP";
  report(own, "Protocol", {
    en: `${balancer.entry.name} is ${type === "application" ? "an Application" : "a Network"} Load Balancer (“Listener protocol '${protocol}' must be one of '${allowed}'”).`,
    ja: `${balancer.entry.name}は${type === "application" ? "Application" : "Network"} Load Balancerです（「Listener protocol '${protocol}' must be one of '${allowed}'」）。`,
  });
}

/** What a Network Load Balancer does with what comes in: it forwards it. */
function checkActions(own: LinkedResource, protocol: string, report: ReportLink): void {
  if (!/^(?:TCP|TLS|UDP|TCP_UDP)$/.test(protocol)) return;
  for (const node of valuesAt(own.properties, ["DefaultActions", "Type"])) {
    if (node.kind !== "scalar" || !/^(?:fixed-response|redirect|authenticate-(?:oidc|cognito))$/.test(node.text))
      continue;
    report(own, contentSpan(node), {
      en: `A listener of the protocol ${protocol} only forwards, and has no ${node.text}: use HTTP or HTTPS, or forward.`,
      ja: `プロトコル${protocol}のリスナーで使えるのはforwardだけで、${node.text}は使えません。HTTPかHTTPSにするか、forwardにしてください。`,
    });
  }
}

/** What a listener forwards to speaks a protocol of the same kind. */
function checkTargets(own: LinkedResource, protocol: string, report: ReportLink): void {
  checkActions(own, protocol, report);
  for (const named of FORWARDED.flatMap((path) => valuesAt(own.properties, path))) {
    const group = own.target(named, "AWS::ElasticLoadBalancingV2::TargetGroup");
    const other = literalText(group?.properties, "Protocol");
    if (group === undefined || other === undefined) continue;
    if ((ACCEPTED.get(protocol) ?? other).split(" ").includes(other) || !PROTOCOLS.test(other)) continue;
    report(own, "Protocol", {
      en: `A listener of the protocol ${protocol} can't forward to ${group.entry.name} of the protocol ${other} (“The listener and its associated target group … have incompatible protocols”).`,
      ja: `プロトコル${protocol}のリスナーから、プロトコル${other}の${group.entry.name}には転送できません（「The listener and its associated target group … have incompatible protocols」）。`,
    });
  }
}

/** Where a listener names target groups. */
const FORWARDED = ["TargetGroupArn", "ForwardConfig.TargetGroups.TargetGroupArn"].map((path) => [
  "DefaultActions",
  ...path.split("."),
]);

const PROTOCOLS = /^(?:HTTPS?|TCP|TLS|UDP|TCP_UDP|GENEVE)$/;

/** The protocols of target groups that a listener of a protocol takes. */
const ACCEPTED: ReadonlyMap<string, string> = new Map([
  ["HTTP", "HTTP HTTPS"],
  ["HTTPS", "HTTP HTTPS"],
  ["TCP", "TCP TCP_UDP"],
  ["TLS", "TCP TLS"],
  ["UDP", "UDP TCP_UDP"],
  ["TCP_UDP", "TCP_UDP"],
]);
