import { declarationEdit, type Member } from "../../model/references/declarationEdit.ts";
import type { Entry } from "../../model/template.ts";
import { type ListNode, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import { scalarSource } from "../../model/yaml/scalarSource.ts";
import type { Edit } from "../../text/edit.ts";
import { freshName, logicalName } from "./names.ts";
import { lastKey, listType, parameterType, schemaOf } from "./parameterType.ts";
import { edit, hasComments, type Offer, type Refactoring, type Scene, writtenText } from "./scene.ts";
import { placesOfText, type ValuePlace, valuePlaces } from "./valuePlaces.ts";
import { defaultText, quoteOf, writeCall } from "./writing.ts";

/**
 * A written-out value becomes the default of a new parameter, and a `Ref` of it; so do, if wanted, all equal values. A part
 * of the text of a `Fn::Sub` becomes a `${Name}`. With the caret on the key of a list, or a list selected, it is the list.
 *
 * @example
 * InstanceType: t3.micro    →    InstanceType: !Ref InstanceType
 */
export const extractParameter: Refactoring = {
  kind: "refactor.extract.parameter",
  offers(scene) {
    const place = placeIn(scene);
    if (place === undefined) return [];
    if (place.inSub) return subPart(scene, place);
    const { node } = place;
    const name = freshName(parameterName(place), scene.template);
    const same = node.kind === "scalar" ? equalPlaces(scene, node) : [];
    const one = offer(scene, name, [place]);
    const all = same.length > 1 ? offer(scene, name, same) : undefined;
    return [...(one ? [one] : []), ...(all ? [all] : [])];
  },
};

/** The selected value: a scalar, a part of a Sub, or a list by its key. */
function placeIn({ entry, selection, steps }: Scene): ValuePlace | undefined {
  const innermost = steps.at(-1);
  const parent = steps.at(-2)?.node;
  const places = valuePlaces(entry);
  const found = places.find(({ node }) => node === innermost?.node);
  if (found?.node.kind !== "list" && found !== undefined) return found;
  if (found !== undefined) return found;
  const isWhole = selection.end > selection.start;
  return isWhole ? places.find(({ node }) => node.kind === "list" && node === parent) : undefined;
}

/** All places of an equal value. */
function equalPlaces({ template }: Scene, { text, value }: ScalarNode): readonly ValuePlace[] {
  return placesOfText(template, text).filter(
    ({ node }) => node.kind === "scalar" && typeof node.value === typeof value,
  );
}

/** With more places, the edits are computed only when the action is chosen. */
const MAX_PLACES = 20;

function offer(scene: Scene, name: string, places: readonly ValuePlace[]): Offer | undefined {
  const { template } = scene;
  const [first] = places;
  const body = first && bodyOf(first, scene);
  const declaration = body && declarationEdit(template, "Parameters", name, body);
  const use = first && useOf(scene, name, first);
  if (declaration === undefined || use === undefined) return undefined;
  const count = places.length;
  const edits = (): readonly Edit[] => [
    use,
    ...places.slice(1).flatMap((place) => useOf(scene, name, place) ?? []),
    declaration,
  ];
  return {
    title:
      count > 1
        ? {
            en: `Extract to parameter ${name}, all ${count} equal values`,
            ja: `同じ値${count}か所をパラメータ${name}に抽出`,
          }
        : { en: `Extract to parameter ${name}`, ja: `パラメータ${name}に抽出` },
    edits: count > MAX_PLACES ? edits : edits(),
    named: { edit: use, at: use.newText.indexOf(name, use.newText.indexOf("Ref") + 3) },
  };
}

function useOf({ template }: Scene, name: string, { entry, node, call }: ValuePlace): Edit | undefined {
  const text = writeCall(template, "Ref", name, call);
  return node.kind === "list" && !node.flow ? inPlaceOfItems(entry, node, text) : edit(entry, node, text);
}

/** The value goes behind the key's colon, if the items of a block list began below it. */
function inPlaceOfItems(entry: Entry, node: ListNode, newText: string): Edit | undefined {
  const { text } = entry.unit;
  const start = text.slice(0, node.start).trimEnd().length;
  const end = node.start + text.slice(node.start, node.end).trimEnd().length;
  if (text[start - 1] !== ":" || hasComments(entry, node)) return undefined;
  return edit(entry, { start, end }, ` ${newText}`);
}

function bodyOf(place: ValuePlace, { catalogue }: Scene): readonly Member[] | undefined {
  const { node } = place;
  if (node.kind === "list") {
    const items = node.items.filter((item) => item.kind === "scalar");
    if (items.some(({ text }) => text.includes(",") || text.trim() !== text || text === "")) return undefined;
    const types = new Set(items.map((item) => parameterType(item, place, catalogue)));
    const type = types.size === 1 ? listType([...types]) : "CommaDelimitedList";
    return members(type, items.map(({ text }) => text).join(","), undefined);
  }
  const type = parameterType(node, place, catalogue);
  const isBoolean =
    typeof node.value === "boolean" ||
    (/^(?:true|false)$/.test(node.text) && schemaOf(place, catalogue).some(({ kind }) => kind === "boolean"));
  if (!isBoolean) return members(type, node.text, quoteOf(node));
  const allowed: Member = ["AllowedValues", { yaml: '["true", "false"]', json: '["true", "false"]' }];
  return [...members("String", node.text.toLowerCase(), '"'), allowed];
}

function members(type: string, value: string, quote: ReturnType<typeof quoteOf>): readonly Member[] {
  return [
    ["Type", { yaml: type, json: JSON.stringify(type) }],
    ["Default", defaultText(value, type, quote)],
  ];
}

/** Words that mean nothing without the resource that they belong to. */
const VAGUE = /^(?:Name|Type|Value|Id|Count|Size|Key|Description|Path|Port|Default)$/;

function parameterName({ entry, path, map }: ValuePlace): string {
  const key = lastKey(path);
  const sibling = key === "Value" ? textOf(valueAt(map, "Key") ?? valueAt(map, "Name")) : undefined;
  const name = logicalName(sibling ?? key);
  const owner = logicalName(entry.name);
  return name === "" || VAGUE.test(name) ? `${owner}${name}` || "Value" : name;
}

/** A selected part of a text that `Fn::Sub` reads. */
function subPart({ template, selection }: Scene, place: ValuePlace): readonly Offer[] {
  const { entry, node } = place;
  if (node.kind !== "scalar" || selection.end === selection.start) return [];
  const source = scalarSource(node, entry.unit.text);
  const from = source.toText(selection.start - entry.offset);
  const to = source.toText(selection.end - entry.offset);
  if (from === undefined || to === undefined) return [];
  const text = node.text.slice(from, to);
  const written = writtenText(entry, { start: selection.start - entry.offset, end: selection.end - entry.offset });
  const before = node.text.slice(0, from);
  if (text !== written || /[${}\n\r\\'"]/.test(text) || text.trim() === "") return [];
  if (before.lastIndexOf("${") > before.lastIndexOf("}") || before.endsWith("$")) return [];
  const name = freshName(parameterName(place), template);
  const declaration = declarationEdit(template, "Parameters", name, members("String", text, undefined));
  if (declaration === undefined) return [];
  const use: Edit = { ...selection, newText: `\${${name}}` };
  const title = { en: `Extract to parameter ${name}`, ja: `パラメータ${name}に抽出` };
  return [{ title, edits: [use, declaration], named: { edit: use, at: 2 } }];
}
