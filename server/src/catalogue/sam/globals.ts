import { lazy } from "../../text/lazy.ts";
import { changed, object, objectType, property } from "../types/build.ts";
import type { ObjectType, Property } from "../types/catalogue.ts";
import { samType } from "./samTypes.ts";
import { type Scope, samUrl } from "./scope.ts";

// Source: the SAM developer guide's "Globals section of the AWS SAM template".

const URL = samUrl("sam-specification-template-anatomy-globals");

/** By kind, the properties that may stand in `Globals`. */
const SUPPORTED: Readonly<Record<string, readonly string[]>> = {
  Function: [
    "Handler",
    "Runtime",
    "CodeUri",
    "DeadLetterQueue",
    "Description",
    "MemorySize",
    "Timeout",
    "VpcConfig",
    "Environment",
    "Tags",
    "PropagateTags",
    "Tracing",
    "KmsKeyArn",
    "Layers",
    "AutoPublishAlias",
    "AutoPublishAliasAllProperties",
    "DeploymentPreference",
    "RolePath",
    "PermissionsBoundary",
    "ReservedConcurrentExecutions",
    "ProvisionedConcurrencyConfig",
    "AssumeRolePolicyDocument",
    "EventInvokeConfig",
    "FunctionUrlConfig",
    "Architectures",
    "EphemeralStorage",
    "SnapStart",
    "RuntimeManagementConfig",
    "LoggingConfig",
    "RecursiveLoop",
    "SourceKMSKeyArn",
    "CapacityProviderConfig",
    "FunctionScalingConfig",
    "VersionDeletionPolicy",
    "PublishToLatestPublished",
    "TenancyConfig",
    "DurableConfig",
    "FileSystemConfigs",
    "CodeSigningConfigArn",
  ],
  Api: [
    "Auth",
    "Name",
    "DefinitionUri",
    "CacheClusterEnabled",
    "CacheClusterSize",
    "MergeDefinitions",
    "Variables",
    "EndpointConfiguration",
    "MethodSettings",
    "BinaryMediaTypes",
    "MinimumCompressionSize",
    "Cors",
    "GatewayResponses",
    "AccessLogSetting",
    "CanarySetting",
    "TracingEnabled",
    "OpenApiVersion",
    "Domain",
    "AlwaysDeploy",
    "PropagateTags",
    "SecurityPolicy",
    "EndpointAccessMode",
  ],
  HttpApi: [
    "Auth",
    "AccessLogSettings",
    "StageVariables",
    "Tags",
    "RouteSettings",
    "FailOnWarnings",
    "Domain",
    "CorsConfiguration",
    "DefaultRouteSettings",
    "PropagateTags",
  ],
  WebSocketApi: [
    "ApiKeySelectionExpression",
    "AccessLogSettings",
    "DefaultRouteSettings",
    "DisableExecuteApiEndpoint",
    "DisableSchemaValidation",
    "Domain",
    "IpAddressType",
    "PropagateTags",
    "RouteSettings",
    "RouteSelectionExpression",
    "StageVariables",
    "Tags",
  ],
  SimpleTable: ["SSESpecification"],
  StateMachine: ["PropagateTags"],
  LayerVersion: ["PublishLambdaVersion"],
  CapacityProvider: [
    "VpcConfig",
    "OperatorRole",
    "Tags",
    "PropagateTags",
    "InstanceRequirements",
    "ScalingConfig",
    "KmsKeyArn",
  ],
};

/** The kinds that `Globals` takes. */
export const SAM_GLOBALS: readonly string[] = Object.keys(SUPPORTED);

/** The `Globals` section: nothing in it is required. */
export function samGlobals(scope: Scope): ObjectType {
  return objectType(
    "Globals",
    URL,
    Object.entries(SUPPORTED).map(([kind, names]) =>
      property(
        kind,
        object(lazy(() => kindObject(kind, names, scope))),
        `What all resources of type AWS::Serverless::${kind} share.`,
        `すべてのAWS::Serverless::${kind}に共通の設定。`,
      ),
    ),
  );
}

function kindObject(kind: string, names: readonly string[], scope: Scope): ObjectType {
  const all = samType(`AWS::Serverless::${kind}`, scope)?.properties.properties;
  const properties = names.flatMap((name): Property[] => {
    const known = all?.get(name);
    return known ? [changed(known, { required: false })] : [];
  });
  return objectType(kind, URL, properties);
}
