import assert from "node:assert/strict";
import { regionsReadOn, regionsWithout } from "../../../src/catalogue/types/typeRegions.ts";
import { diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { exampleContext } from "../engine/ruleExamples.ts";

const check = (type: string, regions: readonly string[] | undefined): readonly string[] =>
  diagnostics(parse(`Resources:\n  One:\n    Type: ${type}\n`), { ...exampleContext, regions })
    .filter(({ code }) => code === "type-region")
    .map(({ message }) => message);

const ROWS: readonly (readonly [name: string, type: string, regions: readonly string[], without: readonly string[]])[] =
  [
    ["a service that is not there", "AWS::AppRunner::Service", ["ap-northeast-3", "us-east-1"], ["ap-northeast-3"]],
    ["a type of a service that is", "AWS::ApiGateway::DomainNameV2", ["ap-east-2", "us-east-1"], ["ap-east-2"]],
    ["what is everywhere", "AWS::SQS::Queue", ["ap-northeast-3", "mx-central-1"], []],
    ["what is newer, of others, or no type", "AWS::Brand::New", ["ap-northeast-3"], []],
    ["a name of every object", "constructor::Type", ["ap-northeast-3"], []],
    ["a Region that is not known", "AWS::AppRunner::Service", ["eusc-de-east-1"], []],
  ];

describe("type-region", () => {
  for (const [name, type, regions, without] of ROWS)
    it(`knows ${name}`, () => {
      assert.deepEqual(regionsWithout(type, regions), without);
      assert.equal(check(type, regions).length, without.length);
    });

  it("says where, and of which day that is known", () => {
    const [message = ""] = check("AWS::AppRunner::Service", ["ap-northeast-3"]);
    assert.match(message, /no AWS::AppRunner::Service in ap-northeast-3 on /);
    assert.ok(message.includes(regionsReadOn()));
  });

  it("forgets what it said of other Regions", () => {
    const template = parse("Resources:\n  One:\n    Type: AWS::AppRunner::Service\n");
    const counts = [["ap-northeast-3"], ["us-east-1"], ["us-east-1", "ap-northeast-3"], [], ["ap-northeast-3"]].map(
      (regions) =>
        diagnostics(template, { ...exampleContext, regions }).filter(({ code }) => code === "type-region").length,
    );
    assert.deepEqual(counts, [1, 0, 1, 0, 1]);
  });

  it("knows what takes only certificates of us-east-1", () => {
    const site = (certificate: string): string =>
      `Resources:\n  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {ViewerCertificate: {AcmCertificateArn: ${certificate}}}}\n  Own:\n    Type: AWS::CertificateManager::Certificate\n`;
    const messages = (certificate: string, regions: readonly string[]): readonly string[] =>
      diagnostics(parse(site(certificate)), { ...exampleContext, regions })
        .filter(({ code }) => code === "type-region")
        .map(({ message }) => message);
    assert.match(
      messages("!Ref Own", ["eu-west-1"]).join(),
      /Own is created in .*eu-west-1.*isn't in us-east-1 region/,
    );
    assert.deepEqual(messages("!Ref Own", ["us-east-1"]), []);
    assert.deepEqual(messages("!Ref Elsewhere", ["eu-west-1"]), []);
  });

  it("knows the Region by a zone", () => {
    const site = (zone: string, more = ""): string =>
      `Conditions:\n  C: !Equals [!Ref AWS::Region, a]\nResources:\n  Net:\n    Type: AWS::EC2::Subnet\n${more}    Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.0.0/24, AvailabilityZone: ${zone}}\n  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties: {DistributionConfig: {ViewerCertificate: {AcmCertificateArn: !Ref Own}}}\n  Own:\n    Type: AWS::CertificateManager::Certificate\n  Acl:\n    Type: AWS::WAFv2::WebACL\n    Properties: {Scope: CLOUDFRONT}\n`;
    const messages = (text: string): readonly string[] =>
      diagnostics(parse(text), { ...exampleContext, regions: undefined })
        .filter(({ code }) => code === "type-region")
        .map(({ message }) => message);
    const [first = "", second = ""] = messages(site("eu-west-1a"));
    assert.match(first, /Own is created in the stack's Region \(eu-west-1, by its zone eu-west-1a\)/);
    assert.match(second, /Acl is for CloudFront .* SCOPE_VALUE, parameter: CLOUDFRONT/);
    assert.deepEqual(messages(site("us-east-1a")), []);
    assert.deepEqual(messages(site("eu-west-1a", "    Condition: C\n")), []);
    assert.deepEqual(messages(site("!Select [0, !GetAZs '']")), []);
    assert.deepEqual(messages(site("eu-west-1a").replace("CLOUDFRONT", "REGIONAL").replace("!Ref Own", "!Ref P")), []);
  });

  it("knows zones of Regions that the project has no stacks in", () => {
    const zones = (...written: readonly string[]): string =>
      `Resources:\n${written.map((zone, at) => `  S${at}: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.${at}.0/24, AvailabilityZone: ${zone}}}\n`).join("")}`;
    const messages = (text: string, regions: readonly string[]): readonly string[] =>
      diagnostics(parse(text), { ...exampleContext, regions })
        .filter(({ code }) => code === "zone-region")
        .map(({ severity, message }) => `${severity}: ${message}`);
    const [only = "", ...others] = messages(zones("us-east-1a"), ["eu-west-1", "eu-central-1"]);
    assert.match(only, /^warning: S0 is in us-east-1a, but the project's stacks are in eu-west-1.*eu-central-1/);
    assert.deepEqual(others, []);
    assert.deepEqual(messages(zones("eu-central-1b", "eu-central-1-ham-1a"), ["eu-west-1", "eu-central-1"]), []);
    assert.deepEqual(messages(zones("us-east-1a"), []), []);
    // The one that is elsewhere is faulted, whichever comes first.
    const [wrong = "", ...more] = messages(zones("us-east-1a", "eu-west-1b"), ["eu-west-1"]);
    assert.match(wrong, /^error: S0 is in us-east-1a, but S1 in eu-west-1b/);
    assert.deepEqual(more, []);
  });

  it("says nothing where no Region is named", () => assert.deepEqual(check("AWS::AppRunner::Service", undefined), []));
});
