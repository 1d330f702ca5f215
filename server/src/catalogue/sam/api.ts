import {
  ANY,
  BOOLEAN,
  list,
  map,
  object,
  objectType,
  oneOf,
  property,
  STRING,
  suggested,
  union,
} from "../types/build.ts";
import type { ObjectType, Property } from "../types/catalogue.ts";
import { BODY, definitionUri, domain } from "./apiParts.ts";
import { PROPAGATE, TAGS } from "./common.ts";
import type { Scope } from "./scope.ts";
import { passed, samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export const REST = "AWS::ApiGateway::RestApi";

const REST_STAGE = "AWS::ApiGateway::Stage";

export function apiProperties(scope: Scope): readonly Property[] {
  return [
    property("StageName", STRING, "The name of the stage.", "ステージ名。", { required: true }),
    ...passed(
      scope,
      REST,
      "Name",
      "Description",
      "ApiKeySourceType",
      "BinaryMediaTypes",
      "DisableExecuteApiEndpoint",
      "EndpointAccessMode",
      "FailOnWarnings",
      "MinimumCompressionSize",
      "Mode",
      "Policy",
      "SecurityPolicy",
    ),
    ...passed(
      scope,
      REST_STAGE,
      "AccessLogSetting",
      "CacheClusterEnabled",
      "CacheClusterSize",
      "CanarySetting",
      "MethodSettings",
      "TracingEnabled",
      "Variables",
    ),
    BODY,
    definitionUri(),
    property(
      "MergeDefinitions",
      BOOLEAN,
      "Whether the events of functions are added to the definition.",
      "関数のイベントを定義に加えるかどうか。",
    ),
    property(
      "EndpointConfiguration",
      union(
        oneOf("REGIONAL", "EDGE", "PRIVATE"),
        object(
          objectType("EndpointConfiguration", samUrl("sam-property-api-endpointconfiguration"), [
            property("Type", oneOf("REGIONAL", "EDGE", "PRIVATE"), "The kind of endpoint.", "エンドポイントの種類。"),
            ...["VPCEndpointIds", "VpcEndpointIds"].map((name) =>
              property(name, list(STRING), "VPC endpoints of a private API.", "プライベートAPIのVPCエンドポイント。"),
            ),
            property("IpAddressType", STRING, "`ipv4` or `dualstack`.", "`ipv4`または`dualstack`。"),
          ]),
        ),
      ),
      "The kind of endpoint.",
      "エンドポイントの種類。",
    ),
    property("Auth", object(restAuth(scope)), "Who may call the API.", "APIの認可。"),
    property(
      "Cors",
      union(STRING, object(REST_CORS)),
      "Which other origins may call the API: `\"'*'\"`, in double quotes.",
      "ほかのオリジンからの呼び出し。値は`\"'*'\"`のように二重の引用符で書きます。",
    ),
    property("GatewayResponses", map(ANY), "Responses from API Gateway itself.", "API Gateway自身の応答。"),
    property("Models", map(ANY), "Models of bodies.", "本文のモデル。"),
    property(
      "OpenApiVersion",
      suggested("2.0", "3.0.1"),
      "The version of OpenAPI; with it the extra stage `Stage` is not created.",
      "OpenAPIのバージョン。指定すると余分な`Stage`ステージが作られません。",
    ),
    property(
      "AlwaysDeploy",
      BOOLEAN,
      "Whether each stack update deploys the API.",
      "スタックの更新のたびにAPIをデプロイするかどうか。",
    ),
    domain("api"),
    TAGS,
    PROPAGATE,
  ];
}

const REST_CORS = objectType("CorsConfiguration", samUrl("sam-property-api-corsconfiguration"), [
  property(
    "AllowOrigin",
    STRING,
    "The origin, in quotes within quotes: `\"'https://example.com'\"`.",
    "オリジン。例: `\"'https://example.com'\"`。",
    { required: true },
  ),
  property("AllowHeaders", STRING, "Allowed headers.", "許可するヘッダー。"),
  property("AllowMethods", STRING, "Allowed methods.", "許可するメソッド。"),
  property("AllowCredentials", BOOLEAN, "Whether credentials may be sent.", "認証情報の送信を許可するかどうか。"),
  property("MaxAge", STRING, "Seconds for which a preflight response is cached.", "プリフライトの結果を保持する秒数。"),
]);

function restAuth(scope: Scope): ObjectType {
  return objectType("ApiAuth", samUrl("sam-property-api-apiauth"), [
    property(
      "DefaultAuthorizer",
      STRING,
      "The authorizer of all paths, or `AWS_IAM`.",
      "すべてのパスのデフォルトのオーソライザー。`AWS_IAM`も指定できます。",
    ),
    property(
      "Authorizers",
      map(map(ANY)),
      "Authorizers by name: Cognito user pools and Lambda functions.",
      "オーソライザー（名前ごと）。CognitoユーザープールやLambda関数。",
    ),
    property(
      "AddDefaultAuthorizerToCorsPreflight",
      BOOLEAN,
      "Whether OPTIONS requests are authorized too.",
      "OPTIONSリクエストにも認可を求めるかどうか。",
    ),
    property(
      "AddApiKeyRequiredToCorsPreflight",
      BOOLEAN,
      "Whether OPTIONS requests need an API key too.",
      "OPTIONSリクエストにもAPIキーを求めるかどうか。",
    ),
    property(
      "ApiKeyRequired",
      BOOLEAN,
      "Whether all paths need an API key.",
      "すべてのパスでAPIキーを必須にするかどうか。",
    ),
    property(
      "InvokeRole",
      STRING,
      "The role with which functions are called under `AWS_IAM`.",
      "`AWS_IAM`のときに関数を呼び出すロール。",
    ),
    property(
      "ResourcePolicy",
      map(ANY),
      "Accounts, VPCs and IP addresses that may call the API.",
      "呼び出せるアカウント、VPC、IPアドレス。",
    ),
    property(
      "UsagePlan",
      object(
        objectType("ApiUsagePlan", samUrl("sam-property-api-apiusageplan"), [
          property(
            "CreateUsagePlan",
            oneOf("PER_API", "SHARED", "NONE"),
            "Whether a plan is created for each API.",
            "使用量プランの作り方。",
            { required: true },
          ),
          ...passed(scope, "AWS::ApiGateway::UsagePlan", "Description", "Quota", "Throttle", "UsagePlanName", "Tags"),
        ]),
      ),
      "The usage plan of API keys.",
      "APIキーの使用量プラン。",
    ),
  ]);
}
