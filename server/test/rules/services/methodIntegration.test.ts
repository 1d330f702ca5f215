import { checkRows } from "../checkRule.ts";

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
  [CODE, "a macro", api("Properties: {AuthorizationType: NONE", "Transform: Mine\n")],
]);
