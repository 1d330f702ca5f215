import { isCustomResource } from "../../catalogue/language/resourceBody.ts";
import { SAM_GLOBALS } from "../../catalogue/sam/samKinds.ts";
import { SAM_TRANSFORM } from "../../catalogue/sam/samTypes.ts";
import type { Declarations } from "../../model/template.ts";
import { isFunctionKey } from "../../model/tree/functionNames.ts";
import { contentSpan, type MapNode, type Node, type Pair, pairOf, typeNameOf } from "../../model/tree/node.ts";
import { nearest } from "../../text/nearest.ts";
import { type Span, startOfLine, startOfNextLine } from "../../text/span.ts";
import { answer, samAnswer, schemaAnswer } from "../shared/answer.ts";
import { propertyPath, UNLISTED_PROPERTIES } from "../shared/catalogueGaps.ts";
import { isLoopName } from "../shared/declaredNames.ts";
import { belowKey } from "../shared/fixes/belowKey.ts";
import { entryIndentUnit, indentAt } from "../shared/fixes/keyEdit.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import { whereIs } from "../shared/resolving/assumedCases.ts";
import type { Assumption } from "../shared/resolving/callSites.ts";
import { valueBranches } from "../shared/resolving/valueBranches.ts";
import type { EntryRule, FixData } from "../shared/rule.ts";
import { isClosed } from "../shared/values/closedObject.ts";
import { isNoValue, type ObjectSite, valueSites } from "../shared/values/valueSites.ts";

/** Properties of a resource that org-formation reads, and removes before deployment. */
const OF_ORG_FORMATION: ReadonlySet<string> = new Set([
  "OrganizationBinding",
  "Foreach",
  "DependsOnAccount",
  "DependsOnRegion",
]);

/** IAM's error message for a key of a statement that this kind of policy does not allow. */
const PROHIBITED: ReadonlyMap<string, string> = new Map([
  ["Statement.Resource", "Has prohibited field Resource"],
  ["Statement.NotResource", "Has prohibited field NotResource"],
  ["Statement.Principal", "Policy document should not specify a principal."],
  ["Statement.NotPrincipal", "Policy document should not specify a principal."],
]);

/**
 * A key that the type does not have: a property of a resource at any depth, or a key of a parameter, an output or a
 * policy.
 */
export const unknownProperty: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Rules", "Hooks", "Globals"],
  check(entry, { catalogue, report, declarations, format }) {
    if (entry.section === "Globals" && catalogue.entryBody("Globals", entry.name) === undefined) {
      const meant = suggestion(entry.name, SAM_GLOBALS, entry.key);
      const known = meant.data === undefined ? { globals: SAM_GLOBALS } : { meant };
      report(contentSpan(entry.key), {
        message: meant.data === undefined ? "no-global" : "almost-global",
        with: { name: entry.name, ...known },
        data: meant.data,
      });
    }
    const { type, objects } = valueSites(entry, catalogue);
    const typeName = typeNameOf(entry.value);
    for (let index = 0; index < objects.length; index++) {
      const site = objects[index] as ObjectSite;
      if (!isClosed(site, type)) continue;
      const { map, object, path } = site;
      const level = levelBetween(site);
      if (level !== undefined) {
        const [first] = map.pairs;
        const names = map.pairs.map(({ key }) => key.text);
        report(contentSpan(first?.key ?? site.key), {
          message: "level-missing",
          with: { where: site.key.text, names, level },
          severity: declarations.open ? "warning" : "error",
          covers: site.key,
          data: belowKey({ key: site.key, value: map }, level, entry, format),
        });
        continue;
      }
      // An indexed loop, as every object is visited: see “Code that runs cold” in docs/performance.md.
      const beside: Pair[] = [];
      let absent: readonly string[] | undefined;
      for (let index = 0; index < map.pairs.length; index++) {
        const pair = map.pairs[index];
        if (pair === undefined || object.properties.has(pair.key.text)) continue;
        const { key, merged } = pair;
        const name = key.text;
        if (declarations.open && OF_ORG_FORMATION.has(name)) continue;
        if (merged || isFunctionKey(name) || isLoopName(name) || key.value === null) continue;
        // At the top of a resource another rule reports this.
        if (path.length === 0 && entry.section === "Resources" && isTolerated(name, typeName, declarations)) continue;
        if (UNLISTED_PROPERTIES.has(propertyPath(type?.name, object.name, name))) continue;
        const span = contentSpan(key);
        const when = whenSet(pair.value);
        if (when === undefined) continue;
        const isReadOnly = path.length === 1 && path[0] === "Properties" && type?.attributes.has(name) === true;
        absent ??= absentKeys(map, object.properties);
        const names = absent;
        const meant = suggestion(name, names, span);
        const { en, ja, data } =
          meant.data === undefined ? suggestionFor(sameWord(name, names, typeName), span) : meant;
        const where = path.length === 0 ? entry.name : path.length === 1 ? (type?.name ?? path[0]) : site.key.text;
        if (path.length === 0 && type?.properties.properties.has(name) && nearest(name, names) === undefined) {
          beside.push(pair);
          continue;
        }
        const prohibited = PROHIBITED.get(`${object.name}.${name}`);
        const isAttribute =
          path.length === 1 && path[0] === "Properties" && objects[0]?.object.properties.has(name) === true;
        const hint = isReadOnly
          ? { en: " It is an attribute that only GetAtt returns.", ja: "GetAttで得られる属性で、設定はできません。" }
          : prohibited !== undefined
            ? { en: " Remove it.", ja: "削除してください。" }
            : isAttribute
              ? { en: " It stands beside Properties.", ja: "Propertiesと同じ階層に書きます。" }
              : { en, ja };
        // SAM ignores other keys of an event.
        const isOfEvent = type?.transform !== undefined && path.length === 3 && path[1] === "Events";
        const says =
          prohibited !== undefined
            ? answer(prohibited)
            : entry.section === "Globals" || type?.transform !== undefined
              ? samAnswer(samSees(entry.section, path), name)
              : path.length === 0 && entry.section === "Resources"
                ? answer(`Invalid template resource property '${name}'`)
                : schemaAnswer({ keyword: "additionalProperties", name }, object);
        report(span, {
          message: path.length === 0 ? "no-key" : "no-property",
          with: { where, name, says, hint },
          ...(when.length > 0 && { before: whereIs(when) }),
          severity:
            when.length > 0 || declarations.open || isReadOnly || isOfEvent || entry.section === "Rules"
              ? "warning"
              : "error",
          data,
        });
      }
      const [first, ...others] = beside;
      if (first !== undefined) reportBeside(map, [first, ...others]);
    }

    /** Reports all properties beside `Properties`, or without it, as one finding. */
    function reportBeside(map: MapNode, pairs: readonly [Pair, ...Pair[]]): void {
      const names = pairs.map(({ key }) => key.text);
      const own = pairOf(map, "Properties");
      report(contentSpan(pairs[0].key), {
        message: names.length > 1 ? "keys-of-properties" : "key-of-properties",
        with: { name: entry.name, names },
        severity: declarations.open ? "warning" : "error",
        // That `Properties` is empty follows from it.
        ...(own?.value.kind === "scalar" && { covers: own.key }),
        data: format === "yaml" ? belowProperties(map, pairs, entry.unit.text, entryIndentUnit(entry)) : undefined,
      });
    }
  },
};

/** The only key that an object has, or needs, if all that is written there belongs below it: `Variables` of `Environment`. */
function levelBetween({ map: { pairs }, object, path, isItem }: ObjectSite): string | undefined {
  const [first] = pairs;
  if (first === undefined || object.properties.has(first.key.text) || path.length === 0 || isItem) return undefined;
  const all = [...object.properties.values()];
  const [only, ...others] = all.length === 1 ? all : all.filter(({ required }) => required);
  if (only === undefined || others.length > 0) return undefined;
  const { name, type } = only;
  const isBelow = ({ key, value, merged }: Pair): boolean => {
    if (merged || object.properties.has(key.text) || isFunctionKey(key.text) || isLoopName(key.text)) return false;
    if (type.kind === "object") return type.object.properties.has(key.text);
    if (all.length > 1 || type.kind !== "map" || type.values.kind !== "string") return false;
    return (value.kind === "scalar" || value.kind === "call") && nearest(key.text, [name]) === undefined;
  };
  return pairs.every(isBelow) ? name : undefined;
}

/** What has to be so for a key to be there: nothing if it always is, `undefined` if it never is. */
function whenSet(value: Node): readonly Assumption[] | undefined {
  const all = valueBranches(value);
  const set = all.filter(({ node }) => !isNoValue(node));
  return set.length === all.length ? [] : set[0]?.assumptions;
}

/** SAM's error message for keys that SAM itself checks: those of Globals, of its resources and of their events. */
function samSees(section: string, path: readonly string[]): string | undefined {
  if (section === "Globals") return path.length === 0 ? "global" : undefined;
  const isOwn = path.length === 1 || (path.length === 4 && path[1] === "Events");
  return isOwn && path.at(-1) === "Properties" ? "additionalProperties" : undefined;
}

/** The `Name` of a role for `RoleName`, or the only property that ends with the name or that the name ends with. */
function sameWord(name: string, names: readonly string[], type: string | undefined): string | undefined {
  if (!/^[A-Z][a-z]{2}/.test(name)) return undefined;
  const own = `${type?.split("::").at(-1)}${name}`;
  if (names.includes(own)) return own;
  const longer = names.filter((one) => one.startsWith(name) && /^[A-Z]/.test(one.slice(name.length)));
  for (const found of [names.filter((one) => one.endsWith(name)), names.filter((one) => name.endsWith(one)), longer])
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  return undefined;
}

/** The properties that a map could have and does not. */
function absentKeys(map: MapNode, properties: ReadonlyMap<string, unknown>): readonly string[] {
  const present = new Set(map.pairs.map(({ key }) => key.text));
  return [...properties.keys()].filter((name) => !present.has(name));
}

/** Keys of a resource that other rules report, or that custom resources may have. */
function isTolerated(name: string, type: string | undefined, { transforms }: Declarations): boolean {
  if (name === "CreationPolicy" || name === "UpdatePolicy") return true;
  // SAM removes embedded connectors from any resource.
  if (name === "Connectors" && transforms.includes(SAM_TRANSFORM)) return true;
  return name === "Version" && isCustomResource(type);
}

/**
 * Moves pairs that stand beside `Properties` to its end, or below a new one, in YAML whose keys stand on lines of their
 * own; `undefined` for everything else.
 *
 * @param unit one level of indentation, for a new `Properties`
 */
function belowProperties(resource: MapNode, pairs: readonly Pair[], text: string, unit: string): FixData | undefined {
  const own = pairOf(resource, "Properties");
  const properties = own?.value;
  const isEmpty = properties?.kind === "scalar" && properties.value === null && properties.start === properties.end;
  const [first] = properties?.kind === "map" && !properties.flow ? properties.pairs : [];
  const [moved] = pairs;
  if (resource.flow || moved === undefined || pairs.some(({ merged }) => merged)) return undefined;
  if (properties !== undefined && first === undefined && !isEmpty) return undefined;
  const outer = indentAt(text, moved.key.start);
  const inner = first === undefined ? outer + unit : indentAt(text, first.key.start);
  if (/\S/.test(inner) || pairs.some(({ key }) => indentAt(text, key.start) !== outer)) return undefined;
  const spans = pairs.map((pair) => linesSpan(pair, text));
  const lines = spans.map(({ start, end }) => {
    const own = text.slice(start, end).split("\n");
    return own.map((line) => (line.trim() === "" ? line : inner + line.slice(outer.length))).join("\n");
  });
  const newText = lines.map((one) => one.replace(/\n?$/, "\n")).join("");
  const names = pairs.map(({ key }) => key.text);
  const title = {
    en: `Move ${names.join(", ")} below Properties`,
    ja: `${names.join("、")}をPropertiesの下へ移動`,
  };
  const [lead, ...others] = spans.map((span) => ({ ...span, newText: "" }));
  if (lead === undefined) return undefined;
  if (own === undefined) {
    return { title, edits: [{ ...lead, newText: `${outer}Properties:\n${newText}` }, ...others], preferred: true };
  }
  const behind = isEmpty ? own.key.end : text.slice(0, own.value.end).trimEnd().length;
  const target = startOfNextLine(text, behind);
  if (target === lead.start) return { title, edits: [{ ...lead, newText }, ...others], preferred: true };
  const isLast = text[target - 1] !== "\n";
  const added = isLast ? `\n${newText.trimEnd()}` : newText;
  return { title, edits: [{ start: target, end: target, newText: added }, lead, ...others], preferred: true };
}

function linesSpan({ key, value }: Pair, text: string): Span {
  const start = startOfLine(text, key.start);
  return { start, end: startOfNextLine(text, Math.max(key.end, text.slice(0, value.end).trimEnd().length)) };
}
