import { deepEqual, equal } from "node:assert/strict";
import { article, indexOf, notesAt, properties, resource, script, source } from "../noteAt.ts";
import { PLACES } from "../placesOfTopics.ts";

/** The titles of the notes at a place, best first. */
function check(
  name: string,
  notes: string,
  template: string,
  expected: readonly string[],
  withTopics: boolean = true,
): void {
  it(name, () => {
    const found = notesAt(indexOf([source(notes)], withTopics), template);
    deepEqual(
      found.map(({ note }) => note.title),
      expected,
    );
  });
}

const place = (name: string): string => PLACES[name] ?? name;

describe("Markers", () => {
  const record = (body: string): string => properties("AWS::Route53::RecordSet", body);
  check("in a heading", "## 別名 <!-- cfn: AWS::Route53::RecordSet.AliasTarget -->\nx", place("aliasTarget"), ["別名"]);
  check("below a heading", "## 別名\n\n<!-- cfn: AWS::Route53::RecordSet.AliasTarget -->\nx", place("aliasTarget"), [
    "別名",
  ]);
  check("in a bullet", "- 別名は便利 <!-- cfn: AWS::Route53::RecordSet.AliasTarget -->\n- x", place("aliasTarget"), [
    "別名",
  ]);
  check("in a paragraph", "あれこれ。\n続き <!-- cfn: CreationPolicy -->", place("creationPolicy"), ["続き"]);
  check("below a paragraph", "あれこれ。\n<!-- cfn: CreationPolicy -->\n", place("creationPolicy"), ["あれこれ。"]);
  check("in a nested bullet", "- a\n  - b\n    <!-- cfn: CreationPolicy -->\n", place("creationPolicy"), ["b"]);
  check("for a file", "---\ncfn: [CreationPolicy, 'word:yum update']\n---\nx", place("otherWord"), ["article"]);
  check("for a file, as text", "---\ntitle: t\ncfn: CreationPolicy, word:yum update # c\n---\nx", place("otherWord"), [
    "t",
  ]);
  check("a topic", "## なにか\n<!-- cfn: @depends-on -->", place("dependsOn"), ["なにか"]);
  check("several places", "## X\n<!-- cfn: AWS::S3::Bucket, word:cfn-signal -->", place("cfnSignal"), ["X"]);
  check("over several lines", "## X\n<!-- cfn: AWS::S3::Bucket,\n  word:cfn-signal -->", place("cfnSignal"), ["X"]);
  check("a value", "## X\n<!-- cfn: AWS::Route53::RecordSet.Type=TXT -->", record("Type: T<|>XT"), ["X"]);
  check("another value", "## X\n<!-- cfn: AWS::Route53::RecordSet.Type=TXT -->", record("Type: <|>A"), []);
  check("a value's key", "## X\n<!-- cfn: AWS::Route53::RecordSet.Type=TXT -->", record("Ty<|>pe: TXT"), []);
  check("a key and its value", "## X\n<!-- cfn: AWS::Route53::RecordSet.TTL -->", record("TTL: 3<|>00"), ["X"]);
  check("a wildcard in a value", "## X\n<!-- cfn: AWS::Route53::RecordSet.Type=* -->", record("Type: <|>A"), ["X"]);
  check("a wildcard type", "## X\n<!-- cfn: AWS::Route53::* -->", place("healthCheck"), ["X"]);
  check(
    "keys at any depth",
    "## X\n<!-- cfn: AWS::Route53::HealthCheck.**.HealthThreshold -->",
    place("healthThreshold"),
    ["X"],
  );
  check("a section", "## X\n<!-- cfn: section:Outputs -->", place("outputs"), ["X"]);
  check("a section is no property", "## X\n<!-- cfn: section:Outputs -->", place("bucketOutputs"), []);
  check("a key below a section", "## X\n<!-- cfn: section:Parameters.Type=String -->", place("parameterType"), ["X"]);
  check("an attribute's value", "## X\n<!-- cfn: attribute:DeletionPolicy=Retain -->", place("deletionRetain"), ["X"]);
  check("metadata", "## X\n<!-- cfn: metadata:AWS::CloudFormation::Init.*.packages -->", place("initPackages"), ["X"]);
  check("a function", "## X\n<!-- cfn: Fn::FindInMap -->", properties("A::B::C", "P: !Find<|>InMap [a, b, c]"), ["X"]);
  const loop = (text: string): string =>
    `Resources:\n  ${text}:\n        Type: AWS::SNS::Topic\n        Properties: {DisplayName: x}\n`;
  for (const [part, text] of [
    ["key", "Fn::ForEach::Top<|>ics:\n    - Team\n    - [a, b]\n    - Topic${Team}"],
    ["variable", "Fn::ForEach::Topics:\n    - Te<|>am\n    - [a, b]\n    - Topic${Team}"],
    ["body's key", "Fn::ForEach::Topics:\n    - Team\n    - [a, b]\n    - Top<|>ic${Team}"],
  ] as const)
    check(`a loop, at its ${part}`, "## X\n<!-- cfn: Fn::ForEach -->", loop(text), ["X"], false);
  check("a pseudo parameter", "## X\n<!-- cfn: AWS::Region -->", properties("A::B::C", "P: !Ref AWS::Reg<|>ion"), [
    "X",
  ]);
  check("a text in JSON", "## X\n<!-- cfn: text:SpilloverCount -->", place("spilloverDashboard"), ["X"]);
  check("a text with a star", "## X\n<!-- cfn: text:Spill* -->", place("spilloverDashboard"), ["X"]);
  check("part of a text", "## X\n<!-- cfn: text:Spill -->", place("spilloverDashboard"), []);
  check("a bare name: an attribute", "## X\n<!-- cfn: DependsOn -->", place("dependsOn"), ["X"]);
  check("a bare name: a section", "## X\n<!-- cfn: Mappings -->", place("mappings"), ["X"]);
  check("a bare name: a property", "## X\n<!-- cfn: TTL -->", record("T<|>TL: 3"), ["X"], false);
  check("a bare name: a type", "## X\n<!-- cfn: AutoScalingGroup -->", place("autoScalingGroup"), ["X"], false);
  check("a bare name: a word", "## X\n<!-- cfn: yum -->", script("#!/bin/bash\ny<|>um update"), ["X"], false);
});

describe("Words of scripts", () => {
  const invalidation = "## X\n<!-- cfn: word:aws cloudfront create-invalidation -->";
  check("each word of a command", invalidation, script("a<|>ws cloudfront create-invalidation"), ["X"]);
  check("options between", invalidation, script("aws --profile p cloudfront create-inva<|>lidation"), ["X"]);
  check("a line's end between", invalidation, script("aws cloudfront \\\n  create-inva<|>lidation"), ["X"]);
  check("another command", invalidation, script("aws cloud<|>front get-distribution"), []);
  check("behind the command", invalidation, script("aws cloudfront create-invalidation --pa<|>ths x"), []);
  check("with its directory", "- cfn-init: x", script("/opt/aws/bin/cfn-<|>init -v"), ["cfn-init"]);
  check("on Windows", "- cfn-init: x", script("<powershell>\ncfn-in<|>it.exe -v\n</powershell>"), ["cfn-init"]);
  check("part of another word", "- cfn-init: x", script("cat /var/log/cfn-init.l<|>og"), []);
});

describe("Strings of every form", () => {
  const signal = "- cfn-signal: x";
  const json = (userData: string): string =>
    `{"Resources":{"A":{"Type":"AWS::EC2::Instance","DeletionPolicy":"Retain","Properties":{"UserData":${userData}}}}}`;
  const joined =
    '{"Fn::Base64":{"Fn::Join":["",["#!/bin/bash -xe\\n","/opt/aws/bin/cfn-<|>signal -e 0 ","--stack x\\n"]]}}';
  check("JSON: pieces of a script", signal, json(joined), ["cfn-signal"]);
  check("between the words of a script", signal, script("#<|>!/bin/bash\necho x > y\ncfn-signal -e 0"), []);
  check("JSON: one string", signal, json('{"Fn::Base64":"#!/bin/bash\\ncfn-<|>signal -e 0\\n"}'), ["cfn-signal"]);
  check("JSON: an attribute", "## DeletionPolicy", json('"x"').replace("DeletionPolicy", "Deletion<|>Policy"), [
    "DeletionPolicy",
  ]);
  check("JSON: a value", "## DeletionPolicy", json('"x"').replace("Retain", "Ret<|>ain"), ["DeletionPolicy"]);
  check(
    "Sub over several lines",
    signal,
    properties(
      "AWS::EC2::Instance",
      "UserData: !Base64\n  Fn::Sub: |\n    #!/bin/bash\n    cfn-sig<|>nal --stack ${AWS::StackName}",
    ),
    ["cfn-signal"],
  );
  check(
    "a command of cfn-init",
    signal,
    resource(
      "AWS::EC2::Instance",
      "Metadata:\n  AWS::CloudFormation::Init:\n    config:\n      commands:\n        a:\n          command: /opt/aws/bin/cfn-sig<|>nal -e 0",
    ),
    ["cfn-signal"],
  );
  check(
    "a quoted string",
    signal,
    properties("AWS::EC2::Instance", 'UserData: !Base64 "#!/bin/bash\\ncfn-sig<|>nal -e 0"'),
    ["cfn-signal"],
  );
  check(
    "a function's code",
    "- `aws s3 sync`: x",
    properties("AWS::Lambda::Function", "Code:\n  ZipFile: |\n    os.system('aws s3 sy<|>nc a b')"),
    ["aws s3 sync"],
  );
});

describe("Names without topics", () => {
  const bucket = (body: string): string => properties("AWS::S3::Bucket", body);
  const ingress = properties("AWS::EC2::SecurityGroup", "SecurityGroup<|>Ingress: []");
  const healthCheckPath = properties("AWS::ElasticLoadBalancingV2::TargetGroup", "HealthCheck<|>Path: /");
  const bind = (name: string, notes: string, template: string, expected: readonly string[]): void =>
    check(name, notes, template, expected, false);
  bind("a property", "## EvaluateTargetHealth", place("evaluateTargetHealth"), ["EvaluateTargetHealth"]);
  bind("a property with spaces", "## Evaluate Target Health", place("evaluateTargetHealth"), [
    "Evaluate Target Health",
  ]);
  bind("a property in lower case", "## Versioning configuration of S3", bucket("Versioning<|>Configuration: {}"), [
    "Versioning configuration of S3",
  ]);
  bind("a property below its service", "# S3\n- BucketName: x", bucket("Bucket<|>Name: x"), ["BucketName"]);
  bind("a property below another service", "# Route 53\n- BucketName: x", bucket("Bucket<|>Name: x"), []);
  bind("an everyday name", "# Notes\n## Type\nx", PLACES["recordType"] ?? "", []);
  bind("an everyday name below its type", "# RecordSet\n## Type\nx", PLACES["recordType"] ?? "", ["Type"]);
  bind("an everyday name below another type", "# RecordSet\n## Type\nx", PLACES["ssmParameterType"] ?? "", []);
  bind("an everyday name of several", "# ELB\n## Enabled\nx", PLACES["distributionEnabled"] ?? "", []);
  for (const title of ["CloudFormation", "CloudFormationの学習メモ", "SAMとCloudFormationのメモ"])
    bind(`a property in ${title}`, `# ${title}\n## HealthCheckPath\nx`, healthCheckPath, ["HealthCheckPath"]);
  bind("a type and the property of a whole", "## SecurityGroupIngress", ingress, ["SecurityGroupIngress"]);
  bind("the type itself", "## SecurityGroupIngress", resource("AWS::EC2::Security<|>GroupIngress"), [
    "SecurityGroupIngress",
  ]);
  bind("a type by its last part", "## Auto Scaling group", place("autoScalingGroup"), ["Auto Scaling group"]);
  bind("a type that several services have", "## Cluster", resource("AWS::ECS::Clu<|>ster"), []);
  bind("the same below its service", "# ECS\n## Cluster", resource("AWS::ECS::Clu<|>ster"), ["Cluster", "ECS"]);
  bind("the same below its service, elsewhere", "# ECS\n## Cluster", resource("AWS::EKS::Clu<|>ster"), []);
  bind("a service", "## Amazon S3", resource("AWS::S3::Bucket<|>Policy"), ["Amazon S3"]);
  bind("a service's note on its properties", "## S3", bucket("Bucket<|>Name: x"), []);
  bind("a whole type", "## AWS::S3::Bucket", resource("AWS::S3::Bu<|>cket"), ["AWS::S3::Bucket"]);
  bind("a function", "## `!FindInMap`", properties("A::B::C", "P: !Find<|>InMap [a, b, c]"), ["!FindInMap"]);
  bind("a function that is an everyday word", "## Join", properties("A::B::C", "P: !Jo<|>in ['', []]"), []);
  bind("a metric", "## CPUUtilization", properties("AWS::CloudWatch::Alarm", "MetricName: CPU<|>Utilization"), [
    "CPUUtilization",
  ]);
  bind("a command", "- `aws s3 sync`：x", script("aws s3 sy<|>nc a b"), ["aws s3 sync"]);
  bind("a value below its property", "## DeletionPolicy\n- Retain：x", place("deletionRetain"), [
    "Retain",
    "DeletionPolicy",
  ]);
  const redrive = properties("AWS::SQS::Queue", "RedrivePolicy:\n  maxReceive<|>Count: 5");
  bind("a key of JSON below its service", "# SQS\n## maxReceiveCount\nx", redrive, ["maxReceiveCount"]);
  bind("the same below another service", "# SNS\n## maxReceiveCount\nx", redrive, []);
  const billing = properties("AWS::DynamoDB::Table", "BillingMode: PAY_PER_<|>REQUEST");
  bind("a value below its service", "# DynamoDB\n- PAY_PER_REQUEST：x", billing, ["PAY_PER_REQUEST"]);
  bind("the same value below another service", "# CloudFront\n- PAY_PER_REQUEST：x", billing, []);
  bind("a key below its attribute", "## CreationPolicy\n- Timeout：x", place("signalTimeout"), [
    "Timeout",
    "CreationPolicy",
  ]);
  bind("the same elsewhere", "## CreationPolicy\n- Timeout：x", place("lambdaTimeout"), []);
});

describe("What people plainly write", () => {
  const topic = resource("AWS::SNS::Topic");
  const join = properties("A::B::C", "P: !Jo<|>in ['', []]");
  const route = resource("AWS::EC2::Ro<|>ute");
  const not = `Conditions:\n  C: !No<|>t [!Equals [a, b]]\n${topic}`;
  const metadata = `Meta<|>data: {}\n${topic}`;
  check("a function's short form in code", "- `!Join` - つなげる", join, ["!Join"]);
  check("a function's short form in bold", "- **!Ref**: x", properties("A::B::C", "P: !Re<|>f X"), ["!Ref"]);
  check("a section and what it is", "## Resources - what is made\nx", place("resources"), ["Resources - what is made"]);
  check("the same behind a colon", "## Resources：作るもの\nx", place("resources"), ["Resources：作るもの"]);
  check("links called as a section", "## Resources\n- [x](https://example.com)", place("resources"), []);
  check("a function and what it does", "# CloudFormation\n### Join - 文字列結合\nx", join, ["Join - 文字列結合"]);
  check("the same in notes on something else", "# SQL\n### Join - 結合\nx", join, []);
  check("a type alone on its line", "AWS::EC2::Route\n\n経路を足す。", route, ["AWS::EC2::Route"]);
  check("a type alone above its text", "AWS::EC2::Route\n経路を足す。", route, ["AWS::EC2::Route"]);
  check(
    "a table whose other columns are on something else",
    "# CloudFormation\n| 項目 | ECSでの値 |\n|---|---|\n| Mappings | 対応表 |",
    place("mappings"),
    ["Mappings"],
  );
  const two = "- CreationPolicy と `cfn-signal` で成功を待つ";
  check("the first of two names", two, place("creationPolicy"), ["CreationPolicy と cfn-signal で成功を待つ"]);
  check("the second of two names", two, place("cfnSignal"), ["CreationPolicy と cfn-signal で成功を待つ"]);
  check("two names in English", "- CreationPolicy and DependsOn order the parts", place("dependsOn"), [
    "CreationPolicy and DependsOn order the parts",
  ]);
  check("a routing policy by its adjective", "# Route 53\n## Latency-based\nx", place("region"), ["Latency-based"]);
  check(
    "what is one of many",
    "# RDS\n- Read replicas: x",
    properties("AWS::RDS::DBInstance", "SourceDB<|>InstanceIdentifier: x"),
    ["Read replicas"],
  );
  check(
    "a word below its service",
    "# Auto Scaling\n- Scheduled: x",
    resource("AWS::AutoScaling::Scheduled<|>Action"),
    ["Scheduled"],
  );
  check("a part of a service", "# Route 53\n## Resolver\nx", resource("AWS::Route53Resolver::Resolver<|>Endpoint"), [
    "Resolver",
  ]);
  check("a second note lower down", "## DependsOn\nx\n# まとめ\n- DependsOn：y", place("dependsOn"), [
    "DependsOn",
    "DependsOn",
  ]);
  check("a remark is no name", "# CloudFormation\n- NOTE: x", not, []);
  check("kinds are no property", "# Route 53\n## Types\n- Public: x", place("recordType"), []);
  for (const [name, template] of [
    ["Conditions", place("conditions")],
    ["Metadata", metadata],
    ["Mappings", place("mappings")],
    ["Outputs", place("outputs")],
  ] as const) {
    check(`${name} among other words`, `# 用語\n- ${name}：x`, template, [name]);
    check(`${name} of another tool`, `# Terraform\n## ${name}\nx`, template, []);
  }
});

describe("What questions and answers name", () => {
  const key = properties("AWS::SQS::Queue", "KmsMaster<|>KeyId: a");
  const asked = "Q. KMSの鍵は？\nA. KmsMasterKeyId で指定する。\n";
  check("a key of the service above a question on another", `# SQS\n${asked}`, key, ["KMSの鍵は？"]);
  check("a key of none of them", `# Route 53\n${asked}`, key, []);
  const redrive = properties("AWS::SQS::Queue", "RedrivePolicy:\n  maxReceive<|>Count: 5");
  check("a key of JSON", "# SQS\nQ. 何回？\nA. `maxReceiveCount` を超えたとき。\n", redrive, ["何回？"]);
});

describe("Names of topics in context", () => {
  const health = place("healthCheck");
  check("below its service", "## Route 53\n### ヘルスチェック\nx", health, ["ヘルスチェック"]);
  check("below another service", "# Route 53とELB\n## ELB\n### ヘルスチェック\nx", health, []);
  check("below no service", "## ヘルスチェック\n間隔は30秒", health, []);
  check("below no service, but its text names it", "## ヘルスチェック\nRoute53が監視する", health, ["ヘルスチェック"]);
  check("the service in the title", "## Route53のヘルスチェック\nx", health, ["Route53のヘルスチェック"]);
  check("another service in the title", "# Route 53\n## ELBのヘルスチェック\nx", health, []);
  const dead = "## Lambda\n- デッドレターキュー（DLQ）：非同期だけ";
  const functionDead = properties("AWS::Lambda::Function", "DeadLetter<|>Config:\n  TargetArn: x");
  check("with a word of another service, below its own", dead, functionDead, ["デッドレターキュー（DLQ）"]);
  check("with a word of another service, there", dead, properties("AWS::SQS::Queue", "Redrive<|>Policy: {}"), []);
  const hours = properties("AWS::Kinesis::Stream", "Retention<|>PeriodHours: 24");
  check("without the unit", "## Kinesis Data Streams\n- 保持期間 : 24時間", hours, ["保持期間"]);
  const position = properties("AWS::Lambda::EventSourceMapping", "Starting<|>Position: LATEST");
  check("a sentence on values", "## Lambda\n\nStartingPosition は TRIM_HORIZON＝先頭、LATEST＝最新", position, [
    "StartingPosition",
  ]);
  const timeout = properties("AWS::Lambda::Function", "Time<|>out: 900");
  for (const [said, title] of [
    ["Timeoutは900秒まで。", "Timeout"],
    ["タイムアウトは最大15分（デフォルトは3秒）", "タイムアウト"],
  ])
    check("a sentence on an everyday word", `## Lambda\n- ${said}`, timeout, [title ?? ""]);
  const name = properties("AWS::DynamoDB::Table", "Table<|>Name: x");
  check("a sentence on what any thing has", "## DynamoDB\n- Nameは長くしない", name, []);
  const blue = properties("AWS::CodeDeploy::DeploymentGroup", "DeploymentStyle:\n  DeploymentType: BLUE<|>_GREEN");
  check("of a value", "# CodeDeploy\n## ブルーグリーン\nx", blue, ["ブルーグリーン"]);
  const pools = "# Cognito\n- ユーザープール＝認証\n- IDプール＝認可";
  check("in Latin and Japanese letters", pools, resource("AWS::Cognito::Identity<|>Pool"), ["IDプール", "Cognito"]);
  const certificates = "# CloudFront\n## カスタムオリジンとの間の証明書\nx\n## ビューワーとの通信\ny";
  check("one of two certificates", certificates, place("customOrigin"), ["カスタムオリジンとの間の証明書"]);
  check("the other certificate", certificates, place("viewerCertificate"), ["ビューワーとの通信"]);
  check("a sentence's first name", "- cfn-signalで成功を知らせる", place("cfnSignal"), ["cfn-signalで成功を知らせる"]);
  check("a service's name in a sentence is no note on it", "- CloudFrontを前段に置く", place("distribution"), []);
  check("a heading without text gives way", "## Route 53\n### Route 53とAuto Scaling\nx", place("recordSet"), [
    "Route 53とAuto Scaling",
    "Route 53",
  ]);
  check(
    "a heading with an overview does not",
    "# CloudFormation\n## 📤 Outputs（出力値）\n### 概要\n値を外に出す。\n### 実践例: Outputs\nx",
    place("outputs"),
    ["📤 Outputs（出力値）", "実践例: Outputs"],
  );
  check(
    "a kind of what the title names",
    "# Route 53\n- エンドポイントのヘルスチェック：x",
    place("healthCheckEndpoint"),
    ["エンドポイントのヘルスチェック"],
  );
  check("the part between two", "# CloudFront\n### CloudFrontとカスタムオリジン間\nx", place("customOrigin"), [
    "CloudFrontとカスタムオリジン間",
  ]);
  check("a reading list", "## 参考\n- [DeletionPolicy 属性](https://example.com)", place("deletionPolicy"), []);
  check(
    "a metric before the metrics",
    "# ELB\n- メトリクス\n  - SpilloverCount\n    - x",
    place("spilloverDashboard"),
    ["SpilloverCount", "メトリクス"],
  );
  check("the part of a title behind a colon", "## ELB：スティッキーセッション\nx", place("cookiePolicy"), [
    "ELB：スティッキーセッション",
  ]);
  check("access logs of S3", "## S3\n### アクセスログ\nx", place("accessLogging"), []);
  check(
    "a list after the sentence that names the service",
    "ELBのメトリクス：\n- RequestCount：x",
    place("requestCount"),
    ["RequestCount", "ELBのメトリクス"],
  );
  check(
    "a value that only one policy has",
    "# メモ\n- RetainExceptOnCreate：作れなかったときだけ消す",
    place("deletionSnapshot").replace("Snap<|>shot", "RetainExcept<|>OnCreate"),
    ["RetainExceptOnCreate"],
  );
  check("a value of the policy above", "## UpdateReplacePolicy\n- Snapshot：x", place("deletionSnapshot"), []);
  check("emphasis in a sentence", "### 証明書\n- 暗号化には **DependsOn** が要る", place("dependsOn"), [
    "暗号化には DependsOn が要る",
  ]);
  check("emphasis does not stand for a type", "- 前段に **CloudFront** を置く", place("distribution"), []);
  check(
    "links in a list of links",
    "## 参考\n- [CloudFormationのドキュメント](https://example.com)",
    place("creationPolicy"),
    [],
  );
});

describe("Places around a bound one", () => {
  const init = "metadata:AWS::CloudFormation::Init";
  const instance = (body: string): string =>
    resource("AWS::EC2::Instance", `Metadata:\n  AWS::CloudFormation::Init:\n${body}`);
  check("a key of a config", `## X\n<!-- cfn: ${init} -->`, instance("    config:\n      fi<|>les: {}"), ["X"]);
  check(
    "a name below it",
    `## X\n<!-- cfn: ${init} -->`,
    instance("    config:\n      files:\n        /et<|>c/motd: {}"),
    [],
  );
  check("a number below an attribute", "## CreationPolicy", PLACES["signalTimeoutValue"] ?? "", ["CreationPolicy"]);
  check("a name below an attribute", "## AutoScalingRollingUpdate", place("launchProcess"), []);
  const other = "# OpenSearch\n- UpdatePolicy `EnableVersionUpgrade`\n";
  const update = "UpdatePolicy:\n  AutoScalingRollingUpdate:\n    MaxBatchSize: 1";
  const group = (caret: string): string =>
    resource("AWS::AutoScaling::AutoScalingGroup", update.replace(caret, `<|>${caret}`));
  check("an attribute that a line begins with", other, group("UpdatePolicy"), ["UpdatePolicy EnableVersionUpgrade"]);
  check("a key below an attribute that a line begins with", other, group("AutoScalingRollingUpdate"), []);
  check("a key further below one that a line begins with", other, group("MaxBatchSize"), []);
  check(
    "a word of the description",
    "## X\n<!-- cfn: section:Description -->",
    "Description: so<|>me words\nResources: {}\n",
    [],
  );
  check(
    "the description's key",
    "## X\n<!-- cfn: section:Description -->",
    "Descrip<|>tion: some words\nResources: {}\n",
    ["X"],
  );
  check("a reference as a value", "## DependsOn", resource("AWS::SNS::Topic", "DependsOn: Th<|>ing"), ["DependsOn"]);
  check("the map of a look-up", "# テンプレート\n## Mappings", properties("A::B::C", "P: !FindInMap [Ma<|>p, a, b]"), [
    "Mappings",
  ]);
  check("white space", "## DependsOn", resource("AWS::SNS::Topic", "DependsOn:   <|>   x"), []);
});

describe("What is on something larger than a place", () => {
  const tiers = (name: string, notes: string, template: string, expected: readonly string[]): void => {
    it(name, () => {
      const found = notesAt(indexOf([source(notes)]), template);
      deepEqual(
        found.map(({ note, tier }) => `${note.title}: ${tier}`),
        expected,
      );
    });
  };
  const group = (key: string): string => properties("AWS::ElasticLoadBalancingV2::TargetGroup", `${key}<|>: x`);
  tiers("a type at one of its keys", "## TargetGroup\nx", group("HealthCheckPath"), ["TargetGroup: whole"]);
  tiers("a type at itself", "## TargetGroup\nx", resource("AWS::ElasticLoadBalancingV2::Target<|>Group"), [
    "TargetGroup: thing",
  ]);
  tiers("a key", "## ELB\n\n### ヘルスチェック\nx", group("HealthCheckPath"), ["ヘルスチェック: thing"]);
  tiers("a service at a lesser type", "## ECS\nx", resource("AWS::ECS::Task<|>Definition"), ["ECS: whole"]);
  tiers("a service at its first type", "## ECS\nx", resource("AWS::ECS::Clus<|>ter"), ["ECS: thing"]);
  const update = (type: string): string => resource(type, "UpdatePo<|>licy: {}");
  const policy = "# Auto Scaling\n## UpdatePolicy\nx";
  tiers("an attribute below its service", policy, update("AWS::AutoScaling::AutoScalingGroup"), [
    "UpdatePolicy: thing",
  ]);
  tiers("an attribute below another service", policy, update("AWS::Lambda::Alias"), ["UpdatePolicy: whole"]);
  tiers("an attribute below none", "## UpdatePolicy\nx", update("AWS::Lambda::Alias"), ["UpdatePolicy: thing"]);
  tiers("an attribute at the names that it has", "## DependsOn\nx", resource("A::B::C", "DependsOn: Th<|>ing"), [
    "DependsOn: whole",
  ]);
  tiers("a service at a section", "# CloudFormation\nx", "AWSTemplate<|>FormatVersion: x\nResources: {}\n", [
    "CloudFormation: whole",
  ]);
  check(
    "what a function is used for",
    "# CloudFormation\n\n## 依存関係の可視化\nx",
    "Outputs:\n  A:\n    Value: !Re<|>f B\nResources: {}\n",
    [],
  );
  check(
    "what happens to a thing",
    "# Lambda\n\n- ランタイムの起動および初期化: x",
    properties("AWS::Lambda::Function", "Run<|>time: x"),
    [],
  );
  check(
    "one of many services",
    "# Notes\n\n## Runtime/container\n- EC2\n- ECS\n- Lambda",
    properties("AWS::Lambda::Function", "Run<|>time: x"),
    [],
  );
});

describe("Ranking", () => {
  const builtIn = { uri: "cfn-notes-built-in:ja/a.md", builtIn: true };
  const ranked = (name: string, user: string, own: string, template: string, expected: readonly string[]): void => {
    it(name, () => {
      const found = notesAt(indexOf([source(own, builtIn), source(user)]), template);
      deepEqual(
        found.map(({ note, file }) => `${file.builtIn ? "built-in" : "user"}: ${note.title}`),
        expected,
      );
    });
  };
  ranked(
    "the user's before the built-in one",
    "## DependsOn\nx",
    "## 依存\n<!-- cfn: @depends-on -->",
    place("dependsOn"),
    ["user: DependsOn", "built-in: 依存"],
  );
  ranked(
    "the user's on the key before the built-in one on the value",
    "## DeletionPolicy\nx",
    "## 保持\n<!-- cfn: @deletion-policy-retain -->",
    place("deletionRetain"),
    ["user: DeletionPolicy", "built-in: 保持"],
  );

  const group = "Resources:\n  A:\n    Type: AWS::EC2::Security<|>Group\n";
  const firsts = (...texts: readonly string[]): readonly string[] =>
    notesAt(indexOf(texts.map((text, at) => source(text, { uri: `file:///notes/${at}.md` }))), group).map(
      ({ file }) => file.title,
    );
  const own = "# EC2\n- **Security group**: a firewall\n";
  it("a note on the thing before one on what else works with it", () =>
    deepEqual(firsts("# VPN\n## 関連サービス\n- **Security group**: what may reach the endpoint\n", own), [
      "EC2",
      "VPN",
    ]));
  it("a note on the thing before those on other tools", () =>
    deepEqual(
      firsts(
        "# Terraform\n## Security group\n`aws_security_group` に規則を書き、適用する。\n",
        "# AWS CLI\n## Security group\n`aws ec2 describe-security-groups` で一覧を見る。\n",
        own,
      ),
      ["EC2", "AWS CLI", "Terraform"],
    ));

  it("an edit shows at once, a deleted file no more", () => {
    const index = indexOf([source("## DependsOn\nx")]);
    equal(notesAt(index, place("dependsOn")).length, 1);
    index.set(source("## UpdatePolicy\nx"));
    deepEqual([notesAt(index, place("dependsOn")).length, notesAt(index, place("updatePolicy")).length], [0, 1]);
    index.delete("file:///notes/article.md");
    equal(notesAt(index, place("updatePolicy")).length, 0);
  });

  it("notes on a topic", () => {
    const index = indexOf([source("## 依存\n<!-- cfn: @depends-on -->", builtIn), source(article("sloppy.md"))]);
    deepEqual(
      index.onTopic("depends-on").map(({ note }) => note.title),
      ["DependsOn", "依存"],
    );
  });
});
