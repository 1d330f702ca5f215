import { type PropertySets, propertySets } from "../../catalogue/types/propertySets.ts";
import { contentSpan, type MapNode, type Node, type Pair, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";
import { answer } from "../shared/answer.ts";
import { both } from "../shared/phrases.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";
import { isClosed } from "../shared/values/closedObject.ts";
import { isAlwaysSet, isSet, literalText } from "../shared/values/literals.ts";
import { type ObjectSite, valueSites } from "../shared/values/valueSites.ts";
import { keySpan } from "./propertyPaths.ts";

/** Properties that exclude each other, that require each other, or of which one is required. */
export const propertyCombination: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { type, objects } = valueSites(entry, context.catalogue);
    if (context.declarations.open) return;
    for (let index = 0; index < objects.length; index++) {
      const site = objects[index] as ObjectSite;
      const { map, object, key, hasFunction, isItem, assumptions } = site;
      const sets = hasFunction ? undefined : propertySets(type?.name ?? "", object);
      if (sets === undefined) continue;
      const subject: Subject = {
        name: object.name === type?.name ? entry.name : key.text,
        key: (isItem ? map.pairs[0]?.key : undefined) ?? key,
        hasOther: () => isClosed(site, type) && map.pairs.some((pair) => !object.properties.has(pair.key.text)),
      };
      if (!isChosenIn(map, sets)) {
        checkSets(map, sets, subject, context.report);
        continue;
      }
      const check = (one: MapNode, report: ReportAt): void => checkSets(one, sets, subject, report);
      eachVariant(map, entry, context, check, assumptions);
    }
  },
};

/** Whether a condition chooses what a property that the sets are about is, or whether it is there. */
function isChosenIn({ pairs }: MapNode, sets: PropertySets): boolean {
  for (let index = 0; index < pairs.length; index++) {
    const { key, value } = pairs[index] as Pair;
    if (value.kind === "call" && value.name === "Fn::If" && namesIn(sets).has(key.text)) return true;
  }
  return false;
}

const namesIn = memoBy(
  ({ exactlyOne = [], atLeastOne = [], excludes = {}, requires = {} }: PropertySets): ReadonlySet<string> =>
    new Set([...exactlyOne, ...atLeastOne, ...Object.entries(excludes), ...Object.entries(requires)].flat(2)),
);

/** The object with the properties, and the span to report. */
interface Subject {
  readonly name: string;
  readonly key: ScalarNode;
  /** Whether it has an unknown key: that is reported by another rule, and most likely the property that is meant. */
  hasOther(): boolean;
}

function checkSets(map: MapNode, sets: PropertySets, subject: Subject, report: ReportAt): void {
  const { key } = subject;
  for (const names of sets.exactlyOne ?? []) {
    // A property that is false does not count: a certificate may come with CloudFrontDefaultCertificate: false.
    const certain = names.filter((name) => isAlwaysSet(map, name) && literalText(map, name)?.toLowerCase() !== "false");
    if (certain.length > 1) {
      report(keySpan(map, certain[1] ?? "", contentSpan(key)), {
        message: "only-one",
        with: { subject: subject.name, certain: both(certain), says: answer(sets.says?.[certain[1] ?? ""]) },
      });
    } else if (!names.some((name) => isSet(map, name))) reportNone(names);
  }
  for (const names of sets.atLeastOne ?? [])
    if (!names.some((name) => isSet(map, name) && !isEmptyList(valueAt(map, name)))) reportNone(names);
  // An indexed loop over many sets: see “Code that runs cold” in docs/performance.md.
  const excludes = combinationsOf(sets.excludes);
  for (let index = 0; index < excludes.length; index++) {
    const { name, others } = excludes[index] as Combination;
    if (!isGiven(map, name)) continue;
    for (const other of others.filter((one) => isGiven(map, one))) {
      const says = answer(sets.says?.[other]);
      report(keySpan(map, other, contentSpan(key)), { message: "not-together", with: { other, name, says } });
    }
  }
  const requires = combinationsOf(sets.requires);
  for (let index = 0; index < requires.length; index++) {
    const { name, others } = requires[index] as Combination;
    if (!isAlwaysSet(map, name)) continue;
    for (const other of others.filter((one) => !isSet(map, one))) {
      // What AWS says where none of several is there.
      const isOfAll = [...(sets.exactlyOne ?? []), ...(sets.atLeastOne ?? [])].some(([first]) => first === other);
      const says = answer(isOfAll ? undefined : sets.says?.[other]);
      const values = { name, other, says };
      report(keySpan(map, name, contentSpan(key)), { message: "too", with: values, unfinished: "beside" });
    }
  }

  function reportNone(names: readonly string[]): void {
    if (subject.hasOther()) return;
    const says = answer(sets.says?.[names[0] ?? ""]);
    report(contentSpan(key), {
      message: names.length > 1 ? "one-of" : "needed",
      with: { subject: subject.name, names, says },
      unfinished: "below",
    });
  }
}

/** Whether a property is certainly given; an empty list is not. */
function isGiven(map: MapNode, name: string): boolean {
  return isAlwaysSet(map, name) && !isEmptyList(valueAt(map, name));
}

function isEmptyList(node: Node | undefined): boolean {
  return node?.kind === "list" && node.items.length === 0;
}

type Others = NonNullable<PropertySets["excludes"]>;

/** A property with those that it excludes or requires. */
interface Combination {
  readonly name: string;
  readonly others: readonly string[];
}

function combinationsOf(others: Others | undefined): readonly Combination[] {
  return others === undefined ? [] : knownEntries(others);
}

const knownEntries = memoBy((all: Others) =>
  Object.entries(all).map(([name, others]): Combination => ({ name, others })),
);
