import resourceLinks from "../../../../data/resourceLinks.yaml";
import { contentSpan, valueAt } from "../../../model/tree/node.ts";
import { replacement } from "../fixes/nearest.ts";
import { hasAllKeys, isSet, literalText, nodesAt } from "../values/literals.ts";
import type { LinkedResource, ReportLink } from "./linkedResource.ts";

/** A listener's protocol fits its load balancer, and the targets that it forwards to. */
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
    message: type === "application" ? "application-protocol" : "network-protocol",
    with: { name: balancer.entry.name, protocol, allowed },
  });
}

/** A Network Load Balancer can only forward. */
function checkActions(own: LinkedResource, protocol: string, report: ReportLink): void {
  if (!/^(?:TCP|TLS|UDP|TCP_UDP)$/.test(protocol)) return;
  for (const node of nodesAt(own.properties, ["DefaultActions", "Type"])) {
    if (node.kind !== "scalar" || !/^(?:fixed-response|redirect|authenticate-(?:oidc|cognito))$/.test(node.text))
      continue;
    report(own, contentSpan(node), { message: "only-forwards", with: { protocol, value: node.text } });
  }
}

/** The targets of a listener have a protocol of the same kind. */
function checkTargets(own: LinkedResource, protocol: string, report: ReportLink): void {
  checkActions(own, protocol, report);
  for (const named of FORWARDED.flatMap((path) => nodesAt(own.properties, path))) {
    const group = own.target(named, "AWS::ElasticLoadBalancingV2::TargetGroup");
    const other = literalText(group?.properties, "Protocol");
    if (group === undefined || other === undefined) continue;
    if ((ACCEPTED.get(protocol) ?? [other]).includes(other) || !PROTOCOLS.test(other)) continue;
    report(own, isSet(own.properties, "Protocol") ? "Protocol" : contentSpan(named), {
      message: "protocols-differ",
      with: { protocol, name: group.entry.name, other },
    });
  }
}

/** A rule forwards to what its listener may. */
export function listenerRule(own: LinkedResource, report: ReportLink): void {
  const of = own.target(valueAt(own.properties, "ListenerArn"), "AWS::ElasticLoadBalancingV2::Listener");
  const protocol = literalText(of?.properties, "Protocol");
  if (protocol !== undefined) checkTargets(own, protocol, report);
}

/** The stickiness of a target group depends on its protocol. */
export function targetGroup(own: LinkedResource, report: ReportLink): void {
  const protocol = literalText(own.properties, "Protocol") ?? "";
  for (const attribute of nodesAt(own.properties, ["TargetGroupAttributes"])) {
    const type = literalText(attribute, "Key") === "stickiness.type" ? valueAt(attribute, "Value") : undefined;
    if (type?.kind !== "scalar" || !(protocol === "TCP" ? /^lb_cookie$/ : /^source_ip$/).test(type.text)) continue;
    if (!/^(?:TCP|HTTPS?)$/.test(protocol)) continue;
    const meant = protocol === "TCP" ? "source_ip" : "lb_cookie";
    const data = replacement(contentSpan(type), meant);
    report(own, contentSpan(type), { message: "stickiness", with: { type: type.text, protocol, meant } }, { data });
  }
}

/** The properties in which a listener and its rules name target groups. */
const FORWARDED = ["DefaultActions", "Actions"].flatMap((actions) => [
  [actions, "TargetGroupArn"],
  [actions, "ForwardConfig", "TargetGroups", "TargetGroupArn"],
]);

const PROTOCOLS = /^(?:HTTPS?|TCP|TLS|UDP|TCP_UDP|GENEVE)$/;

/** The protocols of target groups that a listener of a protocol takes. */
const ACCEPTED = new Map(Object.entries(resourceLinks().targetProtocols));
