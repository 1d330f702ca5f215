import onePlaces, { type Row as Once } from "../../../data/onePlaces.yaml";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { searchResources } from "../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  pairOf,
  refTarget,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import { isLoopName } from "../shared/declaredNames.ts";
import { canBeTogether, togetherSeverity } from "../shared/resolving/canBeTogether.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { conditionModel } from "../shared/resolving/conditionModel.ts";
import type { ReportIn, TemplateRule } from "../shared/rule.ts";
import { hasAllKeys, nodesAt } from "../shared/values/literals.ts";
import { checkBodyPaths } from "./api/bodyPaths.ts";

/** See `onePlaces.yaml`. */
const ONCE: ReadonlyMap<string, readonly Once[]> = new Map(Object.entries(onePlaces()));

const RECORD = "AWS::Route53::RecordSet";
const RECORD_GROUP = "AWS::Route53::RecordSetGroup";
const GROUP = "AWS::EC2::SecurityGroup";

/** What Route 53 answers to two records of one group. */
const SAME_GROUP = "The request contains an invalid set of changes for a resource record set";

/** In UTF-16 units: what makes two the same is kept for each. */
const MAX_TEXT_LENGTH = 4000;

/**
 * Two resources in one place that holds one: two rules of a listener with the same priority, two listeners on a port,
 * two routes to the same destination, two methods of one resource, two variables of a path, a path that an API's definition has,
 * two records of one name.
 */
export const alreadyExists: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { catalogue, report }) {
    checkPathVariables(template, report);
    checkHostNames(template, report);
    checkBodyPaths(template, report);
    const seen = new Map<string, Taken[]>();
    const taken = takenPlaces(template).flatMap(({ entry, found: all }) => all.map((found) => ({ entry, found })));
    for (const { entry, found } of taken) {
      const key = withRefs(found.key, template, catalogue);
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, [{ entry, found }]);
        continue;
      }
      const model = conditionModel(template.declarations);
      // Of one logical ID that stands there twice, the last counts; what makes another type's updates what it made before.
      const first = before.find(
        (one) =>
          (one.entry.name !== entry.name || (found.item !== undefined && one.entry === entry)) &&
          !(one.found.isGuest && found.isGuest) &&
          canBeTogether([one.entry, entry], model),
      )?.entry;
      before.push({ entry, found });
      if (first === undefined) continue;
      const place =
        found.node ?? pairOf(found.item ?? valueAt(entry.value, "Properties"), found.property)?.key ?? entry.key;
      report(entry, contentSpan(place), {
        message: found.names.length === 0 ? "one-each" : "same",
        with: {
          first:
            first === entry ? { en: `Another record of ${first.name}`, ja: `${first.name}の別のレコード` } : first.name,
          names: found.names,
          says: first === entry ? SAME_GROUP : found.says,
        },
        severity: found.inSteps === true ? "warning" : togetherSeverity(first, entry),
        related: [{ entry: first, span: contentSpan(first.key), message: "first" }],
      });
    }
  },
};

/** A composed text with attributes that give what `Ref` gives as that. */
function withRefs(text: string, { declarations: { resources } }: Template, catalogue: Catalogue): string {
  return text.replaceAll(/\$\{(\w+)\.(\w+)\}/g, (written, name: string, attribute: string) => {
    const type = resources.get(name)?.type;
    // An ARN is of the same resource; the ID of a security group has two names.
    const isRef =
      attribute === "Arn" ||
      (type === GROUP ? /^(?:Group)?Id$/.test(attribute) : catalogue.resourceType(type ?? "")?.ref === attribute);
    return isRef ? `\${${name}}` : written;
  });
}

/** What makes the place of a resource the same as another's. */
interface Claim {
  readonly key: string;
  readonly names: readonly string[];
  readonly property: string;
  readonly says: string;
  readonly isGuest: boolean;
  readonly item?: MapNode;
  readonly inSteps?: true;
  /** The value itself, if it is not at a property of the resource. */
  readonly node?: Node;
}

interface Taken {
  readonly entry: Entry;
  readonly found: { readonly isGuest: boolean };
}

/** Resources of which there is one in a place, with what makes the place the same. */
const takenPlaces = searchResources([...ONCE.keys(), RECORD_GROUP], ({ value }, type) => {
  const properties = valueAt(value, "Properties");
  if (properties?.kind !== "map") return undefined;
  if (type !== RECORD_GROUP) return ONCE.get(type)?.flatMap((once) => claims(once, type, properties));
  return ONCE.get(RECORD)?.flatMap((once) =>
    listItems(valueAt(properties, "RecordSets")).flatMap(
      (item) => (item.kind === "map" ? nameClaim(once, RECORD, properties, item) : undefined) ?? [],
    ),
  );
});

/** What a resource takes: one place, or that of each value at a path. */
function claims(once: Once, type: string, properties: MapNode): readonly Claim[] {
  const [path = ""] = once.by;
  const each = once.by.find((name) => name.endsWith("[]"));
  if (each !== undefined) {
    return listItems(valueAt(properties, each.slice(0, -2))).flatMap(
      (item) => nameClaim(once, type, properties, undefined, { name: each, text: composedText(item) }) ?? [],
    );
  }
  if (!path.includes(".")) return [nameClaim(once, type, properties) ?? []].flat();
  return nodesAt(properties, path.split(".")).flatMap((node) => {
    const text = composedText(node);
    if (text === undefined || /AWS::NoValue|Fn::If\(/.test(text) || (node.kind === "scalar" && isLoopName(node.text)))
      return [];
    const property = path.slice(path.lastIndexOf(".") + 1);
    const key = `${type} ${once.isDomain === true ? text.toLowerCase() : text}`;
    return { key, names: [property], property, says: once.says, isGuest: false, node };
  });
}

/**
 * @param item that has what the properties around it do not say
 * @param given what neither says
 */
function nameClaim(
  once: Once,
  type: string,
  properties: MapNode,
  item?: MapNode,
  given?: { readonly name: string; readonly text: string | undefined },
): Claim | undefined {
  const [needed = "", wanted] = once.where?.split("=", 2) ?? [];
  const met = valueAt(properties, needed);
  if (once.where !== undefined && (met === undefined || (wanted !== undefined && textOf(met) !== wanted)))
    return undefined;
  const names: string[] = [];
  let below: Node | undefined;
  let key = `${once.as ?? type} ${once.where ?? ""}`;
  for (const part of once.by) {
    const [name = "", otherwise] = part.split("=", 2);
    const [node] = [item, properties].flatMap((owner) => nodesAt(owner, name.split(".")));
    const text = node === undefined ? (given?.name === name ? given.text : otherwise) : composedText(node);
    if (text === undefined) return undefined;
    if (text.includes("AWS::NoValue") || text.includes("Fn::If(") || (node?.kind === "scalar" && isLoopName(node.text)))
      return undefined;
    if (node !== undefined) names.push(name);
    below = name.includes(".") ? node : undefined;
    key += ` ${once.isDomain === true ? text.replace(/\.$/, "") : text}`;
  }
  if (key.length > MAX_TEXT_LENGTH) return undefined;
  return {
    key,
    names,
    property: names.at(-1) ?? "",
    says: once.says,
    isGuest: once.as !== undefined,
    ...(item && { item }),
    ...(below && { node: below }),
    ...(once.inSteps && { inSteps: once.inSteps }),
  };
}

/**
 * Resources of a REST API whose path has one variable twice, one below the other, or two variables in one place. What only some
 * conditions make is left out.
 */
function checkPathVariables(template: Template, report: ReportIn): void {
  const parts = variableParts(template);
  const byName = new Map(parts.map((part) => [part.entry.name, part]));
  const siblings = new Map<string, Entry>();
  for (const { entry, found } of parts) {
    const { node, text, parent, place } = found;
    if (!/^\{.+\}$/.test(text)) continue;
    const first = siblings.get(place);
    if (first !== undefined) {
      report(entry, contentSpan(node), { message: "sibling-variable", with: { first: first.name } });
    } else siblings.set(place, entry);
    let above = parent === undefined ? undefined : byName.get(parent);
    for (let depth = 0; above !== undefined && depth < MAX_DEPTH; depth++) {
      if (above.found.text === text) {
        report(entry, contentSpan(node), { message: "ancestor-variable", with: { above: above.entry.name, text } });
        break;
      }
      above = above.found.parent === undefined ? undefined : byName.get(above.found.parent);
    }
  }
}

/** A name that stands for another has no other record, and records of one name and type have one routing policy. What only some conditions make is left out. */
function checkHostNames(template: Template, report: ReportIn): void {
  const named = new Map<string, Entry>();
  const policies = new Map<string, { readonly entry: Entry; readonly policy: string }>();
  const parts = recordNames(template).flatMap(({ entry, found: all }) => all.map((found) => ({ entry, found })));
  for (const { entry, found } of parts) if (found.isAlias) named.set(found.place, entry);
  for (const { entry, found } of parts) {
    const first = found.isAlias ? undefined : named.get(found.place);
    if (first !== undefined)
      report(entry, contentSpan(found.key), { message: "host-name", with: { first: first.name } });
    if (found.policy === undefined) continue;
    const place = `${found.place} ${found.type}`;
    const other = policies.get(place);
    if (other === undefined) policies.set(place, { entry, policy: found.policy });
    else if (other.policy !== found.policy)
      report(entry, contentSpan(found.key), { message: "other-policy", with: { first: other.entry.name } });
  }
}

const POLICIES = /^(?:Weight|Region|Failover|GeoLocation|GeoProximityLocation|CidrRoutingConfig|MultiValueAnswer)$/;

const recordNames = searchResources([RECORD, RECORD_GROUP], ({ value }, type) => {
  const properties = valueAt(value, "Properties");
  if (valueAt(value, "Condition") !== undefined) return undefined;
  const records = type === RECORD ? [properties] : listItems(valueAt(properties, "RecordSets"));
  return records.flatMap((record) => (record?.kind === "map" ? recordName(properties, record) : undefined) ?? []);
});

/** A record with what says where it is, and by which policy it answers, if that can be told. */
function recordName(properties: Node | undefined, record: MapNode) {
  const type = valueAt(record, "Type");
  const name = pairOf(record, "Name");
  const texts = [valueAt(properties, "HostedZoneId") ?? valueAt(properties, "HostedZoneName"), name?.value].map(
    (node) => node && composedText(node)?.replace(/\.$/, "").toLowerCase(),
  );
  if (
    name === undefined ||
    type?.kind !== "scalar" ||
    texts.some((text) => text === undefined || /fn::if|\{\{/.test(text))
  )
    return undefined;
  const said = record.pairs.filter(({ key, value }) => POLICIES.test(key.text) && textOf(value) !== "false");
  const isClear =
    hasAllKeys(record) && said.every(({ value }) => value.kind !== "call" || !/^Fn::If|^Ref/.test(value.name));
  const policy = isClear ? (said[0]?.key.text ?? "") : undefined;
  return { key: name.key, place: texts.join(" "), isAlias: type.text === "CNAME", type: type.text, policy };
}

/** Paths are shorter, unless they lead in a circle. */
const MAX_DEPTH = 50;

/** Resources with literal path parts, with their parent if the template has it, and what tells places apart. */
const variableParts = searchResources(["AWS::ApiGateway::Resource"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const part = pairOf(properties, "PathPart")?.value;
  const parent: Node | undefined = valueAt(properties, "ParentId");
  const place = parent && composedText(parent);
  if (part?.kind !== "scalar" || place === undefined || place.includes("Fn::If(")) return undefined;
  if (valueAt(value, "Condition") !== undefined) return undefined;
  return { node: part, text: part.text, parent: refTarget(parent), place };
});
