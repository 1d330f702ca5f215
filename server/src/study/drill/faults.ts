import type { Localised } from "../../text/localised.ts";

/** A mistake that people make, as a change of a template's text at one place. */
export interface Fault {
  /** The rules that find it. */
  readonly codes: readonly string[];
  /** Whether it is a decision, not a slip: worth asking what would come of it. */
  readonly isDecision?: true;
  /** What to look at, without saying what is wrong. */
  readonly hint: Localised;
  /** Where it can be made; with the flag `g`. */
  readonly pattern: RegExp;
  /** What is written instead; `undefined` where the match is no place for it. */
  readonly written: (match: RegExpExecArray) => string | undefined;
}

const NAME = "[A-Za-z][A-Za-z0-9]{3,}";

/** The faults of drills. A drill checks that a fault is found, and nothing else; so a pattern may match too much. */
export const FAULTS: readonly Fault[] = [
  {
    codes: ["unknown-ref"],
    hint: { en: "Look at the names that are referred to.", ja: "参照している名前を見てください。" },
    pattern: new RegExp(`(!Ref\\s+|\\bRef:\\s*|"Ref"\\s*:\\s*")(${NAME})\\b(?!:)`, "g"),
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["unknown-get-att"],
    hint: { en: "Look at the attributes that are read.", ja: "取得している属性を見てください。" },
    pattern: new RegExp(`(!GetAtt\\s+["']?\\w+\\.|"Fn::GetAtt"\\s*:\\s*\\[\\s*"\\w+"\\s*,\\s*")(${NAME})`, "g"),
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["unknown-depends-on"],
    hint: { en: "Look at the order of creation.", ja: "作成の順序を見てください。" },
    pattern: new RegExp(`(DependsOn:\\s+(?:\\n\\s+)?(?:- )?|"DependsOn"\\s*:\\s*\\[?\\s*")(${NAME})`, "g"),
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["unknown-condition"],
    hint: { en: "Look at the conditions.", ja: "条件を見てください。" },
    pattern: new RegExp(`(\\n\\s+Condition:\\s+|"Condition"\\s*:\\s*"|!If\\s*\\[\\s*)(${NAME})`, "g"),
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["unknown-mapping"],
    hint: { en: "Look at the mappings.", ja: "マッピングを見てください。" },
    pattern: new RegExp(`(!FindInMap\\s*\\[\\s*["']?|"Fn::FindInMap"\\s*:\\s*\\[\\s*")(${NAME})`, "g"),
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["unknown-property"],
    hint: { en: "Look at the names of the properties.", ja: "プロパティの名前を見てください。" },
    pattern: /(\n {6,}(?:- )?|\n\s{8,}")([A-Z][A-Za-z]{5,})(?="?\s*:)/g,
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["missing-property"],
    hint: { en: "Something that this resource needs is not there.", ja: "このリソースに必要なものが足りません。" },
    pattern: /\n {6,}[A-Z][A-Za-z]+:[ \t]+[^\s|>#&{[][^\n]*(?=\n)/g,
    written: () => "",
  },
  {
    codes: ["invalid-value"],
    hint: { en: "Look at the values that come from a fixed list.", ja: "決まった値から選ぶところを見てください。" },
    pattern: /(\n\s+(?:- )?[A-Z]\w+:[ \t]+["']?|"[A-Z]\w+"\s*:\s*")([A-Za-z][\w-]{3,})(?=["']?\s*[,\n])/g,
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["deletion-policy"],
    isDecision: true,
    hint: {
      en: "Look at what happens when the resource is deleted.",
      ja: "リソースがなくなるときの扱いを見てください。",
    },
    pattern: /((?:DeletionPolicy|UpdateReplacePolicy)"?\s*:\s*["']?)(Retain|Snapshot|Delete)\b/g,
    written: ([, before = "", value = ""]) => `${before}${{ Retain: "Keep", Snapshot: "Backup" }[value] ?? "Remove"}`,
  },
  {
    codes: ["missing-sub"],
    isDecision: true,
    hint: { en: "Look at the strings that are put together.", ja: "組み立てている文字列を見てください。" },
    pattern: /!Sub (?=["'][^"'\n]*\$\{)/g,
    written: () => "",
  },
  {
    codes: ["unknown-type"],
    hint: { en: "Look at the types of the resources.", ja: "リソースタイプを見てください。" },
    pattern: /(Type"?\s*:\s*["']?AWS::\w+::)([A-Za-z]{3,})/g,
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["parameter-type", "entry-shape", "invalid-value"],
    hint: { en: "Look at the parameters.", ja: "パラメータを見てください。" },
    pattern: /((?:\n {2,6}|")Type"?\s*:\s*["']?)(String|Number|CommaDelimitedList)\b/g,
    written: ([, before = "", type = ""]) => `${before}${{ String: "Text", Number: "Integer" }[type] ?? "StringList"}`,
  },
  {
    codes: ["invalid-cidr", "subnet-block"],
    isDecision: true,
    hint: { en: "Look at the address ranges.", ja: "アドレス範囲を見てください。" },
    pattern: /(\d+\.\d+\.\d+\.\d+\/)(\d{1,2})\b/g,
    written: ([, before = ""]) => `${before}33`,
  },
  {
    codes: ["policy-statement"],
    hint: { en: "Look at the policies.", ja: "ポリシーを見てください。" },
    pattern: /(Effect"?\s*:\s*["']?)(Allow|Deny)\b/g,
    written: ([, before = "", effect = ""]) => `${before}${effect === "Allow" ? "Permit" : "Forbid"}`,
  },
  {
    codes: ["policy-version"],
    hint: { en: "Look at the policies.", ja: "ポリシーを見てください。" },
    pattern: /2012-10-17/g,
    written: () => "2012-10-18",
  },
  {
    codes: ["unknown-function"],
    hint: { en: "Look at the functions.", ja: "関数を見てください。" },
    pattern: /!(GetAtt|FindInMap|ImportValue|Select|Split|Join)\b/g,
    written: ([, name = ""]) => `!${misspelt(name)}`,
  },
  {
    codes: ["unknown-section"],
    hint: { en: "Look at the top level.", ja: "最上位のキーを見てください。" },
    pattern: /(\n"?|\n {2,4}")(Outputs|Conditions|Mappings|Metadata)(?="?\s*:)/g,
    written: ([, before = "", name = ""]) => before + name.replace(/s$/, "").replace("Metadata", "MetaData"),
  },
  {
    codes: ["bootstrap-signal-unknown-resource", "bootstrap-init-unknown-resource"],
    hint: { en: "Look at what the script calls.", ja: "スクリプトの呼び出しを見てください。" },
    pattern: new RegExp(
      `(cfn-(?:signal|init|hup|get-metadata)[^\\n]*(?:\\\\\\n[^\\n]*)*(?:--resource[ =]|-r ))(${NAME})`,
      "g",
    ),
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["bootstrap-init-unknown-configset"],
    hint: { en: "Look at what cfn-init is told to do.", ja: "cfn-initへの指示を見てください。" },
    pattern: /(cfn-init[^\n]*(?:\\\n[^\n]*)*(?:-c |--configsets?[ =]))([A-Za-z]\w{2,})/g,
    written: ([, before = "", name = ""]) => before + misspelt(name),
  },
  {
    codes: ["bootstrap-no-interpreter"],
    isDecision: true,
    hint: { en: "Look at how the script begins.", ja: "スクリプトの始まりを見てください。" },
    pattern: /#!\/bin\/(?:ba)?sh[^\n"\\]*(?=\n)/g,
    written: () => "",
  },
  {
    codes: ["bootstrap-signal-count"],
    isDecision: true,
    hint: { en: "Count the signals.", ja: "シグナルの数を数えてください。" },
    pattern: /(ResourceSignal:\s*\n(?:\s+Timeout:[^\n]*\n)?\s+Count:\s*["']?)(\d+)/g,
    written: ([, before = "", count = ""]) => `${before}${Number(count) + 3}`,
  },
  {
    codes: ["bootstrap-signal-count"],
    isDecision: true,
    hint: { en: "Count the signals.", ja: "シグナルの数を数えてください。" },
    pattern: /(ResourceSignal:\s*\n(?:\s+Timeout:[^\n]*)?)\n\s+Count:[^\n]*/g,
    written: ([, before = ""]) => (before.includes("Timeout") ? before : undefined),
  },
  {
    codes: [
      "bootstrap-rolling-update",
      "bootstrap-no-update-policy",
      "bootstrap-timeout",
      "bootstrap-signal-not-awaited",
    ],
    isDecision: true,
    hint: { en: "Look at how the group is updated.", ja: "グループの更新のしかたを見てください。" },
    pattern: /\n\s+(?:PauseTime|MinInstancesInService|WaitOnResourceSignals):[^\n]*/g,
    written: () => "",
  },
  {
    codes: ["group-size"],
    isDecision: true,
    hint: { en: "Look at the sizes.", ja: "台数を見てください。" },
    pattern: /(MaxSize"?\s*:\s*["']?)([2-9])\b/g,
    written: ([, before = ""]) => `${before}0`,
  },
  {
    codes: ["bootstrap-timeout", "invalid-value", "wrong-type", "invalid-format"],
    hint: { en: "Look at how long something waits.", ja: "待ち時間を見てください。" },
    pattern: /((?:Timeout|PauseTime)"?\s*:\s*["']?)PT(\d+)M/g,
    written: ([, before = "", minutes = ""]) => `${before}P${minutes}M`,
  },
  {
    codes: ["bootstrap-unsignalled", "bootstrap-signal-not-awaited"],
    isDecision: true,
    hint: { en: "Who says that it is done?", ja: "完了を知らせるのは誰ですか。" },
    pattern: /\n(\s*)([^\n#]*cfn-signal [^\n]*[^\\\n])(?=\n)/g,
    written: ([, indent = "", line = ""]) => (line.startsWith("- ") ? undefined : `\n${indent}# ${line}`),
  },
  {
    codes: ["bootstrap-always-success"],
    isDecision: true,
    hint: { en: "Look at what the signal says.", ja: "シグナルが何を伝えるかを見てください。" },
    pattern: /(cfn-signal[^\n]*(?:-e |--exit-code[ =]))\$\?/g,
    written: ([, before = ""]) => `${before}0`,
  },
];

/** A name with two of its letters changed round, or one left out: as fingers do it. */
function misspelt(name: string): string {
  for (let at = Math.max(1, name.length - 3); at > 0; at--) {
    const [left = "", right = ""] = [name[at], name[at + 1]];
    if (left !== right && right !== "") return name.slice(0, at) + right + left + name.slice(at + 2);
  }
  return `${name}x`;
}
