import assert from "node:assert/strict";
import { describeType } from "../../src/assistant/describeType.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";

interface Described {
  readonly problem?: string;
  readonly ref?: string;
  readonly properties: readonly { readonly name: string; readonly required: boolean; readonly update?: string }[];
  readonly attributes: readonly { readonly name: string }[];
}

const catalogue = loadCatalogue();
const describeAs = (name: string, path = ""): Described => describeType(catalogue, name, path) as Described;
const property = (told: Described, name: string): object | undefined =>
  told.properties.find((one) => one.name === name);

describe("a resource type as an assistant reads it", () => {
  it("has its required properties first, and what an update of each does", () => {
    const told = describeAs("AWS::Lambda::Function");
    const required = told.properties.filter((one) => one.required).map(({ name }) => name);
    assert.deepEqual(required.toSorted(), ["Code", "Role"]);
    assert.deepEqual(
      told.properties.slice(0, 2).map(({ name }) => name),
      required,
    );
    assert.equal(told.properties.find(({ name }) => name === "FunctionName")?.update, "replacement");
  });

  it("has what Ref and Fn::GetAtt give", () => {
    const { ref, attributes } = describeAs("AWS::S3::Bucket");
    assert.equal(ref, "BucketName");
    assert.ok(attributes.some(({ name }) => name === "Arn"));
  });

  it("has the values that are allowed, and only the names of what is in an object", () => {
    const bucket = describeAs("AWS::S3::Bucket");
    assert.deepEqual(property(bucket, "VersioningConfiguration"), {
      ...property(bucket, "VersioningConfiguration"),
      value: "object",
      keys: ["Status"],
    });
    const versioning = describeAs("AWS::S3::Bucket", "VersioningConfiguration");
    assert.deepEqual((property(versioning, "Status") as { enum: readonly string[] }).enum, ["Enabled", "Suspended"]);
  });

  it("goes through lists on the way to an object", () => {
    const path = "Properties.BucketEncryption.ServerSideEncryptionConfiguration";
    assert.ok(property(describeAs("AWS::S3::Bucket", path), "BucketKeyEnabled"));
  });

  it("says what is wrong with a type or a path", () => {
    assert.match(describeAs("AWS::S3::Bukket").problem ?? "", /Did you mean AWS::S3::Bucket/);
    assert.match(describeAs("AWS::S3::Bucket", "Nothing.There").problem ?? "", /no object at Nothing\.There/);
  });

  it("is JSON of a size that can be read, for every type", () => {
    for (const name of catalogue.typeNames) assert.ok(JSON.stringify(describeAs(name)).length < 100_000, name);
  });
});
