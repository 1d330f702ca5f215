import samEventResources from "../../../data/samEventResources.yaml";
// Source: the SAM developer guide's "Generated AWS CloudFormation resources".

/** A resource that SAM adds to the template and that other parts may refer to. */
export interface GeneratedResource {
  readonly logicalId: string;
  readonly type: string;
  /** `false` if SAM appends a hash: the true id only starts with `logicalId`. */
  readonly exact: boolean;
}

/** The properties of a resource that decide what SAM makes. */
export interface SamProperties {
  /** Whether there is anything at a path below `Properties`. */
  has(...path: readonly string[]): boolean;
  /** The text at a path; `undefined` if it is no plain text. */
  text(...path: readonly string[]): string | undefined;
  /** The keys of the map at a path. */
  keys(...path: readonly string[]): readonly string[];
}

/**
 * The resources that SAM generates for one resource. `Function.Version`, `Function.Alias`, `Api.Stage` and
 * `Api.Deployment`, which SAM resolves in `Ref` and `GetAtt`, are among them under those names.
 */
export function generatedResources(
  type: string,
  logicalId: string,
  properties: SamProperties,
): readonly GeneratedResource[] {
  const kind = type.slice("AWS::Serverless::".length);
  const generate = type.startsWith("AWS::Serverless::") && Object.hasOwn(GENERATORS, kind) && GENERATORS[kind];
  return generate ? generate(logicalId, properties) : [];
}

/** Whether a property of a resource of SAM says nothing of the resource itself, but of those that SAM makes besides. */
export function isOfGenerated(type: string, property: string): boolean {
  return /^AWS::Serverless::(?:(?:Function|StateMachine)\.Events|(?:HttpApi|WebSocketApi)\.StageName)$/.test(
    `${type}.${property}`,
  );
}

type Generator = (id: string, properties: SamProperties) => readonly GeneratedResource[];

const GENERATORS: Readonly<Record<string, Generator>> = {
  Function: (id, properties) => [
    ...(properties.has("Role") ? [] : [exact(`${id}Role`, "AWS::IAM::Role")]),
    ...(properties.has("AutoPublishAlias") ? published(id, properties) : []),
    ...(properties.has("DeploymentPreference") ? deployment(id, properties) : []),
    ...(properties.has("FunctionUrlConfig")
      ? [
          exact(`${id}Url`, "AWS::Lambda::Url"),
          exact(`${id}UrlPublicPermissions`, "AWS::Lambda::Permission"),
          exact(`${id}URLInvokeAllowPublicAccess`, "AWS::Lambda::Permission"),
        ]
      : []),
    ...(properties.has("EventInvokeConfig") ? invokeConfig(id, properties) : []),
    ...properties.keys("Events").flatMap((event) => functionEvent(id, event, properties)),
  ],
  Api: (id, properties) => [
    ...stages(id, "AWS::ApiGateway", properties.text("StageName")),
    ...usagePlan(id, properties),
  ],
  HttpApi: (id, properties) => {
    const stage = properties.text("StageName");
    const named = stage === undefined || stage === "$default" ? "ApiGatewayDefault" : stage;
    return properties.has("StageName") && stage === undefined
      ? [starting(id, "AWS::ApiGatewayV2::Stage")]
      : [exact(`${id}${named}Stage`, "AWS::ApiGatewayV2::Stage"), exact(`${id}.Stage`, "AWS::ApiGatewayV2::Stage")];
  },
  WebSocketApi: (id) => [starting(id, "AWS::ApiGatewayV2::Stage")],
  StateMachine: (id, properties) => [
    ...(properties.has("Role") ? [] : [exact(`${id}Role`, "AWS::IAM::Role")]),
    ...(properties.has("AutoPublishAlias")
      ? [
          starting(`${id}Version`, "AWS::StepFunctions::StateMachineVersion"),
          exact(`${id}Alias${properties.text("AutoPublishAlias") ?? ""}`, "AWS::StepFunctions::StateMachineAlias"),
        ]
      : []),
    ...properties.keys("Events").flatMap((event) => stateMachineEvent(id, event, properties)),
  ],
  Connector: (id) => [exact(`${id}Policy`, "AWS::IAM::ManagedPolicy")],
  GraphQLApi: (id) => [exact(`${id}Schema`, "AWS::AppSync::GraphQLSchema"), starting(id, "AWS::AppSync::DataSource")],
  LayerVersion: (id) => [starting(id, "AWS::Lambda::LayerVersion")],
  CapacityProvider: (id, properties) =>
    properties.has("OperatorRole") ? [] : [exact(`${id}OperatorRole`, "AWS::IAM::Role")],
};

function exact(logicalId: string, type: string): GeneratedResource {
  return { logicalId, type, exact: true };
}

function starting(logicalId: string, type: string): GeneratedResource {
  return { logicalId, type, exact: false };
}

function published(id: string, properties: SamProperties): readonly GeneratedResource[] {
  const alias = properties.text("AutoPublishAlias");
  return [
    starting(`${id}Version`, "AWS::Lambda::Version"),
    exact(`${id}.Version`, "AWS::Lambda::Version"),
    alias === undefined
      ? starting(`${id}Alias`, "AWS::Lambda::Alias")
      : exact(`${id}Alias${alias}`, "AWS::Lambda::Alias"),
    exact(`${id}.Alias`, "AWS::Lambda::Alias"),
  ];
}

function deployment(id: string, properties: SamProperties): readonly GeneratedResource[] {
  return [
    exact("ServerlessDeploymentApplication", "AWS::CodeDeploy::Application"),
    exact(`${id}DeploymentGroup`, "AWS::CodeDeploy::DeploymentGroup"),
    ...(properties.has("DeploymentPreference", "Role") ? [] : [exact("CodeDeployServiceRole", "AWS::IAM::Role")]),
  ];
}

function invokeConfig(id: string, properties: SamProperties): readonly GeneratedResource[] {
  const destinations = ["OnSuccess", "OnFailure"].flatMap((when) => {
    const path = ["EventInvokeConfig", "DestinationConfig", when] as const;
    const kind = properties.has(...path, "Destination") ? undefined : properties.text(...path, "Type");
    if (kind === "SQS") return [exact(`${id}EventInvokeConfig${when}Queue`, "AWS::SQS::Queue")];
    return kind === "SNS" ? [exact(`${id}EventInvokeConfig${when}Topic`, "AWS::SNS::Topic")] : [];
  });
  return [exact(`${id}EventInvokeConfig`, "AWS::Lambda::EventInvokeConfig"), ...destinations];
}

const EVENT_RESOURCE = samEventResources();

function functionEvent(id: string, event: string, properties: SamProperties): readonly GeneratedResource[] {
  const kind = properties.text("Events", event, "Type") ?? "";
  const of = (name: string): boolean => properties.has("Events", event, "Properties", name);
  const name = `${id}${event}`;
  const main = Object.hasOwn(EVENT_RESOURCE, kind) ? EVENT_RESOURCE[kind] : undefined;
  return [
    ...(main ? [exact(name, main)] : []),
    ...(main === "AWS::Lambda::EventSourceMapping" || kind === "Api"
      ? []
      : [exact(`${name}Permission`, "AWS::Lambda::Permission")]),
    ...(kind === "Api" ? [starting(`${name}Permission`, "AWS::Lambda::Permission")] : []),
    ...(kind === "Api" && !of("RestApiId") ? IMPLICIT_REST : []),
    ...(kind === "HttpApi" && !of("ApiId") ? IMPLICIT_HTTP : []),
    ...(kind === "ScheduleV2" && !of("RoleArn") ? [exact(`${name}Role`, "AWS::IAM::Role")] : []),
    ...(of("DeadLetterConfig")
      ? [exact(`${name}Queue`, "AWS::SQS::Queue"), exact(`${name}QueuePolicy`, "AWS::SQS::QueuePolicy")]
      : []),
    ...(of("SqsSubscription")
      ? [
          exact(`${name}Queue`, "AWS::SQS::Queue"),
          exact(`${name}QueuePolicy`, "AWS::SQS::QueuePolicy"),
          exact(`${name}EventSourceMapping`, "AWS::Lambda::EventSourceMapping"),
        ]
      : []),
  ];
}

function stateMachineEvent(id: string, event: string, properties: SamProperties): readonly GeneratedResource[] {
  const kind = properties.text("Events", event, "Type") ?? "";
  const name = `${id}${event}`;
  const main = Object.hasOwn(EVENT_RESOURCE, kind) ? EVENT_RESOURCE[kind] : undefined;
  const implicit = kind === "Api" && !properties.has("Events", event, "Properties", "RestApiId") ? IMPLICIT_REST : [];
  return [...(main ? [exact(name, main)] : []), exact(`${name}Role`, "AWS::IAM::Role"), ...implicit];
}

function stages(id: string, service: string, stage: string | undefined): readonly GeneratedResource[] {
  return [
    stage === undefined ? starting(id, `${service}::Stage`) : exact(`${id}${stage}Stage`, `${service}::Stage`),
    exact(`${id}.Stage`, `${service}::Stage`),
    starting(`${id}Deployment`, `${service}::Deployment`),
    exact(`${id}.Deployment`, `${service}::Deployment`),
  ];
}

const IMPLICIT_REST: readonly GeneratedResource[] = [
  exact("ServerlessRestApi", "AWS::ApiGateway::RestApi"),
  ...stages("ServerlessRestApi", "AWS::ApiGateway", "Prod"),
];

const IMPLICIT_HTTP: readonly GeneratedResource[] = [
  exact("ServerlessHttpApi", "AWS::ApiGatewayV2::Api"),
  exact("ServerlessHttpApiApiGatewayDefaultStage", "AWS::ApiGatewayV2::Stage"),
  exact("ServerlessHttpApi.Stage", "AWS::ApiGatewayV2::Stage"),
];

function usagePlan(id: string, properties: SamProperties): readonly GeneratedResource[] {
  const kind = properties.text("Auth", "UsagePlan", "CreateUsagePlan");
  const prefix = kind === "PER_API" ? id : kind === "SHARED" ? "Serverless" : undefined;
  if (prefix === undefined) return [];
  return [
    exact(`${prefix}UsagePlan`, "AWS::ApiGateway::UsagePlan"),
    exact(`${prefix}UsagePlanKey`, "AWS::ApiGateway::UsagePlanKey"),
    exact(`${prefix}ApiKey`, "AWS::ApiGateway::ApiKey"),
  ];
}
