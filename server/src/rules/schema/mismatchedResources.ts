import { entrySearch, type Match } from "../../model/entrySearch.ts";
import { contentSpan, type MapNode, type Node, pairOf, textOf, valueAt } from "../../model/node.ts";
import type { Entry, Template } from "../../model/template.ts";
import type { Localised } from "../../text/localised.ts";
import type { Span } from "../../text/span.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { type ConditionModel, conditionModel } from "../shared/conditionModel.ts";
import type { LinkedResource } from "../shared/linkedResource.ts";
import { type CheckLink, LINKED_TYPES, RESOURCE_LINKS } from "../shared/resourceLinks.ts";
import { resourceTarget } from "../shared/resourceTarget.ts";

/**
 * Two resources of which one names the other, and whose properties do not fit together: a dead-letter queue of another kind than its
 * queue, a database instance with another engine than its cluster, a Fargate service with a task that Fargate can't run.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Queue:
 *     Type: AWS::SQS::Queue
 *     Properties:
 *       FifoQueue: true
 *       RedrivePolicy:
 *         deadLetterTargetArn: !GetAtt Failed.Arn
 *         maxReceiveCount: 3
 *   Failed:
 *     Type: AWS::SQS::Queue
 * ```
 * Good:
 * ```yaml
 *   Failed:
 *     Type: AWS::SQS::Queue
 *     Properties:
 *       FifoQueue: true
 * ```
 */
export const mismatchedResources: TemplateRule = {
  scope: "template",
  code: "mismatched-resources",
  severity: "error",
  cfnLint: [
    "E3026",
    "E3050",
    "E3052",
    "E3054",
    "E3502",
    "E3505",
    "E3633",
    "E3634",
    "E3705",
    "E3707",
    "E3708",
    "E3709",
    "E3712",
    "W3664",
  ],
  title: { en: "Resources that name each other fit together", ja: "参照し合うリソースの設定が合っている" },
  check(template, { report }) {
    const known = nameable(template);
    for (const { entry, found: check } of linking(template, "Resources", undefined)) {
      for (const { name, span, message, severity } of linkFindings(entry, check, known)) {
        report(name === undefined ? entry : known.named(name), span, message, { severity });
      }
    }
  },
};

/** What a resource may name in a template. */
interface Nameable {
  named(name: string): Entry | undefined;
  conditions(): ConditionModel;
}

function nameable(template: Template): Nameable {
  let resources: readonly Match<true>[] = [];
  let places: ReadonlyMap<string, number> | undefined;
  let model: ConditionModel | undefined;
  return {
    named(name) {
      if (places === undefined) {
        resources = linked(template, "Resources", undefined);
        places = placesIn(resources);
      }
      return resources[places.get(name) ?? -1]?.entry;
    },
    conditions() {
      model ??= conditionModel(template.outline);
      return model;
    },
  };
}

/** Names of resources, and the places in them of each (of the last one that has it). Most edits leave all of it as it is. */
let latest: { readonly names: readonly string[]; readonly places: ReadonlyMap<string, number> } | undefined;

function placesIn(resources: readonly Match<unknown>[]): ReadonlyMap<string, number> {
  const { names = [], places } = latest ?? {};
  if (places !== undefined && names.length === resources.length) {
    let same = 0;
    while (same < names.length && names[same] === resources[same]?.entry.name) same++;
    if (same === names.length) return places;
  }
  const now = resources.map(({ entry }) => entry.name);
  latest = { names: now, places: new Map(now.map((name, index) => [name, index])) };
  return latest.places;
}

interface LinkFinding {
  /** The resource that is faulted, where it is another one than that which names it. */
  readonly name: string | undefined;
  readonly span: Span;
  readonly message: Localised;
  readonly severity: "error" | "warning";
}

/** What was found about a resource, and all that was looked at for it besides the resource itself. */
interface CheckedLinks {
  readonly targets: readonly { readonly name: string; readonly value: Node | undefined }[];
  readonly conditions: ConditionModel | undefined;
  readonly findings: readonly LinkFinding[];
}

const checked = new WeakMap<Node, CheckedLinks>();

/** What is wrong between a resource and those that it names; looked for again only where one of them has changed. */
function linkFindings(entry: Entry, check: CheckLink, known: Nameable): readonly LinkFinding[] {
  const before = checked.get(entry.value);
  if (before !== undefined && isUpToDate(before, known)) return before.findings;
  const targets: CheckedLinks["targets"][number][] = [];
  const findings: LinkFinding[] = [];
  let conditions: ConditionModel | undefined;
  const resourceOf = (one: Entry | undefined): LinkedResource | undefined => {
    const properties = valueAt(one?.value, "Properties");
    if (one === undefined || (properties !== undefined && properties.kind !== "map")) return undefined;
    return {
      entry: one,
      properties: properties ?? NOTHING,
      possible(assumptions) {
        if (assumptions.length === 0) return true;
        conditions = known.conditions();
        return conditions.possible(assumptions);
      },
      target(value, ...types) {
        const name = resourceTarget(value);
        if (name === undefined) return undefined;
        const found = known.named(name);
        targets.push({ name, value: found?.value });
        return types.includes(textOf(valueAt(found?.value, "Type")) ?? "") ? resourceOf(found) : undefined;
      },
    };
  };
  const resource = resourceOf(entry);
  if (resource !== undefined) {
    check(resource, (where, property, message, severity = "error") => {
      const name = where.entry === entry ? undefined : where.entry.name;
      findings.push({ name, span: spanOf(where, property), message, severity });
    });
  }
  checked.set(entry.value, { targets, conditions, findings });
  return findings;
}

function isUpToDate({ targets, conditions }: CheckedLinks, known: Nameable): boolean {
  for (const { name, value } of targets) if (known.named(name)?.value !== value) return false;
  return conditions === undefined || conditions === known.conditions();
}

/** The resources that there is something to check about. */
const linking = entrySearch(({ value }) => RESOURCE_LINKS.get(textOf(valueAt(value, "Type")) ?? ""));

/** The resources that others may name. */
const linked = entrySearch(({ value }) => (LINKED_TYPES.has(textOf(valueAt(value, "Type")) ?? "") ? true : undefined));

const NOTHING: MapNode = { kind: "map", start: 0, end: 0, pairs: [], flow: false };

function spanOf({ entry, properties }: LinkedResource, property: string): Span {
  const pair = pairOf(properties, property);
  const key = pairOf(entry.value, "Properties")?.key ?? entry.key;
  if (pair === undefined || pair.merged) return contentSpan(key);
  return pair.value.kind === "scalar" ? contentSpan(pair.value) : pair.value;
}
