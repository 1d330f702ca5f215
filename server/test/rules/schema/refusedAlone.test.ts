import { checkRows, type Row } from "../checkRule.ts";

const resources = (text: string): string => `Resources:\n${text}`;

const client = (properties: string): string =>
  resources(`  Client:\n    Type: AWS::Cognito::UserPoolClient\n    ${properties}\n`);
const OAUTH = "UserPoolId: !Ref Pool, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthScopes: [a/b]";
const filter = (pattern: string): string =>
  resources(
    `  Errors:\n    Type: AWS::Logs::MetricFilter\n    Properties: {LogGroupName: app, FilterPattern: ${pattern}, MetricTransformations: [{MetricName: a, MetricNamespace: b, MetricValue: "1", Dimensions: [{Key: a, Value: $.b}]}]}\n`,
  );

const VALUES: readonly Row[] = [
  [
    "value-combination",
    "the flow of clients without a secret",
    client(`«Properties»: {${OAUTH}, AllowedOAuthFlows: [client_credentials]}`),
    /“client_credentials flow can not be selected if client does not have a client secret”/,
    "error",
  ],
  [
    "value-combination",
    "the flow of clients with a secret",
    client(`Properties: {${OAUTH}, AllowedOAuthFlows: [client_credentials], GenerateSecret: true}`),
  ],
  [
    "value-combination",
    "the flow of clients along with another",
    client(
      `Properties: {${OAUTH}, «AllowedOAuthFlows»: [code, client_credentials], GenerateSecret: true, CallbackURLs: ["https://a.example"]}`,
    ),
    /“client_credentials flow can not be selected along with code flow or implicit flow”/,
    "error",
  ],
  [
    "value-combination",
    "a code without an address",
    client(`«Properties»: {${OAUTH}, AllowedOAuthFlows: [code]}`),
    /“CallbackUrls can not be empty when code flow or implicit flow is selected”/,
    "error",
  ],
  [
    "value-combination",
    "a code with an address",
    client(`Properties: {${OAUTH}, AllowedOAuthFlows: [code], CallbackURLs: ["https://a.example"]}`),
  ],
  [
    "value-combination",
    "dimensions of words",
    filter('"?ERROR ?WARN"').replace("MetricTransformations", "«MetricTransformations»"),
    /Dimensions can't be set \(“The specified filter pattern does not support dimensions”\)/,
    "error",
  ],
  ["value-combination", "dimensions of objects", filter('"{ $.level = ERROR }"')],
  ["value-combination", "dimensions of columns", filter('"[ip, user, status]"')],
];

const FARGATE = (seconds: string): string =>
  resources(
    `  Task: {Type: AWS::ECS::TaskDefinition, Properties: {RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: "256", Memory: "512", ContainerDefinitions: [{Name: a, Image: a}, {Name: b, Image: b, StopTimeout: ${seconds}}]}}\n`,
  );
const role = (statement: string): string =>
  resources(
    `  Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, ${statement}}]}}}\n`,
  );
const COGNITO = "Principal: {Federated: cognito-identity.amazonaws.com}, Action: sts:AssumeRoleWithWebIdentity";

const OTHERS: readonly Row[] = [
  [
    "fargate-task",
    "a long stop",
    FARGATE("«300»"),
    /must have a container stop timeout of less than 120 seconds/,
    "error",
  ],
  ["fargate-task", "the longest stop", FARGATE("120")],
  [
    "policy-statement",
    "identities of any pool",
    role(COGNITO.replace(/cognito-identity\S+com/, "«$&»")),
    /“A condition block must be present for the Cognito provider”/,
    "error",
  ],
  [
    "policy-statement",
    "identities of a pool",
    role(`${COGNITO}, Condition: {StringEquals: {"cognito-identity.amazonaws.com:aud": !Ref Pool}}`),
  ],
  [
    "policy-statement",
    "identities of others",
    role(COGNITO.replace("cognito-identity.amazonaws.com", "www.amazon.com")),
  ],
];

const exported = (name: string, other = ""): string =>
  `Parameters:\n  Env: {Type: String, Default: dev_1}\n  Stage: {Type: String, Default: dev}\nResources:\n  Topic: {Type: AWS::SNS::Topic}\nOutputs:\n  Arn: {Value: !Ref Topic, Export: {Name: ${name}}}\n${other}`;

const EXPORTS: readonly Row[] = [
  [
    "output-value",
    "an underscore",
    exported("«my_topic»"),
    /my_topic has _ in it \(“The Name field of every Export member must be specified and consist only of/,
    "error",
  ],
  ["output-value", "a slash behind a name", exported('«!Sub "${AWS::StackName}/topic"»'), /has \/ in it/, "error"],
  [
    "output-value",
    "an underscore by default",
    exported('«!Sub "${Env}-topic"»'),
    /^By default: dev_1-topic/,
    "warning",
  ],
  ["output-value", "letters, digits, colons and hyphens", exported('!Sub "${AWS::StackName}:${Stage}-topic1"')],
  [
    "duplicate-export",
    "the same by default",
    exported('!Sub "${Stage}-topic"', "  Other: {Value: !Ref Topic, Export: {Name: «dev-topic»}}\n"),
    /^By default: Arn already exports dev-topic/,
    "warning",
  ],
  [
    "duplicate-export",
    "others by default",
    exported('!Sub "${Stage}-topic"', "  Other: {Value: !Ref Topic, Export: {Name: prod-topic}}\n"),
  ],
];

describe("what is refused for what it says itself", () => {
  checkRows([...VALUES, ...OTHERS, ...EXPORTS]);
});
