import { explained, list, object, objectType, property, STRING, union } from "../types/build.ts";
import type { ObjectType, Property, ValueType } from "../types/catalogue.ts";
import { CONDITION_KEYS, CONDITION_OPERATORS } from "./policyConditions.ts";

// Source: the IAM user guide's "IAM JSON policy elements reference".

const GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements";
const at = (page: string): { url: string } => ({ url: `${GUIDE}_${page}.html` });

const ACTION: ValueType = { kind: "string", format: "iam-action" };
const ARN: ValueType = { kind: "string", format: "arn" };
const some = (type: ValueType): ValueType => union(type, list(type));

const PRINCIPALS = objectType("Principal", `${GUIDE}_principal.html`, [
  property(
    "AWS",
    some(STRING),
    "Accounts, roles, users or sessions, by ARN or account ID; `*` for everyone.",
    "アカウント、ロール、ユーザー、セッション（ARNまたはアカウントID）。`*`はすべて。",
  ),
  property("Service", some(STRING), "AWS services: `ec2.amazonaws.com`.", "AWSのサービス。例: `ec2.amazonaws.com`。"),
  property(
    "Federated",
    some(STRING),
    "Identity providers (SAML, OIDC, Cognito …).",
    "IDプロバイダー（SAML、OIDC、Cognitoなど）。",
  ),
  property("CanonicalUser", some(STRING), "Canonical user IDs, as S3 uses them.", "S3で使われる正規ユーザーID。"),
]);

const CONDITION = objectType(
  "Condition",
  `${GUIDE}_condition_operators.html`,
  CONDITION_OPERATORS.map(({ name, en, ja }) => property(name, object(CONDITION_KEYS), en, ja)),
  // Operators also come with a prefix (`ForAllValues:`) and a suffix (`…IfExists`).
  { additional: object(CONDITION_KEYS) },
);

const EFFECT: Property = property(
  "Effect",
  explained(
    [
      "Allow",
      "The actions are allowed, unless another statement denies them.",
      "操作を許可します（別のステートメントで拒否されない限り）。",
    ],
    ["Deny", "The actions are denied, whatever else allows them.", "操作を拒否します。ほかの許可より優先されます。"],
  ),
  "Whether the statement allows or denies.",
  "許可か拒否か。",
  { required: true, ...at("effect") },
);

const COMMON: readonly Property[] = [
  property("Sid", STRING, "A name for the statement.", "ステートメントの識別名。", at("sid")),
  EFFECT,
  property(
    "Action",
    some(ACTION),
    "What may be done: `service:Action`, with `*` and `?` as wildcards.",
    "対象の操作。`サービス:アクション`の形で、`*`と`?`を使えます。",
    at("action"),
  ),
  property(
    "NotAction",
    some(ACTION),
    "All actions but these.",
    "ここに書いたもの以外のすべての操作。",
    at("notaction"),
  ),
  property(
    "Condition",
    object(CONDITION),
    "When the statement applies: operator → key → values.",
    "ステートメントが有効になる条件。演算子 → キー → 値。",
    at("condition"),
  ),
];

const RESOURCES: readonly Property[] = [
  property(
    "Resource",
    some(ARN),
    "What the actions may be done to, by ARN; `*` for everything.",
    "操作の対象（ARN）。`*`はすべて。",
    at("resource"),
  ),
  property("NotResource", some(ARN), "Everything but these.", "ここに書いたもの以外のすべて。", at("notresource")),
];

const WHO: readonly Property[] = [
  property(
    "Principal",
    union(STRING, object(PRINCIPALS)),
    "Who may do it: `*`, or AWS, Service, Federated …",
    "だれに許可・拒否するか。`*`、またはAWS、Service、Federatedなど。",
    at("principal"),
  ),
  property(
    "NotPrincipal",
    union(STRING, object(PRINCIPALS)),
    "Everyone but these; prefer Principal with a Condition.",
    "ここに書いたもの以外のすべて。PrincipalとConditionの組み合わせが推奨されます。",
    at("notprincipal"),
  ),
];

const ACTION_SET = ["Action", "NotAction"];
const RESOURCE_SET = ["Resource", "NotResource"];
const PRINCIPAL_SET = ["Principal", "NotPrincipal"];

function policy(name: string, properties: readonly Property[], oneOf: readonly string[][]): ObjectType {
  const statement = objectType("Statement", `${GUIDE}_statement.html`, properties, {
    exclusive: [ACTION_SET, RESOURCE_SET, PRINCIPAL_SET],
    oneOf,
  });
  return objectType(name, `${GUIDE}.html`, [
    property(
      "Version",
      explained(
        [
          "2012-10-17",
          "The current version of the policy language; policy variables need it.",
          "現行のバージョン。ポリシー変数を使うにはこれが必要です。",
        ],
        [
          "2008-10-17",
          "The old version; it is assumed when none is given.",
          "古いバージョン。省略するとこれになります。",
        ],
      ),
      'The version of the policy language: `"2012-10-17"`, in quotes.',
      'ポリシー言語のバージョン。`"2012-10-17"`と引用符で囲みます。',
      { default: "2008-10-17", ...at("version") },
    ),
    property(
      "Id",
      STRING,
      "An ID for the policy; some services require it.",
      "ポリシーの識別子。必須とするサービスもあります。",
      at("id"),
    ),
    property(
      "Statement",
      union(list(object(statement)), object(statement)),
      "What is allowed or denied.",
      "許可・拒否の内容。",
      {
        required: true,
        ...at("statement"),
      },
    ),
  ]);
}

/** A policy of a user, group, role or permission set: there is no Principal in it. */
export const IDENTITY_POLICY: ObjectType = policy(
  "PolicyDocument",
  [...COMMON, ...RESOURCES],
  [ACTION_SET, RESOURCE_SET],
);

/** A policy of a resource (bucket, queue, key …): who may do what to it. */
export const RESOURCE_POLICY: ObjectType = policy(
  "PolicyDocument",
  [...COMMON, ...WHO, ...RESOURCES],
  [ACTION_SET, PRINCIPAL_SET],
);

/** A role's trust policy: who may assume it. There is no Resource in it. */
export const TRUST_POLICY: ObjectType = policy(
  "AssumeRolePolicyDocument",
  [...COMMON, ...WHO],
  [ACTION_SET, PRINCIPAL_SET],
);

const RESOURCE_NAMES = new Set([
  "AccessPolicies",
  "AccessPolicy",
  "DeliveryDestinationPolicy",
  "FileSystemPolicy",
  "KeyPolicy",
  "ModelPackageGroupPolicy",
  "NamespaceResourcePolicy",
  "PermissionsPolicyDocument",
  "Policy",
  "PolicyDocument",
  "PolicyText",
  "RepositoryPolicyText",
  "ResourcePolicy",
  "ResourcePolicyDocument",
  "S3AccessPolicy",
]);

const IDENTITY_OWNERS = /^AWS::(IAM|SSO|IoT)::/;
/** Documents of another language under the same name. */
const OTHER = new Set(["AWS::NetworkManager::CoreNetwork"]);

/**
 * The type of a property with policy documents typed: where AWS's data knows no more than "JSON",
 * the property's name and owner (`AWS::IAM::Role.Policy`) say which kind of policy it is.
 */
export function withPolicy(owner: string, name: string, type: ValueType): ValueType {
  if (type.kind !== "any" && !(type.kind === "union" && type.of.some((one) => one.kind === "any"))) return type;
  const document = policyOf(owner, name);
  if (!document) return type;
  return type.kind === "any"
    ? object(document)
    : union(...type.of.map((one) => (one.kind === "any" ? object(document) : one)));
}

function policyOf(owner: string, name: string): ObjectType | undefined {
  if (name === "AssumeRolePolicyDocument") return TRUST_POLICY;
  if (OTHER.has(owner)) return undefined;
  if (name === "InlinePolicy" && owner.startsWith("AWS::SSO::")) return IDENTITY_POLICY;
  if (!RESOURCE_NAMES.has(name)) return undefined;
  return IDENTITY_OWNERS.test(owner) ? IDENTITY_POLICY : RESOURCE_POLICY;
}
