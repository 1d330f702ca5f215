import assert from "node:assert/strict";
import { createCatalogue } from "../../src/catalogue/createCatalogue.ts";
import { templateChange } from "../../src/change/templateChange.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { deploymentOrder } from "../../src/picture/deploymentOrder.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";

const catalogue = createCatalogue(catalogueData());

const STACK = `
Parameters:
  Stage: { Type: String, Default: dev }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Logs: { Type: AWS::S3::Bucket, DeletionPolicy: Retain }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Alarm: { Type: AWS::SNS::Topic, Condition: IsProd }
  Server:
    Type: AWS::EC2::Instance
    DependsOn: Logs
    Properties: { SubnetId: !Ref Subnet, ImageId: ami-1, Tags: [{ Key: vpc, Value: !Ref Vpc }] }
`;
const NOTHING = "Resources: {}\n";

/** A line for each step: its wave, name, whom it waits for, whether it is on the longest chain (!), what becomes of it. */
function check(before: string, after: string, operation: "create" | "update" | "delete", expected: string): void {
  const [from, to] = [before, after].map((text) => ({ template: parse(text) })) as [never, never];
  const phases = deploymentOrder(templateChange(from, to, catalogue), operation, () => 0);
  const told = phases.map(({ kind, steps }) =>
    [
      `${kind}:`,
      ...steps.map(
        ({ change, wave, waitsFor, isCritical, undo }) =>
          `${wave} ${change.id}${isCritical ? "!" : ""} < ${waitsFor.map((one) => steps[one]?.change.id).join(" ")} (${undo})`,
      ),
    ].join("\n"),
  );
  assert.equal(told.join("\n"), expected.trim());
}

describe("deployment order", () => {
  it("creates what others need first, without what conditions leave out", () =>
    check(
      NOTHING,
      STACK,
      "create",
      `
create:
0 Vpc! <  (deleted)
0 Logs <  (kept)
1 Subnet! < Vpc (deleted)
2 Server! < Subnet Logs (deleted)`,
    ));

  it("deletes in the opposite order, and keeps what is to be kept", () =>
    check(
      STACK,
      NOTHING,
      "delete",
      `
delete:
0 Server! <  (gone)
1 Subnet! < Server (gone)
2 Vpc! < Subnet (gone)`,
    ));

  it("updates in the order of dependencies, also through what stays, and deletes at the end", () =>
    check(
      STACK.replace("  Logs:", "  Old: { Type: AWS::SQS::Queue }\n  Logs:"),
      STACK.replace("CidrBlock: 10.0.0.0/24", "CidrBlock: 10.0.9.0/24").replace("ami-1", "ami-2"),
      "update",
      `
update:
0 Subnet! <  (deleted)
1 Server! < Subnet (deleted)
clean up:
0 Old <  (left)
0 Server! <  (left)
1 Subnet! < Server (left)`,
    ));

  it("has an end where resources need each other", () =>
    check(
      NOTHING,
      "Resources:\n  A: { Type: AWS::SQS::Queue, DependsOn: B }\n  B: { Type: AWS::SQS::Queue, DependsOn: A }\n",
      "create",
      "create:\n0 B! <  (deleted)\n1 A! < B (deleted)",
    ));
});
