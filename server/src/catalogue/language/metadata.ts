import { resourceContextOf, templateContext } from "../metadataContext.ts";
import { ANY, list, map, object, objectType, oneOf, property, STRING, union } from "../types/build.ts";
import type { ObjectType, Property } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";
import { INIT } from "./init.ts";

// Source: the template reference's pages on Metadata, AWS::CloudFormation::Interface and ::Authentication.

const INTERFACE_URL = referenceUrl("aws-resource-cloudformation-interface");
const AUTHENTICATION_URL = referenceUrl("aws-resource-authentication");

const LABEL = objectType("Label", INTERFACE_URL, [
  property("default", STRING, "The text that the console shows.", "コンソールに表示する文字列。", { required: true }),
]);

const PARAMETER_GROUP = objectType("ParameterGroup", INTERFACE_URL, [
  property("Label", object(LABEL), "The group's heading.", "グループの見出し。"),
  property(
    "Parameters",
    list(STRING),
    "Logical IDs of parameters, in the order of display.",
    "パラメータの論理ID。表示する順に並べます。",
  ),
]);

/** `AWS::CloudFormation::Interface`: how the console shows the parameters. */
export const INTERFACE: ObjectType = objectType("AWS::CloudFormation::Interface", INTERFACE_URL, [
  property(
    "ParameterGroups",
    list(object(PARAMETER_GROUP)),
    "Groups of parameters, in the order of display.",
    "パラメータのグループ。表示する順に並べます。",
  ),
  property(
    "ParameterLabels",
    map(object(LABEL)),
    "Names for parameters in the console, by logical ID.",
    "コンソールに表示するパラメータの名前（論理IDごと）。",
  ),
]);

const AUTHENTICATION_METHOD = objectType("Authentication method", AUTHENTICATION_URL, [
  property(
    "type",
    oneOf("basic", "S3"),
    "`basic` (user and password) or `S3` (signed requests).",
    "`basic`（ユーザーとパスワード）か`S3`（署名付きリクエスト）。",
    {
      required: true,
    },
  ),
  property("username", STRING, "User name, for `basic`.", "ユーザー名（`basic`の場合）。"),
  property("password", STRING, "Password, for `basic`.", "パスワード（`basic`の場合）。"),
  property(
    "uris",
    union(list(STRING), STRING),
    "URIs that the method applies to, for `basic`.",
    "この認証を使うURI（`basic`の場合）。",
  ),
  property(
    "buckets",
    union(list(STRING), STRING),
    "Buckets that the method applies to, for `S3`.",
    "この認証を使うバケット（`S3`の場合）。",
  ),
  property(
    "roleName",
    union(STRING, list(STRING)),
    "Role of the instance whose credentials are used, for `S3`.",
    "認証に使うインスタンスのロール名（`S3`の場合）。",
  ),
  property(
    "accessKeyId",
    STRING,
    "Access key, for `S3`; a role is safer.",
    "アクセスキーID（`S3`の場合）。ロールの方が安全です。",
  ),
  property(
    "secretKey",
    STRING,
    "Secret key, for `S3`; a role is safer.",
    "シークレットキー（`S3`の場合）。ロールの方が安全です。",
  ),
]);

/** `AWS::CloudFormation::Authentication`: how cfn-init gets at files and sources. */
export const AUTHENTICATION: ObjectType = objectType("AWS::CloudFormation::Authentication", AUTHENTICATION_URL, [], {
  additional: object(AUTHENTICATION_METHOD),
});

const designer: Property = property(
  "AWS::CloudFormation::Designer",
  ANY,
  "Positions for the former CloudFormation Designer; has no effect.",
  "以前のCloudFormation Designerの配置情報。動作には影響しません。",
);

const INIT_PROPERTY = property(
  "AWS::CloudFormation::Init",
  object(INIT),
  "What cfn-init sets up on the instance: packages, files, commands, services.",
  "cfn-initがインスタンスに行う設定。パッケージ、ファイル、コマンド、サービスなど。",
  { url: referenceUrl("aws-resource-init") },
);

const AUTHENTICATION_PROPERTY = property(
  "AWS::CloudFormation::Authentication",
  object(AUTHENTICATION),
  "How cfn-init authenticates when it loads files and archives.",
  "cfn-initがファイルやアーカイブを取得するときの認証方法。",
  { url: AUTHENTICATION_URL },
);

/** The `Metadata` of a resource with these properties; `undefined` where nobody knows them. */
export function resourceMetadata(properties: ObjectType | undefined): ObjectType {
  return objectType(
    "Metadata",
    referenceUrl("aws-attribute-metadata"),
    [INIT_PROPERTY, AUTHENTICATION_PROPERTY, resourceContextOf(properties), designer],
    { additional: ANY },
  );
}

/** The `Metadata` section of a template. */
export const templateMetadata: ObjectType = objectType(
  "Metadata",
  referenceUrl("metadata-section-structure"),
  [
    property(
      "AWS::CloudFormation::Interface",
      object(INTERFACE),
      "How the console groups and names the parameters.",
      "コンソールでのパラメータのグループ分けと表示名。",
      { url: INTERFACE_URL },
    ),
    templateContext,
    designer,
  ],
  { additional: ANY },
);
