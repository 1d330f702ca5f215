import { deepEqual } from "node:assert/strict";
import { indexOf, notesAt, properties, resource, source } from "../noteAt.ts";

const CODEPIPELINE = "# CodePipeline\n## codepipeline-default-settings\n設定を配る。";
const PARAMETERS = "# CloudWatchの監視\n## パラメータ\n| 名前 | タイプ | デフォルト値 | 必須 |\n|--|--|--|--|\n";

/** The titles and tiers of the notes at a place of a template. */
function check(name: string, notes: string, template: string, expected: readonly string[]): void {
  it(name, () => {
    const found = notesAt(indexOf([source(notes)]), template);
    deepEqual(
      found.map(({ note, tier }) => `${note.title}: ${tier}`),
      expected,
    );
  });
}

describe("Words that are not names", () => {
  const file = properties("AWS::Lambda::Function", "Function<|>Name: a");
  check("a line of a program", "# Lambda\n- def add(function_name, target): 目標を足す", file, []);
  const parts = (title: string): string => `# Parts\n\n## ${title}\n\nIts server is gone; the mails are kept.\n`;
  const server = resource("AWS::EC2::Ins<|>tance");
  check("a heading with one in brackets", parts("【EC2】Mails by post"), server, ["【EC2】Mails by post: thing"]);
  check("the title of an article", parts("[【EC2】Mails by post](https://example.com/mails)"), server, []);
  check("a folder", "# 構成\n- sqs/: キューのテンプレート", resource("AWS::SQS::Que<|>ue"), []);
  const key = properties("AWS::Lambda::Function", "Code:\n  S3<|>Key: a");
  check(
    "a step of a path",
    "# API\n## Database models (/models/iam/, /models/base/)\nWhat is kept.\n",
    resource("AWS::IAM::Ro<|>le"),
    [],
  );
  check(
    "a variable of a program",
    "# EC2\n- **INSTANCE_TYPE**: what the program starts, as its makers say\n",
    properties("AWS::EC2::Instance", "Instance<|>Type: t3.micro"),
    [],
  );
  check(
    "one in small letters",
    "# VPC\n- **vpc_id**: what the command before printed\n",
    properties("AWS::EC2::Subnet", "Vpc<|>Id: a"),
    [],
  );
  check(
    "what stands in front of any text",
    "# Lambda\n## SnapStart\n- **DESCRIPTION**: A snapshot of what was initialized is taken.\n",
    properties("AWS::Lambda::Function", "Descrip<|>tion: a"),
    [],
  );
  check(
    "what stands in a program's file",
    "# CloudFormation tutorial\n## Getting the parameters of an account\n### Region\n- Default in Makefile line 2: `AWS_REGION := us-west-2`\n",
    "Parameters:\n  A:\n    Type: String\n    Def<|>ault: x\n",
    [],
  );
  const balancer = properties("AWS::ElasticLoadBalancingV2::LoadBalancer", "Na<|>me: a");
  check("what a stack is called", "# Rollout\n- ELB name of stack: ProdELB, after the others\n", balancer, []);
  const volume = properties("AWS::EC2::Volume", "Si<|>ze: 20");
  check("what a file has", "# Stacks of EC2\n## compute.yaml\n- **Size**: twenty thousand characters\n", volume, []);
  check(
    "what an address range is not",
    "# VPC\n## DNS hostnames\nThey are on.\n",
    properties("AWS::EC2::VPC", "Cidr<|>Block: a"),
    [],
  );
  const bucket = properties("AWS::S3::Bucket", "Bucket<|>Name: a");
  const options = "# A tool\n## Command Parameters\n- **athena-workgroup**: the group to ask in, which must be there\n";
  check("an option in a list of them", options, resource("AWS::Athena::Work<|>Group"), []);
  const field = "# VPC\n- `vpc_id` (string): what the collector calls the network that it found\n";
  const one = "# Waiting room\n## Lambda: set_position\nIt is invoked each minute.\n";
  check("what one thing is called", one, resource("AWS::Lambda::Func<|>tion"), []);
  check("a field of data", field, properties("AWS::EC2::Subnet", "Vpc<|>Id: a"), []);
  check("a value in quotes", '# S3\n- **"bucket-name"**: use the bucket that is called so\n', bucket, []);
  const tag = properties("AWS::S3::Bucket", "Tags:\n  - K<|>ey: Name");
  check("the key of one tag", "# S3\n## Tags\n- Key : how the team is called\n", tag, []);
  check(
    "what a form says where nothing is chosen",
    "# RDS\n- Availability Zone : No preference\n",
    properties("AWS::RDS::DBInstance", "Availability<|>Zone: a"),
    [],
  );
  check(
    "a folder in another one",
    "# 構成\n- `src/handler/`: Lambdaのコード",
    properties("AWS::Lambda::Function", "Hand<|>ler: a.b"),
    [],
  );
  const instance = properties("AWS::EC2::Instance", "Instance<|>Type: t3.micro");
  check(
    "a command's option",
    "# AMI\n| Option | Description |\n|--|--|\n| `-i, --instance-type TYPE` | EC2 instance type to use for the build |\n",
    instance,
    [],
  );
  const named = properties("AWS::DynamoDB::Table", "Table<|>Name: a");
  check(
    "what is to be replaced",
    "# DynamoDB\n- **${DDB::TableName}**: replace with the name of your table\n",
    named,
    [],
  );
  check("a longer name that has it as a part", "# DynamoDB\n- **{Stage}-TableName**: what others import\n", named, []);
  const stack = "Outputs:\n  A:\n    Value: !Ref AWS::Stack<|>Name\n";
  const pieces = "# Stack\n- `${AWS::StackName}-TableArn`: what others import, under the name of this stack\n";
  check("a longer name with a pseudo parameter", pieces, stack, []);
  check("an example of a program's code", "# Lambda\n## Lambda コード例\n送る。", key, []);
  const waits = properties("AWS::SQS::Queue", "Visibility<|>Timeout: 30");
  check("what a value is somewhere", "# SQS\n## キュー作成\n- 可視性タイムアウト: 30", waits, []);
  const type = "# AWS::Connect::ContactFlow State\n## Return values\n### Fn::GetAtt\n名前。";
  check("what a type returns", type, "Outputs:\n  A:\n    Value: !Get<|>Att B.Arn\n", []);
  check(
    "what a type returns as what it gets",
    "# AWS::SQS::Queue\n## Return values\n- `VisibilityTimeout`: how long this one waited when somebody asked\n",
    waits,
    [],
  );
  check("where to read on", "# Notes on SQS\n- **Visibility timeout** (how long): https://example.org/a\n", waits, []);
  check(
    "what somebody's own type returns",
    "# Mail\n## `Custom::MailDomain`\n### Fn::GetAtt\n名前。",
    "Outputs:\n  A:\n    Value: !Get<|>Att B.Arn\n",
    [],
  );
  const parameter = "Parameters:\n  A:\n    Type: String\n    Def<|>ault: x\n";
  check("what a service's default settings are", CODEPIPELINE, parameter, []);
  check(
    "resource types",
    "# CloudFormation\n## Resource types\n一覧。",
    "Re<|>sources:\n  A:\n    Type: A::B::C\n",
    [],
  );
  check("resources", "# CloudFormation\n## Resources\n作るもの。", "Re<|>sources:\n  A:\n    Type: A::B::C\n", [
    "Resources: thing",
  ]);
  check(
    "resources of a kind",
    "# CloudFormation\n## Resources that hold state\nProtect them.",
    "Re<|>sources:\n  A:\n    Type: A::B::C\n",
    [],
  );
  const launch = properties("AWS::ECS::Service", "Launch<|>Type: FARGATE");
  check("a field of a form", "# ECS\n## Service\n- Launch Type: select **Fargate**\n", launch, []);
  check("in Japanese", "# ECS\n## サービス\n- 起動タイプ：Fargateを選択\n", launch, []);
  const cluster = properties("AWS::EKS::Nodegroup", "Cluster<|>Name: a");
  const others = "# Acme::Kubernetes::Get\n## Properties\n#### ClusterName\nName of the cluster that is asked.\n";
  check("a property of somebody else's type", others, cluster, []);
  check("what that returns", others.replace("ClusterName", "Ref"), "Outputs:\n  A:\n    Value: !R<|>ef B\n", []);
  const reading = "# ECS\n## Links\n- [The agent](agent.md)\n  which runs beside it\n- [Tests](tests.md)\n";
  check(
    "where to read on",
    reading,
    properties("AWS::ECS::TaskDefinition", "ContainerDefinitions:\n        - Li<|>nks: []"),
    [],
  );
  const keys = properties("AWS::DynamoDB::Table", "Key<|>Schema: []");
  check(
    "what the key of one table is",
    "# DynamoDB\n## Sessions\n- パーティションキー: `SessionId`（string、UUID）\n",
    keys,
    [],
  );
  const lists =
    "# Tutorials\n## Network\n- SQS (002, 008), CloudFront (005), Transit Gateway (012), Direct Connect (051)\n";
  check("one of a list of names", lists, resource("AWS::SQS::Que<|>ue"), []);
  const course =
    "# Course\n## SQS queues\n### Long polling (7:07)\n### Dead letters (3:23)\n[Slides](a.pdf)\n### Quiz\n";
  check("the contents of a course", course, resource("AWS::SQS::Que<|>ue"), []);
  const told = "Long polling waits for messages, and costs less.\nDead letters are those that nobody could handle.\n";
  check("a chapter with text", course.replace("### Quiz\n", told), resource("AWS::SQS::Que<|>ue"), [
    "SQS queues: thing",
  ]);
  const sqs = resource("AWS::SQS::Que<|>ue");
  check(
    "a list of links",
    "# SQS\n- Click [here](1.md) to view the first task\n- Click [here](2.md) to view the second\n",
    sqs,
    [],
  );
  check(
    "links with what they are on",
    "# SQS\n- [Long polling](1.md): waits for messages for up to twenty seconds, so that fewer calls are made\n",
    sqs,
    ["SQS: thing"],
  );
  check("what somebody means to write", "# SQS\nTo be done...\n", sqs, []);
  check("what one thing is called", "# Tasks\n## Messages\n- **SQS**: `MyQueue-1A`\n", sqs, []);
  const rollback = "# CloudFormation\n## Rollbacks\n- **Default**: everything gets deleted\n";
  check("what the default of something is", rollback, parameter, []);
  check("what that of a parameter is", rollback.replace("Rollbacks", "Parameters"), parameter, ["Default: thing"]);
  const referring =
    "# CloudFormation\n- **!Ref**: what it returns depends\n  - **Resources**: the physical id of what is made\n";
  check("what a function does with resources", referring, "Re<|>sources:\n  A:\n    Type: A::B::C\n", []);
  const step = "# Deploying\n## Option 1: Launch the CloudFormation template\nDownload it.\n";
  check("a step of a deployment", step, resource("AWS::CloudFormation::St<|>ack"), []);
  const policyName = properties("AWS::IAM::Role", "Policies:\n        - Policy<|>Name: x");
  const role =
    "# IAM\n- **Orders (AWS::IAM::Role)**: who may read\n  - **Properties**:\n    - `Policies`:\n      - `PolicyName`: `Read`\n        - `Version`: `2012-10-17`\n";
  check("what a template has, written out", role, policyName, []);
  check("what is said of it", role.replace("`Read`", "`Read`, since nobody else may"), policyName, [
    "PolicyName: thing",
  ]);
  const marks = "# Stacks\n| Resource | Checked | Previewed | Public |\n|--|--|--|--|\n| AWS::SQS::Queue | x | | ✓ |\n";
  check("a row of marks", marks, resource("AWS::SQS::Que<|>ue"), []);
  const mark = "# Stacks\n| Resource | Detail |\n|--|--|\n| AWS::SQS::Queue | ✅ |\n";
  check("a row of one mark", mark, resource("AWS::SQS::Que<|>ue"), []);
  check(
    "resources to read on",
    "# CloudFormation\n## Resources\n- https://example.com/a\n- [b](https://example.com/b)",
    "Re<|>sources:\n  A:\n    Type: A::B::C\n",
    [],
  );
  check(
    "the outputs tab",
    "# CloudFormation\n## 手順\n1. スタックの**Outputs**タブからURLを取り出して開く。",
    "Outputs:\n  A:\n    Value: x\n    Ex<|>port:\n      Name: y\n",
    [],
  );
  check(
    "resources of a sentence",
    "# CloudFormation\n\nThe resources can be a distribution, an API or a load balancer.",
    "Re<|>sources:\n  A:\n    Type: A::B::C\n",
    [],
  );
  check(
    "the resources of one template",
    "# CloudFormation\n## alb.template\nRESOURCES:\n- ロードバランサーとリスナー",
    "Re<|>sources:\n  A:\n    Type: A::B::C\n",
    [],
  );
  const not = "Conditions:\n  C: !No<|>t [!Equals [a, b]]\n";
  check("a word of a question", "# Templates\n## Why Not Nested Stacks?\nThey have to be uploaded.\n", not, []);
  check("a function among others", "# Templates\n## Using the Not Function\nTrue gets false.\n", not, [
    "Using the Not Function: thing",
  ]);
  check(
    "what a function gets",
    "# CloudFormation\n## Fn::Select\n### Parameters\nThe index, and the list.\n",
    "Para<|>meters:\n  A:\n    Type: String\n",
    [],
  );
  check(
    "an option of a command",
    "# Template checks\n- `--resources`: which ARNs to ask for, all by default\n",
    "Re<|>sources:\n  A:\n    Type: A::B::C\n",
    [],
  );
  const description = "Descri<|>ption: x\nResources:\n  A:\n    Type: A::B::C\n";
  const form = '# Template\n- Under "Launch template name and description"\n  - any\n- "Description": `what it does`';
  check("fields of a form", form, description, []);
  check(
    "the description of an API",
    "# API\n## POST /searches\n- **Description**: keeps a search as a template\n",
    description,
    [],
  );
  const typed = "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      Instance<|>Type: t3.micro\n";
  const page = "# EC2\n## EC2 > Instances > Launch instances\n- Instance type: ssh, 22\n";
  check("a field of a form of the console", page, typed, []);
  check("the same below its name", page.replace(" > Instances > Launch instances", ""), typed, [
    "Instance type: thing",
  ]);
  const inputs = "Para<|>meters:\n  A:\n    Type: String\n";
  check("what is left blank", "# CloudFormation stacks\n- Parameters: Leave blank\n", inputs, []);
  check(
    "what each chapter begins with",
    "# Templates\n## A\n### Description\nA's\n## B\n### Description\nB's\n",
    description,
    [],
  );
  check("the section that is called so", "# Template\n- Description: what it is for", description, [
    "Description: thing",
  ]);
  const timeout = properties("AWS::SQS::Queue", "Visibility<|>Timeout: 30");
  check(
    "what else the topic of a property has, before its own name",
    "# S3\n## バージョニング\n戻せない。\n## MFA Delete\nルートユーザーの CLI でしか有効にできない。",
    properties("AWS::S3::Bucket", "Versioning<|>Configuration: {}"),
    ["バージョニング: thing", "MFA Delete: thing"],
  );
  check("words that need their service", "# メモ\n## Visibility timeout\n見えない時間。", timeout, []);
  check(
    "what a property of several words is called in Japanese",
    "# メモ\n## 可視性タイムアウト\n見えない時間。",
    timeout,
    ["可視性タイムアウト: thing"],
  );
  check("the same written as a property", "# メモ\n## VisibilityTimeout\n見えない時間。", timeout, [
    "VisibilityTimeout: thing",
  ]);
  check(
    "JSON that stands in no block of code",
    '# Helper scripts\n"UserData" : { "Fn::Base64" : { "Fn::Join" : [] } }\n',
    properties("AWS::EC2::Instance", "User<|>Data: x"),
    [],
  );
  check(
    "what somebody exports",
    "# Command\n## Export\nExport from account A: run it.",
    "Outputs:\n  A:\n    Value: x\n    Ex<|>port:\n      Name: y\n",
    ["Export: thing"],
  );
  check("the default of several values", "# Engine\n- `10.6.10` (default): 既定の版。", parameter, []);
  check(
    "more than one of a thing",
    "# Node group\n- SecurityGroup(s) (optional)",
    properties("AWS::EC2::Instance", "Security<|>Groups: [a]"),
    [],
  );
  check(
    "a step through a console",
    "# VPC\n- Select a Subnet: one of those that are public.",
    "Resources:\n  A:\n    Type: AWS::EC2::Sub<|>net\n",
    [],
  );
  const parameters = "# Service\n## SSM Parameters\n- `/shop/{Stage}/bus/name`: Bus Name";
  const parameterName = (name: string) => properties("AWS::SSM::Parameter", `Na<|>me: ${name}`);
  check("the last step of a path", parameters, parameterName("/shop/x/other/arn"), []);
  check(
    "throttling that has nothing to do with stacks",
    "# API Throttling\nAWS throttles requests; the SDK tries again.",
    resource("A::B::C", "Depends<|>On: B"),
    [],
  );
  check(
    "properties of another service's documents",
    "# Working with SSM documents\n- **onCancel** / **onFailure** - clean up.",
    'AWSTemplate<|>FormatVersion: "2010-09-09"\nResources:\n  A:\n    Type: A::B::C\n',
    [],
  );
  check(
    "what AWS can do",
    "# Tenets\n## Keep up with AWS capabilities\nRead the news.",
    properties("AWS::IAM::Role", "Role<|>Name: x"),
    [],
  );
  check(
    "a field of a schema",
    "# IAM\n## Config\n### Policies\nlist",
    properties("AWS::IAM::Role", "Poli<|>cies: []"),
    [],
  );
  check(
    "the section of another template",
    "# Setup\nFor an AWS FIS template:\n- Description (optional)",
    description,
    [],
  );
  const alarm = properties("AWS::CloudWatch::Alarm", "Alarm<|>Name: x");
  check("a parameter that is called nearly so", `${PARAMETERS}| CustomAlarmName | String | | |`, alarm, []);
  check("a row that is called so", `${PARAMETERS}| AlarmName | String | | |`, alarm, ["AlarmName: thing"]);
  check(
    "CloudFormation in the title of something else",
    "# 構築\n## 裏側（CloudFormationとCLI）\n説明。",
    'AWSTemplate<|>FormatVersion: "2010-09-09"\nResources:\n  A:\n    Type: A::B::C\n',
    [],
  );
  const queue = properties("AWS::SQS::Queue", "Visibility<|>Timeout: 30");
  check("what is yet to be done", "# SQS\n## TODO\n- VisibilityTimeout: 調べる。", queue, []);
  check("what is done", "# SQS\n## 設定\n- VisibilityTimeout: 30秒。", queue, ["VisibilityTimeout: thing"]);
  check(
    "cycles of anything",
    "# テスト\n- **Business rules** (circular dependencies)",
    resource("A::B::C", "X: !R<|>ef Y"),
    [],
  );
  check(
    "an item that only says what something is made with",
    "# 構成\n- **CloudFormation**: テンプレート一式。",
    'AWSTemplate<|>FormatVersion: "2010-09-09"\nResources:\n  A:\n    Type: A::B::C\n',
    [],
  );
  const table = resource("AWS::DynamoDB::Ta<|>ble");
  check("a title and a link", "# 手順\n## DynamoDB\n[公式](https://example.com)を参照", table, []);
  check("a title and more", "# 手順\n## DynamoDB\n[公式](https://example.com)を見て、鍵を先に決める。", table, [
    "DynamoDB: thing",
  ]);
  check("the number in front of a title", "# 手順\n1. **DynamoDBテーブル**", table, []);
  check(
    "what something is called elsewhere",
    "# EC2\n- **インスタンスタイプ**: t3.micro",
    properties("AWS::EC2::Instance", "Instance<|>Type: x"),
    [],
  );
  check("what a program prints", `# SQS\n{{< output >}}\nVisibilityTimeout: 30 as it is\n{{< /output >}}`, queue, []);
  check("a plan of what to learn", "# Study plan\n- **DynamoDB**: two evenings, then a test", table, []);
  const group = "| Service | Resource | Details |\n|--|--|--|\n";
  check(
    "what several rows belong to",
    `# Features\n${group}| DynamoDB | Table | one of ours |\n| DynamoDB | Index | of the same |`,
    table,
    [],
  );
  check("what one row is on", `# Features\n${group}| DynamoDB | Table | one of ours |`, table, ["DynamoDB: thing"]);
  check(
    "a paragraph that only names something",
    "# Design\n## Why we split\nOne stack was slow, above all its DynamoDB tables.",
    table,
    [],
  );
  const outputs = "Outp<|>uts:\n  A:\n    Value: x\n";
  const exported = "Outputs:\n  A:\n    Value: x\n    Ex<|>port:\n      Name: y\n";
  check("a word of another noun", "# AWS diagrams\n## Export Options\nPNG and SVG.", exported, []);
  check("the same in notes on templates", "# CloudFormation\n## Export section\nFor others.", exported, [
    "Export section: thing",
  ]);
  check("outputs of a stack, at what is exported", "# Our stacks\n- **Outputs**: the VPC's id.", exported, [
    "Outputs: whole",
  ]);
  const status = "# S3\n- **Status**: fixed last week";
  const versioning = (key: string) => properties("AWS::S3::Bucket", `VersioningConfiguration:\n  ${key}: Enabled`);
  check("the status of anything", status, versioning("Sta<|>tus"), []);
  check("the status of a property", "# S3\n## Versioning\n- **Status**: never suspend it", versioning("Sta<|>tus"), [
    "Status: thing",
    "Versioning: thing",
  ]);
  check(
    "a field of a program",
    "# Reviews\n- **clientName**: the client's full name",
    properties("AWS::Cognito::UserPoolClient", "Client<|>Name: x"),
    [],
  );
  check("outputs of anything", "# Our program\n### Debug mode\n- **Outputs**: stack traces and events.", outputs, []);
  check("outputs of a stack", "# Our stacks\n### Network\n- **Outputs**: the VPC's id.", outputs, ["Outputs: thing"]);
  check(
    "outputs among other parts of templates",
    "# Our words\n- **Mappings**: tables\n- **UpdatePolicy**: how\n- **Outputs**: what others import",
    outputs,
    ["Outputs: thing"],
  );
  const depending = resource("A::B::C", "Depends<|>On: B");
  const ticket =
    "# CloudFormation tickets\n## B3\n**Priority**: high\n\n**Effort**: L\n\n**Depends on**: #981 of theirs\n";
  check("what a ticket depends on", ticket, depending, []);
  check("what a resource depends on", "# CloudFormation\n## B3\n**Depends on**: order of creation\n", depending, [
    "Depends on: thing",
  ]);
  const wrapped =
    "The shape is genuinely good and we are adopting large parts\n**not** a criticism: it is meant as praise";
  check(
    "a word that a wrapped line begins with",
    `# CloudFormation\n${wrapped}`,
    resource("A::B::C", "X: !N<|>ot [y]"),
    [],
  );
  check(
    "a word with a colon that a wrapped line is all of",
    "# CloudFormation\n## Decision\n\nNormal `CreateChangeSet` and `ExecuteChangeSet` use only the canonical stack\nresource:\n\n`arn:<partition>:cloudformation:<region>:<account>:stack/shop-platform-authority-state-backend/*`\n\nEach statement also requires exact equality on\n`cloudformation:ChangeSetName`. Plan renders a canonical name before the\npermission set is assigned, and the live `plan` command must receive that same\nname.\n",
    "Resour<|>ces:\n  A:\n    Type: A::B::C\n",
    [],
  );
  const japanese = "# CloudFormation\nひとつ前の章と考え方が同じなので、なぜそうするかの\n説明は繰り返さない。\n";
  check("a word that a wrapped line begins with in Japanese", japanese, "Descrip<|>tion: x\n", []);
  check(
    "a word that a sentence begins with",
    japanese.replace("なので、なぜそうするかの", "。"),
    "Descrip<|>tion: x\n",
    ["説明: thing"],
  );
  const folders = "# Shop\n## Folders\n### 📁 `lambda/`\n- `handler.py`: all of it\n";
  check("a folder in a list of such", folders, resource("AWS::Lambda::Func<|>tion", "X: y"), []);
  check("what is no folder", folders.replace("lambda/", "lambda"), resource("AWS::Lambda::Func<|>tion", "X: y"), [
    "📁 lambda: thing",
  ]);
  const playbook = "# Playbook\n## Inputs\n- Code\n## Outputs\nA report.\n";
  check("what something puts out of what it is given", playbook, "Out<|>puts:\n  O: {Value: x}\n", []);
  check("what templates put out", playbook.replace("Inputs", "Parameters"), "Out<|>puts:\n  O: {Value: x}\n", [
    "Outputs: thing",
  ]);
  check("a key of JSON", '# Prompts\n"visibilityTimeout": 30,\n"other": {', queue, []);
  check("a file of JSON", '{\n  "a": 1\n}\n\n## VisibilityTimeout\n見えない時間。', queue, []);
  const securityGroup = resource("AWS::EC2::Security<|>Group");
  const toRead = "# EC2の学習に役立つ参考資料\n- **セキュリティグループ**: 公式ドキュメント、講座\n";
  check("what to read on a thing", toRead, securityGroup, []);
  const lecture =
    "\n## セキュリティグループ\n- タイトル: はじめての講座\n- URL: https://example.com/a\n- 良い点: 手を動かす\n";
  check("a course in such a list", `# EC2の学習に役立つ参考資料\n${lecture}`, securityGroup, []);
  check(
    "what is said in such a list",
    `${toRead.trim()}。拒否の規則は書けない。ステートフルなので、応答は規則がなくても通り、変更はすぐに効く。複数付けると規則は合わさる。`,
    securityGroup,
    ["セキュリティグループ: thing"],
  );
  check(
    "what another role is called",
    "# 設計\n## IAM\n- **Role名**: `GitHubActionsDeploymentRole`",
    properties("AWS::IAM::Role", "Role<|>Name: x"),
    [],
  );
  const example = "## How does it start?\nWith a script:\n\n```\n/opt/aws/bin/cfn-init --region ${AWS::Region}\n```\n";
  check("a pseudo parameter in an example", `# EC2\n${example}`, properties("A::B::C", 'X: !Ref "AWS::Reg<|>ion"'), []);
  const long = "\nNot a word of clouds.".repeat(40);
  const schema = properties("AWS::Cognito::UserPool", "Schema:\n  - AttributeData<|>Type: String");
  check("a field of somebody's data", `# Our data model\n## Attribute Data Type\nIt is JSON.${long}`, schema, []);
  check("the same in notes on AWS", `# AWS\n## Attribute Data Type\nIt is JSON.${long}`, schema, [
    "Attribute Data Type: thing",
  ]);
  check(
    "a command in a template's description",
    "# Deploy\n```\naws cloudformation deploy --stack-name a\n```",
    "Description: run aws cloud<|>formation deploy\nResources: {}\n",
    [],
  );
  const policy = resource("AWS::EC2::Instance", "Creation<|>Policy:\n  ResourceSignal:\n    Timeout: PT5M");
  const balancers = resource("AWS::ElasticLoadBalancingV2::Load<|>Balancer");
  const picture = "![6.ALBの設定](alb.png)\n";
  check("pictures with what they show", `# 課題\n## ALBの設定\n6.ＡＬＢの設定<br>\n${picture}`, balancers, []);
  check("their items", `# 課題\n## ALB\n- 6.ALBの設定\n${picture}\n- 6.ALBの設定\n${picture}`, balancers, []);
  check("a picture alone, which is a drawing", `# 課題\n## ALB\n${picture}`, balancers, ["ALB: thing"]);
  check("pictures with names of what these show", `# 課題\n## ALB\n- front\n![frontALB](a.png)\n`, balancers, []);
  const templates = "- [alb](/shop/alb.yml) : ALB、ターゲットグループ、セキュリティグループ\n";
  check("a template in a list", `# 課題\n## テンプレート\n${templates}`, balancers, []);
  const index =
    "| 順番 | サービス | 場所 | 体験すること |\n|--|--|--|--|\n| 6 | ALB | [alb](alb/README.md) | 二つの店に分ける |\n";
  check("a paper in a table of those", `# 課題\n## 一覧\n${index}`, balancers, []);
  const nets =
    "町の網が二つのAZに分かれているとき、片方が止まっても、店は必ず開いたままになり、夜も客を待てるので、消さない。";
  check("a template that is told of", `# 課題\n## 構成\n- [ALB](/shop/alb.yml) : ${nets}${nets}\n`, balancers, [
    "ALB: thing",
  ]);
  const explained = index.replace("二つの店に分ける", `${nets}${nets}`);
  check("a paper that is told of", `# 課題\n## 一覧\n${explained}`, balancers, ["ALB: thing"]);
  const pages = "![画面](alb(2)_a.png)\n";
  check("labels above pictures", `# 課題\n## ALB\n- 概要\n${pages}\n- ルールを80番に変更\n${pages}`, balancers, []);
  check("labels in English", `# Task\n## ALB\n- Target group\n\n  ${pages}\n#### Rules\n${pages}`, balancers, []);
  check("a sentence above a picture", `# 課題\n## ALB\n- 443番だけを開ける\n${pages}`, balancers, ["ALB: thing"]);
  check("one in English", `# Task\n## ALB\n- Only port 443 is open\n${pages}`, balancers, ["ALB: thing"]);
  check("a label without a picture", `# 課題\n## ALB\n- 二つのAZ\n\n内部用\n\n${pages}`, balancers, ["ALB: thing"]);
  check("pictures with more", `# 課題\n## ALB\n二つのAZに置く。\n${picture}`, balancers, ["ALB: thing"]);
  check("one name of a list", "# Attributes\n- CreationPolicy, DependsOn, UpdatePolicy, DeletionPolicy\n", policy, []);
  check(
    "a sentence with several commas",
    "# リソース属性\n- **CreationPolicy**\n  起動が終わり、確認してから、続きを作る。（例：確かめて、次に進む。）\n  - 補足\n    期限を書くことで、待つ時間を決める。",
    policy,
    ["CreationPolicy: thing"],
  );
  check("clauses without their full stop", "# 属性\n- **CreationPolicy** 起動して、届いて、待って、続ける\n", policy, [
    "CreationPolicy: thing",
  ]);
  const rows = "# VPC\n| 項目 | 値 |\n|--|--|\n| Route Table | rtb-orders | \n| Destination CIDR Block | 0.0.0.0/0 |\n";
  check("the closest row first", rows, properties("AWS::EC2::Route", "Destination<|>CidrBlock: 0.0.0.0/0"), [
    "Destination CIDR Block: thing",
    "Route Table: whole",
  ]);
  const apart = "# RDS\n| 項目 | 値 |\n|--|--|\n| DB Subnet Group | db-subnets | \n| Publicly Accessible | false |\n";
  check("no row on another setting", apart, properties("AWS::RDS::DBInstance", "Publicly<|>Accessible: false"), [
    "Publicly Accessible: thing",
  ]);
});
