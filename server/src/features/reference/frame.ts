import { escapeMarkdown } from "../../notes/rendering/hoverInline.ts";

export type Language = "en" | "ja";

/** The words around AWS's own texts. */
const WORDS = {
  required: { en: "required", ja: "必須" },
  allowed: { en: "allowed", ja: "値" },
  usual: { en: "usually", ja: "主な値" },
  default: { en: "default", ja: "デフォルト" },
  pattern: { en: "pattern", ja: "パターン" },
  map: { en: "Map", ja: "マップ" },
  list: { en: "List", ja: "リスト" },
  characters: { en: "characters", ja: "文字" },
  members: { en: "items", ja: "個" },
  update: { en: "update", ja: "更新時" },
  updateNone: { en: "no interruption", ja: "中断なし" },
  updateSome: { en: "some interruptions", ja: "一部中断" },
  updateReplacement: { en: "replacement", ja: "置換" },
  updateMaybe: { en: "replacement in some cases", ja: "条件により置換" },
  refUncertain: {
    en: "`Ref` gives a compound identifier",
    ja: "`Ref`は複合識別子",
  },
  requiredProperties: { en: "required properties", ja: "必須プロパティ" },
  deprecated: { en: "deprecated", ja: "非推奨" },
  readOnly: { en: "read-only (the service sets it)", ja: "読み取り専用（サービスが設定）" },
  documentation: { en: "AWS documentation", ja: "AWSのドキュメント" },
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
  noValue: { en: "no value for these keys", ja: "このキーの値はありません" },
  subVariable: { en: "Variable of this `Fn::Sub`", ja: "この`Fn::Sub`の変数" },
  custom: {
    en: "A custom resource, private type or module: it defines its own properties.",
    ja: "カスタムリソース、プライベートなタイプ、またはモジュールです。プロパティは独自に定義されています。",
  },
  supportEnds: { en: "Deprecated on", ja: "サポート終了" },
  blockCreate: { en: "No new functions from", ja: "新規作成の停止" },
  blockUpdate: { en: "No updates from", ja: "更新の停止" },
  moveTo: { en: "Move to", ja: "移行先" },
  action: { en: "Access level", ja: "アクセスレベル" },
  actions: { en: "Actions", ja: "アクション" },
  metrics: { en: "Metrics", ja: "メトリクス" },
  metricOf: { en: "CloudWatch metric", ja: "CloudWatchメトリクス" },
  keyOf: { en: "Key in", ja: "次のキー" },
  rule: { en: "Rule", ja: "ルール" },
  constraint: { en: "Message when the value is rejected", ja: "制約違反時のメッセージ" },
  nestedOutput: { en: "An output of the nested stack.", ja: "ネストされたスタックの出力です。" },
  customAttribute: {
    en: "What the custom resource's provider returns under this name in `Data`.",
    ja: "カスタムリソースのプロバイダーが`Data`のこの名前で返す値です。",
  },
  noEcho: { en: "Masked (`NoEcho`)", ja: "表示を隠す（`NoEcho`）" },
  declaredIn: { en: "declared in", ja: "定義" },
  importsFrom: { en: "Exported by", ja: "エクスポート元" },
  notExported: {
    en: "No template of this workspace exports it.",
    ja: "このワークスペースのテンプレートにはエクスポートが見つかりません。",
  },
  dynamicReference: { en: "Dynamic reference", ja: "動的参照" },
  forAllValues: {
    en: "`ForAllValues`: every value in the request must match; also true when the request has none.",
    ja: "`ForAllValues`: リクエストのすべての値が条件に合うこと（値がないときも真）。",
  },
  forAnyValue: {
    en: "`ForAnyValue`: at least one value in the request must match.",
    ja: "`ForAnyValue`: リクエストの値のうち少なくとも1つが条件に合うこと。",
  },
  ifExists: {
    en: "`IfExists`: also true when the request does not have the key.",
    ja: "`IfExists`: リクエストにキーがないときも真になります。",
  },
  defaultValue: {
    en: "What `Fn::FindInMap` returns when the mapping has no such keys.",
    ja: "マッピングにキーがないときに`Fn::FindInMap`が返す値です。",
  },
  runtime: { en: "Lambda runtime", ja: "Lambdaランタイム" },
  parameterType: { en: "Parameter type", ja: "パラメータの型" },
  pseudoParameter: { en: "Pseudo parameter", ja: "擬似パラメータ" },
};

export type Word = keyof typeof WORDS;

export function word(name: Word, language: Language): string {
  return WORDS[name][language];
}

/** `label: value`. */
export function labelled(name: Word, value: string, language: Language): string {
  return `${WORDS[name][language]}: ${value}`;
}

/** Facts in one line. */
export function oneLine(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

/** A code span around text that may itself hold backticks. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** What a template says in its own words: it is text, whatever signs of Markdown it has, and loads no images. */
export function ownWords<Text extends string | undefined>(text: Text): Text | string {
  return text === undefined ? text : escapeMarkdown(text);
}

/** A name as a title: bold, and as code where it has signs that Markdown would read. */
export function title(name: string): string {
  return /[\\`*_<>[\]{}|~$]/.test(name) ? `**${code(name)}**` : `**${name}**`;
}

const MAX_LISTED_NAMES = 8;

/** Names as code, at most `limit` of them. */
export function codes(names: readonly string[], limit: number = MAX_LISTED_NAMES): string {
  const shown = names.slice(0, limit).map(code).join(", ");
  return names.length > limit ? `${shown}, … (${names.length})` : shown;
}

/** Paragraphs that are there, one blank line between them. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** List items that are there. */
export function bullets(...items: readonly (string | undefined)[]): string {
  return items.flatMap((item) => (item === undefined || item === "" ? [] : [`- ${item}`])).join("\n");
}
