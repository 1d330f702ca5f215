import { checkRows, type Row } from "../../checkRule.ts";

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

const one = (type: string, properties: string): string => resources(`  One:\n    Type: ${type}\n    ${properties}\n`);
const guardrail = (definition: string, tier = ""): string =>
  one(
    "AWS::Bedrock::Guardrail",
    `Properties: {Name: a, BlockedInputMessaging: no, BlockedOutputsMessaging: no, CrossRegionConfig: {GuardrailProfileArn: us.guardrail.v1:0}, TopicPolicyConfig: {${tier}TopicsConfig: [{Name: a, Type: DENY, Definition: money}, {Name: b, Type: DENY, Definition: ${definition}}]}}`,
  );
const LONG = "a".repeat(201);
const header = (name: string): string =>
  one(
    "AWS::CloudFront::Distribution",
    `Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: a, DomainName: a.example, OriginCustomHeaders: [{HeaderName: ${name}, HeaderValue: b}]}]}}`,
  );

const TEXTS: readonly Row[] = [
  [
    "value-combination",
    "a long definition",
    guardrail(`«${LONG}»`),
    /^Without TopicsTierConfig, Definition can't be a{40}… \(“One or more of your guardrail topic definitions/,
    "error",
  ],
  [
    "value-combination",
    "a long definition of the tier for it",
    guardrail(LONG, "TopicsTierConfig: {TierName: STANDARD}, "),
  ],
  [
    "value-combination",
    "a version of AWS's document",
    one(
      "AWS::SSM::Association",
      'Properties: {Name: AWS-RunPatchBaseline, InstanceId: i-0123456789abcdef0, «DocumentVersion»: "1"}',
    ),
    /“Error occurred during operation 'CreateAssociation'”/,
    "error",
  ],
  [
    "value-combination",
    "a version of one's own",
    one("AWS::SSM::Association", 'Properties: {Name: patch, DocumentVersion: "1"}'),
  ],
  [
    "invalid-id",
    "a role's description in Japanese",
    one("AWS::IAM::Role", "Properties: {Description: «処理用のロール»}"),
    /“Member must satisfy regular expression pattern/,
    "error",
  ],
  [
    "invalid-id",
    "a role's description in Latin-1",
    one("AWS::IAM::Role", 'Properties: {Description: "café: it\'s ours"}'),
  ],
  [
    "invalid-id",
    "a domain with a dot at its end",
    one("AWS::ApiGateway::DomainName", "Properties: {DomainName: «api.example.com.»}"),
    /“Trailing period should be omitted from domain name”/,
    "error",
  ],
  ["invalid-id", "a domain", one("AWS::ApiGateway::DomainName", "Properties: {DomainName: api.example.com}")],
  ["invalid-id", "CloudFront's own header", header("«Host»"), /“HeaderName : Host is not allowed”/, "error"],
  ["invalid-id", "a header of one's own", header("X-Host")],
];

describe("what is refused for what it says itself", () => {
  checkRows([...VALUES, ...OTHERS, ...EXPORTS, ...TEXTS]);
});
