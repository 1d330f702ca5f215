// Source: the SAM developer guide's "Generated AWS CloudFormation resources" and "Referencing resources", held against what the SAM
// translator makes of the templates of its own tests.

/** Suffixes of a resource's logical id in the names of those that SAM makes for it, except for events and connectors, by type. */
const SUFFIXES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    Function:
      /^(?:Role|Version\w*|Alias\w*|DeploymentGroup|Url|UrlPublicPermissions|URLInvokeAllowPublicAccess|EventInvokeConfig\w*|CognitoPermission|\.(?:Alias|Version|DestinationTopic|DestinationQueue))$/,
    Api: /^(?:\w*Stage\w*|Deployment\w*|UsagePlan|UsagePlanKey|ApiKey|\w*BasePathMapping|\w+AuthorizerPermission|\.(?:Stage|Deployment|DomainName|DomainNameV2|UsagePlan|UsagePlanKey|ApiKey))$/,
    HttpApi: /^(?:\w*Stage\w*|\w*ApiMapping|\w+AuthorizerPermission|\.(?:Stage|DomainName))$/,
    WebSocketApi:
      /^(?:\w*Stage\w*|Deployment\w*|\w*ApiMapping|\w+(?:Route|Integration|Permission|Authorizer)|\.(?:Stage|DomainName))$/,
    StateMachine: /^(?:Role|Version\w*|Alias\w*|\.(?:Alias|Version))$/,
    Connector: /^(?:Policy|TopicPolicy|QueuePolicy|(?:Read|Write)LambdaPermission)(?:Destination\d+)?$/,
    // Data sources, functions and resolvers of its own, each with its role and policies.
    GraphQLApi: /^\w+$/,
    LayerVersion: /^[\da-f]{10}$/,
    CapacityProvider: /^OperatorRole$/,
  }),
);

/** Names of what several resources share. */
const SHARED =
  /^(?:Serverless(?:RestApi|HttpApi)[\w.]*|ServerlessDeploymentApplication|CodeDeployServiceRole|Serverless(?:UsagePlan|UsagePlanKey|ApiKey)|ApiGatewayDomainName\w*|RecordSetGroup\w+)$/;

/** Whether SAM makes a resource of this name, whatever the template's resources are. */
export function isSharedName(name: string): boolean {
  return SHARED.test(name);
}

/**
 * Whether SAM may make a resource of this name for another one. It is not asked whether the properties want it to.
 * @param name longer than the resource's own logical id, with which it begins
 * @param parts the names of the resource's events and connectors
 */
export function isGeneratedName(name: string, logicalId: string, type: string, parts: readonly string[]): boolean {
  const rest = name.slice(logicalId.length);
  if (parts.some((part) => rest.startsWith(part))) return true;
  return (
    type.startsWith("AWS::Serverless::") && SUFFIXES.get(type.slice("AWS::Serverless::".length))?.test(rest) === true
  );
}
