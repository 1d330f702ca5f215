/** Names that every object of JavaScript has: tables must not be asked for them. */
export const OBJECT_NAMES = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"];

/** A template that has such a name wherever one can stand. */
export const templateOf = (name: string): string => `Transform: AWS::Serverless-2016-10-31
Globals: {${name}: {a: b}, Function: {${name}: x}}
Parameters: {${name}: {Type: ${name}}}
Mappings: {${name}: {${name}: {${name}: x}}}
Conditions: {${name}: !Equals [a, b]}
Resources:
  ${name}: {Type: ${name}}
  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: '{{resolve:${name}:x}}', ${name}: 1, TopicName: !FindInMap [${name}, ${name}, ${name}]}}
  B: {Type: AWS::RDS::DBInstance, Properties: {Engine: ${name}, DBInstanceClass: db.${name}}}
  C: {Type: AWS::ECS::TaskDefinition, Properties: {RequiresCompatibilities: [FARGATE], Cpu: ${name}, Memory: ${name}, ContainerDefinitions: [{Name: a, Image: b}]}}
  D: {Type: AWS::${name}::${name}, Properties: {A: !GetAtt A.${name}, B: !Ref ${name}, C: {Fn::${name}: x}, D: !Sub "\${AWS::${name}}"}}
  E: {Type: AWS::Serverless::${name}, Properties: {A: !Ref ERole}}
  F: {Type: AWS::Serverless::Function, Properties: {CodeUri: x, Handler: a.b, Runtime: ${name}, Policies: [{${name}: {a: b}}, ${name}], Events: {${name}: {Type: ${name}, Properties: {${name}: x}}}}, Connectors: {${name}: {}}}
  G: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: ${name}, Principal: {${name}: x}, Action: '${name}:${name}', Condition: {${name}: {${name}: x}}}]}}}
  H: {Type: AWS::CodePipeline::Pipeline, Properties: {RoleArn: x, Stages: [{Name: a, Actions: [{Name: x, ActionTypeId: {Category: ${name}, Owner: AWS, Provider: ${name}, Version: 1}}]}]}}
  I: {Type: AWS::EC2::Instance, Properties: {InstanceType: ${name}, ImageId: ami-12345678}, CreationPolicy: {${name}: x}, UpdatePolicy: {${name}: 1}, DeletionPolicy: ${name}, DependsOn: ${name}, Condition: ${name}}
  J: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: x, Name: a, Type: ${name}, TTL: 1, ResourceRecords: [${name}]}}
  K: {Type: AWS::Lambda::Permission, Properties: {FunctionName: ${name}, Action: ${name}, Principal: ${name}, SourceArn: !GetAtt ${name}.Arn}}
  L: {Type: AWS::StepFunctions::StateMachine, Properties: {RoleArn: x, Definition: {StartAt: ${name}, States: {${name}: {Type: ${name}, Next: ${name}}}}}}
Outputs: {${name}: {Value: !GetAtt ${name}.${name}}}
${name}: {}
`;
