import { ANY, BOOLEAN, INTEGER, list, object, objectType, oneOf, property, STRING, suggested } from "../types/build.ts";
import type { ObjectType } from "../types/catalogue.ts";
import type { EventRow } from "./eventRow.ts";
import { passed, type Scope, samUrl } from "./scope.ts";

// Source: the SAM developer guide's "EventSource" pages.

const METHODS = oneOf(
  "any",
  "delete",
  "get",
  "head",
  "options",
  "patch",
  "post",
  "put",
  "ANY",
  "DELETE",
  "GET",
  "HEAD",
  "OPTIONS",
  "PATCH",
  "POST",
  "PUT",
);

/** Requests to an API. */
export function apiEvents(scope: Scope): readonly EventRow[] {
  return [
    [
      "Api",
      [
        property("Path", STRING, "The path: `/users/{id}`.", "パス。例: `/users/{id}`。", { required: true }),
        property("Method", METHODS, "The HTTP method.", "HTTPメソッド。", { required: true }),
        property(
          "RestApiId",
          STRING,
          "The API; without it SAM creates one for all such events (`ServerlessRestApi`).",
          "対象のAPI。省略するとSAMが共通のAPI（`ServerlessRestApi`）を作成します。",
        ),
        property("Auth", object(apiEventAuth()), "Who may call it.", "呼び出しの認可。"),
        property("RequestModel", ANY, "The model of the request's body.", "リクエスト本文のモデル。"),
        property("RequestParameters", list(ANY), "Parameters of the request.", "リクエストのパラメータ。"),
        property(
          "TimeoutInMillis",
          INTEGER,
          "How long API Gateway waits for the function.",
          "関数の応答を待つ時間（ミリ秒）。",
        ),
        property(
          "ResponseTransferMode",
          suggested("BUFFERED", "STREAM"),
          "Whether the response is streamed.",
          "応答をストリーミングするかどうか。",
        ),
        property(
          "UnescapeMappingTemplate",
          BOOLEAN,
          "For a state machine: whether single quotes in the request's body stay as they are.",
          "ステートマシン用。リクエスト本文の一重引用符をそのまま渡すかどうか。",
        ),
      ],
    ],
    [
      "HttpApi",
      [
        property(
          "Path",
          STRING,
          "The path; without it the event is the default route.",
          "パス。省略するとデフォルトのルートになります。",
        ),
        property("Method", METHODS, "The HTTP method.", "HTTPメソッド。"),
        property(
          "ApiId",
          STRING,
          "The API; without it SAM creates one for all such events (`ServerlessHttpApi`).",
          "対象のAPI。省略するとSAMが共通のAPI（`ServerlessHttpApi`）を作成します。",
        ),
        property(
          "Auth",
          object(
            objectType("HttpApiFunctionAuth", samUrl("sam-property-function-httpapifunctionauth"), [
              property(
                "Authorizer",
                STRING,
                "The authorizer, or `NONE`, or `AWS_IAM`.",
                "オーソライザーの名前。`NONE`や`AWS_IAM`も指定できます。",
              ),
              property(
                "AuthorizationScopes",
                list(STRING),
                "Scopes that the token must have.",
                "トークンに必要なスコープ。",
              ),
            ]),
          ),
          "Who may call it.",
          "呼び出しの認可。",
        ),
        property("PayloadFormatVersion", oneOf("1.0", "2.0"), "The format of the event.", "イベントの形式。", {
          default: "2.0",
        }),
        ...passed(scope, "AWS::ApiGatewayV2::Stage", "RouteSettings=DefaultRouteSettings"),
        property(
          "TimeoutInMillis",
          INTEGER,
          "How long the API waits for the function.",
          "関数の応答を待つ時間（ミリ秒）。",
        ),
      ],
    ],
  ];
}

function apiEventAuth(): ObjectType {
  return objectType("ApiFunctionAuth", samUrl("sam-property-function-apifunctionauth"), [
    property("ApiKeyRequired", BOOLEAN, "Whether an API key is needed.", "APIキーを必須にするかどうか。"),
    property("AuthorizationScopes", list(STRING), "Scopes that the token must have.", "トークンに必要なスコープ。"),
    property(
      "Authorizer",
      STRING,
      "The authorizer, or `NONE`, or `AWS_IAM`.",
      "オーソライザーの名前。`NONE`や`AWS_IAM`も指定できます。",
    ),
    property(
      "InvokeRole",
      STRING,
      "The role with which the function is called under `AWS_IAM`.",
      "`AWS_IAM`のときに関数を呼び出すロール。",
    ),
    property(
      "OverrideApiAuth",
      BOOLEAN,
      "Whether this replaces the API's own settings.",
      "API側の設定を上書きするかどうか。",
    ),
    property("ResourcePolicy", ANY, "A resource policy for this path.", "このパスのリソースポリシー。"),
  ]);
}
