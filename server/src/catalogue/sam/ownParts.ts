// Source: the SAM developer guide's "Generated AWS CloudFormation resources", and the templates that the transform gives.

/**
 * By SAM type, paths in the resource that become resources of their own: these wait for the main one, which waits for nothing
 * that is named there.
 */
const OWN_PARTS: Readonly<Record<string, readonly string[]>> = {
  Function: [
    "Properties.Events",
    "Properties.DeploymentPreference",
    "Properties.ProvisionedConcurrencyConfig",
    "Properties.FunctionUrlConfig",
  ],
  StateMachine: ["Properties.Events", "Properties.DeploymentPreference"],
  Api: [
    "Properties.Domain",
    "Properties.AccessLogSetting",
    "Properties.CanarySetting",
    "Properties.MethodSettings",
    "Properties.Variables",
    "Properties.Auth.UsagePlan",
  ],
  HttpApi: [
    "Properties.Domain",
    "Properties.AccessLogSettings",
    "Properties.DefaultRouteSettings",
    "Properties.RouteSettings",
    "Properties.StageVariables",
  ],
  WebSocketApi: [
    "Properties.Domain",
    "Properties.Routes",
    "Properties.Auth",
    "Properties.AccessLogSettings",
    "Properties.DefaultRouteSettings",
    "Properties.RouteSettings",
    "Properties.StageVariables",
  ],
  GraphQLApi: [
    "Properties.DataSources",
    "Properties.Functions",
    "Properties.Resolvers",
    "Properties.ApiKeys",
    "Properties.Cache",
    "Properties.DomainName",
  ],
};

/** An embedded connector of any resource is a policy by itself. */
const CONNECTORS = ["Connectors"];

/** The keys that lead from a resource to what SAM makes resources of their own. */
export function ownParts(type: string): readonly (readonly string[])[] {
  const [, kind = ""] = type.split("AWS::Serverless::");
  const own = Object.hasOwn(OWN_PARTS, kind) ? OWN_PARTS[kind] : undefined;
  return [...(own ?? []), ...CONNECTORS].map((path) => path.split("."));
}
