import { checkRows } from "../../checkRule.ts";

const CODE = "method-integration";

const api = (
  properties: string,
  lines = "",
  deployed = "    DependsOn: Method\n    Properties: {RestApiId: !Ref Api}\n",
): string =>
  `${lines}Resources:
  Method:
    Type: AWS::ApiGateway::Method
    ${properties}, RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET}
  Deployment:
    Type: AWS::ApiGateway::Deployment
${deployed}  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: a}
`;

const VERSION = 'AWSTemplateFormatVersion: "2010-09-09"\n';
const METHOD = "  M:\n    Type: AWS::ApiGateway::Method\n    Properties: {RestApiId: !If [A, !Ref Api, !Ref Other]}\n";
const empty = (deployment: string, more = "Name: a"): string => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: {${more}}
  ${deployment}:
    Type: AWS::ApiGateway::Deployment
    Properties: {RestApiId: !Ref Api}
`;

checkRows([
  [
    CODE,
    "a method without integration",
    api("«Properties»: {AuthorizationType: NONE"),
    /Method has no Integration, so Deployment fails \(“No integration defined for method”\)/,
    "error",
  ],
  [CODE, "a method with one", api("Properties: {AuthorizationType: NONE, Integration: {Type: MOCK}")],
  [
    CODE,
    "an integration by a condition",
    api("Properties: {AuthorizationType: NONE, Integration: !If [A, {Type: MOCK}, {Type: AWS}]"),
  ],
  [
    CODE,
    "a deployment of another API",
    api("Properties: {AuthorizationType: NONE", "", "    DependsOn: Method\n    Properties: {RestApiId: a}\n"),
  ],
  [
    CODE,
    "a deployment that does not wait",
    api("Properties: {AuthorizationType: NONE", "", "    Properties: {RestApiId: !Ref Api}\n"),
  ],
  [CODE, "no methods", `${VERSION}${empty("«Deployment»")}`, /doesn't contain any methods/, "error"],
  [CODE, "no methods in a module", empty("Deployment")],
  [CODE, "methods in a definition", `${VERSION}${empty("Deployment", "Body: {openapi: 3.0.1}")}`],
  [CODE, "methods of what can't be told", `${VERSION}${empty("Deployment")}${METHOD}`],
  [CODE, "a macro", api("Properties: {AuthorizationType: NONE", "Transform: Mine\n")],
]);
