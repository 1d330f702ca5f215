import { ANY, BOOLEAN, INTEGER, map, object, objectType, property, STRING, union } from "../types/build.ts";
import type { Property } from "../types/catalogue.ts";
import { BODY, definitionUri, domain } from "./apiParts.ts";
import { PROPAGATE, TAGS } from "./common.ts";
import type { Scope } from "./scope.ts";
import { passed, samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export const HTTP = "AWS::ApiGatewayV2::Api";

const HTTP_STAGE = "AWS::ApiGatewayV2::Stage";

export function httpApiProperties(scope: Scope): readonly Property[] {
  return [
    ...passed(scope, HTTP, "Name", "Description", "DisableExecuteApiEndpoint", "FailOnWarnings"),
    ...passed(
      scope,
      HTTP_STAGE,
      "StageName",
      "AccessLogSettings",
      "DefaultRouteSettings",
      "RouteSettings",
      "StageVariables",
    ),
    BODY,
    definitionUri(),
    property(
      "Auth",
      object(
        objectType("HttpApiAuth", samUrl("sam-property-httpapi-httpapiauth"), [
          property(
            "Authorizers",
            map(map(ANY)),
            "Authorizers by name: OAuth 2.0 (JWT) and Lambda functions.",
            "オーソライザー（名前ごと）。OAuth 2.0（JWT）やLambda関数。",
          ),
          property(
            "DefaultAuthorizer",
            STRING,
            "The authorizer of all routes.",
            "すべてのルートのデフォルトのオーソライザー。",
          ),
          property(
            "EnableIamAuthorizer",
            BOOLEAN,
            "Whether routes may use `AWS_IAM`.",
            "ルートで`AWS_IAM`を使えるようにするかどうか。",
          ),
        ]),
      ),
      "Who may call the API.",
      "APIの認可。",
    ),
    property(
      "CorsConfiguration",
      union(
        BOOLEAN,
        object(
          objectType(
            "HttpApiCorsConfiguration",
            samUrl("sam-property-httpapi-httpapicorsconfiguration"),
            passed(
              scope,
              HTTP,
              ...["AllowCredentials", "AllowHeaders", "AllowMethods", "AllowOrigins", "ExposeHeaders", "MaxAge"].map(
                (name) => `${name}=CorsConfiguration.${name}`,
              ),
            ),
          ),
        ),
      ),
      "Which other origins may call the API.",
      "ほかのオリジンからの呼び出し。",
    ),
    domain("httpapi"),
    TAGS,
    PROPAGATE,
  ];
}

export function webSocketApiProperties(scope: Scope): readonly Property[] {
  const route = objectType("WebSocketApiRoute", samUrl("sam-resource-websocketapi"), [
    property("FunctionArn", STRING, "The function of the route.", "ルートの関数のARN。", { required: true }),
    property("IntegrationTimeout", INTEGER, "How long to wait for the function.", "関数の応答を待つ時間（ミリ秒）。"),
    ...passed(
      scope,
      "AWS::ApiGatewayV2::Route",
      "ApiKeyRequired",
      "ModelSelectionExpression",
      "OperationName",
      "RequestModels",
      "RequestParameters",
      "RouteResponseSelectionExpression",
    ),
  ]);
  return [
    property(
      "Routes",
      map(object(route)),
      "Routes by key: `$connect`, `$disconnect`, `$default` or your own.",
      "ルート（キーごと）。`$connect`、`$disconnect`、`$default`、または独自のキー。",
      { required: true },
    ),
    ...passed(
      scope,
      HTTP,
      "RouteSelectionExpression!",
      "ApiKeySelectionExpression",
      "Name",
      "Description",
      "DisableExecuteApiEndpoint",
      "DisableSchemaValidation",
      "IpAddressType",
    ),
    ...passed(
      scope,
      HTTP_STAGE,
      "StageName",
      "AccessLogSettings",
      "DefaultRouteSettings",
      "RouteSettings",
      "StageVariables",
    ),
    property("Auth", map(ANY), "Who may connect.", "接続の認可。"),
    domain("websocketapi"),
    TAGS,
    PROPAGATE,
  ];
}
