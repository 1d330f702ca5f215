import { hasValueSets, type ValueSet, valueSetsOf } from "../../catalogue/values/valueSets.ts";
import type { Declarations } from "../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import { lazy } from "../../text/lazy.ts";
import type { Localised } from "../../text/localised.ts";
import { memoBy } from "../../text/memoBy.ts";
import { shortened } from "../../text/shortened.ts";
import type { Span } from "../../text/span.ts";
import { answer } from "../shared/answer.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { pairRemoval } from "../shared/fixes/removal.ts";
import { typeOf } from "../shared/links/samGlobals.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryContext, EntryRule, FixData, NamedMessage, ReportAt, ReportedExtra } from "../shared/rule.ts";
import {
  hasAllKeys,
  isAlwaysSet,
  isOpenText,
  isSet,
  literalAt,
  literalText,
  nodesAt,
} from "../shared/values/literals.ts";
import { matchesPattern } from "../shared/values/pattern.ts";
import { type ObjectSite, valueSites } from "../shared/values/valueSites.ts";
import { windowMinutes, windowsMeet } from "../shared/values/windows.ts";
import {
  isMissing,
  isThere,
  itemCount,
  keySpan,
  lastOf,
  otherBegin,
  propertyName,
  scalarAt,
  textAt,
} from "./propertyPaths.ts";
import { holds, mayHold, mayVary } from "./valueConditions.ts";

/** A property that is missing, not allowed, without effect or out of range because of the value of another one. */
export const valueCombination: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  check(entry, context) {
    const name = typeOf(entry);
    if (name === undefined || !hasValueSets(name) || context.declarations.open) return;
    const { objects } = valueSites(entry, context.catalogue);
    const usual = { declarations: context.declarations, isUsual: true };
    for (let index = 0; index < objects.length; index++) {
      const { map, object, key, path, hasFunction, isItem, assumptions } = objects[index] as ObjectSite;
      if (hasFunction) continue;
      // What Globals have themselves is a resource's.
      const isWhole = path.length === 0 && entry.section === "Globals";
      const sets = valueSetsOf(name, isWhole ? name : object.name);
      if (sets.length === 0) continue;
      const otherwise = contentSpan((isItem ? map.pairs[0]?.key : undefined) ?? key);
      const varying: ValueSet[] = [];
      for (let at = 0; at < sets.length; at++) {
        const set = sets[at] as ValueSet;
        if (!mayHold(set, map)) continue;
        if (mayVary(set, map, usual)) varying.push(set);
        else if (holds(set, map)) checkSet(map, set, otherwise, context, entry.unit.text);
      }
      if (varying.length === 0) continue;
      const check = (one: MapNode, report: ReportAt): void => {
        for (const set of varying)
          if (holds(set, one)) checkSet(one, set, otherwise, { ...context, report }, entry.unit.text);
      };
      eachVariant(map, entry, context, check, assumptions);
    }
  },
};

/** An object to which a set applies. */
interface Held {
  readonly map: MapNode;
  readonly otherwise: Span;
  /** Reports with the cause and AWS's error message filled in. */
  readonly report: (span: Span, found: NamedMessage & ReportedExtra) => void;
  readonly cause: () => Localised;
  readonly removalOf: (name: string) => FixData | undefined;
  readonly declarations: Declarations;
}

/** The requirements of a set, each by its name. */
type Said = Omit<ValueSet, "when" | "unless" | "severity" | "says" | "way">;

const CHECKS: { readonly [Part in keyof Said]-?: (said: NonNullable<Said[Part]>, held: Held) => void } = {
  forbids(names, { map, otherwise, report, removalOf }) {
    for (const name of names) {
      if (!isThere(map, name)) continue;
      const [first = "", second = ""] = name.split(".");
      const below = valueAt(map, first);
      const outer = keySpan(map, first, otherwise);
      report(below?.kind === "map" && second !== "" ? keySpan(below, second, outer) : outer, {
        message: "forbids",
        with: { name: lastOf(name) },
        data: removalOf(name),
      });
    }
  },
  ignores(names, { map, otherwise, report, removalOf }) {
    for (const name of names) {
      if (!isAlwaysSet(map, name)) continue;
      report(keySpan(map, name, otherwise), {
        message: "ignores",
        with: { name },
        severity: "warning",
        data: removalOf(name),
      });
    }
  },
  needs(paths, { map, otherwise, report }) {
    for (const path of paths) {
      if (!isMissing(map, path)) continue;
      const name = path.slice(path.indexOf(".") + 1);
      report(path === name ? otherwise : keySpan(map, path.slice(0, path.indexOf(".")), otherwise), {
        message: "needs",
        with: { name },
        unfinished: path === name ? "beside" : "below",
      });
    }
  },
  takes(values, { map, report }) {
    for (const [name, allowed] of Object.entries(values)) {
      const node = scalarAt(map, name);
      if (node === undefined || allowed.includes(node.text) || node.text.includes("{{")) continue;
      report(contentSpan(node), {
        message: "takes",
        with: { name: propertyName(name), allowed: { en: allowed.join(" or "), ja: allowed.join("、") } },
        data: allowed.length === 1 ? replacement(contentSpan(node), allowed[0] ?? "") : undefined,
      });
    }
  },
  refuses(values, { map, report }) {
    for (const [name, refused] of Object.entries(values)) {
      for (const node of nodesAt(map, name.split("."))) {
        if (node.kind !== "scalar" || node.tag !== undefined || !refused.test(node.text)) continue;
        const value = shortened(node.text, 40);
        report(contentSpan(node), { message: "refuses", with: { name: propertyName(name), value } });
      }
    }
  },
  begins(values, { map, report, cause, declarations }) {
    for (const [name, begin] of Object.entries(values)) {
      const node = valueAt(map, name);
      const other = node && otherBegin(node, begin, declarations);
      if (node === undefined || other === undefined) continue;
      const isNamed = cause().en.includes(name);
      report(contentSpan(node), {
        message: "begins",
        with: { name, begin, other, ...(isNamed && { cause: { en: "", ja: "" } }) },
      });
    }
  },
  greater(values, { map, report }) {
    for (const [path, other] of Object.entries(values)) {
      const [node] = nodesAt(map, path.split("."));
      let least = Number.NEGATIVE_INFINITY;
      for (const one of nodesAt(map, other.split("."))) least = Math.max(least, Number(textOf(one) || least));
      if (node?.kind !== "scalar" || node.text.trim() === "" || !(Number(node.text) <= least)) continue;
      const [name, than] = [path, other].map(propertyName);
      report(contentSpan(node), {
        message: "greater",
        with: { name, than, least },
      });
    }
  },
  after(values, { map, report }) {
    for (const [name, other] of Object.entries(values)) {
      const [node, before] = [scalarAt(map, name), textAt(map, other) ?? ""];
      if (node === undefined || !(Date.parse(node.text) <= Date.parse(before))) continue;
      report(contentSpan(node), { message: "after", with: { name, other, before } });
    }
  },
  among(values, { map, report }) {
    for (const [path, others] of Object.entries(values)) {
      const names = namesAt(map, others);
      if (names === undefined) continue;
      const node = nodesAt(map, path.split(".")).find(
        (one) => isWrittenName(one) && !names.includes(textOf(one) ?? ""),
      );
      const value = textOf(node);
      if (node === undefined || value === undefined) continue;
      report(contentSpan(node), {
        message: "among",
        with: { value, list: others.split(".")[0] ?? "", names },
        data: names.length === 1 ? replacement(contentSpan(node), names[0] ?? "") : undefined,
        unfinished: "below",
      });
    }
  },
  has(values, { map, otherwise, report }) {
    for (const [path, [key, value]] of Object.entries(values)) {
      const [list] = nodesAt(map, path.split(".").slice(0, -1)).map((owner) => valueAt(owner, lastOf(path)));
      const items = listItems(list);
      if (list?.kind !== "list" || !items.every((item) => item.kind === "map" && hasAllKeys(item))) continue;
      if (items.some((item) => (literalText(item, key) ?? value) === value)) continue;
      report(keySpan(map, path.split(".")[0] ?? "", otherwise), {
        message: "has",
        with: { list: lastOf(path), key, value },
        unfinished: "below",
      });
    }
  },
  steps(values, { map, otherwise, report }) {
    for (const [path, [from, to]] of Object.entries(values)) {
      const ranges = rangesAt(map, path, from, to);
      const span = keySpan(map, path, otherwise);
      const at = ranges.findIndex(({ low, high }, index) => low >= high || (ranges[index - 1]?.high ?? low) !== low);
      const [before, broken] = [ranges[at - 1], ranges[at]];
      const node = literalAt(broken?.item, from);
      if (broken !== undefined && broken.low >= broken.high) {
        report(contentSpan(node ?? broken.item), { message: "empty-step", with: { name: from, to } });
      } else if (before !== undefined && node !== undefined && before.high < (broken?.low ?? before.high)) {
        report(contentSpan(node), { message: "steps", with: { name: from, end: before.high } });
      } else if (broken !== undefined) {
        report(node === undefined ? span : contentSpan(node), { message: "steps-meet", with: { from, to } });
      } else {
        const [first, last] = [ranges[0], ranges.at(-1)];
        for (const [name, bound] of [
          [from, -(first?.low ?? 0)],
          [to, last?.high ?? 0],
        ] as const)
          if (bound > 0 && bound < Infinity)
            report(span, { message: "open-step", with: { list: path, name }, unfinished: "below" });
      }
    }
  },
  rising(values, { map, report }) {
    for (const [path, [kind, number, from, to, more]] of Object.entries(values)) {
      const items = nodesAt(map, path.split("."));
      const numbersOf = (of: string): readonly ScalarNode[] =>
        items.filter((item) => literalText(item, kind) === of).flatMap((item) => literalAt(item, number) ?? []);
      const least = Math.max(...numbersOf(from).map(({ text }) => Number(text || Number.NaN))) + more;
      for (const node of numbersOf(to))
        if (Number(node.text || Number.NaN) < least)
          report(contentSpan(node), { message: "rising", with: { name: number, from, to, more, least } });
    }
  },
  notBelow(values, { map, report }) {
    for (const [name, than] of Object.entries(values)) {
      const [other, more] = typeof than === "string" ? [than, 0] : than;
      const node = scalarAt(map, name);
      const least = Number(textAt(map, other) || Number.NaN) + more;
      if (node === undefined || !(Number(node.text) < least)) continue;
      report(contentSpan(node), {
        message: more > 0 ? "not-below-by" : "not-below",
        with: { name, other, least, more },
      });
    }
  },
  count(values, { map, otherwise, report }) {
    for (const [path, count] of Object.entries(values)) {
      const items = itemCount(map, path);
      if (items === undefined || items === count) continue;
      report(keySpan(map, path.split(".")[0] ?? "", otherwise), {
        message: "count",
        with: { list: lastOf(path), count: { en: count === 1 ? "1 item" : `${count} items`, ja: `${count}個` }, items },
        unfinished: "below",
      });
    }
  },
  items(values, { map, otherwise, report }) {
    for (const [path, [from, to]] of Object.entries(values)) {
      const items = itemCount(map, path);
      if (items === undefined || (items >= from && items <= to)) continue;
      report(keySpan(map, path.split(".")[0] ?? "", otherwise), {
        message: items < from ? "too-few" : "too-many",
        with: { name: lastOf(path), from, to, items },
        unfinished: "below",
      });
    }
  },
  sized(values, { map, otherwise, report }) {
    for (const [list, [number, how]] of Object.entries(values)) {
      const items = itemCount(map, list);
      const count = Number(textAt(map, number) || Number.NaN);
      if (items === undefined || Number.isNaN(count) || items === count || (how === "most" && items < count)) continue;
      report(keySpan(map, list, otherwise), {
        message: how === "most" ? "more-than" : "as-many",
        with: { list, number, count, items },
        unfinished: "below",
      });
    }
  },
  switches(values, { map, otherwise, report }) {
    for (const [path, [key, count]] of Object.entries(values)) {
      const items = listItems(valueAt(map, path));
      const texts = items.map((item) => (item.kind === "map" && hasAllKeys(item) ? literalText(item, key) : "{{"));
      const [on, off] = [/^true$/i, /^false$/i].map((wanted) => texts.filter((text) => wanted.test(text ?? "")).length);
      if (on === undefined || items.length === 0 || (on <= count && off !== items.length)) continue;
      report(keySpan(map, path, otherwise), { message: "switches", with: { name: path, key, count, items: on } });
    }
  },
  differs(values, { map, report }) {
    for (const [path, other] of Object.entries(values)) {
      const node = scalarAt(map, path);
      const value = textAt(map, other);
      if (node === undefined || node.text !== value) continue;
      report(contentSpan(node), { message: "refuses", with: { name: propertyName(path), value } });
    }
  },
  above(values, { map, report }) {
    for (const [name, other] of Object.entries(values)) {
      const node = scalarAt(map, name);
      const domain = textAt(map, other)?.toLowerCase();
      if (node === undefined || domain === undefined || isOpenText(node.text + domain)) continue;
      if (!`.${domain}`.endsWith(`.${node.text.toLowerCase()}`))
        report(contentSpan(node), { message: "above", with: { name, domain } });
    }
  },
  keys(values, { map, report }) {
    for (const [path, refused] of Object.entries(values)) {
      for (const owner of nodesAt(map, path.split("."))) {
        for (const { key, merged } of owner.kind === "map" ? owner.pairs : []) {
          if (merged || /^Fn::/.test(key.text) || !refused.test(key.text)) continue;
          report(contentSpan(key), { message: "keys", with: { name: lastOf(path), key: key.text } });
        }
      }
    }
  },
  matches(values, { map, report }) {
    for (const [name, other] of Object.entries(values)) {
      const [node, pattern] = [scalarAt(map, name), textAt(map, other) ?? ""];
      if (node === undefined || node.text.includes("{{") || matchesPattern(node.text, pattern)) continue;
      report(contentSpan(node), { message: "matches", with: { name, other, pattern } });
    }
  },
  product(values, { map, report }) {
    for (const [name, [other, most]] of Object.entries(values)) {
      const node = scalarAt(map, name);
      const product = Number(node?.text) * Number(textAt(map, other));
      if (node === undefined || !(product > most)) continue;
      report(contentSpan(node), { message: "product", with: { name, other, most, product } });
    }
  },
  multiple(values, { map, report }) {
    for (const [name, list] of Object.entries(values)) {
      const node = scalarAt(map, name);
      const items = itemCount(map, list) ?? 0;
      if (node === undefined || items === 0 || !(Number(node.text) % items > 0)) continue;
      report(contentSpan(node), {
        message: "multiple",
        with: { name, list: lastOf(list), items },
      });
    }
  },
  ratio(values, { map, report }) {
    for (const [name, [other, most, otherwise]] of Object.entries(values)) {
      const node = scalarAt(map, name);
      const of = isSet(map, other) ? Number(literalText(map, other) || Number.NaN) : otherwise;
      if (node === undefined || of === undefined || !(Number(node.text) > of * most)) continue;
      report(contentSpan(node), {
        message: "ratio",
        with: { name, most, other, of, highest: of * most },
      });
    }
  },
  apart(values, { map, report }) {
    for (const [name, other] of Object.entries(values)) {
      const node = scalarAt(map, name);
      if (node === undefined || !windowsMeet(textAt(map, other) ?? "", node.text)) continue;
      report(contentSpan(node), {
        message: "apart",
        with: { name, other, window: textAt(map, other) },
      });
    }
  },
  lasts(values, { map, report }) {
    for (const [name, least] of Object.entries(values)) {
      const node = scalarAt(map, name);
      const minutes = windowMinutes(node?.text ?? "");
      if (node === undefined || minutes === undefined || minutes >= least) continue;
      report(contentSpan(node), { message: "lasts", with: { name, least, minutes } });
    }
  },
  between(values, { map, report }) {
    for (const [name, [from, to]] of Object.entries(values)) {
      const node = scalarAt(map, name);
      const value = Number(node?.text ?? "");
      if (node === undefined || node.text.trim() === "" || !(value < from || value > to)) continue;
      report(contentSpan(node), {
        message: from === to ? "only-value" : "between",
        with: { name: propertyName(name), from, to },
      });
    }
  },
};

interface Range {
  readonly item: Node;
  readonly low: number;
  readonly high: number;
}

/** The ranges of a list in their order, if all bounds are written out; one that is left out is open. */
function rangesAt(map: MapNode, path: string, from: string, to: string): readonly Range[] {
  const items = listItems(valueAt(map, path));
  const bound = (item: Node, name: string, otherwise: number): number =>
    item.kind === "map" && hasAllKeys(item) && !isSet(item, name)
      ? otherwise
      : Number(literalText(item, name) || Number.NaN);
  const ranges = items
    .map((item) => ({ item, low: bound(item, from, -Infinity), high: bound(item, to, Infinity) }))
    .sort((one, other) => one.low - other.low);
  return ranges.some(({ low, high }) => Number.isNaN(low) || Number.isNaN(high)) ? [] : ranges;
}

/** The names at a path, or with `*` at its end the keys there; `undefined` if not all are written out. */
function namesAt(map: MapNode, path: string): readonly string[] | undefined {
  const [owner] = path.endsWith(".*") ? nodesAt(map, path.slice(0, -2).split(".")) : [];
  if (owner?.kind === "map") return hasAllKeys(owner) ? owner.pairs.map(({ key }) => key.text) : undefined;
  const known = nodesAt(map, path.split("."));
  return known.length > 0 && known.every(isWrittenName) ? known.map((node) => textOf(node) ?? "") : undefined;
}

/** Whether a name is written out, and nothing is put into it. */
function isWrittenName(node: Node): boolean {
  return node.kind === "scalar" && node.tag === undefined && !isOpenText(node.text);
}

/** Most sets have a single requirement. */
const partsOf = memoBy((set: ValueSet) =>
  (Object.keys(CHECKS) as (keyof Said)[]).flatMap((part) => {
    const said = set[part];
    return said === undefined ? [] : [{ said, check: CHECKS[part] as (said: unknown, held: Held) => void }];
  }),
);

function checkSet(map: MapNode, set: ValueSet, otherwise: Span, context: EntryContext, text: string): void {
  const { severity } = set;
  const cause = lazy(() => causeOf(set.when, map));
  const held: Held = {
    map,
    otherwise,
    report(span, found) {
      // What a value rules out by itself is no cause.
      const own = found.with?.["name"] ?? found.with?.["list"];
      const others = set.when.filter(({ name }) => propertyName(name) !== own);
      const isWhole = others.length === set.when.length;
      const values = { cause: isWhole ? cause() : causeOf(others, map), says: answerWithWay(set), ...found.with };
      context.report(span, { severity, ...found, with: values });
    },
    cause,
    declarations: context.declarations,
    removalOf(name) {
      const pair = pairOf(map, name);
      const edit = pair && pairRemoval(map, pair, text, context.format);
      return edit && { title: { en: `Remove ${name}`, ja: `${name}を削除` }, edits: [edit] };
    },
  };
  for (const { said, check } of partsOf(set)) check(said, held);
}

export type SetContext = Omit<EntryContext, "report"> & { readonly text: string };

/** What AWS answers where an object has not what a set that applies requires; `undefined` if it has. */
export function brokenBy(set: ValueSet, map: MapNode, { text, ...context }: SetContext): Localised | undefined {
  let isBroken = false;
  const report = (): void => {
    isBroken = true;
  };
  checkSet(map, set, map, { ...context, report }, text);
  return isBroken ? answerWithWay(set) : undefined;
}

/** The text of a condition, if it is short enough to be shown: a list of objects is not. */
function shownText(map: MapNode, name: string): string | undefined {
  const text = textAt(map, name);
  return text === undefined || /[\n\ufffc]|^\w+=/.test(text) ? undefined : shortened(text, 80);
}

/** What AWS answers, and what to do. */
function answerWithWay({ says, way }: ValueSet): Localised {
  const { en, ja } = answer(says);
  return way === undefined ? { en, ja } : { en: `${en}: ${way.en}`, ja: `${ja}。${way.ja}` };
}

function causeOf(when: ValueSet["when"], map: MapNode): Localised {
  if (when.length === 0) return { en: "", ja: "" };
  const isLeftOut = ({ name, value }: ValueSet["when"][number]): boolean => value === "none" && isMissing(map, name);
  const missing = when.filter(isLeftOut).map(({ name }) => propertyName(name));
  const given = when
    .filter((one) => !isLeftOut(one))
    .map(({ name, value }) => ({
      name: propertyName(name),
      text: value === "set" ? undefined : value === "none" ? "false" : shownText(map, name),
    }));
  const words = given.map(({ name, text }) => ({
    en: text === undefined ? name : `${name} ${text}`,
    ja: text === undefined ? `${name}がある` : `${name}が${text}の`,
  }));
  const absent = { en: listed(missing), ja: missing.length === 0 ? [] : [`${missing.join("、")}がない`] };
  const present = `With ${words.map(({ en }) => en).join(" and ")}`;
  return {
    en: `${words.length === 0 ? `Without ${absent.en}` : missing.length === 0 ? present : `${present} but without ${absent.en}`}, `,
    ja: `${[...words.map(({ ja }) => ja), ...absent.ja].join("、")}場合、`,
  };
}

/** Names as a sentence lists them. */
function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");
}
