import type { Localised } from "../../text/localised.ts";

// Source: the template reference's pages on each function.

const VALUE: readonly [en: string, ja: string] = [
  "A value, or a function that returns one.",
  "値、または値を返す関数。",
];
const CONDITION: readonly [en: string, ja: string] = [
  "A condition function, or `!Condition` with a condition's name.",
  "条件関数、または条件名を指定した`!Condition`。",
];
const LIST: readonly [en: string, ja: string] = [
  "A list of strings, or a function that returns one (`Fn::RefAll`, `Fn::ValueOf`).",
  "文字列のリスト、またはリストを返す関数（`Fn::RefAll`、`Fn::ValueOf`）。",
];
const TEXT: readonly [en: string, ja: string] = [
  "A string, such as `!Ref` of a parameter.",
  "文字列（パラメータの`!Ref`など）。",
];

const ROWS: Readonly<Record<string, readonly (readonly [en: string, ja: string])[]>> = {
  "Fn::GetAtt": [
    ["The logical ID of a resource of this template.", "このテンプレートのリソースの論理ID。"],
    ["The name of the attribute, such as `Arn`.", "属性名（`Arn`など）。"],
  ],
  "Fn::Sub": [
    ["The string; names in `${…}` are filled in.", "文字列。`${…}`の名前が値に置き換わります。"],
    [
      "Names of your own and their values; all others are parameters, resources and attributes.",
      "独自の変数名とその値。ここにない名前は、パラメータ、リソース、属性として扱われます。",
    ],
  ],
  "Fn::Join": [
    ["What comes between the values; may be empty.", "値の間に入る文字列。空でもかまいません。"],
    ["A list of values, or a function that returns one.", "値のリスト、またはリストを返す関数。"],
  ],
  "Fn::Split": [
    ["What comes between the parts.", "区切り文字。"],
    ["The string to split, or a function that returns it.", "分割する文字列、または文字列を返す関数。"],
  ],
  "Fn::Select": [
    ["Which one, counted from 0.", "選ぶ要素の番号（0から数えます）。"],
    ["A list, or a function that returns one.", "リスト、またはリストを返す関数。"],
  ],
  "Fn::FindInMap": [
    ["The name of a mapping in `Mappings`.", "`Mappings`にあるマッピングの名前。"],
    ["The first key, often `!Ref AWS::Region`.", "1つ目のキー。`!Ref AWS::Region`がよく使われます。"],
    ["The key below it.", "その下のキー。"],
  ],
  "Fn::If": [
    ["The name of a condition in `Conditions`.", "`Conditions`にある条件の名前。"],
    [
      "The value if the condition is true; `!Ref AWS::NoValue` leaves the property out.",
      "条件が真のときの値。`!Ref AWS::NoValue`ならプロパティを省きます。",
    ],
    ["The value if it is false.", "条件が偽のときの値。"],
  ],
  "Fn::GetStackOutput": [
    ["The name of the other stack.", "参照先のスタック名。"],
    ["The logical ID of its output.", "参照先の出力の論理ID。"],
    ["Its Region; this stack's if it is left out.", "参照先のリージョン。省略するとこのスタックのリージョンです。"],
    ["A role that is allowed to read stacks of another account.", "別のアカウントのスタックを読み取るためのロール。"],
  ],
  "Fn::Cidr": [
    ["The CIDR block from which the others are taken.", "切り出し元のCIDRブロック。"],
    ["How many blocks, 1 to 256.", "ブロックの数（1〜256）。"],
    ["The host bits of each block: 8 gives a /24.", "各ブロックのホスト部のビット数。8なら/24です。"],
  ],
  "Fn::Transform": [
    ["The name of the macro.", "マクロの名前。"],
    ["What the macro is given.", "マクロに渡すパラメータ。"],
  ],
  "Fn::ForEach": [
    ["What each value is called in the part that is repeated.", "繰り返す部分で各値を表す名前。"],
    ["The values, or `!Ref` of a parameter that is a list.", "値のリスト、またはリスト型パラメータの`!Ref`。"],
    [
      "What is repeated; `${Identifier}` stands for the value, in keys too.",
      "繰り返す内容。`${Identifier}`がキーの中でも値に置き換わります。",
    ],
  ],
  "Fn::And": [CONDITION],
  "Fn::Or": [CONDITION],
  "Fn::Not": [CONDITION],
  "Fn::Equals": [VALUE, VALUE],
  "Fn::Contains": [LIST, TEXT],
  "Fn::EachMemberEquals": [LIST, TEXT],
  "Fn::EachMemberIn": [LIST, LIST],
  "Fn::ValueOf": [
    ["The name of a parameter.", "パラメータの名前。"],
    ["The attribute, such as `VpcId`.", "属性（`VpcId`など）。"],
  ],
  "Fn::ValueOfAll": [
    ["A parameter type, such as `AWS::EC2::VPC::Id`.", "パラメータタイプ（`AWS::EC2::VPC::Id`など）。"],
    ["The attribute, such as `Tags.Department`.", "属性（`Tags.Department`など）。"],
  ],
};

/** What each argument of a function is, in their order; `[]` where the text on the function says all. */
export function functionArguments(name: string): readonly Localised[] {
  return (ROWS[name] ?? []).map(([en, ja]) => ({ en, ja }));
}
