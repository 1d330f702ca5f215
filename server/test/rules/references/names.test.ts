import assert from "node:assert/strict";
import { checkRows, fixed } from "../checkRule.ts";

const BUCKET = "  Bucket:\n    Type: AWS::S3::Bucket\n";

/** A function of SAM's with a bucket beside it. */
const sam = (properties: string, event: string): string =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n${BUCKET}  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: python3.13\n      Handler: app.handler\n      CodeUri: src/\n${properties}      Events: {E: ${event}}\n`;

describe("rules on names", () => {
  checkRows([
    ["unknown-section", "misspelt", `«Resource»:\n${BUCKET}Transform: AWS::LanguageExtensions\n`, /Resources\?/],
    ["unknown-section", "known ones", `Description: x\nMetadata: {}\nResources:\n${BUCKET}`],
    ["missing-resources", "none", "«AWSTemplateFormatVersion»: 2010-09-09\nParameters:\n  A:\n    Type: String\n"],
    ["missing-resources", "empty", "«Resources»: {}\n"],
    [
      "missing-resources",
      "behind a full-width colon",
      "Resources:\n  Bucket：\n    Type: AWS::S3::Bucket\nOutputs: {}\n",
    ],
    [
      "missing-resources",
      "in JSON",
      `{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"B": {"Type": "AWS::S3::Bucket"}}}`,
    ],
    [
      "unknown-ref",
      "Ref",
      `Parameters:\n  VpcId:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref «VpcID»\n`,
      /mean VpcId/,
      "error",
    ],
    [
      "unknown-get-att",
      "a resource with such an attribute is meant",
      "Resources:\n  OrderTopik:\n    Type: AWS::SQS::Queue\n  OrderTopics:\n    Type: AWS::SNS::Topic\nOutputs:\n  O:\n    Value: !GetAtt «OrderTopic».TopicName\n",
      /mean OrderTopics\?/,
    ],
    [
      "unknown-get-att",
      "no resource has the attribute",
      "Resources:\n  OrderTopik:\n    Type: AWS::SQS::Queue\nOutputs:\n  O:\n    Value: !GetAtt «OrderTopic».TopicName\n",
      /undefined resource”\)\.$/,
    ],
    [
      "unknown-ref",
      "Sub, block text",
      `Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData: !Sub |\n        echo \${AWS::Region} \${!Home} $HOME \${«Nope»}\n`,
      /write \$\{!Nope\}/,
    ],
    [
      "unknown-ref",
      "the beginning of a pseudo parameter",
      `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub "a-\${«AWS::Stack»}"\n`,
      /mean AWS::StackName\?/,
    ],
    [
      "unknown-ref",
      "Sub's own variables and pseudo parameters",
      `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub ["\${X}-\${AWS::StackName}", {X: !Ref AWS::Region}]\n`,
    ],
    [
      "unknown-ref",
      "in what SAM gives to all functions",
      `Globals: {Function: {Environment: {Variables: {ONE: !Ref «Buckte», TWO: !Ref Bucket, RE: !Sub "\${AWS::Region}"}}}}\n${sam("", "{Type: Api}")}`,
      /mean Bucket\?/,
    ],
    [
      "unknown-get-att",
      "in what SAM gives to all functions",
      `Globals: {Function: {Environment: {Variables: {ONE: !GetAtt «Table».Arn, TWO: !GetAtt FnRole.Arn}}}}\n${sam("", "{Type: Api}")}`,
    ],
    [
      "unknown-get-att",
      "of what SAM makes",
      `Transform: AWS::Serverless-2016-10-31\nResources:\n  Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: a/}}\nOutputs:\n  A: {Value: !GetAtt Layer.«Arn»}\n  B: {Value: !Ref Layer}\n  C: {Value: !GetAtt Layer.LayerVersionArn}\n`,
      /“does not support attribute type Arn in Fn::GetAtt”.*Did you mean LayerVersionArn\?/,
    ],
    [
      "unknown-get-att",
      "of what SAM makes beside it",
      `${sam("", "{Type: Api}")}  Nested: {Type: AWS::Serverless::Application, Properties: {Location: a.yaml}}\nOutputs:\n  A: {Value: !GetAtt Fn.Arn}\n  B: {Value: !GetAtt Fn.Version.Version}\n  C: {Value: !GetAtt Fn.KmsKeyArn}\n  D: {Value: !GetAtt Nested.Outputs.A}\n`,
    ],
    [
      "unknown-ref",
      "resource in a condition",
      `Conditions:\n  C: !Equals [!Ref «Bucket», a]\nResources:\n${BUCKET}`,
      /evaluated before/,
    ],
    [
      "unknown-ref",
      "JSON, long form",
      `{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "«B»"}}}}}`,
    ],
    [
      "unknown-ref",
      "loop over a list",
      `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Each:\n    - Id\n    - [A, B]\n    - Topic\${Id}:\n        Type: AWS::SNS::Topic\n        Properties:\n          TopicName: !Ref Id\n          DisplayName: !Ref «Ix»\nOutputs:\n  T:\n    Value: !Ref TopicA\n  U:\n    Value: !Ref «Topik»\n`,
    ],
    [
      "unknown-ref",
      "loops in loops, in resources, conditions and outputs",
      `Transform: AWS::LanguageExtensions\nConditions:\n  Fn::ForEach::C:\n    - One\n    - [A]\n    - Fn::ForEach::D:\n        - Two\n        - [B]\n        - Is\${One}\${Two}: !Equals [!Sub "\${One}\${Two}\${«Missing»}", AB]\nResources:\n  Fn::ForEach::R:\n    - One\n    - [A]\n    - Fn::ForEach::S:\n        - Two\n        - [!Ref One]\n        - T\${One}\${Two}:\n            Type: AWS::SNS::Topic\n            Properties:\n              TopicName: !Sub "\${One}-\${Two}"\n              DisplayName: !Ref «Missing»\nOutputs:\n  Fn::ForEach::O:\n    - One\n    - [A]\n    - Fn::ForEach::P:\n        - Two\n        - [B]\n        - O\${One}\${Two}:\n            Value: !Sub "\${One}\${Two}\${«Missing»}"\n`,
    ],
    [
      "unknown-condition",
      "made by a loop",
      `Transform: AWS::LanguageExtensions\nConditions:\n  Fn::ForEach::C:\n    - Id\n    - [A]\n    - Is\${Id}: !Equals [!Ref Id, A]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: IsA\n  U:\n    Type: AWS::SNS::Topic\n    Condition: «Has»\n`,
    ],
    [
      "unknown-ref",
      "inside a module",
      `Resources:\n  M:\n    Type: My::Org::Part::MODULE\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref M.Inner\n      DisplayName: !Sub "\${MInner} \${«Other»}"\n`,
    ],
    [
      "unknown-ref",
      "what the Serverless Framework or Rain fills in",
      `Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: \${self:service}-x\n  P:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref HelloLambdaFunction\n`,
    ],
    [
      "wrong-type",
      "values that another tool fills in",
      `Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: \${self:custom.delay}\n      MaximumMessageSize: «many»\n`,
    ],
    [
      "entry-name",
      "a parameter and a resource",
      "Parameters:\n  Name: {Type: String}\nResources:\n  «Name»:\n    Type: AWS::SNS::Topic\n",
      /parameter is also called Name/,
    ],
    [
      "physical-name",
      "two of one type, unless they exclude each other",
      `Parameters:\n  P: {Type: String}\nConditions:\n  A: !Equals [!Ref P, a]\n  B: !Not [!Condition A]\nResources:\n  One:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub "\${P}-x"}\n  Two:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «!Sub "\${P}-x"»}\n  Three:\n    Type: AWS::SQS::Queue\n    Condition: A\n    Properties: {QueueName: q}\n  Four:\n    Type: AWS::SQS::Queue\n    Condition: B\n    Properties: {QueueName: q}\n`,
    ],
    [
      "physical-name",
      "one name in two forms",
      'Parameters:\n  P: {Type: String}\nResources:\n  One:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub "${P}-x"}\n  Two:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «!Join ["-", [!Ref P, x]]»}\n',
    ],
    [
      "physical-name",
      "one name in a branch",
      "Parameters:\n  P: {Type: String}\nConditions:\n  A: !Equals [!Ref P, a]\nResources:\n  One:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: x}\n  Two:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !If [A, y, «x»]}\n  Three:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !If [A, z, y]}\n",
      /One already has this name, x:/,
      "warning",
    ],
    [
      "physical-name",
      "one name in a loop",
      'Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Topics:\n    - Name\n    - [A, B]\n    - "Topic${Name}":\n        Type: AWS::SNS::Topic\n        Properties: {TopicName: «x»}\n      "Other${Name}":\n        Type: AWS::SNS::Topic\n        Properties: {TopicName: "${Name}-x"}\n',
      /TopicA already has this name/,
      "error",
    ],
    [
      "unknown-get-att",
      "what a loop over a mapping's list makes, and what it does not",
      'Transform: AWS::LanguageExtensions\nMappings: {Stages: {all: {names: [Dev, Prod]}}}\nResources:\n  Fn::ForEach::Stages:\n    - Stage\n    - !FindInMap [Stages, all, names]\n    - Fn::ForEach::Kinds:\n        - Kind\n        - [A, B]\n        - "T${Stage}${Kind}": {Type: AWS::SNS::Topic}\nOutputs:\n  A: {Value: !GetAtt TProdB.TopicArn}\n  B: {Value: !GetAtt «TTestA».TopicArn}\n',
    ],
    [
      "physical-name",
      "no second finding on a variable that stands for nothing",
      'Transform: AWS::LanguageExtensions\nParameters:\n  P: {Type: String}\nResources:\n  Fn::ForEach::Topics:\n    - Name\n    - [A, B]\n    - "Topic${Name}":\n        Type: AWS::SNS::Topic\n        Properties: {TopicName: !Sub "x-${Nam}"}\n      "Other${Name}":\n        Type: AWS::SNS::Topic\n        Properties: {TopicName: «!Sub "${P}-x"»}\n',
      /OtherA already has this name, \$\{P\}-x:/,
    ],
    [
      "fixed-name",
      "names that all stacks have, and those that they don't",
      'Parameters:\n  P: {Type: String}\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «alerts»}\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: «!Sub "a-${AWS::AccountId}"»}\n  C:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Ref P}\n  D:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub "${AWS::StackName}-a"}\n  E:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: "{{resolve:ssm:a}}"}\n  F: {Type: AWS::SNS::Topic}\n',
      /second one can't be created/,
      "hint",
    ],
    [
      "physical-name",
      "a function of SAM's and one of Lambda's",
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  One:\n    Type: AWS::Serverless::Function\n    Properties: {FunctionName: web, InlineCode: a, Handler: index.a, Runtime: python3.14}\n  Two:\n    Type: AWS::Lambda::Function\n    Properties: {FunctionName: «web», Role: "arn:aws:iam::123456789012:role/a", Code: {ZipFile: a}, Handler: index.a, Runtime: python3.14}\n  Three:\n    Type: AWS::StepFunctions::StateMachine\n    Properties: {StateMachineName: web, RoleArn: "arn:aws:iam::123456789012:role/a"}\n',
    ],
    [
      "too-many-associations",
      "a subnet under one condition",
      `Parameters:\n  P: {Type: String}\nConditions:\n  A: !Equals [!Ref P, a]\n  B: !Not [!Condition A]\nResources:\n  S:\n    Type: AWS::EC2::Subnet\n    Properties: {VpcId: vpc-0123456789abcdef0}\n${["A", "B", "A"].map((condition, index) => `  R${index}:\n    Type: AWS::EC2::SubnetRouteTableAssociation\n    Condition: ${condition}\n    Properties: {RouteTableId: rtb-1, SubnetId: ${index === 2 ? "«!Ref S»" : "!Ref S"}}\n`).join("")}`,
    ],
    [
      "missing-extensions",
      "a default of FindInMap needs no transform, a function in it does, beside SAM too",
      "Transform: AWS::Serverless-2016-10-31\nMappings:\n  M: {a: {b: c}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: !FindInMap [M, x, y, {DefaultValue: !Ref AWS::Region}]\n      TopicName: !FindInMap [M, x, y, {DefaultValue: «!Sub» z}]\n",
    ],
    [
      "unknown-ref",
      "made by SAM",
      `Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events: {Get: {Type: Api}}\n      Environment:\n        Variables:\n          A: !Ref FnRole\n          B: !Ref ServerlessRestApi\n          C: !Ref «Other»\n          D: !Ref «ServerlessHttpApi»\n`,
    ],
    [
      "unknown-ref",
      "a macro may add anything",
      `Transform: MyMacro\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref Anything\n`,
    ],
    [
      "unknown-ref",
      "half-typed declaration elsewhere",
      `Parameters:\n  Name\n  Other:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref Name\n`,
    ],
    [
      "unknown-get-att",
      "resource",
      `Resources:\n${BUCKET}Outputs:\n  O:\n    Value: !GetAtt «Bucke».Arn\n`,
      /mean Bucket/,
    ],
    [
      "unknown-get-att",
      "attribute",
      `Resources:\n${BUCKET}Outputs:\n  O:\n    Value: !GetAtt Bucket.«ARN»\n`,
      /mean Arn/,
    ],
    [
      "unknown-get-att",
      "attribute in Sub and as a list",
      `Resources:\n${BUCKET}Outputs:\n  O:\n    Value: !Sub "x \${Bucket.«Nope»}"\n  P:\n    Value:\n      Fn::GetAtt: [Bucket, «Nope»]\n`,
    ],
    [
      "unknown-get-att",
      "nested stack, custom resource",
      "Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n  C:\n    Type: Custom::X\nOutputs:\n  O:\n    Value: !GetAtt S.Outputs.Any\n  P:\n    Value: !GetAtt C.Whatever\n",
    ],
    [
      "unknown-get-att",
      "parameter",
      "Parameters:\n  P:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\nOutputs:\n  O:\n    Value: !GetAtt «P».Arn\n",
      /use Ref/,
    ],
    [
      "unknown-depends-on",
      "text and list",
      `Resources:\n${BUCKET}  A:\n    Type: AWS::SNS::Topic\n    DependsOn: «Buckett»\n  B:\n    Type: AWS::SNS::Topic\n    DependsOn:\n      - Bucket\n      - "«Nope»"\n`,
    ],
    [
      "unknown-condition",
      "attribute and If",
      "Conditions:\n  Prod: !Equals [!Ref AWS::Region, x]\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Condition: «Pro»\n    Properties:\n      TopicName: !If [«Dev», a, !If [Prod, b, c]]\n",
      undefined,
      "error",
    ],
    [
      "unknown-mapping",
      "mapping, first and second key",
      "Mappings:\n  M:\n    a:\n      x: 1\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !FindInMap [«N», a, x]\n      DisplayName: !FindInMap [M, «b», x]\n      KmsMasterKeyId: !FindInMap [M, a, «y»]\n",
    ],
    [
      "unknown-mapping",
      "by a parameter",
      "Parameters:\n  P:\n    Type: String\n    AllowedValues: [c, d]\nMappings:\n  M:\n    a:\n      x: 1\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !FindInMap [M, «!Ref P», x]\n",
    ],
    [
      "unknown-mapping",
      "with a default",
      "Transform: AWS::LanguageExtensions\nMappings:\n  M:\n    a:\n      x: 1\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !FindInMap [M, b, x, DefaultValue: z]\n",
    ],
    [
      "unknown-interface-parameter",
      "group and label",
      `Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters: [A, «B»]\n    ParameterLabels:\n      «C»:\n        default: x\nParameters:\n  A:\n    Type: String\nResources:\n${BUCKET}`,
    ],
    [
      "interface-shape",
      "key",
      `Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterLabels:\n      A:\n        «defaut»: x\nParameters:\n  A:\n    Type: String\nResources:\n${BUCKET}`,
      /default/,
    ],
    [
      "entry-name",
      "hyphen",
      "Resources:\n  «my-topic»:\n    Type: AWS::SNS::Topic\nConditions:\n  «On-Prod»: !Equals [!Ref AWS::Region, x]\nMappings:\n  my-map.x:\n    a:\n      b: c\n",
    ],
    [
      "unused-parameter",
      "one of two",
      'Parameters:\n  A:\n    Type: String\n  «B»:\n    Type: String\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub "${A}"\n',
      undefined,
      "warning",
    ],
    [
      "unused-parameter",
      "only in the interface",
      `Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - Parameters: [A]\nParameters:\n  «A»:\n    Type: String\nResources:\n${BUCKET}`,
    ],
    [
      "unused-condition",
      "used by another only",
      `Conditions:\n  A: !Equals [!Ref AWS::Region, x]\n  «B»: !Not [!Condition A]\nResources:\n${BUCKET}`,
    ],
    ["unused-mapping", "not read", `Mappings:\n  «M»:\n    a:\n      b: c\nResources:\n${BUCKET}`],
    [
      "unused-mapping",
      "named by a function",
      "Parameters:\n  P:\n    Type: String\nMappings:\n  M:\n    a:\n      b: c\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !FindInMap [!Ref P, a, b]\n",
    ],
    [
      "dependency-cycle",
      "two resources",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref «B»\n  B:\n    Type: AWS::SNS::Topic\n    DependsOn: A\n",
      /: A → B → A\./,
    ],
    [
      "dependency-cycle",
      "itself",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !GetAtt «A».TopicArn\n",
      /itself/,
    ],
    [
      "dependency-cycle",
      "conditions",
      `Conditions:\n  A: !Not [!Condition «B»]\n  B: !Not [!Condition A]\nResources:\n${BUCKET}`,
    ],
    [
      "dependency-cycle",
      "references that conditions exclude",
      'Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a], D: !Not [!Condition C]}\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicName: !If [C, !Ref B, a]}}\n  B: {Type: AWS::SNS::Topic, Properties: {TopicName: !If [C, b, !Sub "${A}"]}}\n  E: {Type: AWS::SNS::Topic, Condition: D, Properties: {TopicName: !If [C, !Ref F, e]}}\n  F: {Type: AWS::SNS::Topic, Properties: {TopicName: !If [D, !Ref E, f]}}\n',
    ],
    [
      "dependency-cycle",
      "references in branches of one condition",
      "Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicName: !If [C, !Ref «B», a]}}\n  B: {Type: AWS::SNS::Topic, Condition: C, Properties: {TopicName: !If [C, !Ref A, b]}}\n",
    ],
    [
      "dependency-cycle",
      "what is left where conditions exclude one way",
      "Parameters: {P: {Type: String}}\nConditions: {C: !Equals [!Ref P, a]}\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicName: !If [C, !Ref B, a]}}\n  B: {Type: AWS::SNS::Topic, DependsOn: D, Properties: {TopicName: !If [C, b, !Ref A]}}\n  D: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref «E»}}\n  E: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref D}}\n",
    ],
    [
      "dependency-cycle",
      "SAM writes an event into its bucket",
      sam(
        "      Policies: [{S3ReadPolicy: {BucketName: !Ref «Bucket»}}]\n",
        "{Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}",
      ),
      /: Fn → Bucket → Fn\. SAM adds the event of Fn to Bucket\. Give Bucket a BucketName/,
    ],
    [
      "dependency-cycle",
      "SAM writes an event into its bucket, which the function does not name",
      sam(
        "      Environment: {Variables: {BUCKET: !Sub '${AWS::StackName}-x'}}\n",
        "{Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}",
      ),
    ],
    [
      "dependency-cycle",
      "SAM makes no policies for a function with a role",
      sam(
        "      Role: arn:aws:iam::123456789012:role/r\n      Policies: [{S3ReadPolicy: {BucketName: !Ref Bucket}}]\n",
        "{Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}",
      ),
    ],
    [
      "dependency-cycle",
      "SAM writes a route into the API that it makes",
      sam(
        "      Environment: {Variables: {URL: !Sub 'https://${«ServerlessRestApi»}.x'}}\n",
        "{Type: Api, Properties: {Path: /, Method: get}}",
      ),
      /: Fn → ServerlessRestApi → Fn\. SAM adds the route of Fn to ServerlessRestApi/,
    ],
    [
      "dependency-cycle",
      "an API with a definition of its own",
      `${sam("      Environment: {Variables: {API: !Ref Http}}\n", "{Type: HttpApi, Properties: {ApiId: !Ref Http, Path: /, Method: get}}")}  Http: {Type: AWS::Serverless::HttpApi, Properties: {DefinitionUri: api.yaml}}\n`,
    ],
    [
      "dependency-cycle",
      "SAM writes a trigger into a pool that all functions are told",
      `Globals: {Function: {Environment: {Variables: {POOL: !Ref «Pool»}}}}\n${sam("", "{Type: Cognito, Properties: {UserPool: !Ref Pool, Trigger: PreSignUp}}")}  Pool: {Type: AWS::Cognito::UserPool}\n`,
      /: Fn → Pool → Fn\. SAM adds the trigger of Fn to Pool/,
    ],
    [
      "dependency-cycle",
      "a chain is none",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    DependsOn: B\n  B:\n    Type: AWS::SNS::Topic\n    DependsOn: C\n  C:\n    Type: AWS::SNS::Topic\n",
    ],
    [
      "redundant-depends-on",
      "the CDK wrote it",
      `Resources:\n${BUCKET}  P:\n    Type: AWS::S3::BucketPolicy\n    DependsOn: Bucket\n    Metadata: {"aws:cdk:path": Stack/P}\n    Properties:\n      Bucket: !Ref Bucket\n      PolicyDocument: {}\n`,
    ],
    [
      "redundant-depends-on",
      "what the CDK has made, without its path",
      `Resources:\n${BUCKET}  PolicyF70C0E2A:\n    Type: AWS::S3::BucketPolicy\n    DependsOn: Bucket\n    Properties:\n      Bucket: !Ref Bucket\n      PolicyDocument: {}\n`,
    ],
    [
      "redundant-depends-on",
      "Ref says it",
      `Resources:\n${BUCKET}  P:\n    Type: AWS::S3::BucketPolicy\n    DependsOn: [«Bucket», T]\n    Properties:\n      Bucket: !Ref Bucket\n      PolicyDocument: {}\n  T:\n    Type: AWS::SNS::Topic\n`,
      undefined,
      "warning",
    ],
  ]);

  it("a redundant dependency is removed from the last line, whether that ends or not", () => {
    const before = `Resources:\n${BUCKET}  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: !Ref Bucket\n      PolicyDocument: {}`;
    for (const end of ["", "\n", "\r\n"])
      assert.equal(fixed("redundant-depends-on", `${before}\n    DependsOn: Bucket${end}`), `${before}${end && "\n"}`);
  });
});
