import { checkRows } from "../../checkRule.ts";

const SAM = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

const fn = (name: string, more = ""): string =>
  `  ${name}:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src\n      Handler: a.b\n      Runtime: python3.13\n${more}`;

const events = (text: string): string => fn("F", `      Events:\n${text}`);

const outputs = (...names: readonly string[]): string =>
  names.map((name, index) => `  O${index}: {Value: !Ref ${name}}\n`).join("");

describe("what SAM accepts", () => {
  checkRows([
    [
      "sam-function",
      "a function whose all is in Globals, but not its handler",
      `${SAM.replace("Resources:", "Globals: {Function: {Runtime: python3.14, CodeUri: src/}}\nResources:")}  «F»:\n    Type: AWS::Serverless::Function\n`,
      /^F is made from an archive and needs Handler/,
    ],
    [
      "sam-function",
      "a function whose all is in Globals",
      `${SAM.replace("Resources:", "Globals: {Function: {Runtime: python3.14, CodeUri: src/, Handler: a.b}}\nResources:")}  F:\n    Type: AWS::Serverless::Function\n`,
    ],
    ["sam-function", "a misspelt Handler is not missing as well", `${SAM}${fn("F").replace("Handler", "Handlr")}`],
    [
      "sam-function",
      "no Handler",
      `${SAM}${fn("F").replace("      Handler: a.b\n", "").replace("Properties", "«Properties»")}`,
      /needs Handler/,
    ],
    [
      "sam-events",
      "an API that no event asks for anything",
      `${SAM}  «Api»: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}\n${events("        E: {Type: Api, Properties: {Path: /, Method: get}}\n")}`,
      /The REST API doesn't contain any methods/,
      "warning",
    ],
    [
      "sam-events",
      "APIs that an event names, that have a definition, or are of another kind",
      `${SAM}  A: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}\n  B: {Type: AWS::Serverless::Api, Properties: {StageName: prod, DefinitionUri: api.yaml}}\n  C: {Type: AWS::Serverless::HttpApi}\n${events("        E: {Type: Api, Properties: {Path: /, Method: get, RestApiId: !Ref A}}\n")}`,
    ],
    [
      "sam-events",
      "methods that are written out",
      `${SAM}  A: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}\n  M: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref A, ResourceId: !GetAtt A.RootResourceId, HttpMethod: GET, AuthorizationType: NONE, Integration: {Type: MOCK}}}\n`,
    ],
    [
      "unknown-property",
      "embedded connectors of any resource",
      `${SAM}  Q:\n    Type: AWS::SQS::Queue\n    Connectors:\n      C:\n        Properties:\n          Destination: {Id: F}\n          Permissions: [Read]\n${fn("F")}`,
    ],
    ["unknown-property", "but not without SAM", "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    «Connectors»: {}\n"],
    [
      "unknown-depends-on",
      "what an embedded connector makes",
      `${SAM}  Q:\n    Type: AWS::SQS::Queue\n    Connectors:\n      C: {}\n  T:\n    Type: AWS::SNS::Topic\n    DependsOn: [QCPolicy, «TCPolicy»]\n`,
    ],
    [
      "unknown-get-att",
      "a dead-letter queue that SAM makes under a name",
      `${SAM}${events("        E:\n          Type: Schedule\n          Properties:\n            Schedule: rate(1 day)\n            DeadLetterConfig: {Type: SQS, QueueLogicalId: Failed}\n")}Outputs:\n  A:\n    Value: !GetAtt Failed.Arn\n  B:\n    Value: !GetAtt «Other».Arn\n`,
    ],
    [
      "unknown-ref",
      "what SAM makes for a function and an API, but no other names that begin like theirs",
      `${SAM}${events("        Get: {Type: Api, Properties: {Path: /, Method: get, RestApiId: !Ref Api}}\n        Put: {Type: HttpApi}\n")}  Api:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: live}\nOutputs:\n${outputs("F.Version", "F.Alias", "FRole", "FAliaslive", "FVersion0123456789", "FUrl", "FDeploymentGroup", "FGetPermissionlive", "Api.Stage", "Api.Deployment", "ApiliveStage", "ApiDeployment0123456789", "ServerlessHttpApi", "ServerlessDeploymentApplication", "CodeDeployServiceRole", "«FRol»", "«FRoles»", "«F.Versions»", "«Api.Stages»", "«ApiRole»", "«ServerlessApi»")}`,
    ],
    [
      "unknown-ref",
      "a topic's queue and its policy by a name of their own",
      `${SAM}${events("        N: {Type: SNS, Properties: {Topic: x, SqsSubscription: {QueueArn: a, QueueUrl: b, QueuePolicyLogicalId: Letters}}}\n")}Outputs:\n${outputs("Letters", "FN", "FNQueue", "FNPermission", "«Mail»")}`,
    ],
    [
      "dependency-cycle",
      "alarms and hooks wait for the function, not the other way round",
      `${SAM}${fn("F", "      AutoPublishAlias: live\n      DeploymentPreference:\n        Alarms: [!Ref Alarm]\n        Hooks: {PreTraffic: !Ref Hook}\n")}${fn("Hook", "      Environment:\n        Variables: {V: !Ref F.Version}\n      DeploymentPreference: {Enabled: false}\n")}  Alarm:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      ComparisonOperator: GreaterThanThreshold\n      EvaluationPeriods: 1\n      Dimensions: [{Name: FunctionName, Value: !Ref F}]\n`,
    ],
    [
      "dependency-cycle",
      "a GraphQL API and the function of its data source",
      `${SAM}  Api:\n    Type: AWS::Serverless::GraphQLApi\n    Properties:\n      Auth: {Type: AWS_IAM}\n      DataSources:\n        Lambda:\n          L: {FunctionArn: !GetAtt F.Arn}\n${fn("F", "      Environment:\n        Variables: {API: !Ref Api}\n")}`,
    ],
    [
      "dependency-cycle",
      "what is the function's own still closes a circle",
      `${SAM}${fn("F", "      Environment:\n        Variables: {T: !Ref «T»}\n")}  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: !Ref F\n`,
    ],
    [
      "missing-property",
      "deployments of state machines",
      `${SAM}  S:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: x.json\n      AutoPublishAlias: live\n      DeploymentPreference: {Type: CANARY, Interval: 1, Percentage: 10}\n`,
    ],
    [
      "missing-property",
      "Globals merge map by map",
      `Globals:\n  Function:\n    CapacityProviderConfig: {Arn: "arn:aws:lambda:us-east-1:123456789012:capacity-provider:x"}\n${SAM}${fn("F", "      CapacityProviderConfig: {PerExecutionEnvironmentMaxConcurrency: 4}\n")}${fn("G", "      DeadLetterQueue: {Type: SQS, TargetArn: x}\n")}`,
    ],
    [
      "missing-property",
      "where neither gives it",
      `${SAM}${fn("F", "      «CapacityProviderConfig»: {PerExecutionEnvironmentMaxConcurrency: 4}\n")}`,
      /needs Arn/,
    ],
    [
      "unknown-property",
      "VPC endpoints in both spellings, parameters of policy templates that SAM passes over",
      `${SAM}  A:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: p\n      EndpointConfiguration: {Type: PRIVATE, VpcEndpointIds: [vpce-1], VPCEndpointIds: [vpce-2]}\n${fn("F", "      Policies:\n        - SQSPollerPolicy: {QueueName: q, More: x}\n")}`,
    ],
    [
      "unknown-property",
      "events by their type",
      `${SAM}${events("        E:\n          Type: Schedule\n          Properties: {Schedule: rate(1 day), Target: {Id: x}, «Cron»: x}\n        K:\n          Type: SelfManagedKafka\n          Properties:\n            Topics: [t]\n            KafkaBootstrapServers: [a]\n            SourceAccessConfigurations: []\n            DestinationConfig: {OnFailure: {Type: SNS, Destination: x}}\n")}`,
    ],
    [
      "unknown-property",
      "what SAM takes beyond its guide",
      `${SAM}${events("        A:\n          Type: SQS\n          Properties: {Queue: x, StartingPosition: LATEST, «Position»: x}\n        B:\n          Type: EventBridgeRule\n          Properties: {Pattern: {}, Enabled: true}\n")}`,
    ],
    [
      "unknown-property",
      "Globals",
      `Globals:\n  Function:\n    «SomeKey»: 1\n    Timeout: 3\n  Api:\n    «StageName»: p\n  «Table»:\n    A: b\n${SAM}${fn("F")}`,
    ],
    [
      "null-value",
      "SAM leaves most of it out, and a definition is text",
      `${SAM}  S:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition: {StartAt: A, States: {A: {Type: Pass, ResultPath: null, End: true}}}\n      «Events»:\n`,
      undefined,
      "warning",
    ],
  ]);
});

describe("what SAM refuses", () => {
  checkRows([
    [
      "sam-function",
      "a zip without runtime or handler",
      `${SAM}  F:\n    Type: AWS::Serverless::Function\n    «Properties»:\n      CodeUri: src\n      Handler: a.b\n  G:\n    Type: AWS::Serverless::Function\n    Metadata: {Dockerfile: Dockerfile}\n    Properties:\n      PackageType: Image\n  H:\n    Type: AWS::Serverless::Function\n    Properties:\n      ImageUri: x\n`,
      /Runtime/,
    ],
    [
      "sam-function",
      "unless Globals give them",
      `Globals:\n  Function: {Runtime: python3.13, Handler: a.b}\n${SAM}  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src\n`,
    ],
    [
      "sam-function",
      "deployments without an alias",
      `${SAM}${fn("F", "      «DeploymentPreference»: {Type: AllAtOnce}\n")}${fn("G", "      DeploymentPreference: {Enabled: false}\n")}${fn("H", "      AutoPublishAlias: live\n      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}\n")}`,
    ],
    ["sam-function", "names of aliases", `${SAM}${fn("F", "      AutoPublishAlias: «a*b»\n")}`],
    [
      "sam-function",
      "an alias that is called as an empty default",
      `Parameters:\n  None: {Type: String, Default: ""}\n  Live: {Type: String, Default: live}\n  Asked: {Type: String}\n${SAM}${fn("F", "      AutoPublishAlias: «!Ref None»\n")}${fn("G", "      AutoPublishAlias: !Ref Live\n")}${fn("H", "      AutoPublishAlias: !Ref Asked\n")}${fn("I", "      AutoPublishAlias: ''\n")}`,
      /Alias name is required/,
    ],
    [
      "sam-function",
      "an empty alias, which is none",
      `${SAM}${fn("F", "      AutoPublishAlias: ''\n      «DeploymentPreference»: {Type: AllAtOnce}\n")}`,
    ],
    [
      "sam-events",
      "a route twice, in whichever function",
      `${SAM}${events("        A:\n          Type: Api\n          Properties: {Path: /a, Method: get}\n        B:\n          Type: Api\n          Properties: {Path: /a, Method: post}\n")}${fn("G", "      Events:\n        A:\n          Type: Api\n          Properties: {Path: «/a», Method: GET}\n        B:\n          Type: HttpApi\n          Properties: {Path: /a, Method: get}\n")}`,
      /GET \/a/,
    ],
    [
      "sam-events",
      "an API of another kind or of another template",
      `${SAM}${events("        A:\n          Type: Api\n          Properties: {Path: /a, Method: get, RestApiId: «!Ref H»}\n        B:\n          Type: Api\n          Properties: {Path: /b, Method: get, RestApiId: «!ImportValue X»}\n        C:\n          Type: Api\n          Properties: {Path: /c, Method: get, RestApiId: !Ref Id}\n        D:\n          Type: HttpApi\n          Properties: {Path: /d, Method: get, ApiId: «!Ref T»}\n        E:\n          Type: Api\n          Properties: {Path: /e, Method: get, RestApiId: !Ref R}\n")}  T:\n    Type: AWS::SNS::Topic\n  R:\n    Type: AWS::ApiGateway::RestApi\n  H:\n    Type: AWS::Serverless::HttpApi\nParameters:\n  Id: {Type: String}\n`,
    ],
    [
      "sam-events",
      "authorizers and models that the API does not have",
      `${SAM}${events("        A:\n          Type: Api\n          Properties: {Path: /a, Method: get, RestApiId: !Ref P, Auth: {Authorizer: «Other»}}\n        B:\n          Type: Api\n          Properties: {Path: /b, Method: get, RestApiId: !Ref P, Auth: {Authorizer: Mine}, RequestModel: {Model: «User»}}\n        C:\n          Type: Api\n          Properties: {Path: /c, Method: get, RestApiId: !Ref P, Auth: {Authorizer: «NONE»}}\n        D:\n          Type: Api\n          Properties: {Path: /d, Method: get, RestApiId: !Ref D, Auth: {Authorizer: Any}}\n")}  P:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: p, Auth: {Authorizers: {Mine: {FunctionArn: x}}}}\n  D:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: p, DefinitionUri: x.yaml}\n`,
    ],
    [
      "sam-event-shape",
      "streams, schedules, queues",
      `${SAM}${events("        A:\n          Type: Kinesis\n          «Properties»: {Stream: x}\n        B:\n          Type: Schedule\n          Properties: {Schedule: rate(1 day), State: ENABLED, «Enabled»: true}\n        C:\n          Type: Schedule\n          Properties: {Schedule: rate(1 day), «DeadLetterConfig»: {QueueLogicalId: D}}\n        D:\n          Type: Schedule\n          Properties: {Schedule: rate(1 day), «DeadLetterConfig»: {Arn: x, Type: SQS}}\n        E:\n          Type: HttpApi\n          Properties: «/hello»\n        F:\n          Type: Api\n          Properties: {Path: /, Method: get, RequestParameters: [«Authorization», method.request.header.X, {«x.y»: {Required: true}}]}\n")}`,
    ],
    [
      "sam-event-shape",
      "buckets that are not in the template",
      `${SAM}${events("        A:\n          Type: S3\n          Properties: {Bucket: «!Ref Name», Events: s3:ObjectCreated:*}\n        B:\n          Type: S3\n          Properties: {Bucket: «uploads», Events: s3:ObjectCreated:*}\n        C:\n          Type: S3\n          Properties: {Bucket: !Ref B, Events: s3:ObjectCreated:*}\n")}  B:\n    Type: AWS::S3::Bucket\nParameters:\n  Name: {Type: String}\n`,
      /“S3 events must reference an S3 bucket in the same template”/,
    ],
    [
      "sam-events",
      "an API that is not in the template, by its name",
      `${SAM}${events("        A:\n          Type: Api\n          Properties: {Path: /a, Method: get, RestApiId: «Other»}\n")}`,
      /“must be a valid reference to an 'AWS::Serverless::Api' resource/,
    ],
    [
      "value-combination",
      "tenants of functions that start from snapshots",
      `${SAM}${fn("F", "      TenancyConfig: {TenantIsolationMode: PER_TENANT}\n      «SnapStart»: {ApplyOn: PublishedVersions}\n      AutoPublishAlias: live\n")}`,
    ],
    [
      "sam-event-shape",
      "tenants",
      `${SAM}${fn("F", "      TenancyConfig: {TenantIsolationMode: PER_TENANT}\n      Events:\n        A:\n          Type: «SQS»\n          Properties: {Queue: x}\n        B:\n          Type: Api\n          Properties: {Path: /, Method: get}\n")}`,
    ],
    [
      "sam-api",
      "paths and methods that SAM can't write into",
      `${SAM}  A:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: live\n      Auth: {DefaultAuthorizer: AWS_IAM}\n      DefinitionBody:\n        openapi: 3.0.1\n        paths:\n          «/a»:\n          /b:\n            «get»:\n            parameters: []\n          /c:\n            get: {responses: {}}\n          /d: !If [C, {}, {}]\n  B:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: live\n      DefinitionBody:\n        paths:\n          /b:\n            get:\n  H:\n    Type: AWS::Serverless::HttpApi\n    Properties:\n      DefinitionBody:\n        paths:\n          /a:\n`,
    ],
    [
      "wrong-type",
      "parts of a domain",
      `${SAM}  A:\n    Type: AWS::Serverless::HttpApi\n    Properties:\n      Domain:\n        DomainName: a.example.com\n        CertificateArn: !Ref C\n        MutualTlsAuthentication: «[a]»\n        Route53: {HostedZoneId: Z1, IpV6: «maybe»}\n`,
    ],
    [
      "sam-api",
      "what belongs into the definition",
      `${SAM}  A:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: p, DefinitionUri: x.yaml, «Cors»: "'*'"}\n  H:\n    Type: AWS::Serverless::HttpApi\n    Properties: {DefinitionUri: x.yaml, «Tags»: {a: b}, StageName: p}\n  B:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: p, DefinitionBody: {openapi: 3.0.1, paths: {}}, Cors: "'*'"}\n`,
    ],
    [
      "sam-api",
      "WebSocket APIs",
      `${SAM}  W:\n    Type: AWS::Serverless::WebSocketApi\n    Properties:\n      RouteSelectionExpression: $request.body.action\n      StageName: «$default»\n      Auth: {AuthType: AWS_IAM, «AuthArn»: x}\n      Routes:\n        $connect: {FunctionArn: x, RequestParameters: {}}\n        «$nonsense»: {FunctionArn: x}\n        chat: {FunctionArn: x, «RequestParameters»: {}}\n`,
    ],
    [
      "sam-api",
      "gateway responses",
      `${SAM}  A:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: p\n      GatewayResponses:\n        DEFAULT_4XX: {StatusCode: 401, «SubStatus»: 1, ResponseParameters: {Headers: {}, «Header»: {}}}\n        «StatusCode»: 200\n`,
    ],
    [
      "sam-logical-id",
      "a role that SAM makes",
      `${SAM}${fn("F").replace("  F:", "  «F»:")}  FRole:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {}}\n${fn("G", "      Role: !GetAtt GRole.Arn\n")}  GRole:\n    Type: AWS::IAM::Role\n    Properties: {AssumeRolePolicyDocument: {}}\n`,
      /FRole/,
    ],
    [
      "sam-logical-id",
      "a topic that is given, so that SAM makes none",
      `${SAM}${fn("F", "      EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SNS, Destination: !Ref FEventInvokeConfigOnFailureTopic}}}\n")}  FEventInvokeConfigOnFailureTopic:\n    Type: AWS::SNS::Topic\n`,
    ],
  ]);
});
