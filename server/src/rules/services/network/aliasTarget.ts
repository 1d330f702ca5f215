import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { listItems, type Node, valueAt } from "../../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "../../shared/declaredNames.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { certainlyDiffer, composedText } from "../../shared/resolving/composedText.ts";
import type { TemplateRule } from "../../shared/rule.ts";

/** An alias to a record that is not there, in a hosted zone that the template makes: it has no other records. */
export const aliasTarget: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const all = records(template).flatMap(({ entry, found }) => found.map((record) => ({ entry, record })));
    if (!all.some(({ record }) => record.alias !== undefined) || mayHaveMore(template.declarations)) return;
    for (const { entry, record } of all) {
      const { alias, zone } = record;
      if (alias === undefined || zone === undefined || isNamedByOthers(template, zone)) continue;
      if (template.declarations.resources.get(zone)?.type !== ZONE) continue;
      const isThere = all.some(({ record: { name } }) => name === undefined || mayBe(name, alias.name));
      if (!isThere) report(entry, alias.node, { message: "no-record", with: { name: alias.name, zone } });
    }
  },
};

const ZONE = "AWS::Route53::HostedZone";
const GROUP = "AWS::Route53::RecordSetGroup";

/** A record's name may be that of a target: a wildcard may be any. */
function mayBe(name: string, target: string): boolean {
  return name.includes("*") || !certainlyDiffer(name, target);
}

interface DnsRecord {
  readonly name: string | undefined;
  /** The logical ID of its zone. */
  readonly zone: string | undefined;
  /** The record of the same zone that it stands for. */
  readonly alias: { readonly node: Node; readonly name: string } | undefined;
}

const records = searchResources(["AWS::Route53::RecordSet", GROUP], ({ value }, type): readonly DnsRecord[] => {
  const properties = valueAt(value, "Properties");
  const items =
    type === GROUP ? listItems(valueAt(properties, "RecordSets")) : properties === undefined ? [] : [properties];
  return items.map((item) => recordOf(item, resourceTarget(valueAt(properties, "HostedZoneId"))));
});

function recordOf(item: Node, zone: string | undefined): DnsRecord {
  const alias = valueAt(item, "AliasTarget");
  const node = valueAt(alias, "DNSName");
  const target = nameOf(node);
  const isOfZone = zone !== undefined && resourceTarget(valueAt(alias, "HostedZoneId")) === zone;
  return {
    name: nameOf(valueAt(item, "Name")),
    zone,
    alias: node === undefined || target === undefined || !isOfZone ? undefined : { node, name: target },
  };
}

function nameOf(node: Node | undefined): string | undefined {
  return node && composedText(node)?.toLowerCase().replace(/\.$/, "");
}
