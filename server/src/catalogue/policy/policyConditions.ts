import { BOOLEAN, list, objectType, property, STRING, union } from "../types/build.ts";
import type { ObjectType, ValueType } from "../types/catalogue.ts";

// Source: the IAM user guide's "Condition operators" and "AWS global condition context keys".

interface Row {
  readonly name: string;
  readonly en: string;
  readonly ja: string;
}

const row = (name: string, en: string, ja: string): Row => ({ name, en, ja });

/** Operators without prefix and suffix. */
export const CONDITION_OPERATORS: readonly Row[] = [
  row("StringEquals", "Equal strings; case-sensitive.", "文字列が一致（大文字と小文字を区別）。"),
  row("StringNotEquals", "Different strings; case-sensitive.", "文字列が不一致（大文字と小文字を区別）。"),
  row("StringEqualsIgnoreCase", "Equal strings; not case-sensitive.", "文字列が一致（大文字と小文字を区別しない）。"),
  row(
    "StringNotEqualsIgnoreCase",
    "Different strings; not case-sensitive.",
    "文字列が不一致（大文字と小文字を区別しない）。",
  ),
  row("StringLike", "Strings that match a pattern with `*` and `?`.", "`*`と`?`を使ったパターンに一致。"),
  row("StringNotLike", "Strings that do not match a pattern with `*` and `?`.", "`*`と`?`を使ったパターンに不一致。"),
  row("NumericEquals", "Equal numbers.", "数値が等しい。"),
  row("NumericNotEquals", "Different numbers.", "数値が異なる。"),
  row("NumericLessThan", "A number below the value.", "数値が値より小さい。"),
  row("NumericLessThanEquals", "A number not above the value.", "数値が値以下。"),
  row("NumericGreaterThan", "A number above the value.", "数値が値より大きい。"),
  row("NumericGreaterThanEquals", "A number not below the value.", "数値が値以上。"),
  row("DateEquals", "The same time.", "日時が等しい。"),
  row("DateNotEquals", "Another time.", "日時が異なる。"),
  row("DateLessThan", "Before a time.", "日時より前。"),
  row("DateLessThanEquals", "At or before a time.", "日時以前。"),
  row("DateGreaterThan", "After a time.", "日時より後。"),
  row("DateGreaterThanEquals", "At or after a time.", "日時以降。"),
  row("Bool", "`true` or `false`.", "真偽値（`true`または`false`）。"),
  row("BinaryEquals", "Equal binary values, in Base64.", "バイナリ値が一致（Base64）。"),
  row("IpAddress", "An address within a CIDR range.", "IPアドレスがCIDRの範囲内。"),
  row("NotIpAddress", "An address outside a CIDR range.", "IPアドレスがCIDRの範囲外。"),
  row("ArnEquals", "ARNs that match, part by part, with `*` and `?`.", "ARNが一致（部分ごとに`*`と`?`を使用可）。"),
  row("ArnNotEquals", "ARNs that do not match.", "ARNが不一致。"),
  row("ArnLike", "The same as ArnEquals.", "ArnEqualsと同じ。"),
  row("ArnNotLike", "The same as ArnNotEquals.", "ArnNotEqualsと同じ。"),
  row(
    "Null",
    "Whether the key is absent (`true`) or present (`false`).",
    "キーが存在しない（`true`）か、存在する（`false`）か。",
  ),
];

const VALUE: ValueType = union(STRING, BOOLEAN, { kind: "number", integer: false });

const KEYS: readonly Row[] = [
  row("aws:SourceIp", "The caller's public IP address.", "呼び出し元のパブリックIPアドレス。"),
  row("aws:VpcSourceIp", "The caller's address within a VPC.", "VPC内での呼び出し元のアドレス。"),
  row("aws:SourceVpc", "The VPC that the request comes through.", "リクエストが通るVPC。"),
  row("aws:SourceVpce", "The VPC endpoint that the request comes through.", "リクエストが通るVPCエンドポイント。"),
  row("aws:SourceArn", "The resource on whose behalf a service calls.", "サービスが代理で呼び出す元のリソース。"),
  row(
    "aws:SourceAccount",
    "The account of the resource on whose behalf a service calls.",
    "サービスが代理で呼び出す元のリソースのアカウント。",
  ),
  row(
    "aws:SourceOrgID",
    "The organization of the resource on whose behalf a service calls.",
    "サービスが代理で呼び出す元のリソースの組織。",
  ),
  row("aws:PrincipalArn", "The ARN of the caller.", "呼び出し元のARN。"),
  row("aws:PrincipalAccount", "The account of the caller.", "呼び出し元のアカウント。"),
  row("aws:PrincipalOrgID", "The organization of the caller.", "呼び出し元の組織。"),
  row("aws:PrincipalOrgPaths", "The caller's place in the organization.", "組織内での呼び出し元の位置。"),
  row("aws:PrincipalType", "Account, User, AssumedRole …", "呼び出し元の種類（Account、User、AssumedRoleなど）。"),
  row(
    "aws:PrincipalIsAWSService",
    "Whether an AWS service itself makes the call.",
    "AWSのサービス自身による呼び出しかどうか。",
  ),
  row("aws:PrincipalServiceName", "The name of the service that calls.", "呼び出し元のサービス名。"),
  row("aws:CalledVia", "Services through which the request came.", "リクエストを中継したサービス。"),
  row(
    "aws:ViaAWSService",
    "Whether a service calls for the principal.",
    "サービスがプリンシパルに代わって呼び出したかどうか。",
  ),
  row("aws:RequestedRegion", "The region that the request goes to.", "リクエスト先のリージョン。"),
  row("aws:SecureTransport", "Whether TLS is used.", "TLSを使っているかどうか。"),
  row("aws:MultiFactorAuthPresent", "Whether the caller signed in with MFA.", "MFAで認証されたかどうか。"),
  row("aws:MultiFactorAuthAge", "Seconds since the sign-in with MFA.", "MFAで認証されてからの秒数。"),
  row("aws:CurrentTime", "The time of the request.", "リクエストの日時。"),
  row("aws:EpochTime", "The time of the request in seconds since 1970.", "リクエストの日時（エポック秒）。"),
  row("aws:TokenIssueTime", "When the temporary credentials were issued.", "一時的な認証情報が発行された日時。"),
  row("aws:TagKeys", "Tag keys in the request.", "リクエストに含まれるタグキー。"),
  row("aws:ResourceAccount", "The account of the resource.", "対象リソースのアカウント。"),
  row("aws:ResourceOrgID", "The organization of the resource.", "対象リソースの組織。"),
  row("aws:userid", "The caller's unique ID.", "呼び出し元の一意なID。"),
  row("aws:username", "The caller's user name.", "呼び出し元のユーザー名。"),
  row("aws:Referer", "The Referer header of the request.", "リクエストのRefererヘッダー。"),
  row("aws:UserAgent", "The client of the request.", "リクエストのクライアント。"),
];

const URL = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";

/** The keys under an operator: AWS's global ones; services have their own besides. */
export const CONDITION_KEYS: ObjectType = objectType(
  "Condition keys",
  URL,
  KEYS.map(({ name, en, ja }) => property(name, union(VALUE, list(VALUE)), en, ja)),
  { additional: union(VALUE, list(VALUE)) },
);
