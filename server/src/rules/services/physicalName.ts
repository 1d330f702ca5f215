import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { PHYSICAL_NAMES } from "../../catalogue/values/physicalNames.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Declarations, Entry } from "../../model/template.ts";
import { contentSpan, type Node, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { isLoopName } from "../shared/declaredNames.ts";
import { canBeTogether, togetherSeverity } from "../shared/resolving/canBeTogether.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { conditionModel } from "../shared/resolving/conditionModel.ts";
import { type ValueBranch, valueBranches } from "../shared/resolving/valueBranches.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** What SAM makes of its own types that take a name. */
const SAM_TYPES: ReadonlyMap<string, string> = new Map([
  ["AWS::Serverless::Function", "AWS::Lambda::Function"],
  ["AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table"],
  ["AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine"],
]);

/** In UTF-16 units. Nothing takes a longer name, and what makes a name the same is kept for each resource. */
const MAX_TEXT_LENGTH = 4000;

/**
 * Two resources of one type with the same name, under conditions that can be true together: the second cannot be
 * created.
 */
export const physicalName: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { catalogue, report }) {
    const seen = new Map<string, Named[]>();
    for (const one of notable(withNames(named(template, "Resources"), catalogue))) {
      const { entry, key, node } = one;
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, [one]);
        continue;
      }
      const model = conditionModel(template.declarations);
      // Of one logical ID that stands there twice, the last counts.
      const first = before.find(
        (other) =>
          other.entry.name !== entry.name &&
          canBeTogether([other.entry, entry], model, [...other.assumptions, ...one.assumptions]),
      );
      before.push(one);
      if (first === undefined || namesNothing(key, template.declarations)) continue;
      report(entry, contentSpan(node), {
        message: "same-name",
        with: { name: first.entry.name, text: key.slice(key.indexOf(" ") + 1) },
        severity: [first, one].some(({ assumptions }) => assumptions.length > 0)
          ? "warning"
          : togetherSeverity(first.entry, entry),
        related: [{ entry: first.entry, span: contentSpan(first.node), message: "first" }],
        ...(one.choice && { covers: one.choice }),
      });
    }
  },
};

/** Whether a name has a variable in it that stands for nothing: that is reported by another rule. */
function namesNothing(key: string, { parameters, resources }: Declarations): boolean {
  return [...key.matchAll(/\$\{(\w+)\}/g)].some(([, name = ""]) => !parameters.has(name) && !resources.has(name));
}

type Found = readonly { readonly entry: Entry; readonly found: readonly Name[] }[];

/** The same with names in place of `Ref` of what has them. */
function withNames(all: Found, catalogue: Catalogue): Found {
  if (!all.some(({ found }) => found.some(({ key }) => OF_RESOURCE.test(key)))) return all;
  const names = new Map<string, string>();
  for (const { entry, found } of all) {
    const written = typeNameOf(entry.value) ?? "";
    const type = SAM_TYPES.get(written) ?? written;
    const [only, ...others] = found;
    const isRef = catalogue.resourceType(type)?.ref === (PHYSICAL_NAMES.get(type) ?? "");
    if (only !== undefined && others.length === 0 && isRef)
      names.set(entry.name, only.key.slice(only.key.indexOf(" ") + 1));
  }
  const filled = (key: string): string => key.replaceAll(/\$\{(\w+)\}/g, (written, name) => names.get(name) ?? written);
  return all.map(({ entry, found }) => ({
    entry,
    found: found.map((one) => (OF_RESOURCE.test(one.key) ? { ...one, key: filled(one.key) } : one)),
  }));
}

const OF_RESOURCE = /\$\{\w+\}/;

/** Those names of which more can be said than that nothing else has them: few, if any. */
function notable(all: Found): readonly Named[] {
  const keys = new Set<string>();
  const shared = new Set<string>();
  for (const { found } of all)
    for (const { key } of found) {
      if (keys.has(key)) shared.add(key);
      keys.add(key);
    }
  if (shared.size === 0) return [];
  return all.flatMap(({ entry, found }) =>
    found.filter(({ key }) => shared.has(key)).map((name) => ({ ...name, entry })),
  );
}

interface Name extends ValueBranch {
  /** What makes the name the same. */
  readonly key: string;
  /** The choice between branches that all give the name. */
  readonly choice?: Span | undefined;
}

interface Named extends Name {
  readonly entry: Entry;
}

/** Resources that are given a name, with what it may be. */
const named = searchEntries(({ value }) => physicalNames(value));

function physicalNames(resource: Node): readonly Name[] {
  const ownType = typeNameOf(resource) ?? "";
  const type = SAM_TYPES.get(ownType) ?? ownType;
  const property = ownType === "AWS::Serverless::StateMachine" ? "Name" : PHYSICAL_NAMES.get(type);
  if (property === undefined) return [];
  const value = valueAt(valueAt(resource, "Properties"), property);
  const names = valueBranches(value).flatMap(({ node, assumptions }): readonly Name[] => {
    if (node.kind === "scalar" && (node.value === null || isLoopName(node.text))) return [];
    if (node.kind === "call" && !/^(?:Ref|Fn::Sub|Fn::Join|Fn::FindInMap)$/.test(node.name)) return [];
    const key = composedText(node);
    if (key === undefined || key.length > MAX_TEXT_LENGTH || key.includes("AWS::NoValue")) return [];
    // IAM's names differ in more than capitals.
    return [{ node, assumptions, key: `${type} ${type.startsWith("AWS::IAM::") ? key.toLowerCase() : key}` }];
  });
  // What is in both branches of a condition is there whether it holds or not.
  return names.flatMap((one, index) => {
    const other = names.findIndex((name) => areBranches(name, one));
    return other < 0 ? [one] : other > index ? [{ ...one, assumptions: [], choice: value }] : [];
  });
}

function areBranches(name: Name, other: Name): boolean {
  const [one, ...more] = name.assumptions;
  const [two, ...rest] = other.assumptions;
  if (one === undefined || two === undefined || more.length + rest.length > 0) return false;
  return name.key === other.key && one.condition === two.condition && one.holds !== two.holds;
}
