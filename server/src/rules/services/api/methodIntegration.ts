import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Template } from "../../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  type ScalarNode,
  valueAt,
} from "../../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "../../shared/declaredNames.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { waitsFor } from "../../shared/links/waitsFor.ts";
import type { TemplateRule } from "../../shared/rule.ts";
import { hasAllKeys, isOpenText, isSet, literalAt, literalText } from "../../shared/values/literals.ts";
import { propertiesSpan } from "../../shared/values/propertiesSpan.ts";

/**
 * A method of a REST API without an integration, or an API without any method, so that the API's deployment fails; and an
 * integration that takes a parameter of the request, or gives a header of the response, which its method does not declare, or that does not say by which method it asks.
 */
export const methodIntegration: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const parts = partsOfApis(template);
    if (template.declarations.open) return;
    for (const { entry, found } of described(template))
      for (const node of found.unsent) report(entry, contentSpan(node), { message: "no-http-method" });
    for (const { entry, found } of openModels(template))
      for (const node of found)
        report(entry, contentSpan(node), { message: "no-model", with: { name: lastPart(node) } });
    for (const { entry, found } of parts) {
      for (const node of found.unquoted) {
        const span = contentSpan(node);
        const data = replacement(span, `"'${node.text}'"`);
        report(entry, span, { message: "not-quoted", with: { value: node.text }, data });
      }
      for (const node of found.unanswered)
        report(entry, contentSpan(node), {
          message: "no-response",
          with: { name: entry.name, status: node.text },
          unfinished: "beside",
        });
      for (const { node, begins } of found.misnamed)
        report(entry, contentSpan(node), { message: "not-named", with: { name: node.text, begins } });
      for (const node of found.undeclared)
        report(entry, contentSpan(node), {
          message: "not-declared",
          with: { name: entry.name, value: node.text, place: declaredIn(node) },
          unfinished: "beside",
        });
      const api = found.isDeployment ? described(template).find((one) => one.entry.name === found.api) : undefined;
      if (api?.found.bare !== undefined)
        report(api.entry, contentSpan(api.found.bare), {
          message: "no-integration",
          with: { name: api.found.bare.text, deployment: entry.name },
          unfinished: "below",
        });
      if (found.isDeployment && found.api !== undefined && !mayHaveMethods(template, found.api))
        report(entry, contentSpan(entry.key), { message: "no-methods", with: { api: found.api, name: entry.name } });
      if (!found.lacks) continue;
      const [deployment] = parts.filter(
        (one) =>
          one.found.isDeployment && one.found.api === found.api && waitsFor(template, one.entry.name).has(entry.name),
      );
      if (deployment === undefined) continue;
      report(entry, propertiesSpan(entry), {
        message: "no-integration",
        with: { name: entry.name, deployment: deployment.entry.name },
      });
    }
  },
};

/** Fixed values that an integration or a response of the API's own gives to a parameter or header without quotes of their own, as if they were names. */
function unquotedIn(properties: MapNode): readonly ScalarNode[] {
  const integration = valueAt(properties, "Integration");
  const maps = [
    valueAt(properties, "ResponseParameters"),
    valueAt(integration, "RequestParameters"),
    ...listItems(valueAt(integration, "IntegrationResponses")).map((one) => valueAt(one, "ResponseParameters")),
  ];
  return maps
    .flatMap((map) => (map?.kind === "map" ? map.pairs.map(({ value }) => value) : []))
    .filter((node): node is ScalarNode => node.kind === "scalar" && node.value !== null && UNQUOTED.test(node.text));
}

/** Keys that are no names of parameters, with what those begin with. */
function misnamedIn(properties: MapNode): readonly { readonly node: ScalarNode; readonly begins: string }[] {
  const integration = valueAt(properties, "Integration");
  const responses = ["MethodResponses", "IntegrationResponses"].flatMap((name) =>
    listItems(valueAt(name === "MethodResponses" ? properties : integration, name)),
  );
  const maps = [
    ...responses.map((one) => [valueAt(one, "ResponseParameters"), "method.response.header"] as const),
    [valueAt(properties, "RequestParameters"), "method.request"] as const,
    [valueAt(integration, "RequestParameters"), "integration.request"] as const,
  ];
  return maps.flatMap(([map, begins]) =>
    (map?.kind === "map" ? map.pairs : [])
      .filter(({ key, merged }) => !merged && !key.text.startsWith(`${begins}.`) && /^[\w.-]+$/.test(key.text))
      .map(({ key }) => ({ node: key, begins })),
  );
}

/** The status codes of responses that an integration gives and its method does not have. */
function unansweredIn(properties: MapNode): readonly ScalarNode[] {
  const all = valueAt(properties, "MethodResponses");
  if (!hasAllKeys(properties) || (all !== undefined && all.kind !== "list")) return [];
  const codes = listItems(all).map((one) => literalText(one, "StatusCode"));
  if (codes.includes(undefined)) return [];
  return listItems(valueAt(valueAt(properties, "Integration"), "IntegrationResponses")).flatMap((given) => {
    const status = literalAt(given, "StatusCode");
    const mapped = valueAt(given, "ResponseParameters");
    // Of its headers is told above.
    if (mapped?.kind === "map" && mapped.pairs.some(({ key }) => HEADER.test(key.text))) return [];
    return status === undefined || isOpenText(status.text) || codes.includes(status.text) ? [] : [status];
  });
}

/** Neither quoted, nor a name of what there is, nor put together. */
const UNQUOTED = /^(?!'|(?:method\.request|integration\.response|context|stageVariables)\.)[^{}$'"\n]+$/;

const PARAMETER = /^method\.request\.(?:path|querystring|header)\.\S+$/;

/** What an integration takes from the request though its method does not declare it. */
function undeclaredIn(properties: MapNode): readonly ScalarNode[] {
  return [...undeclaredRequests(properties), ...undeclaredResponses(properties)];
}

function declaredIn({ text }: ScalarNode): string {
  return text.startsWith("method.request.") ? "RequestParameters" : "MethodResponses";
}

/** Headers that the integration gives to a response of the method which does not have them. */
function undeclaredResponses(properties: MapNode): readonly ScalarNode[] {
  const all = valueAt(properties, "MethodResponses");
  if (!hasAllKeys(properties) || (all !== undefined && all.kind !== "list")) return [];
  const responses = listItems(all);
  return listItems(valueAt(valueAt(properties, "Integration"), "IntegrationResponses")).flatMap((given) => {
    const status = literalText(given, "StatusCode");
    if (status === undefined || responses.some((one) => literalText(one, "StatusCode") === undefined)) return [];
    const response = responses.find((one) => literalText(one, "StatusCode") === status);
    const mapped = valueAt(given, "ResponseParameters");
    const declared = valueAt(response, "ResponseParameters");
    if ((response?.kind === "map" && !hasAllKeys(response)) || mapped?.kind !== "map") return [];
    if (declared !== undefined && (declared.kind !== "map" || !hasAllKeys(declared))) return [];
    return mapped.pairs
      .filter(({ key, merged }) => !merged && HEADER.test(key.text) && pairOf(declared, key.text) === undefined)
      .map(({ key }) => key);
  });
}

const HEADER = /^method\.response\.header\.[\w-]+$/;

function undeclaredRequests(properties: MapNode): readonly ScalarNode[] {
  const declared = valueAt(properties, "RequestParameters");
  const mapped = valueAt(valueAt(properties, "Integration"), "RequestParameters");
  if (mapped?.kind !== "map" || !hasAllKeys(properties)) return [];
  if (declared !== undefined && (declared.kind !== "map" || !hasAllKeys(declared))) return [];
  return mapped.pairs
    .map((pair) => pair.value)
    .filter(
      (node): node is ScalarNode =>
        node.kind === "scalar" && PARAMETER.test(node.text) && pairOf(declared, node.text) === undefined,
    );
}

/**
 * Whether an API of the template has methods, or may have them as far as can be told. What has no version may be a module that
 * others add to.
 */
function mayHaveMethods(template: Template, api: string): boolean {
  if (!template.sections.some(({ name }) => name === "AWSTemplateFormatVersion")) return true;
  const apis = emptyApis(template);
  if (!apis.some(({ entry }) => entry.name === api) || mayHaveMore(template.declarations)) return true;
  return (
    methodsOf(template).some(({ found }) => found.api === api || found.api === undefined) ||
    isNamedByOthers(template, api)
  );
}

const METHODS = /^(?:get|put|post|delete|options|head|patch|x-amazon-apigateway-any-method)$/;

/** In the description of an API, the first method that lacks an integration, and integrations that don't say how they ask. */
const described = searchResources(["AWS::ApiGateway::RestApi", "AWS::Serverless::Api"], ({ value }, type) => {
  const isSam = type === "AWS::Serverless::Api";
  const paths = valueAt(valueAt(valueAt(value, "Properties"), isSam ? "DefinitionBody" : "Body"), "paths");
  const pairs = paths?.kind === "map" && hasAllKeys(paths) ? paths.pairs : [];
  const methods = pairs.flatMap(({ value: path }) =>
    path.kind === "map" && hasAllKeys(path) ? path.pairs.filter(({ key }) => METHODS.test(key.text)) : [],
  );
  const bare = isSam ? undefined : methods.find(({ value: of }) => of.kind === "map" && lacksIntegration(of))?.key;
  const unsent = methods.flatMap(({ value: of }) => pairOf(of, INTEGRATION) ?? []).filter(lacksMethod);
  return bare === undefined && unsent.length === 0 ? undefined : { bare, unsent: unsent.map(({ key }) => key) };
});

/** References in the description of an API to models that it does not have. */
const openModels = searchResources(["AWS::ApiGateway::RestApi"], ({ value }) => {
  const body = valueAt(valueAt(value, "Properties"), "Body");
  if (body?.kind !== "map" || !hasAllKeys(body)) return undefined;
  const found = MODELS.flatMap((path) => {
    const models = path.reduce<Node | undefined>(valueAt, body);
    const begin = `#/${path.join("/")}/`;
    if (models !== undefined && (models.kind !== "map" || !hasAllKeys(models))) return [];
    return referencesIn(body).filter(
      ({ text }) => text.startsWith(begin) && pairOf(models, text.slice(begin.length)) === undefined,
    );
  });
  return found.length === 0 ? undefined : found;
});

const MODELS = [["definitions"], ["components", "schemas"]] as const;

function referencesIn(node: Node): readonly ScalarNode[] {
  if (node.kind === "list") return node.items.flatMap(referencesIn);
  if (node.kind !== "map") return [];
  return node.pairs.flatMap(({ key, value }) =>
    key.text === "$ref" && value.kind === "scalar" ? [value] : referencesIn(value),
  );
}

function lastPart({ text }: ScalarNode): string {
  return text.slice(text.lastIndexOf("/") + 1);
}

const INTEGRATION = "x-amazon-apigateway-integration";

function lacksIntegration(method: MapNode): boolean {
  return hasAllKeys(method) && !method.pairs.some(({ key }) => key.text === INTEGRATION);
}

function lacksMethod({ value }: Pair): boolean {
  return (
    value.kind === "map" &&
    hasAllKeys(value) &&
    /^(?:aws|http)(?:_proxy)?$/i.test(literalText(value, "type") ?? "") &&
    !isSet(value, "httpMethod") &&
    !isSet(value, "$ref")
  );
}

/** APIs whose methods, if any, are resources. */
const emptyApis = searchResources(["AWS::ApiGateway::RestApi"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  if (properties?.kind !== "map" || !hasAllKeys(properties)) return undefined;
  return ["Body", "BodyS3Location", "CloneFrom"].some((name) => isSet(properties, name)) ? undefined : true;
});

const methodsOf = searchResources(["AWS::ApiGateway::Method"], ({ value }) => ({
  api: resourceTarget(valueAt(valueAt(value, "Properties"), "RestApiId")),
}));

const PARTS = ["AWS::ApiGateway::Deployment", "AWS::ApiGateway::GatewayResponse", "AWS::ApiGateway::Method"];

/** Methods that lack something, responses with texts that are no values, and deployments, with the logical ID of their API. */
const partsOfApis = searchResources(PARTS, ({ value }, type) => {
  const isMethod = type === "AWS::ApiGateway::Method";
  const isDeployment = type === "AWS::ApiGateway::Deployment";
  const properties = valueAt(value, "Properties");
  const api = resourceTarget(valueAt(properties, "RestApiId"));
  if (properties?.kind !== "map") return undefined;
  const undeclared = isMethod ? undeclaredIn(properties) : [];
  const unanswered = isMethod ? unansweredIn(properties) : [];
  const misnamed = isMethod ? misnamedIn(properties) : [];
  const unquoted = isDeployment ? [] : unquotedIn(properties);
  const lacks = api !== undefined && isMethod && !isSet(properties, "Integration") && hasAllKeys(properties);
  const isWrong = [undeclared, unanswered, misnamed, unquoted].some(({ length }) => length > 0);
  return (isDeployment && api !== undefined) || lacks || isWrong
    ? { isDeployment, lacks, api, undeclared, unanswered, misnamed, unquoted }
    : undefined;
});
