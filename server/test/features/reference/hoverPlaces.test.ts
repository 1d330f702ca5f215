import assert from "node:assert/strict";
import { createLanguageService } from "../../../src/languageService.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { catalogueData } from "../../catalogue/loadCatalogue.ts";
import { withCaret } from "../../marked.ts";
import { asJson } from "../asJson.ts";

const service = createLanguageService({ catalogue: catalogueData() });

function hovered(source: string, language: "en" | "ja"): string {
  const { text, offset } = withCaret(source);
  const found = service.hover(parse(text), offset, {
    language,
    reference: true,
    exports: [],
    render: { language, commands: false },
  });
  return found?.markdown ?? "";
}

/** What the hover must say, in order. */
type Row = readonly [name: string, source: string, ...says: string[]];

const HEAD = `Transform: AWS::LanguageExtensions
Parameters:
  Size:
    Type: Number
    Default: 3
    Description: How many
    MinValue: 1
    MaxValue: 5
  Stage:
    Type: String
    Default: dev
    AllowedValues: [dev, prod]
    AllowedPattern: '[a-z]+'
    ConstraintDescription: only small letters
  Secret:
    Type: AWS::SSM::Parameter::Value<String>
    NoEcho: true
Mappings:
  Amis:
    us-east-1:
      x86: ami-1
      arm: ami-2
    eu-west-1:
      x86: ami-3
  Zones:
    us-east-1:
      names: [a, b]
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsBoth: !And [!Condition IsProd, !Not [!Equals [!Ref Size, 1]]]
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Condition: IsProd
  Database:
    Type: AWS::RDS::DBInstance
  Nested:
    Type: AWS::CloudFormation::Stack
  Mine:
    Type: Custom::Thing
  Web:
    Type: AWS::EC2::Instance
`;
const web = (body: string): string => `${HEAD}    Properties:\n      ${body}\n`;
const web2 = (body: string): string => `${HEAD}    ${body}\n`;
const resource = (type: string, body: string): string => `Resources:\n  It:\n    Type: ${type}\n    ${body}\n`;
const properties = (type: string, body: string): string => resource(type, `Properties:\n      ${body}`);
const statement = (body: string): string =>
  properties(
    "AWS::IAM::Policy",
    `PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            ${body}`,
  );
const init = (body: string): string =>
  resource("AWS::EC2::Instance", `Metadata:\n      AWS::CloudFormation::Init:\n        ${body}`);

const rows: readonly Row[] = [
  ["a section", "Resour<|>ces:\n  A:\n    Type: AWS::S3::Bucket\n", "Resources", "required", "docs.aws.amazon.com"],
  [
    "the transform's value",
    "Transform: AWS::Server<|>less-2016-10-31\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
    "Serverless Application Model",
  ],
  [
    "a transform in a list",
    "Transform: [AWS::Language<|>Extensions]\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
    "Fn::ForEach",
  ],
  [
    "the format version",
    "AWSTemplateFormatVersion: '2010<|>-09-09'\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
    "AWSTemplateFormatVersion",
  ],
  [
    "a type",
    resource("AWS::S3::<|>Bucket", "Properties: {}"),
    "AWS::S3::Bucket",
    "Ref",
    "BucketName",
    "Arn",
    "docs.aws.amazon.com",
  ],
  [
    "a type with required properties",
    resource("AWS::Lambda::<|>Function", "Properties: {}"),
    "required properties",
    "`Code`",
    "`Role`",
  ],
  ["a custom type", resource("Custom::<|>Thing", "Properties: {}"), "custom resource"],
  ["a private type", resource("My::Org::<|>Type", "Properties: {}"), "private type"],
  [
    "a SAM type",
    resource("AWS::Serverless::<|>Function", "Properties: {}"),
    "AWS::Serverless::Function",
    "serverless-application-model",
  ],
  [
    "a property",
    properties("AWS::S3::Bucket", "Bucket<|>Name: x"),
    "BucketName",
    "String",
    "update: **replacement**",
    "docs.aws.amazon.com",
  ],
  ["a property with a pattern", properties("AWS::Lambda::Function", "Hand<|>ler: x"), "pattern", "≤ 128 characters"],
  [
    "a required property",
    properties("AWS::Lambda::Function", "Ro<|>le: x"),
    "Role",
    "required",
    "update: no interruption",
  ],
  [
    "a nested property",
    properties("AWS::S3::Bucket", "VersioningConfiguration:\n        Sta<|>tus: Enabled"),
    "Status",
    "`Enabled`",
    "`Suspended`",
  ],
  [
    "a property in a list",
    properties(
      "AWS::EC2::Instance",
      "BlockDeviceMappings:\n        - DeviceName: x\n          Ebs:\n            Volume<|>Type: gp3",
    ),
    "VolumeType",
    "gp3",
    "update: **replacement in some cases**",
  ],
  [
    "what an update policy decides",
    properties("AWS::OpenSearchService::Domain", "Engine<|>Version: OpenSearch_2.5"),
    "update: **replacement in some cases**",
  ],
  ["what can't change", properties("AWS::Cognito::UserPool", "Username<|>Attributes: [email]"), "update: not possible"],
  [
    "a property in a branch of If",
    web("BlockDeviceMappings: !If\n        - IsProd\n        - - Device<|>Name: x\n        - !Ref AWS::NoValue"),
    "DeviceName",
  ],
  [
    "a property in an item that is an If",
    web(
      "BlockDeviceMappings:\n        - !If\n          - IsProd\n          - Ebs:\n              Volume<|>Size: 3\n          - !Ref AWS::NoValue",
    ),
    "VolumeSize",
    "Integer",
  ],
  [
    "a key of a free map",
    properties("AWS::Lambda::Function", "Environment:\n        Variables:\n          TAB<|>LE: x"),
    "Variables",
  ],
  ["a tag's key", properties("AWS::S3::Bucket", "Tags:\n        - Ke<|>y: a\n          Value: b"), "Key"],
  [
    "an enum value",
    properties("AWS::S3::Bucket", "AccessControl: Pri<|>vate"),
    "Private",
    "AccessControl",
    "PublicRead",
  ],
  [
    "an enum value in a list",
    properties(
      "AWS::S3::Bucket",
      "CorsConfiguration:\n        CorsRules:\n          - AllowedMethods: [G<|>ET]\n            AllowedOrigins: ['*']",
    ),
    "GET",
    "AllowedMethods",
  ],
  ["a boolean", properties("AWS::EC2::Instance", "EbsOptimized: tr<|>ue"), "true", "EbsOptimized"],
  ["a quoted boolean", properties("AWS::EC2::Instance", "EbsOptimized: 'fal<|>se'"), "EbsOptimized"],
  ["a number", properties("AWS::Lambda::Function", "Timeout: 3<|>0"), "Timeout", "1–900"],
  [
    "a string without listed values",
    properties("AWS::S3::Bucket", "BucketName: my-<|>bucket"),
    "BucketName",
    "replacement",
  ],
  ["an instance type", properties("AWS::EC2::Instance", "InstanceType: t3.<|>micro"), "InstanceType"],
  ["a record type", properties("AWS::Route53::RecordSet", "Name: x\n      Type: AA<|>AA"), "Type"],
  ["a runtime", properties("AWS::Lambda::Function", "Runtime: python3.<|>9"), "python3.9", "2025", "python3"],
  ["a runtime still supported", properties("AWS::Lambda::Function", "Runtime: nodejs22.<|>x"), "nodejs22.x", "2027"],
  ["a runtime of SAM", properties("AWS::Serverless::Function", "Runtime: nodejs1<|>8.x"), "nodejs18.x", "2025"],
  [
    "a runtime of SAM's Globals",
    "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Runtime: python3.<|>8\nResources: {}\n",
    "python3.8",
    "2024",
  ],
  [
    "a runtime as a parameter's default",
    "Parameters:\n  P:\n    Type: String\n    Default: python3.<|>8\nResources:\n  A:\n    Type: AWS::S3::Bucket\n",
    "python3.8",
  ],
  [
    "a metric's name",
    properties("AWS::CloudWatch::Alarm", "Namespace: AWS/ELB\n      MetricName: Surge<|>QueueLength"),
    "SurgeQueueLength",
    "AWS/ELB",
  ],
  [
    "a namespace",
    properties("AWS::CloudWatch::Alarm", "Namespace: AWS/<|>ELB\n      MetricName: SurgeQueueLength"),
    "AWS/ELB",
    "HealthyHostCount",
  ],
  ["GetAtt's resource", web("KeyName: !GetAtt Data<|>base.Endpoint.Address"), "Database", "AWS::RDS::DBInstance"],
  [
    "GetAtt's attribute",
    web("KeyName: !GetAtt Database.Endpoint.Add<|>ress"),
    "Database.Endpoint.Address",
    "AWS::RDS::DBInstance",
    "String",
  ],
  [
    "GetAtt's attribute in a list",
    web("KeyName: !GetAtt [Database, Endpoint.Add<|>ress]"),
    "Database.Endpoint.Address",
  ],
  ["GetAtt's attribute in long form", web("KeyName:\n        Fn::GetAtt: [Bucket, A<|>rn]"), "Bucket.Arn"],
  ["GetAtt's attribute in a long form's string", web("KeyName:\n        Fn::GetAtt: Bucket.A<|>rn"), "Bucket.Arn"],
  [
    "GetAtt's resource in a block list",
    web("KeyName:\n        Fn::GetAtt:\n          - Buck<|>et\n          - Arn"),
    "Bucket",
    "AWS::S3::Bucket",
  ],
  ["what SAM makes", made("!Ref Serverless<|>HttpApi"), "ServerlessHttpApi", "AWS::ApiGatewayV2::Api", "made by SAM"],
  [
    "an attribute of what SAM makes",
    made("!GetAtt ServerlessHttpApi.Api<|>Endpoint"),
    "ServerlessHttpApi.ApiEndpoint",
    "AWS::ApiGatewayV2::Api",
  ],
  ["GetAtt of a nested stack", web("KeyName: !GetAtt Nested.Outputs.Vpc<|>Id"), "Nested.Outputs.VpcId", "output"],
  ["GetAtt of a custom resource", web("KeyName: !GetAtt Mine.An<|>swer"), "Mine.Answer", "Custom::Thing"],
  ["Ref to a parameter", web("KeyName: !Ref Sta<|>ge"), "Stage", "String", "dev", "prod", "[a-z]+"],
  ["Ref to a number", web("KeyName: !Ref Si<|>ze"), "Size", "How many", "default `3`", "1–5"],
  ["Ref to an SSM parameter", web("KeyName: !Ref Sec<|>ret"), "Secret", "AWS::SSM::Parameter::Value<String>", "NoEcho"],
  ["Ref to a resource", web("KeyName: !Ref Buck<|>et"), "Ref", "BucketName", "Bucket", "AWS::S3::Bucket"],
  ["Ref in long form", web("KeyName:\n        Ref: Buck<|>et"), "BucketName", "AWS::S3::Bucket"],
  ["Ref to a pseudo parameter", web("KeyName: !Ref AWS::Stack<|>Name"), "AWS::StackName", "docs.aws.amazon.com"],
  ["NoValue", web("KeyName: !If [IsProd, a, !Ref AWS::No<|>Value]"), "AWS::NoValue"],
  ["a Sub variable that is a pseudo parameter", web("KeyName: !Sub 'a-${AWS::Reg<|>ion}-b'"), "AWS::Region"],
  ["a Sub variable that is a parameter", web("KeyName: !Sub 'a-${Sta<|>ge}'"), "Stage", "dev"],
  ["a Sub variable that is a resource", web("KeyName: !Sub 'a-${Buc<|>ket}'"), "BucketName", "AWS::S3::Bucket"],
  ["a Sub variable's resource", web("KeyName: !Sub 'a-${Buc<|>ket.Arn}'"), "Bucket", "AWS::S3::Bucket"],
  ["a Sub variable's attribute", web("KeyName: !Sub 'a-${Bucket.A<|>rn}'"), "Bucket.Arn"],
  [
    "Sub in a block scalar",
    web("UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          echo ${AWS::Sta<|>ckName} ${Stage}"),
    "AWS::StackName",
  ],
  ["Sub in long form", web("KeyName:\n        Fn::Sub: x${Sta<|>ge}"), "Stage", "dev"],
  ["a Sub with a map", web("KeyName: !Sub ['${Ow<|>n}', {Own: !Ref Stage}]"), "Own", "Fn::Sub", "Ref"],
  ["a Sub's map itself", web("KeyName: !Sub ['${Own}', {Ow<|>n: !Ref Stage}]"), "Own", "Fn::Sub"],
  ["FindInMap's map", web("ImageId: !FindInMap [Am<|>is, us-east-1, x86]"), "Amis", "us-east-1", "eu-west-1"],
  [
    "FindInMap's top key",
    web("ImageId: !FindInMap [Amis, us-ea<|>st-1, x86]"),
    "Amis / us-east-1",
    "x86",
    "ami-1",
    "arm",
    "ami-2",
  ],
  ["FindInMap's second key", web("ImageId: !FindInMap [Amis, us-east-1, ar<|>m]"), "Amis / us-east-1 / arm", "ami-2"],
  [
    "FindInMap's second key behind a function",
    web("ImageId: !FindInMap [Amis, !Ref AWS::Region, x8<|>6]"),
    "Amis",
    "x86",
    "us-east-1",
    "ami-1",
    "eu-west-1",
    "ami-3",
  ],
  [
    "FindInMap in long form",
    web("ImageId:\n        Fn::FindInMap:\n          - Amis\n          - us-east-1\n          - x8<|>6"),
    "ami-1",
  ],
  ["FindInMap's list", web("ImageId: !FindInMap [Zones, us-east-1, nam<|>es]"), "Zones / us-east-1 / names", "a, b"],
  ["FindInMap's default", web("ImageId: !FindInMap [Amis, us-east-1, x86, {Default<|>Value: ami-0}]"), "DefaultValue"],
  ["DependsOn", web2("DependsOn: Buck<|>et"), "Bucket", "AWS::S3::Bucket", "created after"],
  ["DependsOn in a list", web2("DependsOn: [Database, Buck<|>et]"), "Bucket", "AWS::S3::Bucket"],
  ["the key DependsOn", web2("Depends<|>On: Bucket"), "DependsOn", "docs.aws.amazon.com"],
  ["a resource's Condition", web2("Condition: IsP<|>rod"), "IsProd", "Equals", "prod"],
  ["If's condition", web("KeyName: !If [IsBo<|>th, a, b]"), "IsBoth", "And"],
  [
    "a condition in a condition",
    `Conditions:\n  A: !Equals [a, b]\n  B: !Not [!Condition A<|>]\nResources:\n  X:\n    Type: AWS::S3::Bucket\n`,
    "A",
    "Equals",
  ],
  [
    "a condition's name",
    `Conditions:\n  A<|>: !Equals [a, b]\nResources:\n  X:\n    Type: AWS::S3::Bucket\n`,
    "A",
    "Condition",
    "Equals",
  ],
  ["an output's condition", `${HEAD}Outputs:\n  O:\n    Condition: IsPr<|>od\n    Value: x\n`, "IsProd", "Equals"],
  [
    "a parameter's name",
    "Parameters:\n  Sta<|>ge:\n    Type: String\n    Default: dev\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "Stage",
    "Parameter",
    "String",
    "dev",
  ],
  [
    "a resource's name",
    resource("AWS::S3::Bucket", "Properties: {}").replace("It", "I<|>t"),
    "It",
    "Resource",
    "AWS::S3::Bucket",
  ],
  ["a mapping's name", HEAD.replace("  Amis", "  Am<|>is"), "Amis", "Mapping", "us-east-1"],
  [
    "a mapping's key",
    HEAD.replace("    us-east-1:\n      x86", "    us-ea<|>st-1:\n      x86"),
    "Amis / us-east-1",
    "ami-1",
  ],
  ["a mapping's second key", HEAD.replace("      arm", "      ar<|>m"), "Amis / us-east-1 / arm", "ami-2"],
  [
    "an output's name",
    `${HEAD}Outputs:\n  Own<|>Output:\n    Description: What\n    Value: !Ref Bucket\n    Export:\n      Name: shared-bucket\n`,
    "OwnOutput",
    "Output",
    "What",
    "shared-bucket",
    "Ref",
  ],
  [
    "an output's export",
    `${HEAD}Outputs:\n  Own:\n    Value: !Ref Bucket\n    Exp<|>ort:\n      Name: shared-bucket\n`,
    "Export",
  ],
  [
    "an export's name",
    `${HEAD}Outputs:\n  Own:\n    Value: !Ref Bucket\n    Export:\n      Name: shared-<|>bucket\n`,
    "shared-bucket",
    "Own",
  ],
  ["an output's value key", `${HEAD}Outputs:\n  Own:\n    Val<|>ue: !Ref Bucket\n`, "Value", "required"],
  ["ImportValue", web("SubnetId: !ImportValue net-<|>Subnet"), "net-Subnet", "Export"],
  [
    "ImportValue of an own export",
    `${web("SubnetId: !ImportValue share<|>d")}Outputs:\n  Own:\n    Value: !Ref Bucket\n    Export:\n      Name: shared\n`,
    "shared",
    "Own",
  ],
  [
    "a parameter's Type",
    "Parameters:\n  P:\n    Type: AWS::EC2::VPC<|>::Id\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "AWS::EC2::VPC::Id",
    "VPC",
  ],
  [
    "an SSM parameter type",
    "Parameters:\n  P:\n    Type: AWS::SSM::Parameter::<|>Value<String>\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "AWS::SSM::Parameter::Value<String>",
    "Systems Manager",
  ],
  [
    "a list parameter type",
    "Parameters:\n  P:\n    Type: List<<|>Number>\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "List<Number>",
  ],
  [
    "a parameter's attribute",
    "Parameters:\n  P:\n    Type: String\n    Allowed<|>Pattern: a\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "AllowedPattern",
    "regular expression",
  ],
  [
    "NoEcho",
    "Parameters:\n  P:\n    Type: String\n    No<|>Echo: true\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "NoEcho",
    "default `false`",
  ],
  [
    "the console's interface",
    "Metadata:\n  AWS::CloudFormation::Inter<|>face:\n    ParameterGroups: []\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "AWS::CloudFormation::Interface",
    "console",
  ],
  [
    "a key of the console's interface",
    "Metadata:\n  AWS::CloudFormation::Interface:\n    Parameter<|>Groups: []\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "ParameterGroups",
  ],
  [
    "a deep key of the console's interface",
    "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - La<|>bel: {default: x}\n        Parameters: []\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "Label",
  ],
  [
    "a parameter in the console's interface",
    "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters: [P<|>]\nParameters:\n  P:\n    Type: String\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "P",
    "Parameter",
    "String",
  ],
  [
    "a rule's Assertions",
    "Parameters:\n  P:\n    Type: String\nRules:\n  R:\n    Asser<|>tions:\n      - Assert: !Equals [!Ref P, a]\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "Assertions",
  ],
  [
    "a rule's Assert",
    "Parameters:\n  P:\n    Type: String\nRules:\n  R:\n    Assertions:\n      - Ass<|>ert: !Equals [!Ref P, a]\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "Assert",
  ],
  [
    "a rule's name",
    "Parameters:\n  P:\n    Type: String\nRules:\n  On<|>ly:\n    Assertions:\n      - Assert: !Equals [!Ref P, a]\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "Only",
    "Rule",
  ],
  [
    "a policy's Version",
    statement("Action: '*'").replace("Version", "Ver<|>sion"),
    "Version",
    "2012-10-17",
    "reference_policies",
  ],
  ["a policy's Version's value", statement("Action: '*'").replace("2012", "20<|>12"), "2012-10-17", "current version"],
  ["a policy's Statement", statement("Action: '*'").replace("Statement", "State<|>ment"), "Statement", "allowed"],
  ["a statement's Effect", statement("Action: '*'").replace("Effect", "Eff<|>ect"), "Effect", "Allow"],
  ["a statement's Effect's value", statement("Action: '*'").replace("Allow", "All<|>ow"), "Allow", "allowed"],
  ["a statement's Action", statement("Act<|>ion: '*'"), "Action", "service:Action"],
  ["an action", statement("Action: s3:Get<|>Object"), "s3:GetObject", "Read", "etrieve objects"],
  ["an action in a list", statement("Action:\n              - s3:Put<|>Object"), "s3:PutObject", "Write"],
  ["an action in another case", statement("Action: S3:get<|>object"), "etrieve objects"],
  ["an action with a wildcard", statement("Action: s3:GetObj<|>ect*"), "s3:GetObject*", "s3:GetObjectAcl"],
  ["all actions of a service", statement("Action: 's3:<|>*'"), "s3", "Amazon S3"],
  ["a statement's Resource", statement("Reso<|>urce: '*'"), "Resource", "ARN"],
  [
    "a statement's Principal",
    properties("AWS::S3::BucketPolicy", "PolicyDocument:\n        Statement:\n          - Prin<|>cipal: '*'"),
    "Principal",
  ],
  [
    "a principal's Service",
    properties(
      "AWS::IAM::Role",
      "AssumeRolePolicyDocument:\n        Statement:\n          - Principal:\n              Ser<|>vice: ec2.amazonaws.com",
    ),
    "Service",
    "AWS services",
  ],
  [
    "a policy's condition operator",
    statement("Condition:\n              String<|>Equals:\n                aws:SourceVpc: x"),
    "StringEquals",
    "case-sensitive",
  ],
  [
    "a policy's condition operator with a suffix",
    statement("Condition:\n              StringEqualsIf<|>Exists:\n                aws:SourceVpc: x"),
    "StringEqualsIfExists",
    "case-sensitive",
  ],
  [
    "a policy's condition operator with a prefix",
    statement("Condition:\n              ForAllValues:String<|>Like:\n                aws:TagKeys: x"),
    "ForAllValues:StringLike",
    "pattern",
  ],
  [
    "a policy's condition key",
    statement("Condition:\n              StringEquals:\n                aws:Source<|>Vpc: x"),
    "aws:SourceVpc",
    "VPC",
  ],
  [
    "a policy in a role's Policies",
    properties(
      "AWS::IAM::Role",
      "Policies:\n        - PolicyName: x\n          PolicyDocument:\n            Statement:\n              - Action: sqs:Send<|>Message",
    ),
    "sqs:SendMessage",
  ],
  ["Init", init("config:\n          packages: {}").replace("Init", "In<|>it"), "AWS::CloudFormation::Init", "cfn-init"],
  ["Init's packages", init("config:\n          pack<|>ages: {}"), "packages"],
  ["Init's files", init("config:\n          fil<|>es: {}"), "files"],
  ["a file's mode", init("config:\n          files:\n            /etc/x:\n              mo<|>de: '000644'"), "mode"],
  [
    "a file's path",
    init("config:\n          files:\n            /etc/cfn/cfn-<|>hup.conf:\n              mode: '000644'"),
    "cfn-hup",
  ],
  ["Init's services", init("config:\n          serv<|>ices: {}"), "services"],
  [
    "a service's ensureRunning",
    init(
      "config:\n          services:\n            sysvinit:\n              httpd:\n                ensure<|>Running: true",
    ),
    "ensureRunning",
  ],
  [
    "Init's systemd",
    init("config:\n          services:\n            syst<|>emd:\n              httpd: {enabled: true}"),
    "systemd",
  ],
  ["Init's commands", init("config:\n          com<|>mands: {}"), "commands"],
  ["a command's test", init("config:\n          commands:\n            01:\n              te<|>st: x"), "test"],
  ["Init's configSets", init("config<|>Sets:\n          default: [a]\n        a: {}"), "configSets"],
  ["Init's sources", init("config:\n          sour<|>ces: {}"), "sources"],
  ["Init's users", init("config:\n          us<|>ers: {}"), "users"],
  ["Init's groups", init("config:\n          gro<|>ups: {}"), "groups"],
  ["Init's yum", init("config:\n          packages:\n            yu<|>m: {}"), "yum"],
  [
    "CreationPolicy",
    resource("AWS::EC2::Instance", "Creation<|>Policy:\n      ResourceSignal: {}"),
    "CreationPolicy",
    "docs.aws.amazon.com",
  ],
  [
    "ResourceSignal",
    resource("AWS::EC2::Instance", "CreationPolicy:\n      Resource<|>Signal: {Count: 1}"),
    "ResourceSignal",
  ],
  [
    "a signal's Count",
    resource("AWS::EC2::Instance", "CreationPolicy:\n      ResourceSignal: {Cou<|>nt: 1}"),
    "Count",
    "default `1`",
  ],
  [
    "a signal's Timeout",
    resource("AWS::EC2::Instance", "CreationPolicy:\n      ResourceSignal: {Time<|>out: PT15M}"),
    "Timeout",
    "PT5M",
  ],
  [
    "a signal's Timeout's value",
    resource("AWS::EC2::Instance", "CreationPolicy:\n      ResourceSignal: {Timeout: PT1<|>5M}"),
    "**PT15M** = 15 minutes · Timeout",
    "default `PT5M` (5 minutes)",
  ],
  ["UpdatePolicy", resource("AWS::AutoScaling::AutoScalingGroup", "Update<|>Policy: {}"), "UpdatePolicy"],
  [
    "a rolling update",
    resource("AWS::AutoScaling::AutoScalingGroup", "UpdatePolicy:\n      AutoScalingRolling<|>Update: {}"),
    "AutoScalingRollingUpdate",
  ],
  [
    "a rolling update's key",
    resource(
      "AWS::AutoScaling::AutoScalingGroup",
      "UpdatePolicy:\n      AutoScalingRollingUpdate: {MinInstances<|>InService: 1}",
    ),
    "MinInstancesInService",
  ],
  [
    "a suspended process",
    resource(
      "AWS::AutoScaling::AutoScalingGroup",
      "UpdatePolicy:\n      AutoScalingRollingUpdate: {SuspendProcesses: [Alarm<|>Notification]}",
    ),
    "AlarmNotification",
  ],
  [
    "DeletionPolicy",
    resource("AWS::S3::Bucket", "Deletion<|>Policy: Retain"),
    "DeletionPolicy",
    "\n- `Delete` — ",
    "\n- `Retain` — The physical resource stays",
    "docs.aws",
  ],
  [
    "DeletionPolicy's value",
    resource("AWS::S3::Bucket", "DeletionPolicy: Ret<|>ain"),
    "**Retain** · DeletionPolicy",
    "The physical resource stays",
  ],
  ["UpdateReplacePolicy's value", resource("AWS::RDS::DBInstance", "UpdateReplacePolicy: Snap<|>shot"), "Snapshot"],
  ["a SAM property", properties("AWS::Serverless::Function", "Code<|>Uri: ."), "CodeUri"],
  [
    "a SAM event",
    properties(
      "AWS::Serverless::Function",
      "Events:\n        Api:\n          Type: Api\n          Properties:\n            Pa<|>th: /",
    ),
    "Path",
    "/",
  ],
  [
    "a SAM event's type",
    properties("AWS::Serverless::Function", "Events:\n        Api:\n          Type: Http<|>Api"),
    "HttpApi",
  ],
  [
    "SAM's Globals",
    "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Func<|>tion:\n    Timeout: 3\nResources:\n  A:\n    Type: AWS::Serverless::Function\n",
    "Function",
  ],
  [
    "a property of SAM's Globals",
    "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Time<|>out: 3\nResources:\n  A:\n    Type: AWS::Serverless::Function\n",
    "Timeout",
  ],
  [
    "a dynamic reference",
    web("KeyName: '{{resolve:ss<|>m:/app/key:2}}'"),
    "resolve:ssm",
    "Systems Manager",
    "dynamic-references",
  ],
  [
    "a secret's dynamic reference",
    web("KeyName: '{{resolve:secretsmanager:My<|>Secret:SecretString:password}}'"),
    "Secrets Manager",
  ],
  ["a dynamic reference in a Sub", web("KeyName: !Sub '{{resolve:ssm:/${Stage}/ke<|>y}}'"), "Systems Manager"],
  ["a dynamic reference in a longer text", web("KeyName: 'a {{resolve:ssm-se<|>cure:/app/key:2}} b'"), "SecureString"],
  ["an intrinsic's key", web("KeyName:\n        Fn::Jo<|>in: ['', [a]]"), "Fn::Join", "!Join", "docs.aws.amazon.com"],
  ["If's key", web("KeyName:\n        Fn::I<|>f: [IsProd, a, b]"), "Fn::If", "!If"],
  ["Ref's key", web("KeyName:\n        Re<|>f: Stage"), "Ref", "!Ref"],
  [
    "Condition's key",
    "Conditions:\n  A: !Equals [a, b]\n  B:\n    Fn::Not: [{Condi<|>tion: A}]\nResources:\n  X:\n    Type: AWS::S3::Bucket\n",
    "Condition",
  ],
  [
    "a parameter handed to a nested stack",
    properties("AWS::CloudFormation::Stack", "TemplateURL: x\n      Parameters:\n        Vpc<|>Id: x"),
    "Parameters",
  ],
  [
    "a script's word",
    web(
      "UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          /opt/aws/bin/cfn-sig<|>nal -e $? --stack ${AWS::StackName} --resource Web --region ${AWS::Region}",
    ),
    "cfn-signal",
  ],
];

/** A topic for each team of a parameter. */
const looped = (key: string, variable: string, repeated: string, type: string): string =>
  `Transform: AWS::LanguageExtensions\nParameters:\n  Teams: {Type: CommaDelimitedList, Default: "orders,billing"}\nResources:\n  Fn::ForEach::${key}:\n    - ${variable}\n    - !Ref Teams\n    - "${repeated}":\n        Type: ${type}\n`;
const KEYS = ["Topics", "Team", "Topic${Team}", "AWS::SNS::Topic"] as const;

const LOOPS: readonly Row[] = [
  [
    "a loop's key",
    looped("Top<|>ics", KEYS[1], KEYS[2], KEYS[3]),
    "Fn::ForEach::Topics",
    "Makes: `Topicorders`, `Topicbilling`",
    "foreach.html",
  ],
  ["a loop's variable", looped(KEYS[0], "Te<|>am", KEYS[2], KEYS[3]), "Variable of this loop · `orders`, `billing`"],
  [
    "what a loop repeats",
    looped(KEYS[0], KEYS[1], "Top<|>ic${Team}", KEYS[3]),
    "Resource · AWS::SNS::Topic",
    "Makes: `Topicorders`, `Topicbilling`",
  ],
  ["a type in a loop", looped(KEYS[0], KEYS[1], KEYS[2], "AWS::SNS::To<|>pic"), "AWS::SNS::Topic", "`Ref` gives"],
];

/** Only in YAML. */
const yamlRows: readonly Row[] = [
  ["a short form", web("KeyName: !Jo<|>in ['', [a]]"), "Fn::Join", "!Join", "docs.aws.amazon.com"],
  ["!Sub", web("KeyName: !Su<|>b x"), "Fn::Sub"],
  ["!Ref", web("KeyName: !Re<|>f Stage"), "Ref"],
  ["!GetAtt", web("KeyName: !Get<|>Att Bucket.Arn"), "Fn::GetAtt"],
];

/** A SAM function with an event of an API, and an output. */
function made(value: string): string {
  return `Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E:\n          Type: HttpApi\nOutputs:\n  O:\n    Value: ${value}\n`;
}

function check(source: string, says: readonly string[], language: "en" | "ja" = "en"): void {
  const markdown = hovered(source, language);
  let at = 0;
  for (const text of says) {
    const found = markdown.indexOf(text, at);
    assert.ok(found >= 0, `“${text}” is missing in:\n${markdown || "(nothing)"}`);
    at = found;
  }
}

describe("hover at every kind of place", () => {
  for (const [name, source, ...says] of [...rows, ...LOOPS, ...yamlRows]) it(name, () => check(source, says));
  for (const [name, source, ...says] of [...rows, ...LOOPS]) it(`JSON: ${name}`, () => check(asJson(source), says));
});
