import assert from "node:assert/strict";
import { beginsTemplate, looksLikeTemplate } from "../src/detect.ts";

describe("looksLikeTemplate", () => {
  const templates: readonly [string, string][] = [
    ["a version", "AWSTemplateFormatVersion: '2010-09-09'\n"],
    ["a quoted version with BOM and CRLF", '\ufeff"AWSTemplateFormatVersion": 2010-09-09\r\n'],
    ["a transform", "Transform: AWS::Serverless-2016-10-31\n"],
    ["transforms in a list", "Transform:\n  - AWS::LanguageExtensions\n"],
    ["resources", "# x\nResources:\n  A:\n    Type: AWS::S3::Bucket\n"],
    ["resources while typed", "Resources:\n  A:\n    Type: AWS::"],
    ["a private type", "Resources:\n  A:\n    Type: My::Org::Thing\n"],
    ["a custom resource", "Resources: # all\n  A:\n    Properties: {}\n    Type: 'Custom::Thing'\n"],
    ["entries in flow style", "Resources:\n  A: {Properties: {}, Type: AWS::S3::Bucket}\n"],
    ["flow style", "Resources: {A: {Type: AWS::S3::Bucket}}\n"],
    ["JSON", '{\n  "Resources": {"A": {"Type": "AWS::S3::Bucket"}}}'],
    ["JSON with a version", '{"Description": "x", "AWSTemplateFormatVersion": "2010-09-09"'],
    ["JSON while typed", '{"Resources": {"A": {"Type": "AWS::S3'],
  ];
  for (const [name, text] of templates) it(`yes: ${name}`, () => assert.equal(looksLikeTemplate(text), true));

  const others: readonly [string, string][] = [
    ["nothing", ""],
    ["a Kubernetes manifest", "apiVersion: v1\nkind: Pod\nspec:\n  resources:\n    limits: {}\n"],
    [
      "a manifest that holds a template",
      "apiVersion: v1\nkind: ConfigMap\ndata:\n  t.yaml: |\n    AWSTemplateFormatVersion: '2010-09-09'\n    Resources:\n      A:\n        Type: AWS::S3::Bucket\n",
    ],
    ["a workflow", "on: push\njobs:\n  a:\n    steps:\n      - run: echo AWSTemplateFormatVersion\n"],
    ["what CodeDeploy is told", "version: 0.0\nResources:\n  - Service:\n      Type: AWS::ECS::Service\n"],
    ["the same in JSON", '{"version": 0.0, "Resources": [{"Service": {"Type": "AWS::ECS::Service"}}]}'],
    ["a compose file", "services:\n  web:\n    image: x\n"],
    ["OpenAPI", "openapi: 3.0.0\ncomponents:\n  schemas:\n    Resources:\n      type: object\n"],
    ["package.json", '{"name": "x", "dependencies": {"Resources": "1"}}'],
    ["nested in JSON", '{"a": {"AWSTemplateFormatVersion": "x", "Resources": {"A": {"Type": "AWS::S3::Bucket"}}}}'],
    ["Serverless Framework", "service: x\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n"],
    ["resources of something else", "Resources:\n  - a\nOther:\n  A:\n    Type: AWS::S3::Bucket\n"],
  ];
  for (const [name, text] of others) it(`no: ${name}`, () => assert.equal(looksLikeTemplate(text), false));
});

describe("beginsTemplate", () => {
  const cases: readonly [name: string, path: string, text: string, expected: boolean][] = [
    ["an empty file named so", "/a/template.yaml", "", true],
    ["an empty file below cloudformation/", "/a/cloudformation/vpc.yml", "\n", true],
    ["an empty file with cfn in its name", "/a/vpc.cfn.json", "", true],
    ["an empty *.template", "/a/vpc.template", "# mine\n", true],
    ["an empty stack", "/a/network-stack.yaml", "", true],
    ["an empty stack.json", "/a/stack.json", "{", true],
    ["an empty file below cfn/", "/a/cfn/vpc.yml", "", true],
    ["something that only sounds so", "/a/openstacked.yaml", "", false],
    ["another program's stack", "/a/stack.yaml", "resolver: lts-22.0\n", false],
    ["a first word", "/a/template.yaml", "Res", true],
    ["the first word that only templates have", "/a/b.yaml", "AWSTemp", true],
    ["the beginning of a section in any file", "/a/app.yaml", "Res", true],
    ["the same below another section", "/a/app.yaml", "Description: x\r\nParam\r\n", true],
    ["resources that nothing stands below yet", "/a/app.yaml", "Resources:\n  ", true],
    ["a word that no section begins with", "/a/app.yaml", "Reso1", false],
    ["a first parameter in any file", "/a/app.yaml", "Parameters:\n    Env:\n        Ty", true],
    ["a first parameter that is being typed", "/a/app.yaml", "Parameters:\n\n  Env", true],
    ["a file of parameters' values", "/a/app.yaml", "Parameters:\n  Env: prod\n", false],
    ["parameters among other keys", "/a/app.yaml", "Parameters:\n  Env:\nTags:\n  A: b\n", false],
    ["parameters that another program reads", "/a/app.yaml", "Parameters:\n  A: b\n", false],
    ["a text in capitals", "/a/app.yaml", "RES", false],
    ["another first word", "/a/b.yaml", "AWS", false],
    ["a section without anything", "/a/template.yaml", "Description: x\nRes", true],
    ["JSON that begins", "/a/template.json", '{\n  "Par', true],
    ["a first resource in any file", "/a/b.yaml", "Resources:\n  Bucket", true],
    ["a first resource with its colon", "/a/b.yaml", "Resources:\n  Bucket:\n    ", true],
    ["a first resource in JSON", "/a/b.json", '{\n  "Resources": {\n    "Bucket"', true],
    ["resources without one in JSON", "/a/b.json", '{\n  "Resources": {}\n}', false],
    ["resources beside something else in JSON", "/a/b.json", '{"Strings": {}, "Resources": {"Ok": ""}}', false],
    ["an empty file", "/a/b.yaml", "", false],
    ["a list below resources", "/a/b.yaml", "Resources:\n  - a\n", false],
    ["a manifest below templates/", "/chart/templates/pod.yaml", "apiVersion: v1\n", false],
    ["another JSON", "/a/template.json", '{"name": "x"}', false],
    ["a text named so", "/a/template.txt", "", false],
  ];
  for (const [name, path, text, expected] of cases) {
    it(`${expected ? "yes" : "no"}: ${name}`, () => assert.equal(beginsTemplate(path, text), expected));
  }
});
