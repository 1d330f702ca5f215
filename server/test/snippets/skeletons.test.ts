import assert from "node:assert/strict";
import { completion } from "../../src/features/completion.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { allSnippets } from "../../src/snippets/allSnippets.ts";
import { plainBody } from "../../src/snippets/plainBody.ts";
import type { Snippet } from "../../src/snippets/snippet.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { applied } from "../features/completion/completionCheck.ts";
import { found } from "../rules/checkRule.ts";

const snippets = allSnippets();
const catalogue = loadCatalogue();

/** What skeletons refer to. */
const BESIDE: Readonly<Record<string, string>> = {
  OwnBucket: "AWS::S3::Bucket",
  OwnVpc: "AWS::EC2::VPC",
  OwnRole: "AWS::IAM::Role",
  OwnFunction: "AWS::Lambda::Function",
  OwnPermission: "AWS::Lambda::Permission",
  OwnSubnet: "AWS::EC2::Subnet",
  OwnSecurityGroup: "AWS::EC2::SecurityGroup",
  OwnLaunchTemplate: "AWS::EC2::LaunchTemplate",
  OwnTargetGroup: "AWS::ElasticLoadBalancingV2::TargetGroup",
  OwnLoadBalancer: "AWS::ElasticLoadBalancingV2::LoadBalancer",
  OwnInstance: "AWS::EC2::Instance",
  OwnTopic: "AWS::SNS::Topic",
  OwnQueue: "AWS::SQS::Queue",
  OwnRouteTable: "AWS::EC2::RouteTable",
  OwnInternetGateway: "AWS::EC2::InternetGateway",
  OwnAttachment: "AWS::EC2::VPCGatewayAttachment",
  OwnNatGateway: "AWS::EC2::NatGateway",
  OwnHostedZone: "AWS::Route53::HostedZone",
  OwnDistribution: "AWS::CloudFront::Distribution",
  OwnCluster: "AWS::ECS::Cluster",
  OwnTaskDefinition: "AWS::ECS::TaskDefinition",
};

/** A template with a caret behind `open`, among its resources. */
function sourceFor(format: "yaml" | "json", snippet: Snippet, open: string, resources = BESIDE): string {
  const transform = snippet.transform ?? (/Serverless/.test(open) ? "AWS::Serverless-2016-10-31" : undefined);
  const beside = Object.entries(resources);
  if (format === "json") {
    const brackets: string[] = [];
    for (const sign of open.replace(/"(?:[^"\\]|\\.)*"/g, "")) {
      if (sign === "{" || sign === "[") brackets.unshift(sign === "{" ? "}" : "]");
      else if (sign === "}" || sign === "]") brackets.shift();
    }
    const close = brackets.join("");
    const others = beside.map(([id, type]) => `"${id}": {"Type": "${type}"}`).join(",\n    ");
    return `{${transform === undefined ? "" : `"Transform": "${transform}", `}"Parameters": {"SubnetIds": {"Type": "List<AWS::EC2::Subnet::Id>"}}, "Resources": {\n    ${others},\n    ${open}<|>${close}\n}}`;
  }
  const others = beside.map(([id, type]) => `  ${id}:\n    Type: ${type}\n`).join("");
  return `${transform === undefined ? "" : `Transform: ${transform}\n`}Parameters:\n  SubnetIds:\n    Type: List<AWS::EC2::Subnet::Id>\nResources:\n${others}${open}<|>\n`;
}

const SIGNAL =
  "#!/bin/bash\nmake\n/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Own --region ${AWS::Region}\n";

const INDEX = { IndexName: "x", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }] };

/** What must stand beside a key, by the map that gets it. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "Properties.Policies.*": { PolicyName: "x" },
  "AWS::CloudFront::Distribution.Properties.DistributionConfig.Origins.*": {
    Id: "x",
    DomainName: "x.s3.amazonaws.com",
    OriginAccessControlId: "E2QWRUHAPOMQZL",
  },
  "AWS::ECS::TaskDefinition.Properties.ContainerDefinitions.*": { Name: "x", Image: "x" },
  "AWS::DynamoDB::Table.Properties.GlobalSecondaryIndexes.*": INDEX,
  "AWS::DynamoDB::Table.Properties.LocalSecondaryIndexes.*": INDEX,
  "AWS::EC2::SecurityGroup.Properties": { VpcId: "vpc-0123456789abcdef0" },
  "AWS::EC2::Instance.Properties.BlockDeviceMappings.*": { DeviceName: "/dev/xvda" },
  "AWS::S3::Bucket.Properties.LifecycleConfiguration.Rules.*": { Status: "Enabled" },
  "AWS::CodeBuild::Project.Properties.Environment": {
    Type: "LINUX_CONTAINER",
    ComputeType: "BUILD_GENERAL1_SMALL",
    Image: "x",
  },
  "AWS::Lambda::Function.Properties": { Runtime: "python3.14", Handler: "index.handler" },
  "AWS::EC2::Instance": { Properties: { UserData: { "Fn::Base64": { "Fn::Sub": SIGNAL } } } },
};

function neededIn(type: string, above: readonly string[]): Readonly<Record<string, unknown>> {
  return NEEDED[[type, ...above].join(".")] ?? NEEDED[above.join(".")] ?? {};
}

/** Where a key goes: the resource down to the map that gets it. */
function openTo(format: "yaml" | "json", type: string, path: readonly string[]): string {
  const own = type === "*" ? "AWS::SNS::Topic" : type;
  const above = path.slice(0, -1);
  if (format === "json") {
    const keys = above.map((key, index) => (key === "*" ? "" : `"${key}": ${above[index + 1] === "*" ? "[" : ""}{`));
    const needed = Object.entries(neededIn(type, above)).map(([key, value]) => `"${key}": ${JSON.stringify(value)}, `);
    return `"Own": {"Type": "${own}", ${keys.join("")}${needed.join("")}\n      `;
  }
  let indent = 4;
  let dash = "";
  let text = `  Own:\n    Type: ${own}\n`;
  for (const key of above) {
    if (key === "*") dash = "- ";
    else {
      text += `${" ".repeat(indent)}${dash}${key}:\n`;
      indent += 2 + dash.length;
      dash = "";
    }
  }
  for (const [key, value] of Object.entries(neededIn(type, above))) {
    text += `${" ".repeat(indent)}${dash}${key}: ${JSON.stringify(value)}\n`;
    indent += dash.length;
    dash = "";
  }
  return `${text}${" ".repeat(indent)}${dash}`;
}

/** The text with a skeleton, and what is found within it. */
function inserted(source: string, snippet: Snippet, label: string | undefined): readonly [string, readonly string[]] {
  const offset = source.indexOf("<|>");
  const text = source.replace("<|>", "");
  const { items } = completion(
    { template: parse(text), catalogue, snippets: [snippet], exports: [], language: "en", snippetSupport: true },
    offset,
  );
  const item = items.find((one) => (label === undefined ? one.kind === "snippet" : one.label === label));
  assert.ok(item, `not offered in:\n${source}`);
  const plain = item.snippet ? plainBody(item.insertText) : item.insertText;
  const result = applied(text, { ...item, insertText: plain, snippet: false });
  const { start } = item.span;
  const within = found(result).filter(
    ({ span, code }) =>
      span.start < start + plain.length &&
      span.end > start &&
      // The list of what goes there is open.
      !(item.again === true && code === "null-value"),
  );
  return [result, within.map(({ code, message }) => `${code}: ${message}`)];
}

describe("skeletons, with their defaults", () => {
  for (const snippet of snippets) {
    for (const place of snippet.where) {
      if (place.in !== "name" && place.in !== "key") continue;
      if (place.in === "key") {
        it(`${snippet.id}: ${place.type}.${place.path.join(".")}, where nothing stands beside it`, () => {
          const source = sourceFor("yaml", snippet, openTo("yaml", place.type, place.path), {});
          const [result, findings] = inserted(source, snippet, place.path.at(-1));
          const unresolved = findings.filter((finding) => /^unknown-(?:ref|get-att)/.test(finding));
          assert.deepEqual(unresolved, [], result);
        });
      }
      for (const format of ["yaml", "json"] as const) {
        const where = place.in === "key" ? `${place.type}.${place.path.join(".")}` : "a resource";
        it(`${snippet.id}: ${where}, ${format}`, () => {
          const isKey = place.in === "key";
          const typed = `My${snippet.prefixes[0]}`;
          const named = format === "json" ? `"${typed}` : `  ${typed}`;
          const open = isKey ? openTo(format, place.type, place.path) : named;
          const source = sourceFor(format, snippet, open).replace("<|>", isKey || format === "yaml" ? "<|>" : '<|>"');
          const [result, findings] = inserted(source, snippet, isKey ? place.path.at(-1) : undefined);
          assert.deepEqual(findings, [], result);
          if (format === "json") JSON.parse(result);
          assert.doesNotMatch(result, /"\$"/, "a stop became a map");
        });
      }
    }
  }
});
