import { formulaText } from "../../../model/tree/conditionFormula.ts";
import { contentSpan, type Node, pairOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { referFix } from "../../shared/fixes/referFix.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import type { EntryContext, EntryRule, Words } from "../../shared/rule.ts";
import { isAlwaysSet, isOneItem, isOpenText, isSet, literalAt, literalText } from "../../shared/values/literals.ts";

/**
 * A DNS record whose values do not fit its type: an invalid address, two values of a CNAME, a TXT value without quotes;
 * a record without TTL, or an alias with the zone of the record instead of that of its target.
 */
export const recordSet: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup"],
  check(entry, context) {
    const type = typeNameOf(entry.value);
    const properties = valueAt(entry.value, "Properties");
    if (type === "AWS::Route53::RecordSet") checkRecord(properties, context);
    else {
      const sets = valueAt(properties, "RecordSets");
      for (const item of sets?.kind === "list" ? sets.items : []) checkRecord(item, context);
    }
  },
};

const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const ADDRESS_6 = /^[\da-f:.]*:[\da-f:.]*$/i;

function checkZone(record: Node | undefined, { report }: EntryContext): void {
  const zone = literalAt(record, "HostedZoneName");
  const name = literalAt(record, "Name");
  if (zone === undefined || isOpenText(zone.text)) return;
  if (!zone.text.endsWith(".")) {
    report(contentSpan(zone), { message: "no-dot", data: replacement(contentSpan(zone), `${zone.text}.`) });
    return;
  }
  const [own, whole] = [name?.text ?? zone.text, zone.text].map((text) => text.toLowerCase().replace(/\.$/, ""));
  if (name === undefined || own === whole || own?.endsWith(`.${whole}`) === true || isOpenText(name.text)) return;
  report(contentSpan(name), { message: "outside-zone", with: { name: name.text, zone: zone.text } });
}

/** Whether a record is that of its zone itself, as far as both are written alike. */
function isApex(record: Node): boolean {
  const [zone, name] = [valueAt(record, "HostedZoneName"), valueAt(record, "Name")].map(
    (node) => node && composedText(node)?.toLowerCase().replace(/\.$/, ""),
  );
  return zone !== undefined && zone === name && !zone.includes("Fn::If(");
}

/** What an alias leads to by name, and is in a zone of AWS's. */
const ELSEWHERE = /^AWS::(?:CloudFront::Distribution|ElasticLoadBalancing(?:V2)?::LoadBalancer)$/;

/** The zone of an alias's target is not that of the record. */
function checkAlias(record: Node, { declarations, format, report }: EntryContext): void {
  const alias = valueAt(record, "AliasTarget");
  const [zone, own] = [alias, record].map((node) => valueAt(node, "HostedZoneId"));
  const target = resourceTarget(valueAt(alias, "DNSName")) ?? "";
  const type = declarations.resources.get(target)?.type ?? "";
  if (zone === undefined || !ELSEWHERE.test(type)) return;
  const isFront = type.includes("CloudFront");
  const attribute = `CanonicalHostedZone${type.includes("V2") ? "ID" : "NameID"}`;
  const wanted = isFront ? "Z2FDTNDATAQYW2" : `!GetAtt ${target}.${attribute}`;
  // The second is that of China.
  if (zone.kind === "scalar" && /^Z[A-Z\d]{8,}$/.test(zone.text)) {
    if (isFront === ["Z2FDTNDATAQYW2", "Z3RFFRIM2A3IF5"].includes(zone.text)) return;
    report(contentSpan(zone), {
      message: "zone-of-other",
      with: { zone: zone.text, target, wanted },
      data: isFront ? replacement(contentSpan(zone), wanted) : referFix(zone, target, attribute, format),
    });
    return;
  }
  if (own === undefined || formulaText(zone) !== formulaText(own)) return;
  report(contentSpan(zone), { message: "zone-of-record", with: { target, wanted } });
}

function checkRecord(record: Node | undefined, context: EntryContext): void {
  if (record?.kind !== "map") return;
  checkZone(record, context);
  checkAlias(record, context);
  const { report } = context;
  const type = literalText(record, "Type");
  const values = pairOf(record, "ResourceRecords");
  if (values === undefined || values.merged || type === undefined) return;
  if (isAlwaysSet(record, "ResourceRecords") && !isSet(record, "TTL") && !isSet(record, "AliasTarget"))
    report(contentSpan(values.key), { message: "no-ttl" });
  if (type === "CNAME" && isApex(record)) {
    const name = `${(literalText(record, "Name") ?? "…").replace(/\.$/, "")}.`;
    const says = `RRSet of type CNAME with DNS name ${name} is not permitted at apex in zone ${name}`;
    report(contentSpan(pairOf(record, "Type")?.key ?? values.key), { message: "cname-of-zone", with: { says } });
  }
  if (values.value.kind !== "list") return;
  if (type === "CNAME" && values.value.items.filter((node) => node.kind !== "map" && isOneItem(node)).length > 1)
    report(contentSpan(values.key), { message: "cname-values" });
  for (const node of values.value.items) {
    if (node.kind !== "scalar" || node.value === null || /\{\{|\$\{/.test(node.text)) continue;
    const problem = recordProblem(type, node.text);
    if (problem !== undefined) report(contentSpan(node), problem);
  }
}

function recordProblem(type: string, text: string): Words | undefined {
  if (type === "A" && !ADDRESS.test(text))
    return {
      en: `${text} is not an IPv4 address (“ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)”): a name takes the Type CNAME.`,
      ja: `${text}はIPv4アドレスではありません（「ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)」）。名前を指定するTypeはCNAMEです。`,
    };
  if (type === "AAAA" && !ADDRESS_6.test(text))
    return { en: `${text} is not an IPv6 address.`, ja: `${text}はIPv6アドレスではありません。` };
  if (type === "TXT" && !/^"[\s\S]*"$/.test(text)) {
    return { message: "txt-quotes" };
  }
  if (type === "MX" && !/^\d+\s+\S+$/.test(text)) {
    return { message: "mx-priority" };
  }
  return undefined;
}
