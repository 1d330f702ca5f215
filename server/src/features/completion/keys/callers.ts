import type { Catalogue } from "../../../catalogue/types/catalogue.ts";
import { references } from "../../../model/focus/references.ts";
import { type Entry, entriesOf } from "../../../model/template.ts";
import { typeNameOf } from "../../../model/tree/node.ts";
import type { Scene } from "../scene.ts";

const PERMISSION = "AWS::Lambda::Permission";
const ROLE = "AWS::IAM::Role";

/** Services that are not called as their types. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ["AWS::Cognito::UserPool", "cognito-idp"],
  ["AWS::ElasticLoadBalancingV2::TargetGroup", "elasticloadbalancing"],
  ["AWS::ApiGatewayV2::Api", "apigateway"],
]);

/** Types without an ARN that a permission could name. */
const APIS = ["AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api"];

/** The service that calls a function for a resource of a type. */
export function callingService(type: string): string {
  return `${SERVICES.get(type) ?? type.split("::")[1]?.toLowerCase()}.amazonaws.com`;
}

/** The services that may call a template's functions, those first whose resources name a function; for `Principal` of a permission. */
export function callingServices({ template, catalogue, subject }: Scene): readonly string[] {
  if (subject.resourceType !== PERMISSION) return [];
  const types = new Set([...callingTypes(catalogue), ...APIS]);
  const callers = entriesOf(template, "Resources").filter(({ value }) => types.has(typeNameOf(value) ?? ""));
  const isFunction = (name: string): boolean =>
    template.declarations.resources.get(name)?.type?.endsWith("::Function") === true;
  const ranked = callers.map((entry) => ({
    service: callingService(typeNameOf(entry.value) ?? ""),
    names: references(entry).some(({ name }) => isFunction(name)),
  }));
  return [
    ...new Set(ranked.sort((one, other) => Number(other.names) - Number(one.names)).map(({ service }) => service)),
  ];
}

/**
 * The services of the resources that refer to what a policy is on: a distribution to its bucket; for `Service` in a policy
 * of a resource of its own. What has a role acts by that.
 */
export function servicesReferring({ template, subject: { entry: id, resourceType } }: Scene): readonly string[] {
  if (resourceType?.endsWith("Policy") !== true) return [];
  const resources = entriesOf(template, "Resources");
  const on = namesIn(resources.find(({ name }) => name === id));
  const typeOf = (name: string): string => template.declarations.resources.get(name)?.type ?? "";
  const acting = resources.filter((entry) => {
    const names = namesIn(entry);
    return entry.name !== id && names.some((one) => on.includes(one)) && !names.some((one) => typeOf(one) === ROLE);
  });
  return [...new Set(acting.map(({ name }) => callingService(typeOf(name))))];
}

function namesIn(entry: Entry | undefined): readonly string[] {
  return entry === undefined ? [] : references(entry).map(({ name }) => name);
}

function callingTypes(catalogue: Catalogue): readonly string[] {
  const source = catalogue.resourceType(PERMISSION)?.properties.properties.get("SourceArn");
  return source?.references?.map(({ type }) => type) ?? [];
}
