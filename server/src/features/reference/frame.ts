import type { Localised } from "../../catalogue/catalogue.ts";

export type Language = "en" | "ja";

export type Word =
  | "type"
  | "required"
  | "yes"
  | "no"
  | "allowed"
  | "usual"
  | "default"
  | "pattern"
  | "length"
  | "range"
  | "items"
  | "update"
  | "updateNone"
  | "updateSome"
  | "updateReplacement"
  | "updateMaybe"
  | "replaceHint"
  | "returns"
  | "refUncertain"
  | "attributes"
  | "requiredProperties"
  | "deprecated"
  | "readOnly"
  | "documentation"
  | "allowedIn"
  | "needs"
  | "example"
  | "parameter"
  | "resource"
  | "condition"
  | "mapping"
  | "output"
  | "exportName"
  | "value"
  | "dependsOn"
  | "description"
  | "noValue"
  | "subVariable"
  | "undeclared"
  | "attributeOf"
  | "custom"
  | "supportEnds"
  | "blockCreate"
  | "blockUpdate"
  | "moveTo"
  | "action";

/** The words around AWS's own texts. */
const WORDS: Readonly<Record<Word, Localised>> = {
  type: { en: "Type", ja: "型" },
  required: { en: "Required", ja: "必須" },
  yes: { en: "yes", ja: "はい" },
  no: { en: "no", ja: "いいえ" },
  allowed: { en: "Allowed values", ja: "使える値" },
  usual: { en: "Usual values", ja: "主な値" },
  default: { en: "Default", ja: "既定値" },
  pattern: { en: "Pattern", ja: "パターン" },
  length: { en: "Length", ja: "長さ" },
  range: { en: "Range", ja: "範囲" },
  items: { en: "Items", ja: "要素数" },
  update: { en: "Update requires", ja: "更新時の動作" },
  updateNone: { en: "no interruption", ja: "中断なし" },
  updateSome: { en: "some interruptions", ja: "一時的な中断あり" },
  updateReplacement: { en: "replacement", ja: "置換" },
  updateMaybe: { en: "replacement in some cases", ja: "条件により置換" },
  replaceHint: {
    en: "an update makes a new resource and removes the old one: check the change set, and set `UpdateReplacePolicy` where data must survive",
    ja: "更新すると新しいリソースが作られ、古いものは削除されます。変更セットで確認し、データを残すなら `UpdateReplacePolicy` を指定してください",
  },
  returns: { en: "Return values", ja: "戻り値" },
  refUncertain: {
    en: "`Ref` gives the resource's identifier (compound; see AWS's page)",
    ja: "`Ref` はリソースの識別子を返します（複合識別子。詳しくはAWSのページ）",
  },
  attributes: { en: "`Fn::GetAtt`", ja: "`Fn::GetAtt`" },
  requiredProperties: { en: "Required properties", ja: "必須プロパティ" },
  deprecated: { en: "Deprecated.", ja: "非推奨です。" },
  readOnly: { en: "Read-only: set by the service.", ja: "読み取り専用です（サービスが設定します）。" },
  documentation: { en: "AWS documentation", ja: "AWSのドキュメント" },
  allowedIn: { en: "May stand in", ja: "使える場所" },
  needs: { en: "Needs the transform", ja: "必要な変換" },
  example: { en: "Example", ja: "例" },
  parameter: { en: "Parameter", ja: "パラメータ" },
  resource: { en: "Resource", ja: "リソース" },
  condition: { en: "Condition", ja: "条件" },
  mapping: { en: "Mapping", ja: "マッピング" },
  output: { en: "Output", ja: "出力" },
  exportName: { en: "Export", ja: "エクスポート名" },
  value: { en: "Value", ja: "値" },
  dependsOn: { en: "created after it, deleted before it", ja: "この後に作成し、この前に削除" },
  description: { en: "Description", ja: "説明" },
  noValue: { en: "no value for these keys", ja: "このキーの値はありません" },
  subVariable: { en: "Variable of this `Fn::Sub`", ja: "この `Fn::Sub` の変数" },
  undeclared: { en: "not declared in this template", ja: "このテンプレートには定義がありません" },
  attributeOf: { en: "Attribute of", ja: "属性（対象:" },
  custom: {
    en: "A custom resource, private type or module: its properties are its own.",
    ja: "カスタムリソース、プライベートなタイプ、またはモジュールです。プロパティは独自に定義されています。",
  },
  supportEnds: { en: "Deprecated on", ja: "サポート終了" },
  blockCreate: { en: "New functions refused from", ja: "新規作成の停止" },
  blockUpdate: { en: "Updates refused from", ja: "更新の停止" },
  moveTo: { en: "Move to", ja: "移行先" },
  action: { en: "Access level", ja: "アクセスレベル" },
};

export function word(name: Word, language: Language): string {
  return WORDS[name][language];
}

/** `**Label**: value`, with the colon of the language. */
export function labelled(name: Word, value: string, language: Language): string {
  return language === "ja" ? `**${WORDS[name].ja}**: ${value}` : `**${WORDS[name].en}**: ${value}`;
}

/** A code span around text that may itself hold backticks. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** Names as code, at most `limit` of them. */
export function codes(names: readonly string[], limit = 30): string {
  const shown = names.slice(0, limit).map(code).join(", ");
  return names.length > limit ? `${shown}, … (${names.length})` : shown;
}

/** A link to AWS's page. */
export function pageLink(url: string | undefined, language: Language): string | undefined {
  return url === undefined ? undefined : `[${word("documentation", language)}](${url})`;
}

/** AWS's own text, cut at a paragraph or sentence so that a hover stays readable. */
export function shortText(text: string | undefined, limit = 600): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const clean = text.replace(/<[^>]+>/g, "").trim();
  if (clean.length <= limit) return clean;
  const head = clean.slice(0, limit);
  const paragraph = head.lastIndexOf("\n\n");
  const sentence = head.lastIndexOf(". ");
  const cut = paragraph > limit / 3 ? paragraph : sentence > limit / 3 ? sentence + 1 : limit;
  return `${head.slice(0, cut).trim()} …`;
}

/** Paragraphs that are there, one blank line between them. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** List items that are there. */
export function bullets(...items: readonly (string | undefined)[]): string {
  return items.flatMap((item) => (item === undefined || item === "" ? [] : [`- ${item}`])).join("\n");
}
