import assert from "node:assert/strict";
import { changeSet } from "../../src/change/changeSet.ts";
import { contextPromises } from "../../src/change/contextPromises.ts";
import { grantsOf } from "../../src/change/grants.ts";
import { changedOtherwise } from "../../src/change/otherwise.ts";
import { brokenPromises } from "../../src/change/promises.ts";
import { changeReport } from "../../src/change/report.ts";
import { parameterValues } from "../../src/change/values/parameterValues.ts";
import { widenedPermissions } from "../../src/change/widened.ts";
import { edited } from "./edited.ts";

describe("the report on a change", () => {
  const check = (source: string, language: "en" | "ja", expected: readonly string[], effects: string): void => {
    const report = changeReport(edited(source), language);
    const lines = report.sections.flatMap(({ title, items }) => [
      title,
      ...items.flatMap(({ text, place, lines: below }) => [
        `${text} ${place?.line ?? ""}`.trimEnd(),
        ...below.map((one) => `  ${one.text}`),
      ]),
    ]);
    assert.deepEqual([...lines, [...report.effects].join(" ")], [...expected, effects]);
  };
  const TABLE = "T:\n  Type: AWS::DynamoDB::Table\n  Properties: {TableName: «a→b»}";
  it("says that data is lost", () =>
    check(
      TABLE,
      "en",
      [
        "Resources",
        "T (AWS::DynamoDB::Table) is replaced; the old one is deleted 2",
        "  The data of the old one is deleted with it. Deploy UpdateReplacePolicy: Retain or Snapshot first.",
        "  TableName: a → b; replaces",
      ],
      "data-loss replace",
    ));
  it("places an export that is gone at what its output exports now", () => {
    const outputs = (exporting: string): readonly (number | undefined)[] => {
      const source = `Resources: {}\nOutputs:\n  O:\n    Value: a\n    ${exporting}`;
      return changeReport(edited(source), "en").sections.flatMap(({ items }) => items.map(({ place }) => place?.line));
    };
    assert.deepEqual(outputs("Export:\n      Name: «x→y»"), [6]);
    assert.deepEqual(outputs("«Export: {Name: x}→Description: b»"), [3]);
  });
  it("places what has another name now at that name", () => {
    const named =
      "A:\n  Type: AWS::SNS::Topic\n«T→U»:\n  Type: AWS::DynamoDB::Table\n  Properties: {BillingMode: PAY_PER_REQUEST}";
    const [section] = changeReport(edited(named), "en").sections;
    const removed = section?.items.find(({ id }) => id === "T");
    assert.deepEqual([removed?.place, removed?.gone?.line], [undefined, 4]);
  });
  it("says it in Japanese", () =>
    check(
      TABLE,
      "ja",
      [
        "リソース",
        "T (AWS::DynamoDB::Table)を置換し、古いリソースを削除します 2",
        "  古いリソースのデータも一緒に削除されます。先にUpdateReplacePolicyをRetainかSnapshotにしてデプロイしてください。",
        "  TableName: a → b、置換",
      ],
      "data-loss replace",
    ));
  const db = (type: string, property: string, policy = ""): string =>
    `D:\n  Type: AWS::RDS::${type}\n${policy}  Properties: {${property}}`;
  const MAY =
    "If it is replaced, the data of the old one is deleted with it. Deploy UpdateReplacePolicy: Retain or Snapshot first.";
  it("says that data may be lost", () => {
    check(
      db("DBInstance", "Engine: «mysql→postgres»"),
      "en",
      ["Resources", "D (AWS::RDS::DBInstance) may be replaced 2", `  ${MAY}`, "  Engine: mysql → postgres; replaces"],
      "data-loss replace",
    );
    check(
      db("DBCluster", "Engine: aurora-«mysql→postgresql»"),
      "en",
      [
        "Resources",
        "D (AWS::RDS::DBCluster) may be replaced 2",
        `  ${MAY}`,
        "  Engine: aurora-mysql → aurora-postgresql; replaces",
      ],
      "data-loss replace",
    );
    check(
      db("DBInstance", "Engine: «mysql→postgres»", "  UpdateReplacePolicy: Snapshot\n"),
      "en",
      ["Resources", "D (AWS::RDS::DBInstance) may be replaced 2", "  Engine: mysql → postgres; replaces"],
      "replace",
    );
    check(
      db("DBInstance", "Engine: oracle-ee«→-cdb», SourceDBInstanceIdentifier: «a→!Ref AWS::NoValue»"),
      "en",
      [
        "Resources",
        "D (AWS::RDS::DBInstance) is updated with an interruption 2",
        "  Engine: oracle-ee → oracle-ee-cdb; interrupts",
        "  SourceDBInstanceIdentifier: a → –; interrupts",
      ],
      "interruption",
    );
  });
  it("says what replaces in some cases only", () => {
    const effects = (source: string): string => [...changeReport(edited(source), "en").effects].sort().join(" ");
    const whole = (type: string, body: string): string => `D:\n  Type: AWS::${type}\n${body}`;
    const search = (policy: string): string =>
      whole("OpenSearchService::Domain", `${policy}  Properties: {EngineVersion: OpenSearch_«1.3→2.5»}`);
    assert.equal(effects(search("")), "data-loss replace");
    assert.equal(effects(search("  UpdateReplacePolicy: Retain\n")), "replace");
    assert.equal(effects(search("  UpdatePolicy: {EnableVersionUpgrade: true}\n")), "");
    assert.equal(effects(search("  UpdatePolicy: {EnableVersionUpgrade: «true→false»}\n")), "data-loss replace");
    const cache = (policy: string): string =>
      whole("ElastiCache::ReplicationGroup", `${policy}  Properties: {NumNodeGroups: «1→4»}`);
    assert.equal(effects(cache("")), "data-loss replace");
    assert.equal(effects(cache("  UpdatePolicy: {UseOnlineResharding: true}\n")), "");
    const vpc = (value: string): string =>
      whole("OpenSearchService::Domain", `  Properties: {EngineVersion: OpenSearch_1.3${value}}`);
    assert.equal(effects(vpc("«, VPCOptions: {SubnetIds: [a]}→»")), "data-loss replace");
    assert.equal(effects(vpc(", VPCOptions: {SubnetIds: [a]«, SecurityGroupIds: [b]→»}")), "");
    const balancer = (value: string): string => whole("ElasticLoadBalancing::LoadBalancer", `  Properties: {${value}}`);
    assert.equal(effects(balancer("«→Subnets: [a]»")), "replace");
    assert.equal(effects(balancer("Subnets: [a«→, b»]")), "");
    const keys = (list: string): string => whole("DynamoDB::Table", `  Properties: {AttributeDefinitions: [${list}]}`);
    const key = (name: string, type: string): string => `{AttributeName: ${name}, AttributeType: ${type}}`;
    assert.equal(effects(keys(`«→${key("b", "S")}, »${key("a", "«S→N»")}`)), "data-loss replace");
    assert.equal(effects(keys(`${key("a", "S")}«→, ${key("b", "N")}»`)), "");
  });
  it("tells an interruption of a database only where there is one", () => {
    const interrupts = (properties: string, value: string): boolean =>
      changeReport(
        edited(
          `Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, yes]\nResources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties: {${properties}: ${value}}`,
        ),
        "en",
      ).effects.has("interruption");
    const days = ["«14→7»", "!If [C, «14→7», 1]", "«→7»", "«0→7»", "«7→0»", "!If [C, «14→7», 0]", "«14→!Ref P»"];
    assert.deepEqual(
      days.map((each) => interrupts("BackupRetentionPeriod", each)),
      [false, false, false, true, true, true, true],
    );
    assert.deepEqual(
      ["«gp2→gp3»", "«standard→gp3»"].map((each) => interrupts("StorageType", each)),
      [false, true],
    );
    assert.equal(interrupts("PreferredMaintenanceWindow", "«sun:18:00-sun:19:00→mon:03:00-mon:04:00»"), false);
    assert.equal(interrupts("MultiAZ", "«false→true»"), false);
    assert.equal(interrupts("DBInstanceClass", "db.t4g.«micro→small»"), true);
  });
  it("names what comes and goes only with other parameters", () =>
    check(
      "Parameters:\n  P: {Type: String, Default: no}\nConditions:\n  C: !Equals [!Ref P, yes]\nResources:\n  A: {Type: AWS::SNS::Topic}\n«  B: {Type: AWS::SNS::Topic, Condition: C}→  D: {Type: AWS::SNS::Topic, Condition: C}»",
      "en",
      ["Resources", "D, B: changed, but only with other values of the parameters"],
      "",
    ));
  it("names what changes only with other parameters, if it is asked to", () => {
    const told = (source: string): readonly string[] => {
      const change = edited(
        `Parameters:\n  P: {Type: String, Default: x}\nConditions:\n  C: !Equals [!Ref P, yes]\n${source}`,
      );
      return [changeReport(change, "en"), changeReport(change, "en", { otherwise: changedOtherwise(change) })].map(
        ({ sections }) => sections.flatMap(({ items }) => items.map(({ text }) => text)).join(),
      );
    };
    const only = ["", "A: changed, but only with other values of the parameters"];
    const topic = (name: string): string =>
      `Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicName: ${name}}}`;
    assert.deepEqual(told(topic("!If [C, «a→b», c]")), only);
    assert.deepEqual(told(topic("«x→!Ref P»")), only);
    assert.deepEqual(told(topic("!If [C, «a→'a'», c]")), ["", ""]);
    assert.deepEqual(
      told("Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Condition: C\n«→  B: {Type: AWS::SNS::Topic}»"),
      ["B (AWS::SNS::Topic) is created", "B (AWS::SNS::Topic) is created"],
    );
    const free =
      "Parameters:\n  P: {Type: String, Default: x}\nConditions:\n  C: !Equals [!Ref P, x]\nResources:\n  A:\n    Type: AWS::SNS::Topic\n«    Condition: C→»";
    assert.deepEqual(changedOtherwise(edited(free)), ["A"]);
  });
  it("says of a condition that nobody knows what it may do", () => {
    const may = (before: string, after: string): readonly string[] =>
      changeReport(
        edited(
          `Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, x]\nResources:\n  T: {Type: AWS::SNS::Topic}\n«${before}→${after}»`,
        ),
        "en",
      ).sections.flatMap(({ items }) => items.map(({ text }) => text));
    const queue = "  A: {Type: AWS::SQS::Queue, Condition: C}";
    assert.deepEqual(may("", queue), ["A (AWS::SQS::Queue) may be created: a condition decides"]);
    assert.deepEqual(may(queue, ""), ["A (AWS::SQS::Queue) may be deleted: a condition decides"]);
  });
  it("names of many causes in one part the resources", () => {
    const report = changeReport(
      edited(
        "S:\n  Type: AWS::CloudFormation::Stack\n  Properties: {TemplateURL: «a→b»}\nU:\n  Type: AWS::CloudFormation::Stack\n  Properties:\n    TemplateURL: x\n    Parameters: {A: !GetAtt S.Outputs.A, B: !GetAtt S.Outputs.B, C: !GetAtt S.Outputs.C, D: !GetAtt S.Outputs.D}",
      ),
      "en",
    );
    const lines = report.sections.flatMap(({ items }) => items.flatMap((one) => one.lines.map(({ text }) => text)));
    assert.ok(lines.includes("Parameters; by S; if it really changes"), lines.join("\n"));
  });
  it("shows of a mapping what its rows say", () =>
    check(
      "Mappings:\n  M: {us-east-1: {k: «a→d»}, us-west-1: {k: «b→e»}, us-west-2: {k: «c→f»}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub ['x-${m}', {m: !FindInMap [M, !Ref AWS::Region, k]}]}",
      "en",
      [
        "Resources",
        "T (AWS::SNS::Topic) is replaced; the old one is deleted 4",
        "  TopicName: x-${a | b | …} → x-${d | e | …}; replaces",
      ],
      "replace",
    ));

  it("says first what is worst, and what no longer protects", () =>
    check(
      "T:\n  Type: AWS::DynamoDB::Table\n  «DeletionPolicy: Retain→UpdateReplacePolicy: Retain»\n  Properties: {BillingMode: «PROVISIONED→PAY_PER_REQUEST», TableName: «a→b»}",
      "en",
      [
        "Resources",
        "T (AWS::DynamoDB::Table) is replaced; the old one is kept 2",
        "  The data of the old one may be deleted with it: UpdateReplacePolicy changes in the same update, and AWS does not say which one counts. Deploy Retain or Snapshot first.",
        "  TableName: a → b; replaces",
        "  BillingMode: PROVISIONED → PAY_PER_REQUEST",
        "  DeletionPolicy: Retain → –; no longer kept when it is deleted",
        "  UpdateReplacePolicy: – → Retain",
      ],
      "data-loss replace",
    ));
  it("names what follows", () =>
    check(
      `${TABLE}\nQ:\n  Type: AWS::SQS::Queue\n  Properties: {QueueName: !Ref T}`,
      "en",
      [
        "Resources",
        "T (AWS::DynamoDB::Table) is replaced; the old one is deleted 2",
        "  The data of the old one is deleted with it. Deploy UpdateReplacePolicy: Retain or Snapshot first.",
        "  TableName: a → b; replaces",
        "  carries over to Q",
        "Q (AWS::SQS::Queue) is replaced; the old one is deleted 5",
        "  QueueName; by T; replaces",
      ],
      "data-loss replace",
    ));
  const protectedTable = (policies: string): string =>
    `T:\n  Type: AWS::DynamoDB::Table\n  ${policies}\n  Properties: {TableName: «a→b»}`;
  it("warns where the policy that protects comes with the same update", () =>
    check(
      protectedTable("«→UpdateReplacePolicy: Retain»"),
      "en",
      [
        "Resources",
        "T (AWS::DynamoDB::Table) is replaced; the old one is kept 2",
        "  The data of the old one may be deleted with it: UpdateReplacePolicy changes in the same update, and AWS does not say which one counts. Deploy Retain or Snapshot first.",
        "  TableName: a → b; replaces",
        "  UpdateReplacePolicy: – → Retain",
      ],
      "data-loss replace",
    ));
  it("does not warn where both policies protect", () => {
    const change = edited(protectedTable("UpdateReplacePolicy: «Snapshot→Retain»"));
    assert.deepEqual([...changeReport(change, "en").effects], ["replace"]);
  });
  it("says where it stood what is gone", () => {
    const gone = (source: string): readonly unknown[] =>
      changeReport(edited(source), "en").sections.flatMap(({ items }) => items.map((one) => one.gone));
    assert.deepEqual(gone("A: {Type: AWS::SNS::Topic}\n«B: {Type: AWS::SNS::Topic}→»\nC: {Type: AWS::SNS::Topic}"), [
      { line: 2, column: 29 },
    ]);
    assert.deepEqual(gone("«B: {Type: AWS::SNS::Topic}→»\nC: {Type: AWS::SNS::Topic}"), [{ line: 1, column: 10 }]);
  });
  it("keeps what is secret to itself", () => {
    const change = edited(
      "Parameters:\n  P: {Type: String, NoEcho: true}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: !Ref P}",
      ["P=hush1", "P=hush2"],
    );
    const said = JSON.stringify([changeReport(change, "en"), changeSet(change, { before: "a", after: "b" }, "en")]);
    assert.equal(said.includes("hush"), false);
    assert.match(said, /"BeforeValue":"\*\*\*\*"/);
  });
  it("keeps a password to itself that stands in the template", () => {
    const cluster = "D:\n  Type: AWS::RDS::DBCluster\n  Properties: {Engine: mysql, MasterUserPassword: «hush1→hush2»}";
    const broker = "B:\n  Type: AWS::AmazonMQ::Broker\n  Properties: {Users: [{Username: a, Password: «hush1→hush2»}]}";
    for (const source of [cluster, broker]) {
      const change = edited(source);
      const told = JSON.stringify([
        changeReport(change, "en"),
        changeSet(change, { before: "a", after: "b" }, "en")["Changes"],
      ]);
      assert.match(told, /Password/);
      assert.equal(/→|"(?:Before|After)Value":"hush/.test(told), false);
    }
  });
});

describe("what the Metadata Context asks of changes", () => {
  const asked = (context: string, rest: string): readonly unknown[] => {
    const change = edited(
      `T:\n  Type: AWS::DynamoDB::Table\n  Metadata: {com.aws.cloudformation.Context: {${context}}}\n  ${rest}`,
    );
    return contextPromises(change).map(({ level, text, said }) => [level, text.en.split(" ", 1)[0], ...said]);
  };
  const CHANGE = "Properties: {TableName: «a→b», BillingMode: PROVISIONED}";

  it("is told of a property", () =>
    assert.deepEqual(asked("mutability: {TableName: must-never-change}, why: Keys, must: [Stay]", CHANGE), [
      ["must-never-change", "T.TableName", "Keys", "Stay"],
    ]));
  it("is told of the resource", () =>
    assert.deepEqual(asked("mutable: review-required", CHANGE), [["review-required", "T.TableName"]]));
  it("is not told of other properties", () =>
    assert.deepEqual(asked("mutability: {BillingMode: must-never-change}", CHANGE), []));
  it("counts as it was before the change", () =>
    assert.deepEqual(asked("mutable: «must-never-change→free-to-tune»", CHANGE), [
      ["must-never-change", "T.TableName"],
    ]));
  it("fails a pipeline only where something must never change", () => {
    const effects = (level: string): boolean =>
      changeReport(
        edited(
          `T:\n  Type: AWS::SQS::Queue\n  Metadata: {com.aws.cloudformation.Context: {mutable: ${level}}}\n  Properties: {DelaySeconds: «1→2»}`,
        ),
        "en",
      ).effects.has("promise");
    assert.deepEqual(["must-never-change", "review-required", "free-to-tune"].map(effects), [true, false, false]);
  });
});

describe("promises", () => {
  const cases: (readonly [name: string, source: string, expected: readonly string[]])[] = [
    [
      "a kept name",
      "T:\n  Type: AWS::DynamoDB::Table\n  Properties: {TableName: a, KeySchema: [{AttributeName: «a→b», KeyType: HASH}]}",
      ["name T"],
    ],
    [
      "a kept name, and another policy",
      "T:\n  Type: AWS::DynamoDB::Table\n  DeletionPolicy: «Delete→Retain»\n  Properties: {TableName: a, KeySchema: [{AttributeName: «a→b», KeyType: HASH}]}",
      ["name T"],
    ],
    [
      "a kept name within a VPC",
      "T:\n  Type: AWS::EC2::SecurityGroup\n  Properties: {GroupName: a, VpcId: v, GroupDescription: «a→b»}",
      ["name T"],
    ],
    [
      "a kept name within another VPC",
      "T:\n  Type: AWS::EC2::SecurityGroup\n  Properties: {GroupName: a, VpcId: «v→w», GroupDescription: «a→b»}",
      [],
    ],
    [
      "the name of what is removed from a cluster",
      "«A→B»: {Type: AWS::ECS::Service, Properties: {ServiceName: a, Cluster: c}}",
      ["takenName B"],
    ],
    [
      "the name of what is removed from another cluster",
      "«A: {Type: AWS::ECS::Service, Properties: {ServiceName: a, Cluster: c}}→B: {Type: AWS::ECS::Service, Properties: {ServiceName: a, Cluster: d}}»",
      [],
    ],
    [
      "the name of what is removed",
      "«A→B»:\n  Type: AWS::SNS::Topic\n  Properties: {TopicName: !Sub '${AWS::StackName}-a'}",
      ["takenName B"],
    ],
    [
      "the name of what was in no stack",
      "Conditions: {C: !Equals [a, b]}\nResources:\n  «A→B»:\n    Type: AWS::SNS::Topic\n    «Condition: C→»\n    Properties: {TopicName: a}",
      [],
    ],
    [
      "a name that is made of another resource",
      "V: {Type: AWS::EC2::VPC}\n«A→B»:\n  Type: AWS::SNS::Topic\n  Properties: {TopicName: !Sub 'a-${V}'}",
      [],
    ],
    [
      "a name of another type",
      "«A: {Type: AWS::SNS::Topic, Properties: {TopicName: a}}→B: {Type: AWS::SQS::Queue, Properties: {QueueName: a}}»",
      [],
    ],
    [
      "a parameter of a new stack",
      "«{}→Parameters:\n  B: {Type: String}\nResources:\n  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref B}}»",
      [],
    ],
    ["another name", "T:\n  Type: AWS::DynamoDB::Table\n  Properties: {TableName: «a→b»}", []],
    ["another type", "T: {Type: AWS::«SNS::Topic→SQS::Queue»}", ["type T"]],
    [
      "a parameter without a value",
      "Parameters:\n  A: {Type: String}\n  «→B: {Type: String}\n  C: {Type: String, Default: c}»\nResources: {}",
      ["parameter B"],
    ],
    [
      "a reference to what is gone",
      "«A: {Type: AWS::SNS::Topic}→»\nB:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !Ref A}",
      ["reference B"],
    ],
    [
      "an export",
      "Resources: {}\nOutputs:\n  O:\n    Value: «a→b»\n    Export: {Name: x}\n  «P:\n    Value: a\n    Export: {Name: y}→»",
      ["exportValue O", "export P"],
    ],
    [
      "an export whose name is made of a parameter that is renamed, and of another one",
      "Parameters:\n  «A→B»: {Type: String}\n  C: {Type: String}\n  D: {Type: String}\nResources: {}\nOutputs:\n  O:\n    Value: o\n    Export: {Name: !Sub '${«A→B»}-o'}\n  P:\n    Value: p\n    Export: {Name: !Sub '${«C→D»}-p'}",
      ["parameter B", "export P"],
    ],
  ];
  const db = (properties: string): string => `D:\n  Type: AWS::RDS::DBInstance\n  Properties: {${properties}}`;
  const key = (properties: string): string => `K:\n  Type: AWS::KMS::Key\n  Properties: {Enabled: true${properties}}`;
  const pool = (attributes: string): string =>
    `U:\n  Type: AWS::Cognito::UserPool\n  Properties: {Schema: [{Name: a, AttributeDataType: String}${attributes}]}`;
  cases.push(
    [
      "other names to sign in with",
      "P:\n  Type: AWS::Cognito::UserPool\n  Properties: {UsernameAttributes: [email«→, phone_number»]}",
      ["fixed P"],
    ],
    [
      "the same names in another order",
      "P:\n  Type: AWS::Cognito::UserPool\n  Properties: {AliasAttributes: [«email, phone_number→phone_number, email»]}",
      [],
    ],
    ["another kind of key", key(", KeySpec: «SYMMETRIC_DEFAULT→RSA_2048»"), ["fixed K"]],
    [
      "what was not said of a key",
      key("«→, KeyUsage: SIGN_VERIFY, KeySpec: RSA_2048, Origin: AWS_KMS, MultiRegion: false»"),
      ["fixed K", "fixed K"],
    ],
    ["a key of a value that nobody knows", key(", KeySpec: «SYMMETRIC_DEFAULT→!ImportValue spec»"), []],
    ["a new key", "A: {Type: AWS::SNS::Topic}\n«→K: {Type: AWS::KMS::Key, Properties: {KeySpec: RSA_2048}}»", []],
    ["less storage", db("AllocatedStorage: '«100→20»'"), ["smaller D"]],
    ["more storage", db("AllocatedStorage: '«20→100»'"), []],
    ["less storage of another database", db("Engine: «mysql→postgres», AllocatedStorage: «100→20»"), []],
    ["a smaller volume", "V:\n  Type: AWS::EC2::Volume\n  Properties: {Size: «20→10»}", ["smaller V"]],
    ["less storage of one that is replaced", db("DBName: «a→b», AllocatedStorage: '«100→20»'"), []],
    ["a major version", db("Engine: postgres, EngineVersion: '«15.4→16.4»'"), ["majorVersion D"]],
    ["a major version by two parts", db("Engine: mysql, EngineVersion: «8.0.40→8.4.3»"), ["majorVersion D"]],
    [
      "a major version that is allowed",
      db("Engine: mysql, EngineVersion: «8.0.40→8.4.3», AllowMajorVersionUpgrade: true"),
      [],
    ],
    ["a minor version", db("Engine: postgres, EngineVersion: '«15→15.4»'"), []],
    [
      "a version back",
      db("Engine: mysql, EngineVersion: «8.4.3→8.0.40», AllowMajorVersionUpgrade: true"),
      ["olderVersion D"],
    ],
    [
      "a version that the cluster has",
      db("Engine: aurora-postgresql, DBClusterIdentifier: c, EngineVersion: '«15.4→16.4»'"),
      [],
    ],
    ["an attribute of users that goes", pool("«, {Name: b, AttributeDataType: String}→»"), ["attributes U"]],
    ["an attribute of users that changes", pool(", {Name: b, AttributeDataType: «String→Number»}"), ["attributes U"]],
    ["an attribute of users that comes", pool("«→, {Name: b, AttributeDataType: Number}»"), []],
  );
  const one = (type: string, properties: string): string => `X:\n  Type: AWS::${type}\n  Properties: {${properties}}`;
  const users = (properties: string): string => one("Cognito::UserPool", `UserPoolName: p${properties}`);
  const broker = (size: string): string =>
    one("MSK::Cluster", `BrokerNodeGroupInfo: {StorageInfo: {EBSStorageInfo: {VolumeSize: ${size}}}}`);
  const index = (name: string, key: string, more = ""): string =>
    `{IndexName: ${name}, KeySchema: [{AttributeName: ${key}, KeyType: HASH}]${more}}`;
  const indexes = (list: string, type = "Table"): string =>
    one(`DynamoDB::${type}`, `GlobalSecondaryIndexes: [${list}]`);
  cases.push(
    ["another way to sign in", users(", AliasAttributes: [«email→phone_number»]"), ["fixed X"]],
    ["a way to sign in that was not there", users("«→, UsernameAttributes: [email]»"), ["fixed X"]],
    [
      "the ways to sign in in another order",
      users(", AliasAttributes: [«email, phone_number→phone_number, email»]"),
      [],
    ],
    ["whether the case of names counts", users(", UsernameConfiguration: {CaseSensitive: «true→false»}"), ["fixed X"]],
    ["what counts anyway", users("«→, UsernameConfiguration: {CaseSensitive: true}»"), []],
    [
      "what a condition decides",
      `Conditions: {C: !Equals [!Ref P, a]}\nParameters: {P: {Type: String}}\nResources:\n  X:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UsernameConfiguration: !If [C, {CaseSensitive: «true→false»}, {CaseSensitive: true}]`,
      [],
    ],
    ["less storage of brokers", broker("«500→300»"), ["smaller X"]],
    ["more storage of brokers", broker("«300→500»"), []],
    ["a version of Kubernetes back", one("EKS::Cluster", "Version: '«1.33→1.32»'"), ["olderVersion X"]],
    ["two versions of Kubernetes at once", one("EKS::Cluster", "Version: '«1.9→1.11»'"), ["versionStep X"]],
    ["the next version of Kubernetes", one("EKS::Cluster", "Version: '«1.9→1.10»'"), []],
    [
      "a version of a cache back",
      one("ElastiCache::ReplicationGroup", "Engine: redis, EngineVersion: '«7.1→7.0»'"),
      ["olderVersion X"],
    ],
    [
      "a version of another cache",
      one("ElastiCache::ReplicationGroup", "Engine: «redis→valkey», EngineVersion: '«7.1→7.0»'"),
      [],
    ],
    ["three times the shards", one("Kinesis::Stream", "ShardCount: «3→9»"), ["shards X"]],
    ["a third of the shards", one("Kinesis::Stream", "ShardCount: «9→3»"), ["shards X"]],
    ["twice the shards", one("Kinesis::Stream", "ShardCount: «4→8»"), []],
    ["half the shards", one("Kinesis::Stream", "ShardCount: «8→4»"), []],
    ["two more indexes", indexes(`${index("a", "k")}«→, ${index("b", "k")}, ${index("c", "k")}»`), ["indexCount X"]],
    ["an index of another name", indexes(index("«a→b»", "k"), "GlobalTable"), ["indexCount X"]],
    ["one more index", indexes(`${index("a", "k")}«→, ${index("b", "k")}»`), []],
    ["the key of an index", indexes(index("a", "«k→l»")), ["index X"]],
    ["the throughput of an index", indexes(index("a", "k", ", OnDemandThroughput: {MaxReadRequestUnits: «1→2»}")), []],
    [
      "indexes of a new table",
      "A: {Type: AWS::SNS::Topic}\n«→B:\n  Type: AWS::DynamoDB::Table\n  Properties: {GlobalSecondaryIndexes: [{IndexName: a}, {IndexName: b}]}»",
      [],
    ],
    [
      "the name of what is replaced in this case",
      one("DynamoDB::Table", "TableName: t, AttributeDefinitions: [{AttributeName: k, AttributeType: «S→B»}]"),
      ["name X"],
    ],
  );
  for (const [name, source, expected] of cases)
    it(name, () =>
      assert.deepEqual(
        brokenPromises(edited(source)).map(({ kind, name: of }) => `${kind} ${of}`),
        expected,
      ),
    );
});

describe("wider permissions", () => {
  it("are not worked out for ever", () => {
    // Four million combinations.
    const many = (kind: string): string => `[${Array.from({ length: 2000 }, (_, at) => `${kind}${at}`).join(", ")}]`;
    const statement = `{Effect: Allow, Action: ${many("s3:a")}, Resource: ${many("b")}}`;
    const source = `R:\n  Type: AWS::IAM::Policy\n  Properties: {PolicyName: «a→b», PolicyDocument: {Statement: [${statement}]}}`;
    const change = edited(source);
    assert.deepEqual(widenedPermissions(change), []);
    const state = change.after.get("R");
    assert.ok(state !== undefined && grantsOf(state).length < 2000 * 2000);
  });

  const role = (statement: string): string =>
    `R:\n  Type: AWS::IAM::Role\n  Properties:\n    Policies: [{PolicyName: p, PolicyDocument: {Statement: [${statement}]}}]`;
  const cases: (readonly [name: string, source: string, expected: readonly string[]])[] = [
    [
      "another action",
      role("{Effect: Allow, Action: [«s3:GetObject→s3:GetObject, s3:PutObject»], Resource: a}"),
      ["R: Action s3:PutObject, Resource a"],
    ],
    [
      "a partition that is no longer written out",
      role("{Effect: Allow, Action: a:b, Resource: !Sub 'arn:«aws→${AWS::Partition}»:es:${AWS::Region}:*'}"),
      [],
    ],
    ["fewer", role("{Effect: Allow, Action: «s3:*→s3:GetObject», Resource: a}"), []],
    ["all resources", role("{Effect: Allow, Action: a:b, Resource: «x→'*'»}"), ["R: Action a:b, Resource *"]],
    [
      "a condition less",
      role("{Effect: Allow, Action: a:b, Resource: x«, Condition: {Bool: {c: true}}→»}"),
      ["R: Action a:b, Resource x"],
    ],
    ["a denial", role("{Effect: Deny, Action: «a:b→a:*», Resource: x}"), []],
    [
      "ingress",
      "G:\n  Type: AWS::EC2::SecurityGroup\n  Properties: {SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: «10.0.0.0/8→0.0.0.0/0»}]}",
      ["G: IpProtocol tcp, FromPort 22, ToPort 22, CidrIp 0.0.0.0/0"],
    ],
  ];
  const group = (from: string): string =>
    `A: {Type: AWS::SNS::Topic}\n«→G:\n  Type: AWS::EC2::SecurityGroup\n  Properties: {GroupDescription: g, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: ${from}}]}\n»`;
  cases.push(
    [
      "a new group that is open to all",
      group("0.0.0.0/0"),
      ["G: IpProtocol tcp, FromPort 22, ToPort 22, CidrIp 0.0.0.0/0"],
    ],
    ["a new group that is not", group("10.0.0.0/8"), []],
    [
      "a resource under another name",
      "«G→H»:\n  Type: AWS::EC2::SecurityGroup\n  Properties: {SecurityGroupIngress: [{IpProtocol: '-1', CidrIp: 0.0.0.0/0}]}",
      [],
    ],
    [
      "more than five of one resource",
      role("{Effect: Allow, Action: [«a:x→a:1, a:2, a:3, a:4, a:5, a:6»], Resource: x}"),
      [1, 2, 3, 4, 5].map((action) => `R: Action a:${action}, Resource x`),
    ],
  );
  for (const [name, source, expected] of cases)
    it(name, () =>
      assert.deepEqual(
        widenedPermissions(edited(source)).map(({ id, text }) => `${id}: ${text}`),
        expected,
      ),
    );
});

describe("a file of parameters", () => {
  const cases: readonly (readonly [text: string, expected: readonly (readonly [string, string])[] | undefined])[] = [
    ['[{"ParameterKey": "A", "ParameterValue": "1"}]', [["A", "1"]]],
    ['[{"ParameterKey": "A", "UsePreviousValue": true}]', [["A", "old"]]],
    ['{"Parameters": {"A": 1}}', [["A", "1"]]],
    ['{"A": ["x", "y"]}', [["A", "x,y"]]],
    ["[1]", undefined],
    ["A: 1", undefined],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const found = parameterValues(text, new Map([["A", "old"]]));
      assert.deepEqual(found && [...found], expected);
    });
});
