import assert from "node:assert/strict";
import { edited } from "./edited.ts";

/** Each change in a line: action, replacement, what becomes of it; then its causes. */
function told(source: string, parameters?: readonly [string, string]): readonly string[] {
  return edited(source, parameters).changes.map(({ id, action, replacement, policyAction, details, movedFrom }) => {
    const head = [id, action, replacement, policyAction, movedFrom && `from ${movedFrom}`].filter(Boolean).join(" ");
    const causes = details.map(({ attribute, name, requiresRecreation, evaluation, entity, happens }) =>
      [name ?? attribute, requiresRecreation, evaluation, entity && `by ${entity}`, happens !== "yes" && happens]
        .filter(Boolean)
        .join(" "),
    );
    return [head, ...causes].join("; ");
  });
}

describe("the change of a template", () => {
  const cases: readonly (readonly [
    name: string,
    source: string,
    expected: readonly string[],
    parameters?: readonly [string, string],
  ])[] = [
    [
      "a property",
      "T:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: «a→b»}",
      ["T Modify False; DisplayName Never Static"],
    ],
    [
      "what replaces the resource that SAM makes for an event",
      "F:\n  Type: AWS::Serverless::Function\n  Properties:\n    Events:\n      Q: {Type: SQS, Properties: {Queue: «a→b», BatchSize: 5}}\n" +
        "      T: {Type: Schedule, Properties: {Schedule: rate(1 day), Description: «a→b»}}",
      ["F Modify False; Events Never Static", "FQ Modify True ReplaceAndDelete"],
    ],
    [
      "a stream's ARN, by what is in the stream",
      "T:\n  Type: AWS::DynamoDB::Table\n  Properties: {StreamSpecification: {StreamViewType: «NEW_IMAGE→OLD_IMAGE»}}\n" +
        "F:\n  Type: AWS::Serverless::Function\n  Properties:\n    Events:\n      S: {Type: DynamoDB, Properties: {Stream: !GetAtt T.StreamArn}}",
      [
        "T Modify False; StreamSpecification Never Static",
        "F Modify False; Events Never Dynamic by T.StreamArn",
        "FS Modify True ReplaceAndDelete",
      ],
    ],
    [
      "a name",
      "T:\n  Type: AWS::SNS::Topic\n  Properties: {TopicName: «a→b»}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "a version that replaces without a policy",
      "D:\n  Type: AWS::OpenSearchService::Domain\n  Properties: {EngineVersion: OpenSearch_«2.11→2.13»}",
      ["D Modify True ReplaceAndDelete; EngineVersion Always Static"],
    ],
    [
      "the same with the policy",
      "D:\n  Type: AWS::OpenSearchService::Domain\n  UpdatePolicy: {EnableVersionUpgrade: true}\n  Properties: {EngineVersion: OpenSearch_«2.11→2.13»}",
      ["D Modify False; EngineVersion Never Static"],
    ],
    [
      "the same with a policy that nobody knows",
      "Parameters:\n  P: {Type: String}\nResources:\n  D:\n    Type: AWS::OpenSearchService::Domain\n    UpdatePolicy: {EnableVersionUpgrade: !Ref P}\n    Properties: {EngineVersion: OpenSearch_«2.11→2.13»}",
      ["D Modify Conditional; EngineVersion Conditionally Static"],
    ],
    [
      "the number of shards, with the policy switched off",
      "R:\n  Type: AWS::ElastiCache::ReplicationGroup\n  UpdatePolicy: {UseOnlineResharding: false}\n  Properties: {NumNodeGroups: «2→3»}",
      ["R Modify True ReplaceAndDelete; NumNodeGroups Always Static"],
    ],
    [
      "a key's type",
      "T:\n  Type: AWS::DynamoDB::Table\n  Properties: {AttributeDefinitions: [«→{AttributeName: b, AttributeType: S}, »{AttributeName: a, AttributeType: «S→N»}]}",
      ["T Modify True ReplaceAndDelete; AttributeDefinitions Always Static"],
    ],
    [
      "a further key's type",
      "T:\n  Type: AWS::DynamoDB::Table\n  Properties: {AttributeDefinitions: [«→{AttributeName: b, AttributeType: N}, »{AttributeName: a, AttributeType: S}]}",
      ["T Modify False; AttributeDefinitions Never Static"],
    ],
    [
      "a name, with a policy",
      "T:\n  Type: AWS::SNS::Topic\n  UpdateReplacePolicy: Retain\n  Properties: {TopicName: «a→b»}",
      ["T Modify True ReplaceAndRetain; TopicName Always Static"],
    ],
    [
      "a parameter's value",
      "Parameters:\n  P: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: !Sub 'x-${P}'}",
      ["T Modify False; DisplayName Never Static by P; DisplayName Never Dynamic"],
      ["P=a", "P=b"],
    ],
    [
      "a parameter whose value is not known",
      "Parameters:\n  P: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «a→!Ref P»}",
      ["T Modify Conditional; TopicName Always Dynamic maybe"],
    ],
    [
      "a text around a value that is not known",
      "Parameters:\n  P: {Type: String}\n  Q: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub '«${P}→x.${P}»'}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "a letter beside values that are not known",
      "Parameters:\n  P: {Type: String}\n  Q: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub '${P}-«a→b»-${Q}'}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "values that are not known in another order",
      "Parameters:\n  P: {Type: String}\n  Q: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub '${«P→Q»}-${«Q→P»}'}",
      ["T Modify Conditional; TopicName Always Dynamic maybe"],
    ],
    [
      "a value that is not known, removed",
      "Parameters:\n  P: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {«TopicName: !Ref P→»}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "what a nested stack gives",
      "Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: «a→b»}\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !GetAtt S.Outputs.Name}",
      [
        "S Modify False; TemplateURL Never Static",
        "T Modify Conditional; TopicName Always Dynamic by S.Outputs.Name maybe",
      ],
    ],
    [
      "the type of a parameter",
      "Parameters:\n  P: {Type: «String→AWS::SSM::Parameter::Value<String>»}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: !Ref P}",
      ["T Modify False; DisplayName Never Static by P; DisplayName Never Dynamic"],
      ["P=a", "P=a"],
    ],
    ["a removal", "A: {Type: AWS::SNS::Topic}\n«B: {Type: AWS::SNS::Topic}→»", ["B Remove Delete"]],
    [
      "removals with policies",
      "A: {Type: AWS::SNS::Topic}\n«B: {Type: AWS::SNS::Topic, DeletionPolicy: Retain}\nC: {Type: AWS::RDS::DBCluster}→»",
      ["B Remove Retain", "C Remove Snapshot"],
    ],
    [
      "another logical id",
      "«A→B»:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: a}",
      ["A Remove Delete", "B Add from A"],
    ],
    [
      "a condition that turns",
      "Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, prod]\nResources:\n  T: {Type: AWS::SNS::Topic, Condition: C}",
      ["T Remove Delete"],
      ["P=prod", "P=test"],
    ],
    [
      "a condition that may turn",
      "Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, «prod→live»]\nResources:\n  T: {Type: AWS::SNS::Topic, Condition: C}",
      ["T Dynamic"],
    ],
    [
      "a condition that may not have held, removed",
      "Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, prod]\nResources:\n  T: {Type: AWS::SNS::Topic«, Condition: C→»}",
      ["T Dynamic"],
    ],
    [
      "a condition on a row that may not be there",
      "Mappings:\n  M: {us-east-1: {«k→o»: 'y'}, us-west-2: {«o→k»: 'y'}}\nConditions:\n  C: !Equals [!FindInMap [M, !Ref AWS::Region, k, {DefaultValue: n1}], 'y']\nResources:\n  T: {Type: AWS::SNS::Topic, Condition: C}",
      ["T Dynamic"],
    ],
    [
      "a branch",
      "Parameters:\n  P: {Type: String, Default: a}\nConditions:\n  C: !Not [!Equals [!Ref P, b]]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: !If [C, «a→b», c]}",
      ["T Modify False; DisplayName Never Static"],
    ],
    [
      "a mapping",
      "Mappings:\n  M: {r: {k: «a→b»}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: !FindInMap [M, r, k]}",
      ["T Modify False; DisplayName Never Static"],
    ],
    [
      "a mapping by Region: every row changes",
      "Mappings:\n  M: {us-east-1: {k: «a→b»}, eu-west-1: {k: «c→d»}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !FindInMap [M, !Ref AWS::Region, k]}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "a mapping by Region, in a text: every row changes",
      "Mappings:\n  M: {us-east-1: {k: «a→b»}, eu-west-1: {k: «c→d»}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Join ['', [x-, !FindInMap [M, !Ref AWS::Region, k], -y]]}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "another column of a mapping, with nothing that the first has",
      "Mappings:\n  M: {us-east-1: {k: a, o: b}, eu-west-1: {k: c, o: d}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !FindInMap [M, !Ref AWS::Region, «k→o»]}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "another column of a mapping, with a value that the first has",
      "Mappings:\n  M: {us-east-1: {k: a, o: b}, eu-west-1: {k: c, o: c}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !FindInMap [M, !Ref AWS::Region, «k→o»]}",
      ["T Modify Conditional; TopicName Always Dynamic maybe"],
    ],
    [
      "both values of a choice that is not known",
      "Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, x]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !If [C, !Sub '${P}-«→b-»c', «d→e»]}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "one value of a choice that is not known",
      "Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, x]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !If [C, «a→b», c]}",
      ["T Modify Conditional; TopicName Always Dynamic maybe"],
    ],
    [
      "another end behind another value that is not known",
      "Parameters:\n  P: {Type: String}\n  Q: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub '«${P}-a→x${Q}-b»'}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "the same end behind another value that is not known",
      "Parameters:\n  P: {Type: String}\n  Q: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub '«${P}-a→x${Q}-a»'}",
      ["T Modify Conditional; TopicName Always Dynamic maybe"],
    ],
    [
      "a text with one more value that is not known",
      "Parameters:\n  P: {Type: String}\n  Q: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub 'x-${P}«→-${Q}»'}",
      ["T Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "one more item among some that are not known",
      "Parameters:\n  P: {Type: String}\n  Q: {Type: String}\nResources:\n  T:\n    Type: AWS::AutoScaling::LaunchConfiguration\n    Properties: {SecurityGroups: [!Ref P«→, !Ref Q»]}",
      ["T Modify True ReplaceAndDelete; SecurityGroups Always Static"],
    ],
    [
      "one more item that a condition may leave out",
      "Parameters:\n  P: {Type: String}\nConditions:\n  C: !Equals [!Ref P, x]\nResources:\n  T:\n    Type: AWS::AutoScaling::LaunchConfiguration\n    Properties: {SecurityGroups: [!Ref P«→, !If [C, a, !Ref AWS::NoValue]»]}",
      ["T Modify Conditional; SecurityGroups Always Dynamic maybe"],
    ],
    [
      "a mapping by Region: one row changes",
      "Mappings:\n  M: {us-east-1: {k: «a→b»}, eu-west-1: {k: c}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !FindInMap [M, !Ref AWS::Region, k]}",
      ["T Modify Conditional; TopicName Always Dynamic maybe"],
    ],
    [
      "what refers to a replaced resource",
      "A:\n  Type: AWS::SNS::Topic\n  Properties: {TopicName: «a→b»}\nB:\n  Type: AWS::SNS::Subscription\n  Properties: {Protocol: sqs, Endpoint: x, TopicArn: !Ref A}\nC:\n  Type: AWS::SSM::Parameter\n  Properties: {Type: String, Value: !GetAtt A.TopicName}",
      [
        "A Modify True ReplaceAndDelete; TopicName Always Static",
        "B Modify True ReplaceAndDelete; TopicArn Always Static by A; TopicArn Always Dynamic",
        "C Modify False; Value Never Static by A.TopicName; Value Never Dynamic",
      ],
    ],
    [
      "what reads attributes of an updated resource: one that changes, one that stays",
      "A:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: «a→b»}\nB:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !GetAtt A.DisplayName}\nC:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !GetAtt A.TopicName}\nD:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !Ref A}",
      [
        "A Modify False; DisplayName Never Static",
        "B Modify False; DisplayName Never Dynamic by A.DisplayName",
        "C Modify False; DisplayName Never Dynamic by A.TopicName no",
      ],
    ],
    [
      "what refers twice to a replaced resource, in one property",
      "A:\n  Type: AWS::SNS::Topic\n  Properties: {TopicName: «a→b»}\nB:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !Sub '${A} ${A}'}",
      [
        "A Modify True ReplaceAndDelete; TopicName Always Static",
        "B Modify False; DisplayName Never Static by A; DisplayName Never Dynamic",
      ],
    ],
    [
      "what refers to a resource that is perhaps replaced, and is for another reason",
      "Parameters:\n  P: {Type: String}\nResources:\n  A:\n    Type: AWS::SNS::Subscription\n    Properties: {Protocol: sqs, TopicArn: !Ref C, Endpoint: «a→!Ref P»}\n  B:\n    Type: AWS::SSM::Parameter\n    Properties: {Type: String, Value: !Ref A}\n  C:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «a→b»}",
      [
        "A Modify True ReplaceAndDelete; Endpoint Always Dynamic maybe; TopicArn Always Static by C; TopicArn Always Dynamic",
        "B Modify False; Value Never Static by A; Value Never Dynamic",
        "C Modify True ReplaceAndDelete; TopicName Always Static",
      ],
    ],
    [
      "the same, where the other reason is found first",
      "Parameters:\n  P: {Type: String}\nResources:\n  C:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «a→b»}\n  A:\n    Type: AWS::SNS::Subscription\n    Properties: {Protocol: sqs, TopicArn: !Ref C, Endpoint: «a→!Ref P»}\n  B:\n    Type: AWS::SSM::Parameter\n    Properties: {Type: String, Value: !Ref A}",
      [
        "C Modify True ReplaceAndDelete; TopicName Always Static",
        "A Modify True ReplaceAndDelete; Endpoint Always Dynamic maybe; TopicArn Always Static by C; TopicArn Always Dynamic",
        "B Modify False; Value Never Static by A; Value Never Dynamic",
      ],
    ],
    [
      "what reads an attribute that changes, and one that stays, in one property",
      "A:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: «a→b»}\nB:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !Sub '${A.TopicName} ${A.DisplayName} ${A.DisplayName}'}",
      [
        "A Modify False; DisplayName Never Static",
        "B Modify False; DisplayName Never Dynamic by A.TopicName no; DisplayName Never Dynamic by A.DisplayName",
      ],
    ],
    [
      "what reads an attribute of an updated resource that is then replaced",
      "C:\n  Type: AWS::SNS::Topic\n  Properties: {TopicName: «a→b»}\nA:\n  Type: AWS::SSM::Parameter\n  Properties: {Type: String, Name: !Ref C, Value: «a→b»}\nB:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !GetAtt A.Value}",
      [
        "C Modify True ReplaceAndDelete; TopicName Always Static",
        "A Modify True ReplaceAndDelete; Value Never Static; Name Always Static by C; Name Always Dynamic",
        "B Modify False; DisplayName Never Static by A.Value; DisplayName Never Dynamic",
      ],
    ],
    [
      "what reads an attribute of a resource of which only the metadata change",
      "A:\n  Type: AWS::SNS::Topic\n  Metadata: {a: «1→2»}\nB:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !GetAtt A.DisplayName}",
      ["A Modify False; Metadata Never Static"],
    ],
    [
      "what refers to a resource that is perhaps replaced",
      "Parameters:\n  P: {Type: String}\nResources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: «a→!Ref P»}\n  B:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: !Ref A}",
      ["A Modify Conditional; TopicName Always Dynamic maybe", "B Modify False; DisplayName Never Dynamic by A maybe"],
    ],
    [
      "what refers to a resource of another type",
      "A: {Type: AWS::«SNS::Topic→SQS::Queue»}\nB:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: !Ref A}",
      ["A Modify True ReplaceAndDelete", "B Modify False; DisplayName Never Static by A; DisplayName Never Dynamic"],
    ],
    [
      "a replaced resource that names itself",
      "A:\n  Type: AWS::SNS::Topic\n  Metadata: {x: !Ref A}\n  Properties: {TopicName: «a→b»}",
      ["A Modify True ReplaceAndDelete; TopicName Always Static"],
    ],
    [
      "an attribute of a new resource",
      "A:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: «a→!GetAtt B.Arn»}\n«→B: {Type: AWS::SQS::Queue}»",
      ["A Modify False; DisplayName Never Static by B.Arn; DisplayName Never Dynamic", "B Add"],
    ],
    [
      "resources that refer to each other in their metadata",
      "A:\n  Type: AWS::SNS::Topic\n  Metadata: {x: !Ref B}\n  Properties: {TopicName: «a→b»}\nB:\n  Type: AWS::SNS::Topic\n  Metadata: {x: !GetAtt A.TopicName}",
      [
        "A Modify True ReplaceAndDelete; TopicName Always Static",
        "B Modify False; Metadata Never Static by A.TopicName; Metadata Never Dynamic",
      ],
    ],
    ["metadata", "T:\n  Type: AWS::SNS::Topic\n  Metadata: {a: «1→2»}", ["T Modify False; Metadata Never Static"]],
    [
      "a tag",
      "T:\n  Type: AWS::SNS::Topic\n  Properties: {Tags: [{Key: a, Value: «b→c»}]}",
      ["T Modify False; Tags Never Static"],
    ],
    [
      "an instance's type",
      "I:\n  Type: AWS::EC2::Instance\n  Properties: {InstanceType: «a→b»}",
      ["I Modify Conditional; InstanceType Conditionally Static"],
    ],
    ["the type of a kept logical id", "A: {Type: AWS::«SNS::Topic→SQS::Queue»}", ["A Modify True ReplaceAndDelete"]],
    [
      "conditions that ask for each other",
      "Conditions:\n  A: !Condition B\n  B: !Not [!Condition A]\nResources:\n  T: {Type: AWS::SNS::Topic, Condition: A, Metadata: {a: «1→2»}}",
      ["T Modify False; Metadata Never Static"],
    ],
    [
      "what SAM's Globals give, and what SAM makes",
      "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function: {Timeout: «3→5»}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {Handler: a.b, Runtime: nodejs22.x«→, Role: x»}",
      ["F Modify False; Timeout Never Static; Role Never Static", "FRole Remove Delete"],
    ],
    [
      "a loop",
      "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Topics:\n    - Name\n    - [a, «b→b, c»]\n    - Topic${Name}:\n        Type: AWS::SNS::Topic\n        Properties: {DisplayName: !Ref Name, TopicName: !Sub 'x-${Name}«→-y»'}",
      [
        "Topica Modify True ReplaceAndDelete; TopicName Always Static",
        "Topicb Modify True ReplaceAndDelete; TopicName Always Static",
        "Topicc Add",
      ],
    ],
    [
      "a loop over what is not known",
      "Transform: AWS::LanguageExtensions\nParameters:\n  P: {Type: CommaDelimitedList}\nResources:\n  Fn::ForEach::Topics:\n    - Name\n    - !Ref P\n    - Topic${Name}:\n        Type: AWS::SNS::Topic\n        Properties: {DisplayName: «a→b»}",
      ["Topic* Modify False; DisplayName Never Static"],
    ],
    [
      "a loop of properties",
      "T:\n  Type: AWS::SNS::Topic\n  Properties:\n    Fn::ForEach::Names: [N, [DisplayName], {'${N}': «a→b»}]",
      ["T Modify False; DisplayName Never Static"],
    ],
  ];
  for (const [name, source, expected, parameters] of cases)
    it(name, () => assert.deepEqual(told(source, parameters), expected));

  const same: readonly (readonly [name: string, source: string])[] = [
    [
      "another Region in a mapping that a condition asks",
      "Mappings:\n  M: {us-east-1: {k: a}, eu-west-1: {k: b}«→, eu-west-2: {k: c}»}\nConditions:\n  C: !Equals [!FindInMap [M, !Ref AWS::Region, k], a]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: C\n    Properties: {DisplayName: !If [C, x, y]}",
    ],
    [
      "another Region in a mapping with a default",
      "Mappings:\n  M: {us-east-1: {k: a}, eu-west-1: {k: b}«→, eu-west-2: {k: z}»}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub ['x-${m}', {m: !FindInMap [M, !Ref AWS::Region, k, {DefaultValue: z}]}]}",
    ],
    [
      "another Region in a mapping",
      "Mappings:\n  M: {us-east-1: {k: a}, eu-west-1: {k: b}«→, eu-west-2: {k: c}»}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !FindInMap [M, !Ref AWS::Region, k], DisplayName: !Join ['-', [x, !FindInMap [M, !Ref AWS::Region, k]]]}",
    ],
    [
      "the order of keys",
      "T:\n  Type: AWS::SNS::Topic\n  Properties: {«DisplayName: a, TopicName: b→TopicName: b, DisplayName: a»}",
    ],
    [
      "the form of a function",
      "T:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: «!Sub '${A.Arn}-x'→{Fn::Join: ['-', [{'Fn::GetAtt': A.Arn}, x]]}»}\nA: {Type: AWS::SQS::Queue}",
    ],
    [
      "quotes and numbers",
      "Q:\n  Type: AWS::SQS::Queue\n  Properties: {DelaySeconds: «5→'5'», FifoQueue: «true→\"true\"»}",
    ],
    ["comments", "T:\n  Type: AWS::SNS::Topic «→# a topic»"],
    [
      "the order of tags",
      "T:\n  Type: AWS::SNS::Topic\n  Properties: {Tags: [«{Key: a, Value: b}, {Key: c, Value: d}→{Key: c, Value: d}, {Key: a, Value: b}»]}",
    ],
    ["DependsOn", "A: {Type: AWS::SNS::Topic}\nT:\n  Type: AWS::SNS::Topic\n  «DependsOn: A→»"],
    [
      "a parameter in place of its value",
      "Parameters:\n  P: {Type: CommaDelimitedList, Default: 'a, b'}\nResources:\n  T:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: {AvailabilityZones: «[a, b]→!Ref P»}",
    ],
    [
      "a condition that holds",
      "Conditions:\n  C: !Equals [a, a]\nResources:\n  T: {Type: AWS::SNS::Topic«→, Condition: C»}",
    ],
    [
      "a parameter without a value, as before",
      "Parameters:\n  P: {Type: String}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: «!Ref P→!Sub '${P}'»}",
    ],
    [
      "the Region, called or not",
      "T:\n  Type: AWS::AutoScaling::AutoScalingGroup\n  Properties: {AvailabilityZones: «!GetAZs ''→{Fn::GetAZs: !Ref AWS::Region}»}",
    ],
    ["an absent value", "T:\n  Type: AWS::SNS::Topic\n  «→Properties: {DisplayName: !Ref AWS::NoValue}»"],
    ["another format", '«Resources:\n  T: {Type: AWS::SNS::Topic}→{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}»'],
  ];
  for (const [name, source] of same) it(`is none for ${name}`, () => assert.deepEqual(told(source), []));

  it("takes no long time for conditions and aliases that double", () => {
    const conditions = Array.from(
      { length: 300 },
      (_, at) => `  C${at}: !And [!Condition C${at + 1}, !Not [!Condition C${at + 1}]]\n`,
    );
    const aliases = Array.from({ length: 25 }, (_, at) => `    a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`);
    const source = `Conditions:\n${conditions.join("")}Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: C0\n    Properties: {DisplayName: «a→b»}\n`;
    assert.deepEqual(told(source), ["T Modify False; DisplayName Never Static"]);
    const metadata = `Resources:\n  T:\n   Type: AWS::SNS::Topic\n   Metadata:\n    a0: &a0 [x, «y→z»]\n${aliases.join("")}`;
    assert.ok(told(metadata).length <= 1);
  });
});
