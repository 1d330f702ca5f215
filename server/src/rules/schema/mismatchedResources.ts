import { linkFindings } from "../engine/linkFindings.ts";
import type { TemplateRule } from "../engine/rule.ts";

/**
 * Two resources, one of which refers to the other, whose properties do not fit together: a dead-letter queue of another
 * kind than its queue, a database instance with another engine than its cluster, a listener with a protocol that its
 * load balancer does not have, a Fargate service with a task that Fargate cannot run.
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
  title: { en: "Resources that refer to each other fit together", ja: "参照し合うリソースの設定が合っている" },
  check(template, { report }) {
    for (const { entry, span, message, severity } of linkFindings(template))
      report(entry, span, { ...message, severity, unfinished: "below" });
  },
};
