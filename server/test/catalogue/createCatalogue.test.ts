import assert from "node:assert/strict";
import type { ObjectType, Property, ValueType } from "../../src/catalogue/types/catalogue.ts";
import { objectsIn, schemaAt } from "../../src/catalogue/types/schemaAt.ts";
import { catalogueData, loadCatalogue } from "./loadCatalogue.ts";

const catalogue = loadCatalogue();

/** Every property of an object and of the objects below it. */
function visit(root: ObjectType, each: (owner: ObjectType, property: Property) => void): void {
  const seen = new Set([root]);
  for (const object of seen) {
    for (const property of object.properties.values()) {
      each(object, property);
      for (const nested of objectsIn(property.type)) seen.add(nested);
    }
  }
}

/** A property as a line: `! string replacement`. */
function shown(property: Property | undefined): string {
  if (!property) return "unknown";
  const marks = [
    property.required ? "required" : "",
    property.type.kind,
    property.update ?? "",
    property.readOnly ? "read-only" : "",
  ];
  return marks.filter((mark) => mark !== "").join(" ");
}

function values(type: ValueType | undefined): readonly string[] {
  return type?.kind === "string" ? (type.enum ?? []) : [];
}

describe("createCatalogue", () => {
  it("decodes every type with every property, attribute and text", () => {
    let properties = 0;
    let described = 0;
    for (const name of catalogue.typeNames) {
      const type = catalogue.resourceType(name);
      assert.ok(type, name);
      assert.equal(type.name, name);
      assert.ok(type.documentation ?? type.text, `${name} has a text`);
      assert.match(type.url, /^https:\/\/docs\.aws\.amazon\.com\//);
      for (const attribute of type.attributes.values()) assert.ok(attribute.type.kind, `${name} ${attribute.name}`);
      visit(type.properties, (owner, property) => {
        assert.ok(property.type.kind, `${name} ${owner.name} ${property.name}`);
        assert.match(
          property.url ?? "",
          /^https:\/\/docs\.aws\.amazon\.com\//,
          `${name} ${owner.name} ${property.name}`,
        );
        properties += 1;
        if (property.documentation ?? property.text) described += 1;
      });
      assert.ok(catalogue.resourceBody(name).properties.has("Properties"));
    }
    assert.ok(catalogue.typeNames.length >= 1828);
    assert.ok(properties > 40_000, String(properties));
    assert.ok(described > 0.9 * properties, String(described));
  });

  // Against the template reference.
  const PROPERTIES: readonly (readonly [type: string, path: string, expected: string])[] = [
    ["AWS::S3::Bucket", "BucketName", "string replacement"],
    ["AWS::S3::Bucket", "VersioningConfiguration.Status", "required string none"],
    ["AWS::EC2::Instance", "ImageId", "string replacement"],
    ["AWS::EC2::Instance", "InstanceType", "string maybe"],
    ["AWS::EC2::Instance", "SecurityGroupIds", "list maybe"],
    ["AWS::EC2::VPC", "CidrBlock", "string replacement"],
    ["AWS::EC2::Subnet", "VpcId", "required string replacement"],
    ["AWS::EC2::SecurityGroup", "GroupDescription", "required string replacement"],
    ["AWS::Lambda::Function", "Role", "required string none"],
    ["AWS::Lambda::Function", "Code", "required object none"],
    ["AWS::Lambda::Function", "FunctionName", "string replacement"],
    ["AWS::IAM::Role", "AssumeRolePolicyDocument", "required union none"],
    ["AWS::IAM::Role", "RoleName", "string replacement"],
    ["AWS::DynamoDB::Table", "KeySchema", "required union replacement"],
    ["AWS::RDS::DBInstance", "DBInstanceClass", "string some"],
    ["AWS::RDS::DBInstance", "DBInstanceIdentifier", "string replacement"],
    ["AWS::RDS::DBInstance", "MonitoringInterval", "number some"],
    ["AWS::RDS::DBInstance", "MultiAZ", "boolean maybe"],
    ["AWS::RDS::DBInstance", "MasterUserSecret.SecretArn", "string none read-only"],
    ["AWS::AutoScaling::AutoScalingGroup", "MinSize", "required string none"],
    ["AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName", "string replacement"],
    ["AWS::Route53::RecordSet", "Name", "required string replacement"],
    ["AWS::Route53::RecordSet", "AliasTarget.EvaluateTargetHealth", "boolean none"],
    ["AWS::SQS::Queue", "FifoQueue", "boolean replacement"],
    ["AWS::ECS::TaskDefinition", "ContainerDefinitions", "list replacement"],
    ["AWS::S3::Bucket", "NoSuchProperty", "unknown"],
  ];
  for (const [type, path, expected] of PROPERTIES) {
    it(`${type} ${path}: ${expected}`, () => {
      const root = catalogue.resourceType(type)?.properties;
      assert.ok(root);
      assert.equal(shown(schemaAt(root, path.split("."))?.property), expected);
    });
  }

  const ENUMS: readonly (readonly [type: string, path: string, some: readonly string[]])[] = [
    ["AWS::Route53::RecordSet", "Type", ["A", "AAAA", "CNAME", "MX", "NS", "SOA"]],
    ["AWS::CloudFront::Distribution", "DistributionConfig.PriceClass", ["PriceClass_100", "PriceClass_All"]],
    [
      "AWS::CloudFront::Distribution",
      "DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy",
      ["redirect-to-https"],
    ],
    ["AWS::EC2::Instance", "InstanceType", ["t3.micro", "m5.large"]],
    ["AWS::EC2::Volume", "VolumeType", ["gp3", "io2"]],
    ["AWS::Lambda::Function", "Runtime", ["nodejs24.x", "python3.14", "nodejs12.x"]],
    ["AWS::CloudWatch::Alarm", "ComparisonOperator", ["GreaterThanThreshold"]],
    ["AWS::DynamoDB::Table", "BillingMode", ["PAY_PER_REQUEST", "PROVISIONED"]],
    ["AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme", ["internal", "internet-facing"]],
    ["AWS::AutoScaling::ScalingPolicy", "PolicyType", ["StepScaling"]],
  ];
  for (const [type, path, some] of ENUMS) {
    it(`knows the values of ${type} ${path}`, () => {
      const root = catalogue.resourceType(type)?.properties;
      const known = values(root && schemaAt(root, path.split("."))?.type);
      for (const value of some) assert.ok(known.includes(value), `${value} of ${known.slice(0, 20)}`);
    });
  }

  it("has limits and patterns", () => {
    const at = (type: string, ...path: string[]): ValueType | undefined => {
      const root = catalogue.resourceType(type)?.properties;
      return root && schemaAt(root, path)?.type;
    };
    assert.deepEqual(at("AWS::Lambda::Function", "MemorySize"), {
      kind: "number",
      integer: true,
      minimum: 128,
      maximum: 32768,
    });
    const bucket = at("AWS::Lambda::Function", "Code", "S3Bucket");
    assert.ok(bucket?.kind === "string" && bucket.minLength === 3 && bucket.maxLength === 63 && bucket.pattern);
  });

  it("says what Ref gives, where that is certain", () => {
    assert.equal(catalogue.resourceType("AWS::EC2::Instance")?.ref, "InstanceId");
    assert.equal(catalogue.resourceType("AWS::S3::Bucket")?.ref, "BucketName");
    assert.equal(catalogue.resourceType("AWS::ACMPCA::Certificate")?.ref, undefined);
  });

  it("knows what values refer to", () => {
    const references = (type: string, name: string): string | undefined =>
      catalogue
        .resourceType(type)
        ?.properties.properties.get(name)
        ?.references?.map((one) => `${one.type} ${one.attribute}`)
        .join(", ");
    assert.equal(references("AWS::EC2::Instance", "SubnetId"), "AWS::EC2::Subnet SubnetId");
    assert.equal(references("AWS::EC2::Subnet", "VpcId"), "AWS::EC2::VPC VpcId");
    assert.equal(references("AWS::EC2::Instance", "KeyName"), "AWS::EC2::KeyPair KeyName");
    assert.equal(references("AWS::S3::Bucket", "BucketName"), undefined);
  });

  it("knows which properties go together, and which services have ended", () => {
    const record = catalogue.resourceType("AWS::Route53::RecordSet")?.properties;
    assert.deepEqual(record?.oneOf, [["HostedZoneId", "HostedZoneName"]]);
    assert.ok(record?.exclusive?.some((set) => set.join() === "AliasTarget,ResourceRecords"));
    assert.equal(catalogue.resourceType("AWS::OpsWorks::Stack")?.lifecycle?.ends, "2024-05-26");
    assert.equal(catalogue.resourceType("AWS::S3::Bucket")?.lifecycle, undefined);
  });

  it("judges type names", () => {
    const table = {
      "AWS::S3::Bukcet": true,
      "AWS::S3::Bucket": false,
      "My::Org::Type": false,
      "AWS::A::B::MODULE": false,
    };
    for (const [name, expected] of Object.entries({
      ...table,
      "Custom::Any-thing_1": false,
      Bucket: true,
      "AWS::Serverless::Api": false,
    })) {
      assert.equal(catalogue.isUnknownType(name), expected, name);
    }
    assert.deepEqual(catalogue.similarTypes("AWS::S3::Bukcet").slice(0, 1), ["AWS::S3::Bucket"]);
    assert.deepEqual(catalogue.similarTypes("AWS::EC2::Function").slice(0, 1), ["AWS::Lambda::Function"]);
  });

  it("has the types of parameters, each of an account's own with its sentence and its list, if there is one", () => {
    const types = new Map(catalogue.parameterTypes.map((one) => [one.name, one]));
    assert.deepEqual(types.get("AWS::EC2::Subnet::Id")?.text, {
      en: "The ID of a subnet of the account; CloudFormation checks that it exists.",
      ja: "サブネットのID。アカウントに存在するかどうかが検証されます。",
    });
    assert.equal(types.get("List<AWS::EC2::Subnet::Id>")?.list, true);
    assert.equal(types.get("AWS::EC2::KeyPair::KeyName")?.list, false);
    assert.equal(types.has("List<AWS::EC2::KeyPair::KeyName>"), false);
    assert.equal(types.has("AWS::SSM::Parameter::Value<List<AWS::EC2::KeyPair::KeyName>>"), false);
    assert.deepEqual([...types.keys()].slice(0, 4), ["String", "Number", "List<Number>", "CommaDelimitedList"]);
    assert.ok([...types.values()].every(({ name, text }) => !`${name}${text.en}${text.ja}`.includes("{}")));
  });

  it("finds the owners of a property name", () => {
    assert.deepEqual(catalogue.propertyOwners("connection draining policy"), [
      { type: "AWS::ElasticLoadBalancing::LoadBalancer", path: ["ConnectionDrainingPolicy"] },
    ]);
    const timeouts = catalogue.propertyOwners("Timeout", 50, "AWS::ElasticLoadBalancing");
    assert.ok(timeouts.some(({ path }) => path.join(".") === "ConnectionDrainingPolicy.Timeout"));
    assert.deepEqual(catalogue.propertyOwners("constructor"), []);
    assert.equal(catalogue.propertyOwners("name", 7).length, 7);
  });

  it("has the names of properties in rising order, as looking them up by halving needs it", () => {
    const { index, block } = catalogueData();
    // An object would have names that are numbers first, whatever the order in the text.
    const names = [...block(index.owners.block).matchAll(/"([^"]*)":/g)].map(([, name = ""]) => name);
    assert.ok(names.length > 10_000);
    assert.deepEqual(names, [...new Set(names)].sort());
  });

  it("reads IAM's actions and metrics", () => {
    const action = catalogue.iamServices.get("s3")?.actions.get("GetObject");
    assert.equal(action?.access, "Read");
    assert.match(action?.documentation ?? "", /retrieve/);
    assert.ok(catalogue.metrics.get("AWS/ELB")?.includes("SurgeQueueLength"));
    assert.ok(catalogue.metrics.get("AWS/RDS")?.includes("ReplicaLag"));
  });
});
