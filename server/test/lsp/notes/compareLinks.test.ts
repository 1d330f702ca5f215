import assert from "node:assert/strict";
import { withCompareLinks } from "../../../src/lsp/notes/hoverLinks.ts";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { builtInTopics } from "../../../src/notes/binding/bind.ts";
import { withCaret } from "../../marked.ts";
import { builtInIndex } from "../../notes/builtIn/builtInIndex.ts";
import { properties, resource } from "../../notes/noteAt.ts";
import { PLACES } from "../../notes/placesOfTopics.ts";

const notes = builtInIndex("en");

/** What a hover says that it is on. */
function topicsAt(text: string, offset: number): readonly string[] {
  const focus = focusAt(parse(text), offset);
  return focus === undefined ? [] : builtInTopics(notes.at(focus));
}

const alarm = (metric: string): string => properties("AWS::CloudWatch::Alarm", `MetricName: ${metric}`);

/** A place at which a hover leads to a comparison, and the link's text. */
const LINKS: readonly (readonly [comparison: string, template: string | undefined, text: string])[] = [
  ["deletion-policies", PLACES["deletionPolicy"], "Compare with UpdateReplacePolicy"],
  ["deletion-policies", PLACES["updateReplacePolicy"], "Compare with DeletionPolicy"],
  ["waiting", PLACES["creationPolicy"], "Compare with WaitCondition, DependsOn"],
  ["waiting", PLACES["dependsOn"], "Compare with CreationPolicy, WaitCondition"],
  ["signals", PLACES["resourceSignal"], "Compare with WaitOnResourceSignals"],
  ["helper-scripts", PLACES["cfnInit"], "Compare with cfn-hup"],
  ["helper-scripts", PLACES["cfnHup"], "Compare with cfn-init"],
  ["group-updates", PLACES["rollingUpdate"], "Compare with AutoScalingReplacingUpdate, AutoScalingInstanceRefresh"],
  ["sharing-values", PLACES["exportKey"], "Compare with Nested stack, Fn::GetStackOutput"],
  ["sharing-values", PLACES["nestedStack"], "Compare with Export, Fn::GetStackOutput"],
  ["alias-cname", PLACES["recordCname"], "Compare with Alias"],
  ["draining", PLACES["connectionDraining"], "Compare with Deregistration delay"],
  ["draining", PLACES["deregistrationDelay"], "Compare with Connection Draining"],
  ["5xx", alarm("HTTPCode_Backend_<|>5XX"), "Compare with HTTPCode\\_ELB\\_5XX, HTTPCode\\_Target\\_5XX\\_Count"],
  ["surge-queue", alarm("Spill<|>overCount"), "Compare with SurgeQueueLength"],
  ["routing-policies", PLACES["failover"], "Compare with Latency, Weighted, …"],
  ["load-balancers", PLACES["networkLoadBalancer"], "Compare with ALB, CLB"],
  ["traffic-filters", resource("AWS::EC2::Network<|>Acl"), "Compare with Security group"],
  ["internet-access", resource("AWS::EC2::Nat<|>Gateway"), "Compare with Internet gateway"],
  ["s3-endpoints", resource("AWS::EC2::VPC<|>Endpoint"), "Compare Gateway endpoint × Interface endpoint"],
  ["database-copies", properties("AWS::RDS::DBInstance", "Multi<|>AZ: true"), "Compare RDS Multi-AZ × Read replica"],
  ["parameters-secrets", resource("AWS::SSM::Para<|>meter"), "Compare with Secrets Manager"],
  ["origin-access", resource("AWS::CloudFront::Origin<|>AccessControl"), "Compare OAC × OAI"],
];

describe("comparisons in a hover", () => {
  const check = (comparison: string, template: string, expected: string): void => {
    it(`${expected}: in the first line`, () => {
      const { text, offset } = withCaret(template);
      const markdown = withCompareLinks("**Title** · place\n\nText.", topicsAt(text, offset), "en");
      const [title = "", ...others] = markdown.split("\n");
      const argument = encodeURIComponent(JSON.stringify([comparison]));
      assert.ok(title.startsWith("**Title** · place · ["), title);
      assert.ok(title.includes(`[${expected}](command:cfnNotes.compare?${argument})`), title);
      assert.deepEqual(others, ["", "Text."]);
    });
  };
  for (const [comparison, template = "", expected] of LINKS) check(comparison, template, expected);

  it("none where nothing is compared", () => {
    const { text, offset } = withCaret(PLACES["bucketRetention"] ?? "");
    const topics = topicsAt(text, offset);
    assert.ok(topics.length > 0);
    assert.equal(withCompareLinks("**Title**\n\nText.", topics, "en"), "**Title**\n\nText.");
  });
});
