import { gathering } from "../model/gathered.ts";
import { contentSpan, type MapNode, pairOf, textOf, valueAt } from "../model/node.ts";
import type { Entry } from "../model/template.ts";
import type { Span } from "../text/span.ts";
import { conditionModel } from "./conditionModel.ts";
import type { LinkedResource } from "./linkedResource.ts";
import { LINKED_TYPES, RESOURCE_LINKS } from "./resourceLinks.ts";
import { resourceTarget } from "./resourceTarget.ts";
import type { TemplateRule } from "./rule.ts";

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
export const linkedResources: TemplateRule = {
  scope: "template",
  code: "linked-resources",
  severity: "error",
  cfnLint: [
    "E3026",
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
    let byName: ReadonlyMap<string, Entry> | undefined;
    const resourceOf = (entry: Entry | undefined): LinkedResource | undefined => {
      const properties = valueAt(entry?.value, "Properties");
      if (entry === undefined || (properties !== undefined && properties.kind !== "map")) return undefined;
      return {
        entry,
        properties: properties ?? NOTHING,
        possible: (assumptions) => assumptions.length === 0 || conditionModel(template).possible(assumptions),
        target: (value, ...types) => {
          const name = resourceTarget(value);
          if (name === undefined) return undefined;
          byName ??= new Map(linked(template, "Resources", undefined).map((one) => [one.entry.name, one.entry]));
          const found = byName.get(name);
          return types.includes(textOf(valueAt(found?.value, "Type")) ?? "") ? resourceOf(found) : undefined;
        },
      };
    };
    for (const { entry, found: check } of linking(template, "Resources", undefined)) {
      const resource = resourceOf(entry);
      if (resource === undefined) continue;
      check(resource, (where, property, message, severity = "error") =>
        report(where.entry, spanOf(where, property), message, { severity }),
      );
    }
  },
};

/** The resources that there is something to check about. */
const linking = gathering(({ value }) => RESOURCE_LINKS.get(textOf(valueAt(value, "Type")) ?? ""));

/** The resources that others may name. */
const linked = gathering(({ value }) => (LINKED_TYPES.has(textOf(valueAt(value, "Type")) ?? "") ? true : undefined));

const NOTHING: MapNode = { kind: "map", start: 0, end: 0, pairs: [], flow: false };

function spanOf({ entry, properties }: LinkedResource, property: string): Span {
  const pair = pairOf(properties, property);
  const key = pairOf(entry.value, "Properties")?.key ?? entry.key;
  if (pair === undefined || pair.merged) return contentSpan(key);
  return pair.value.kind === "scalar" ? contentSpan(pair.value) : pair.value;
}
