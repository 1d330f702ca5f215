import { contentSpan } from "../../model/tree/node.ts";
import { linkFindings } from "../engine/linkFindings.ts";
import { absentStreams } from "../shared/absentStreams.ts";
import { absentProviders } from "../shared/clusterProviders.ts";
import { wronglyPublic } from "../shared/publicSubnets.ts";
import type { TemplateRule } from "../shared/rule.ts";
import { silentHandlers } from "../shared/silentHandlers.ts";

/**
 * Two resources, one of which refers to the other, with properties that do not fit together: a dead-letter queue of
 * another kind than its queue, a database instance with another engine than its cluster, a listener with a protocol
 * that its load balancer does not support, a Fargate service with a task that Fargate can't run.
 */
export const mismatchedResources: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    for (const { entry, span, words, extra } of linkFindings(template))
      report(entry, span, { ...words, ...extra, unfinished: "below" });
    for (const { entry, span, table } of absentStreams(template))
      report(entry, span, { message: "no-stream", with: { name: table } });
    for (const { entry, node, cluster } of absentProviders(template))
      report(entry, contentSpan(node), { message: "no-provider", with: { cluster, provider: node.text } });
    for (const { entry, node, subnet, isTask } of wronglyPublic(template))
      report(entry, contentSpan(node), { message: isTask ? "no-way-out" : "no-private-subnet", with: { subnet } });
    for (const { entry, node, handler } of silentHandlers(template))
      report(entry, node, { message: "no-answer", with: { handler } });
  },
};
