import type { DynamicReferenceInfo } from "../types/catalogue.ts";

// Source: the user guide's "Get values stored in other services using dynamic references".

const GUIDE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references";

const ALL: readonly DynamicReferenceInfo[] = [
  {
    name: "ssm",
    syntax: "{{resolve:ssm:parameter-name:version}}",
    example: "{{resolve:ssm:/app/instance-type:2}}",
    text: {
      en: "The value of a Systems Manager parameter (String or StringList); without a version the latest when the stack is created or updated.",
      ja: "Systems Managerパラメータ（StringまたはStringList）の値。バージョンを省くと、作成・更新時点の最新版です。",
    },
    url: `${GUIDE}-ssm.html`,
  },
  {
    name: "ssm-secure",
    syntax: "{{resolve:ssm-secure:parameter-name:version}}",
    example: "{{resolve:ssm-secure:/app/password:1}}",
    text: {
      en: "The value of a SecureString parameter; allowed in certain properties only (passwords of databases and users, for example) and never shown.",
      ja: "SecureStringパラメータの値。データベースやユーザーのパスワードなど、決まったプロパティでだけ使え、表示されません。",
    },
    url: `${GUIDE}-ssm-secure-strings.html`,
  },
  {
    name: "secretsmanager",
    syntax: "{{resolve:secretsmanager:secret-id:SecretString:json-key:version-stage:version-id}}",
    example: "{{resolve:secretsmanager:MySecret:SecretString:password}}",
    text: {
      en: "A secret of Secrets Manager, or one key of it; everything after the secret's ID may be left out.",
      ja: "Secrets Managerのシークレット、またはその中の1つのキー。シークレットIDより後ろは省略できます。",
    },
    url: `${GUIDE}-secretsmanager.html`,
  },
];

/** Dynamic references by service name. */
export const DYNAMIC_REFERENCES: ReadonlyMap<string, DynamicReferenceInfo> = new Map(ALL.map((one) => [one.name, one]));
