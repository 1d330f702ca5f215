import { checkRows } from "../checkRule.ts";

const PARAMETERS =
  "Parameters:\n  Env: {Type: String}\n  Size: {Type: Number, Default: 5}\n  Class: {Type: String, Default: db.t2.micro}\n  None: {Type: String, Default: ''}\nConditions:\n  IsProd: !Equals [!Ref Env, prod]\n";
const database = (lines: string, attributes = ""): string =>
  `${PARAMETERS}Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n${attributes}    Properties: {Engine: mysql, MasterUsername: me, ManageMasterUserPassword: true, ${lines}}\n`;
const resource = (type: string, lines: string): string =>
  `Resources:\n  R:\n    Type: ${type}\n    Properties:\n${lines}`;
const table = (defined: string, keys: string): string =>
  `${PARAMETERS}${resource("AWS::DynamoDB::Table", `      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions: [${defined}]\n      KeySchema: [${keys}]\n`)}`;
const domain = (subnets: string): string =>
  resource(
    "AWS::OpenSearchService::Domain",
    `      ClusterConfig: {InstanceCount: 2, ZoneAwarenessEnabled: true, ZoneAwarenessConfig: {AvailabilityZoneCount: 2}}\n      ${subnets}\n`,
  );
const brokers = (number: string, subnets: string): string =>
  resource(
    "AWS::MSK::Cluster",
    `      ClusterName: a\n      KafkaVersion: 3.6.0\n      NumberOfBrokerNodes: ${number}\n      BrokerNodeGroupInfo: {InstanceType: kafka.m5.large, ClientSubnets: ${subnets}}\n`,
  );
const plan = (days: string): string =>
  resource(
    "AWS::Backup::BackupPlan",
    `      BackupPlan:\n        BackupPlanName: a\n        BackupPlanRule:\n          - {RuleName: a, TargetBackupVault: nightly, Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: ${days}}}\n`,
  );
const attribute = (name: string, required: string): string =>
  resource(
    "AWS::Cognito::UserPool",
    `      Schema: [{Name: ${name}, AttributeDataType: String, Required: ${required}}]\n`,
  );
const sam = (globals: string, properties: string): string =>
  `Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {${globals}}}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {CodeUri: src/, ${properties}}\n`;

describe("what an object is by defaults and in branches", () => {
  checkRows([
    [
      "value-combination",
      "a default that is refused",
      database("EngineVersion: 8.0.40, AllocatedStorage: '20', DBInstanceClass: «!Ref Class»"),
      /^By default: With Engine mysql and EngineVersion 8\.0\.40, DBInstanceClass can't be db\.t2\.micro/,
      "warning",
    ],
    ["value-combination", "an empty default", database("AllocatedStorage: !Ref None, DBInstanceClass: db.t3.micro")],
    [
      "value-combination",
      "a branch that needs more",
      database("AllocatedStorage: '100', StorageType: !If [IsProd, io1, gp3]").replace("Properties", "«Properties»"),
      /^Where IsProd is true: With Engine mysql and StorageType io1, Iops is needed/,
      "warning",
    ],
    [
      "value-combination",
      "a branch that has it",
      database(
        "AllocatedStorage: '100', StorageType: !If [IsProd, io1, gp3], Iops: !If [IsProd, 1000, !Ref AWS::NoValue]",
      ),
    ],
    [
      "value-combination",
      "a branch that never is",
      database(
        "AllocatedStorage: '100', StorageType: !If [IsProd, gp3, io1], Iops: !If [IsProd, !Ref AWS::NoValue, 1000]",
        "    Condition: IsProd\n",
      ),
    ],
    [
      "value-combination",
      "too few subnets",
      domain("«VPCOptions»: {SubnetIds: [!Ref A]}"),
      /SubnetIds has 2 items, not 1 \(“You must specify exactly two subnets/,
    ],
    ["value-combination", "as many subnets", domain("VPCOptions: {SubnetIds: [!Ref A, !Ref B]}")],
    [
      "value-combination",
      "subnets that can't be counted",
      domain("VPCOptions: {SubnetIds: [!Ref A, !Ref AWS::NoValue, !Select [0, !Ref C]]}"),
    ],
    [
      "value-combination",
      "brokers for some zones only",
      brokers("«3»", "[a, b]"),
      /a multiple of the number of ClientSubnets \(2\)/,
    ],
    ["value-combination", "brokers for each zone", brokers("4", "[a, b]")],
    ["value-combination", "brokers in zones of a parameter", brokers("3", "!Ref Subnets")],
    [
      "value-combination",
      "a backup that is deleted too soon",
      plan("«60»"),
      /DeleteAfterDays must not be less than MoveToColdStorageAfterDays \(120\)|90 days apart/,
    ],
    ["value-combination", "a backup that is kept", plan("120")],
    [
      "value-combination",
      "an attribute of one's own that is required",
      attribute("tenant", "«true»"),
      /“Required custom attributes are not supported currently”/,
    ],
    ["value-combination", "an attribute that any user has", attribute("email", "true")],
    [
      "table-definition",
      "one name too many, by a parameter",
      table(
        "{AttributeName: !Ref Env, AttributeType: S}, {AttributeName: «other», AttributeType: S}",
        "{AttributeName: !Ref Env, KeyType: HASH}",
      ),
      /other is the key of neither/,
    ],
    [
      "table-definition",
      "another name, which may be the parameter's",
      table("{AttributeName: !Ref Env, AttributeType: S}", "{AttributeName: id, KeyType: HASH}"),
    ],
    [
      "alarm-period",
      "a default that is no period",
      `${PARAMETERS}${resource("AWS::CloudWatch::Alarm", "      Period: «!Ref Size»\n")}`,
      /^The Period of R.* may be 5/,
      "warning",
    ],
    ["invalid-format", "numbers of SAM's, in Globals too", sam("Timeout: «1000»", "Timeout: «0»"), /must be at/],
    [
      "value-combination",
      "memory of SAM's",
      sam("Timeout: 900", "MemorySize: «64»"),
      /MemorySize is 128 to 10240/,
      "error",
    ],
    ["invalid-format", "numbers that Lambda takes", sam("Timeout: 900", "MemorySize: 128")],
    [
      "schedule-expression",
      "a schedule of SAM's",
      sam(
        "Timeout: 3",
        'Events: {A: {Type: Schedule, Properties: {Schedule: «rate(1 minutes)»}}, B: {Type: ScheduleV2, Properties: {ScheduleExpression: "at(2030-01-01T00:00:00)"}}}',
      ),
      /unit is singular/,
    ],
    [
      "function-package",
      "a handler beside an image of SAM's",
      sam("Timeout: 3", "PackageType: Image, «Handler»: a.b"),
      /F is made from an image/,
    ],
  ]);
});
