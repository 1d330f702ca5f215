import { lazy } from "../../text/lazy.ts";
import { ANY, changed, object, property } from "../types/build.ts";
import type { Attribute, Property, ResourceType } from "../types/catalogue.ts";
import { apiProperties, REST } from "./api.ts";
import { DESTINATION, PERMISSIONS, REFERENCE } from "./connector.ts";
import { functionProperties, LAMBDA } from "./function.ts";
import { graphqlProperties } from "./graphqlApi.ts";
import { HTTP, httpApiProperties, webSocketApiProperties } from "./httpApi.ts";
import type { Scope } from "./scope.ts";
import { samUrl } from "./scope.ts";
import {
  applicationProperties,
  capacityProviderProperties,
  layerProperties,
  simpleTableProperties,
} from "./smallTypes.ts";
import { stateMachineProperties } from "./stateMachine.ts";

// Source: the SAM developer guide's pages on resources and properties.

export const SAM_TRANSFORM = "AWS::Serverless-2016-10-31";

interface Definition {
  readonly page: string;
  readonly en: string;
  readonly ja: string;
  /** The CloudFormation type that it mainly becomes: `Ref` and attributes are those of this type. */
  readonly becomes: string | undefined;
  properties(scope: Scope): readonly Property[];
}

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  Function: {
    page: "sam-resource-function",
    en: "A Lambda function with its role and the events that start it.",
    ja: "Lambda関数。ロールと、関数を起動するイベントもまとめて定義します。",
    becomes: LAMBDA,
    properties: functionProperties,
  },
  Api: {
    page: "sam-resource-api",
    en: "A REST API of API Gateway.",
    ja: "API GatewayのREST API。",
    becomes: REST,
    properties: apiProperties,
  },
  HttpApi: {
    page: "sam-resource-httpapi",
    en: "An HTTP API of API Gateway.",
    ja: "API GatewayのHTTP API。",
    becomes: HTTP,
    properties: httpApiProperties,
  },
  WebSocketApi: {
    page: "sam-resource-websocketapi",
    en: "A WebSocket API of API Gateway.",
    ja: "API GatewayのWebSocket API。",
    becomes: HTTP,
    properties: webSocketApiProperties,
  },
  SimpleTable: {
    page: "sam-resource-simpletable",
    en: "A DynamoDB table with a partition key only.",
    ja: "パーティションキーだけを持つDynamoDBテーブル。",
    becomes: "AWS::DynamoDB::Table",
    properties: simpleTableProperties,
  },
  LayerVersion: {
    page: "sam-resource-layerversion",
    en: "A Lambda layer.",
    ja: "Lambdaレイヤー。",
    becomes: "AWS::Lambda::LayerVersion",
    properties: layerProperties,
  },
  StateMachine: {
    page: "sam-resource-statemachine",
    en: "A Step Functions state machine with its role and the events that start it.",
    ja: "Step Functionsのステートマシン。ロールと、開始するイベントもまとめて定義します。",
    becomes: "AWS::StepFunctions::StateMachine",
    properties: stateMachineProperties,
  },
  Application: {
    page: "sam-resource-application",
    en: "A nested application: a template or one of the Serverless Application Repository.",
    ja: "ネストしたアプリケーション。テンプレート、またはServerless Application Repositoryのもの。",
    becomes: "AWS::CloudFormation::Stack",
    properties: applicationProperties,
  },
  Connector: {
    page: "sam-resource-connector",
    en: "Permissions for one resource to use another.",
    ja: "あるリソースが別のリソースを使うための権限。",
    becomes: undefined,
    properties: () => [
      property("Source", object(REFERENCE), "The resource that uses the other.", "接続元のリソース。", {
        required: true,
      }),
      DESTINATION,
      PERMISSIONS,
    ],
  },
  GraphQLApi: {
    page: "sam-resource-graphqlapi",
    en: "A GraphQL API of AppSync.",
    ja: "AppSyncのGraphQL API。",
    becomes: "AWS::AppSync::GraphQLApi",
    properties: graphqlProperties,
  },
  CapacityProvider: {
    page: "sam-resource-capacityprovider",
    en: "Your own instances, on which Lambda functions run.",
    ja: "Lambda関数を実行するための、自分のアカウントのインスタンス。",
    becomes: "AWS::Lambda::CapacityProvider",
    properties: capacityProviderProperties,
  },
  MicrovmImage: {
    page: "sam-specification-resources-and-properties",
    en: "An image for Lambda's micro virtual machines.",
    ja: "LambdaのマイクロVMのイメージ。",
    becomes: "AWS::Lambda::MicrovmImage",
    properties: () => [],
  },
  WebFunction: {
    page: "sam-specification-resources-and-properties",
    en: "A Lambda function that runs a web application.",
    ja: "Webアプリケーションを動かすLambda関数。",
    becomes: LAMBDA,
    properties: () => [],
  },
  NetworkConnector: {
    page: "sam-specification-resources-and-properties",
    en: "A connection of Lambda to a network.",
    ja: "Lambdaからネットワークへの接続。",
    becomes: "AWS::Lambda::NetworkConnector",
    properties: () => [],
  },
};

/** Types of which only the name and what they become is known: any property is allowed. */
const OPEN = new Set(["MicrovmImage", "NetworkConnector", "WebFunction"]);

/** All SAM types, sorted. */
export const SAM_TYPE_NAMES: readonly string[] = Object.keys(DEFINITIONS)
  .map((name) => `AWS::Serverless::${name}`)
  .sort();

/** A SAM type; `undefined` for other names. */
export function samType(name: string, scope: Scope): ResourceType | undefined {
  const short = name.replace("AWS::Serverless::", "");
  const definition = Object.hasOwn(DEFINITIONS, short) ? DEFINITIONS[short] : undefined;
  if (!definition) return undefined;
  const url = samUrl(definition.page);
  const prefix = `sam-${short.toLowerCase()}`;
  const underlying = lazy(() => (definition.becomes === undefined ? undefined : scope(definition.becomes)));
  const properties = lazy(() => {
    const page = (one: Property): Property =>
      one.url === undefined
        ? changed(one, { url: samUrl(definition.page, `${prefix}-${one.name.toLowerCase()}`) })
        : one;
    const all = OPEN.has(short)
      ? [...(underlying()?.properties.properties.values() ?? [])].map((one) => changed(one, { required: false }))
      : definition.properties(scope).map(page);
    return new Map(all.map((one) => [one.name, one]));
  });
  return {
    name,
    url,
    documentation: undefined,
    text: { en: definition.en, ja: definition.ja },
    transform: SAM_TRANSFORM,
    properties: {
      name,
      url,
      documentation: undefined,
      text: { en: definition.en, ja: definition.ja },
      additional: OPEN.has(short) ? ANY : undefined,
      get properties() {
        return properties();
      },
    },
    get attributes(): ReadonlyMap<string, Attribute> {
      return underlying()?.attributes ?? new Map();
    },
    get ref() {
      return underlying()?.ref;
    },
  };
}
