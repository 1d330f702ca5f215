import type { PseudoParameterInfo } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";

// Source: the template reference's "Pseudo parameters reference".

const ROWS: readonly (readonly [name: string, en: string, ja: string, example: string])[] = [
  [
    "AWS::AccountId",
    "The ID of the account in which the stack is created.",
    "スタックを作成するアカウントのID。",
    "123456789012",
  ],
  [
    "AWS::NotificationARNs",
    "The ARNs of the stack's notification topics, as a list.",
    "スタックの通知先トピックのARNのリスト。",
    '["arn:aws:sns:ap-northeast-1:123456789012:topic"]',
  ],
  [
    "AWS::NoValue",
    "Removes the property: for a branch of `Fn::If`.",
    "プロパティを指定しなかったことにします。`Fn::If`の分岐で使います。",
    "",
  ],
  [
    "AWS::Partition",
    "The partition: `aws`, `aws-cn` or `aws-us-gov`.",
    "パーティション。`aws`、`aws-cn`、`aws-us-gov`など。",
    "aws",
  ],
  ["AWS::Region", "The region in which the stack is created.", "スタックを作成するリージョン。", "ap-northeast-1"],
  [
    "AWS::StackId",
    "The stack's ID (an ARN).",
    "スタックのID（ARN）。",
    "arn:aws:cloudformation:ap-northeast-1:123456789012:stack/my-stack/51af3dc0-da77-11e4-872e-1234567db123",
  ],
  ["AWS::StackName", "The stack's name.", "スタックの名前。", "my-stack"],
  [
    "AWS::URLSuffix",
    "The domain suffix of AWS's hostnames: `amazonaws.com`, in China `amazonaws.com.cn`.",
    "AWSのドメイン。通常は`amazonaws.com`、中国では`amazonaws.com.cn`。",
    "amazonaws.com",
  ],
];

/** All pseudo parameters by name. */
export const PSEUDO_PARAMETERS: ReadonlyMap<string, PseudoParameterInfo> = new Map(
  ROWS.map(([name, en, ja, example]) => {
    const anchor = `cfn-pseudo-param-${name.replace("AWS::", "").toLowerCase()}`;
    return [name, { name, text: { en, ja }, example, url: referenceUrl("pseudo-parameter-reference", anchor) }];
  }),
);
