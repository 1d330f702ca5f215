import assert from "node:assert/strict";
import { createLanguageService } from "../../../src/languageService.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { catalogueData } from "../../catalogue/loadCatalogue.ts";

const service = createLanguageService({ catalogue: catalogueData() });
const IMAGE = "![x](https://example.com/x.png)";

const TEXT = `Description: "${IMAGE}"
Metadata:
  com.aws.cloudformation.Context: {owner: "${IMAGE}"}
Parameters:
  P:
    Type: "${IMAGE}"
    Default: "${IMAGE}"
    Description: "${IMAGE}"
    AllowedPattern: "${IMAGE}"
    ConstraintDescription: "${IMAGE}"
Mappings:
  M: {"${IMAGE}": {"${IMAGE}": "${IMAGE}"}}
Conditions:
  C: !Equals [!Ref P, "${IMAGE}"]
Resources:
  B:
    Type: AWS::S3::Bucket
    DependsOn: O
    Condition: "${IMAGE}"
    Metadata:
      com.aws.cloudformation.Context: {why: "${IMAGE}", must: ["${IMAGE}"], mutable: review-required}
    Properties: {BucketName: !Ref P, AccessControl: "${IMAGE}"}
  O:
    Type: "${IMAGE}"
  "${IMAGE}":
    Type: AWS::SNS::Topic
Outputs:
  X:
    Description: "${IMAGE}"
    Value: !FindInMap [M, "${IMAGE}", !Ref "${IMAGE}"]
    Export: {Name: "${IMAGE}"}
  Y: {Value: !ImportValue shared}
  Z: {Description: "${IMAGE}", Value: a, Export: {Name: shared}}
`;

describe("what a template says in its own words", () => {
  it("is text in every hover: it loads no image", () => {
    const template = parse(TEXT);
    const request = {
      reference: true,
      exports: [],
      language: "en",
      render: { language: "en", commands: false },
    } as const;
    const shown = new Set(Array.from(TEXT, (_, offset) => service.hover(template, offset, request)?.markdown ?? ""));
    assert.ok([...shown].some((markdown) => markdown.includes("!\\[x\\](https:")));
    // Code is text already.
    const outsideCode = [...shown].map((markdown) => markdown.replace(/(`{3,})[\s\S]*?\1|(`+)[^`][\s\S]*?\2/g, ""));
    assert.deepEqual(
      outsideCode.filter((markdown) => markdown.includes("![")),
      [],
    );
  });
});
