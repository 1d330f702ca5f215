import type { EntryContent } from "../../model/template.ts";
import { contentSpan, type MapNode, pairOf } from "../../model/tree/node.ts";
import { answer } from "../shared/answer.ts";
import { pairRemoval } from "../shared/fixes/removal.ts";
import { eachVariantOf } from "../shared/resolving/eachVariant.ts";
import type { EntryContext, EntryRule, ReportAt } from "../shared/rule.ts";
import { hasAllKeys, literalText } from "../shared/values/literals.ts";
import { type ObjectSite, valueSites } from "../shared/values/valueSites.ts";

/** Ports in a security group rule with the protocol `-1` (all): they are ignored, and all ports are open. */
export const allPorts: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { objects } = valueSites(entry, context.catalogue);
    for (let index = 0; index < objects.length; index++) {
      const { map, object, assumptions } = objects[index] as ObjectSite;
      if (!object.properties.has("IpProtocol")) continue;
      const check = (one: MapNode, report: ReportAt): void => checkPorts(one, entry, { ...context, report });
      eachVariantOf(["IpProtocol", "FromPort", "ToPort"], map, entry, context, check, assumptions);
    }
  },
};

const BOTH_PORTS = "Must specify both from and to ports with TCP/UDP.";

function checkPorts(map: MapNode, entry: EntryContent, { format, report }: EntryContext): void {
  const protocol = literalText(map, "IpProtocol");
  if (protocol === undefined) return;
  const ports = ["FromPort", "ToPort"].flatMap((name) => pairOf(map, name) ?? []);
  const first = ports[0];
  if (protocol === "-1") {
    if (first === undefined || first.merged) return;
    const edits = ports.flatMap((pair) => pairRemoval(map, pair, entry.unit.text, format) ?? []);
    const title = { en: "Remove the ports", ja: "ポートを削除" };
    const isWhole = edits.length === ports.length && edits.every(({ start }, at) => start >= (edits[at - 1]?.end ?? 0));
    report(contentSpan(first.key), { message: "ports-ignored", data: isWhole ? { title, edits } : undefined });
  } else if (/^(?:tcp|udp|6|17)$/i.test(protocol) && isBackwards(map)) {
    const [from, to] = ["FromPort", "ToPort"].map((name) => literalText(map, name));
    report(contentSpan(pairOf(map, "ToPort")?.key ?? map.pairs[0]?.key ?? entry.key), {
      message: "range-backwards",
      with: { to, from },
      severity: "error",
      code: "port-range",
    });
  } else if (/^(?:tcp|udp|6|17|icmp|icmpv6|1|58)$/i.test(protocol) && ports.length < 2 && map.pairs.length > 1) {
    const span = pairOf(map, "IpProtocol");
    if (span === undefined || span.merged || !hasAllKeys(map)) return;
    report(contentSpan(span.key), {
      message: "no-ports",
      with: { protocol, says: answer(/^(?:icmp|icmpv6|1|58)$/i.test(protocol) ? undefined : BOTH_PORTS) },
      severity: "error",
      code: "missing-ports",
      unfinished: "beside",
    });
  }
}

function isBackwards(map: MapNode): boolean {
  const [from, to] = ["FromPort", "ToPort"].map((name) => literalText(map, name));
  return from !== undefined && to !== undefined && /^\d+$/.test(from) && /^\d+$/.test(to) && Number(from) > Number(to);
}
