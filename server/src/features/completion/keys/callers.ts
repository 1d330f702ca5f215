import type { Catalogue } from "../../../catalogue/types/catalogue.ts";
import { references } from "../../../model/focus/references.ts";
import { entriesOf } from "../../../model/template.ts";
import { typeNameOf } from "../../../model/tree/node.ts";
import type { Scene } from "../scene.ts";

const PERMISSION = "AWS::Lambda::Permission";

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

function callingTypes(catalogue: Catalogue): readonly string[] {
  const source = catalogue.resourceType(PERMISSION)?.properties.properties.get("SourceArn");
  return source?.references?.map(({ type }) => type) ?? [];
}
