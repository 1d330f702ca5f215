const PACKAGED: ReadonlyMap<string, string> = new Map([
  ["AWS::CloudFormation::Stack", "TemplateURL"],
  ["AWS::Lambda::Function", "Code"],
  ["AWS::Lambda::LayerVersion", "Content"],
  ["AWS::ApiGateway::RestApi", "BodyS3Location"],
  ["AWS::AppSync::GraphQLSchema", "DefinitionS3Location"],
  ["AWS::ElasticBeanstalk::ApplicationVersion", "SourceBundle"],
  ["AWS::StepFunctions::StateMachine", "DefinitionS3Location"],
]);

/** The property of a type that may be the path of a local file: `aws cloudformation package` uploads it and writes what it has to be. */
export function packagedProperty(type: string | undefined): string | undefined {
  return type === undefined ? undefined : PACKAGED.get(type);
}
