import { SAM_KINDS } from "./samKinds.ts";

/** Suffixes of a resource's logical id in the names of those that SAM makes for it, except for events and connectors, by type. */
const SUFFIXES = new Map(
  [...SAM_KINDS].flatMap(([kind, { makes }]) => (makes === undefined ? [] : [[kind, new RegExp(makes)] as const])),
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
