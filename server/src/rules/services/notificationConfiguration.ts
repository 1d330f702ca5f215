import { searchResources } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import {
  contentSpan,
  listItems,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  typeNameOf,
  valueAt,
} from "../../model/tree/node.ts";
import { fitsGlob } from "../../text/glob.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import type { ReportIn, TemplateRule } from "../shared/rule.ts";

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
      reportOverlaps(found, (span, first) =>
        report(entry, span, {
          message: "same-events",
          with: { name: entry.name },
          related: [{ span: first, message: "other-notification" }],
        }),
      );
    }
  },
};

interface Configuration {
  readonly target: string | undefined;
  readonly node: Node | undefined;
  readonly event: ScalarNode | undefined;
  /** What keys of objects begin and end with; `undefined` if it can't be told. */
  readonly filter: { readonly prefix: string; readonly suffix: string } | undefined;
}

function reportOverlaps(
  all: readonly Configuration[],
  report: (span: Parameters<ReportIn>[1], first: ReturnType<typeof contentSpan>) => void,
): void {
  if (all.length > MAX_CONFIGURATIONS) return;
  all.forEach(({ event, filter }, index) => {
    if (event === undefined || filter === undefined) return;
    const first = all
      .slice(0, index)
      .find(
        (one) =>
          one.event !== undefined &&
          one.filter !== undefined &&
          (fitsGlob(event.text, one.event.text) || fitsGlob(one.event.text, event.text)) &&
          (filter.prefix.startsWith(one.filter.prefix) || one.filter.prefix.startsWith(filter.prefix)) &&
          (filter.suffix.endsWith(one.filter.suffix) || one.filter.suffix.endsWith(filter.suffix)),
      )?.event;
    if (first !== undefined) report(contentSpan(event), contentSpan(first));
  });
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
