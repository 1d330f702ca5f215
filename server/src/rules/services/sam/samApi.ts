import type { Declarations } from "../../../model/template.ts";
import { isFunctionKey } from "../../../model/tree/functionNames.ts";
import {
  contentSpan,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  typeNameOf,
  valueAt,
} from "../../../model/tree/node.ts";
import type { EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, isSet, literalAt, literalText } from "../../shared/values/literals.ts";

/**
 * A SAM API whose properties exclude each other: what SAM writes into the OpenAPI definition cannot be given if the
 * definition is in a file elsewhere.
 */
export const samApi: EntryRule = {
  scope: "entry",
  types: ["AWS::Serverless::Api", "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi"],
  check(entry, { declarations, report }) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind !== "map") return;
    const type = typeNameOf(entry.value) ?? "";
    for (const name of IN_DEFINITION[type] ?? []) {
      const pair = pairOf(properties, name);
      if (pair === undefined || !isSet(properties, name)) continue;
      if (isOnlyFile(properties)) report(contentSpan(pair.key), { message: "definition-in-file", with: { name } });
      else if (name !== "DisableExecuteApiEndpoint" && isNoOpenApi(valueAt(properties, "DefinitionBody")))
        report(contentSpan(pair.key), { message: "no-openapi", with: { name } });
    }
    const both = pairOf(properties, "DefinitionUri");
    if (both !== undefined && isSet(properties, "DefinitionUri") && isSet(properties, "DefinitionBody"))
      report(contentSpan(both.key), { message: "two-definitions" });
    if (type === "AWS::Serverless::WebSocketApi") checkWebSocket(properties, report);
    else {
      if (type === "AWS::Serverless::HttpApi") checkAuthorizers(valueAt(properties, "Auth"), report);
      checkResponses(valueAt(properties, "GatewayResponses"), declarations, report);
      // Those of an HTTP API may be empty: the events fill them in.
      if (type === "AWS::Serverless::Api") checkPaths(properties, report);
    }
  },
};

/** What SAM writes into the OpenAPI definition. */
const IN_DEFINITION: Readonly<Record<string, readonly string[]>> = {
  "AWS::Serverless::Api": ["Cors", "Auth", "DisableExecuteApiEndpoint"],
  "AWS::Serverless::HttpApi": ["CorsConfiguration", "Auth", "Tags", "DisableExecuteApiEndpoint"],
};

function isOnlyFile(properties: MapNode): boolean {
  return isSet(properties, "DefinitionUri") && !isSet(properties, "DefinitionBody");
}

/** SAM writes into a definition that says its version and has paths. */
function isNoOpenApi(body: Node | undefined): boolean {
  if (body?.kind !== "map" || !hasAllKeys(body)) return false;
  return !isSet(body, "paths") || !(isSet(body, "openapi") || isSet(body, "swagger"));
}

const METHOD = /^(?:get|put|post|delete|patch|head|options|trace|x-amazon-apigateway-any-method)$/i;

/** SAM writes into the paths of an OpenAPI definition, and with Auth into the methods: they have to be maps for it. */
function checkPaths(properties: MapNode, report: Report): void {
  const paths = valueAt(valueAt(properties, "DefinitionBody"), "paths");
  for (const { key, value, merged } of paths?.kind === "map" ? paths.pairs : []) {
    if (merged || !key.text.startsWith("/")) continue;
    const isSecured = isSet(properties, "Auth") && value.kind === "map";
    const methods = isSecured ? value.pairs.filter((pair) => METHOD.test(pair.key.text)) : [];
    if (value.kind === "scalar" && value.tag === undefined)
      report(contentSpan(key), { message: "no-methods", with: { key: key.text } });
    for (const method of methods) {
      if (method.value.kind !== "scalar" || method.value.tag !== undefined) continue;
      report(contentSpan(method.key), { message: "empty-method", with: { key: method.key.text } });
    }
  }
}

const SPECIAL_ROUTES: ReadonlySet<string> = new Set(["$connect", "$disconnect", "$default"]);

type Report = ReportAt;

function checkWebSocket(properties: MapNode, report: Report): void {
  const stage = literalAt(properties, "StageName");
  if (stage?.text === "$default") report(contentSpan(stage), { message: "default-stage" });
  const given = pairOf(properties, "Routes");
  const routes = given?.value;
  for (const { key, value } of routes?.kind === "map" ? routes.pairs : []) {
    if (key.text.startsWith("$") && !SPECIAL_ROUTES.has(key.text))
      report(contentSpan(key), { message: "special-routes", with: { routes: [...SPECIAL_ROUTES] } });
    const parameters = pairOf(value, "RequestParameters");
    if (parameters === undefined || key.text === "$connect") continue;
    report(contentSpan(parameters.key), { message: "request-parameters" });
  }
  const auth = pairOf(properties, "Auth");
  const isWhole = routes?.kind === "map" && !routes.pairs.some(({ key, merged }) => merged || isFunctionKey(key.text));
  if (given !== undefined && isWhole && routes.pairs.length === 0)
    report(contentSpan(given.key), { message: "no-routes" });
  else if (isWhole && auth?.value.kind === "map" && pairOf(routes, "$connect") === undefined)
    report(contentSpan(auth.key), { message: "no-connect" });
  checkWebSocketAuth(auth, report);
}

function checkWebSocketAuth(pair: Pair | undefined, report: Report): void {
  const auth = pair?.value;
  if (pair === undefined || auth?.kind !== "map" || auth.pairs.some(({ key }) => isFunctionKey(key.text))) return;
  const arn = pairOf(auth, "AuthArn");
  const type = literalText(auth, "AuthType");
  if (
    arn !== undefined &&
    isSet(auth, "AuthArn") &&
    (!isSet(auth, "AuthType") || (type !== undefined && type !== "CUSTOM"))
  ) {
    report(contentSpan(arn.key), { message: "auth-type" });
  } else if (type === "CUSTOM" && arn === undefined) {
    report(contentSpan(pair.key), { message: "auth-arn" });
  } else if (auth.pairs.length > 0 && pairOf(auth, "AuthType") === undefined) {
    report(contentSpan(pair.key), { message: "no-auth-type" });
  } else if (type !== undefined && type !== "CUSTOM") {
    const other = auth.pairs.find(({ key }) => key.text !== "AuthType" && !key.text.startsWith("Fn::"));
    if (other === undefined) return;
    report(contentSpan(other.key), { message: "nothing-else", with: { type } });
  }
}

/** An authorizer of an HTTP API is one of OAuth 2.0, by JwtConfiguration, or a Lambda function. */
function checkAuthorizers(auth: Node | undefined, report: Report): void {
  const authorizers = valueAt(auth, "Authorizers");
  for (const { key, value } of authorizers?.kind === "map" ? authorizers.pairs : []) {
    if (value.kind !== "map" || !hasAllKeys(value) || key.text.startsWith("Fn::")) continue;
    const [kind, needed] = isSet(value, "JwtConfiguration")
      ? ["OAuth2", ["IdentitySource"]]
      : ["Lambda", ["FunctionArn", "AuthorizerPayloadFormatVersion"]];
    const missing = needed.find((name) => !isSet(value, name));
    if (missing !== undefined)
      report(contentSpan(key), {
        message: "authorizer-needs",
        with: { key: key.text, kind, missing },
        unfinished: "below",
      });
  }
}

/** What SAM reads of an answer of API Gateway's own. */
function checkResponses(responses: Node | undefined, { transforms }: Declarations, report: Report): void {
  for (const { key, value } of responses?.kind === "map" ? responses.pairs : []) {
    if (key.text.startsWith("Fn::")) continue;
    if (value.kind === "call" && !transforms.includes("AWS::LanguageExtensions"))
      report(value, { message: "response-function", with: { key: key.text } });
    if (value.kind === "scalar" && value.value !== null)
      report(contentSpan(key), { message: "response-shape", with: { key: key.text } });
    if (value.kind !== "map") continue;
    for (const { key: inner } of value.pairs) {
      if (/^Fn::|^(?:StatusCode|ResponseParameters|ResponseTemplates)$/.test(inner.text)) continue;
      report(contentSpan(inner), { message: "unknown-response-key", with: { inner: inner.text } });
    }
    const status = literalAt(value, "StatusCode");
    if (status !== undefined && !/^\d+$|\{\{|\$\{/.test(status.text))
      report(contentSpan(status), { message: "status-code" });
    for (const name of ["ResponseParameters", "ResponseTemplates"]) {
      const pair = pairOf(value, name);
      if (pair?.value.kind === "list") report(contentSpan(pair.key), { message: "response-list", with: { name } });
    }
    checkParameters(valueAt(value, "ResponseParameters"), report);
  }
}

function checkParameters(parameters: Node | undefined, report: Report): void {
  for (const { key } of parameters?.kind === "map" ? parameters.pairs : []) {
    if (/^Fn::|^(?:Headers|Paths|QueryStrings)$/.test(key.text)) continue;
    report(contentSpan(key), { message: "unknown-response-parameter", with: { key: key.text } });
  }
}
