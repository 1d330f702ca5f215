import { searchResources } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import type { Entry } from "../../model/template.ts";
import {
  contentSpan,
  listItems,
  type Node,
  pairOf,
  refTarget,
  type ScalarNode,
  textOf,
  typeNameOf,
  valueAt,
} from "../../model/tree/node.ts";
import { fitsGlob } from "../../text/glob.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import type { TemplateRule } from "../shared/rule.ts";

const LISTS = [
  ["LambdaConfigurations", "Function"],
  ["QueueConfigurations", "Queue"],
  ["TopicConfigurations", "Topic"],
] as const;

/** What a bucket can't send to, by type. */
const REFUSED: ReadonlyMap<string, { readonly fifo: string; readonly key: string }> = new Map([
  ["AWS::SQS::Queue", { fifo: "FifoQueue", key: "alias/aws/sqs" }],
  ["AWS::SNS::Topic", { fifo: "FifoTopic", key: "alias/aws/sns" }],
]);

/** A bucket with more is not looked through for what overlaps. */
const MAX_CONFIGURATIONS = 100;

/**
 * A bucket's notifications that S3 refuses whatever allows them: two for the same events and objects, or one to a FIFO
 * queue or topic, or to one that is encrypted with AWS's own key, which S3 may not use.
 */
export const notificationConfiguration: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    for (const { entry, found } of configured(template)) {
      for (const { target, node } of found) {
        const other = resourcesByName(template).get(target ?? "");
        const refused = REFUSED.get(typeNameOf(other?.value) ?? "");
        const properties = valueAt(other?.value, "Properties");
        if (refused === undefined || node === undefined) continue;
        const isFifo = textOf(valueAt(properties, refused.fifo)) === "true";
        if (!isFifo && textOf(valueAt(properties, "KmsMasterKeyId")) !== refused.key) continue;
        report(entry, node, { message: isFifo ? "fifo" : "encrypted", with: { target, key: refused.key } });
      }
    }
    const buckets = new Map<string, Placed[]>(
      configured(template).map(({ entry, found }) => [entry.name, found.map((one) => ({ ...one, entry }))]),
    );
    for (const { entry, found } of samEvents(template))
      for (const { bucket, ...one } of found) {
        const target = resourcesByName(template).get(bucket);
        if (target === undefined || conditionOf(target) !== conditionOf(entry)) continue;
        const all = buckets.get(bucket) ?? [];
        all.push({ ...one, target: entry.name, entry });
        buckets.set(bucket, all);
      }
    for (const [name, all] of buckets)
      reportOverlaps(all, (one, first) =>
        report(one.entry, contentSpan(one.event), {
          message: "same-events",
          with: { name },
          related: [{ entry: first.entry, span: contentSpan(first.event), message: "other-notification" }],
        }),
      );
  },
};

interface Configuration {
  readonly target: string | undefined;
  readonly node: Node | undefined;
  readonly event: ScalarNode | undefined;
  /** What keys of objects begin and end with; `undefined` if it can't be told. */
  readonly filter: { readonly prefix: string; readonly suffix: string } | undefined;
}

/** A notification with the resource in which it is written. */
interface Placed extends Configuration {
  readonly entry: Entry;
}

type Certain = Placed & Required<{ [Key in "event" | "filter"]: NonNullable<Configuration[Key]> }>;

function reportOverlaps(all: readonly Placed[], report: (one: Certain, first: Certain) => void): void {
  if (all.length > MAX_CONFIGURATIONS) return;
  const certain = all.filter((one): one is Certain => one.event !== undefined && one.filter !== undefined);
  certain.forEach((one, index) => {
    const { event, filter } = one;
    const first = certain
      .slice(0, index)
      .find(
        (other) =>
          !isTaken(one, other) &&
          (fitsGlob(event.text, other.event.text) || fitsGlob(other.event.text, event.text)) &&
          (filter.prefix.startsWith(other.filter.prefix) || other.filter.prefix.startsWith(filter.prefix)) &&
          (filter.suffix.endsWith(other.filter.suffix) || other.filter.suffix.endsWith(filter.suffix)),
      );
    if (first !== undefined) report(one, first);
  });
}

/** SAM takes a notification to its function that the bucket has already. */
function isTaken(one: Certain, other: Certain): boolean {
  return (
    one.target === one.entry.name &&
    other.target === one.target &&
    other.event.text === one.event.text &&
    other.filter.prefix === one.filter.prefix &&
    other.filter.suffix === one.filter.suffix
  );
}

function conditionOf({ value }: Entry): string | undefined {
  return textOf(valueAt(value, "Condition"));
}

function filterOf(item: Node): Configuration["filter"] {
  if (pairOf(item, "Filter") === undefined) return { prefix: "", suffix: "" };
  const rules = valueAt(valueAt(valueAt(item, "Filter"), "S3Key"), "Rules");
  const filter = { prefix: "", suffix: "" };
  for (const rule of listItems(rules)) {
    const name = textOf(valueAt(rule, "Name"))?.toLowerCase();
    const value = textOf(valueAt(rule, "Value"));
    if ((name !== "prefix" && name !== "suffix") || value === undefined) return undefined;
    filter[name] = value;
  }
  return rules?.kind === "list" ? filter : undefined;
}

const configured = searchResources(["AWS::S3::Bucket"], ({ value }) => {
  const configuration = valueAt(valueAt(value, "Properties"), "NotificationConfiguration");
  return LISTS.flatMap(([list, key]) =>
    listItems(valueAt(configuration, list)).flatMap((item): readonly Configuration[] => {
      if (item.kind !== "map") return [];
      const node = valueAt(item, key);
      const event = valueAt(item, "Event");
      return [
        {
          target: resourceTarget(node),
          node,
          event: event?.kind === "scalar" ? event : undefined,
          filter: filterOf(item),
        },
      ];
    }),
  );
});

/** The notifications that SAM writes into a bucket for events of functions. */
const samEvents = searchResources(
  ["AWS::Serverless::Function"],
  ({ value }): readonly (Configuration & { readonly bucket: string })[] => {
    const events = valueAt(valueAt(value, "Properties"), "Events");
    return (events?.kind === "map" ? events.pairs : []).flatMap(({ value: one }) => {
      const properties = textOf(valueAt(one, "Type")) === "S3" ? valueAt(one, "Properties") : undefined;
      const bucket = refTarget(valueAt(properties, "Bucket"));
      if (properties === undefined || bucket === undefined) return [];
      return listItems(valueAt(properties, "Events")).flatMap((event) =>
        event.kind === "scalar"
          ? [{ bucket, target: undefined, node: undefined, event, filter: filterOf(properties) }]
          : [],
      );
    });
  },
);
