import type { SyntaxCode, SyntaxProblem } from "../../model/tree/syntaxProblem.ts";
import type { Localised } from "../../text/localised.ts";
import { fullWidthText } from "./fullWidthText.ts";

/** What is said of a text that cannot be read; `$1` is the problem's argument. */
const TEXTS: Readonly<Record<Exclude<SyntaxCode, "duplicate-key" | "full-width">, Localised>> = {
  "aliases-too-large": {
    en: "Aliases repeat too much of the text.",
    ja: "エイリアスの展開が大きくなりすぎます。",
  },
  "bad-alias": {
    en: "This is not a valid alias: write * and the name of an anchor, and nothing else.",
    ja: "エイリアスが正しくありません。*とアンカーの名前だけを書きます。",
  },
  "bad-anchor": {
    en: "This is not a valid anchor: write & and one name before the value.",
    ja: "アンカーの書き方が正しくありません。値の前に & と名前を1つ書きます。",
  },
  "bad-block-header": {
    en: "After | or >, only + or - and a number for the indentation are allowed.",
    ja: "ブロックスカラーの | や > の後に余分な文字があります。",
  },
  "bad-directive": {
    en: "A line that begins with % is a directive, and this is not a valid one.",
    ja: "%で始まる行はディレクティブですが、書き方が正しくありません。",
  },
  "bad-escape": {
    en: "Inside double quotes $1 is not a valid escape: double the backslash or use single quotes.",
    ja: "二重引用符の中で$1は正しいエスケープではありません。\\\\ と書くか、一重引用符を使ってください。",
  },
  "bad-indentation": {
    en: "This line is not indented like the lines around it.",
    ja: "この行のインデントが、並んでいる行とそろっていません。",
  },
  "bad-tag": {
    en: "A tag is not allowed here: a value has at most one, right before it.",
    ja: "タグの書き方が正しくありません。タグは値の直前に1つだけ書けます。",
  },
  "block-in-brackets": {
    en: "Inside brackets, lists and maps need brackets, too.",
    ja: "括弧の中では、リストとマップも括弧で書きます。",
  },
  "bracket-closes-none": { en: "This closing bracket has no opening one.", ja: "対応する開き括弧がありません。" },
  "bracket-or-indentation": {
    en: "The closing $1 is missing, or a line inside is not indented.",
    ja: "閉じる$1がないか、途中の行がインデントされていません。",
  },
  "colon-missing": { en: "A colon and a value are missing.", ja: "コロンと値がありません。" },
  "comma-missing": { en: "A comma is missing.", ja: "カンマがありません。" },
  "comma-without-value": { en: "There is no value before this comma.", ja: "カンマの前に値がありません。" },
  "indented-too-far": {
    en: "This is indented too far: it is read as a part of the value above.",
    ja: "インデントが深すぎて、上の値の一部として読み取られてしまいます。",
  },
  "item-missing": { en: "An item is missing next to this comma.", ja: "カンマの前後に項目がありません。" },
  "json-value": {
    en: "A value in JSON is a string in double quotes, a number, true, false, null, a list or an object.",
    ja: "JSONの値には、二重引用符で囲んだ文字列、数値、true、false、null、リスト、オブジェクトのどれかを書きます。",
  },
  "key-not-text": {
    en: "A key must be a string, not a map or list.",
    ja: "キーには文字列を書きます（マップやリストは使えません）。",
  },
  "key-too-long": { en: "A key has at most 1,024 characters.", ja: "キーは1,024文字までです。" },
  "list-as-key": {
    en: "A list is not allowed here: check the indentation.",
    ja: "ここにリストは書けません。インデントを確認してください。",
  },
  "needs-quotes": {
    en: "A value cannot begin with $1 unless it is quoted.",
    ja: "値を$1で始めるには、引用符で囲む必要があります。",
  },
  "not-a-key": {
    en: "A key needs a colon and a space after it; look at the indentation of this line too.",
    ja: "キーの後にコロンとスペースが必要です。この行のインデントも確認してください。",
  },
  "not-key-and-value": { en: "A key and a value are expected here.", ja: "ここには「キー: 値」が必要です。" },
  "other-language": {
    en: "This is a template for Jinja, Cookiecutter or another tool that fills in what stands between the braces: check what the tool makes of it, as nothing else is judged here.",
    ja: "これはJinja、Cookiecutterなど、波括弧の中を埋めるツールのためのテンプレートです。ここではほかに何も検査しないので、ツールの出力を確認してください。",
  },
  "second-colon": {
    en: "A second `: ` on one line: put the value in quotes, or the inner key on a line of its own.",
    ja: "1行に2つ目の`: `があります。値を引用符で囲むか、内側のキーを次の行に書いてください。",
  },
  "separator-missing": {
    en: "A comma or a colon is missing between these two.",
    ja: "項目の間の区切り（, または :）がありません。",
  },
  "several-documents": {
    en: "A template is one YAML document: nothing may follow a line of --- or ...",
    ja: "テンプレートは1つのYAMLドキュメントです。--- や ... の後に別のドキュメントは書けません。",
  },
  "sign-missing": {
    en: "Something is missing here: a closing quote or bracket, a comma, or a colon with a space.",
    ja: "ここに、閉じる引用符や括弧、カンマ、またはコロンとスペースが足りません。",
  },
  "space-missing": {
    en: "A space is missing after the colon.",
    ja: "コロンの後のスペースがありません。",
  },
  "stray-line": {
    en: "This line is indented less than the entry above and more than its section.",
    ja: "この行のインデントが、上の項目より浅く、セクションより深くなっています。上の項目にそろえてください。",
  },
  tabs: {
    en: "YAML is not indented with tabs: use spaces.",
    ja: "YAMLのインデントにタブは使えません。スペースを使ってください。",
  },
  "text-behind-end": {
    en: "Nothing may follow the end of the object.",
    ja: "オブジェクトの終わりより後には何も書けません。",
  },
  "too-deep": {
    en: "Lists and maps are nested too deeply to be read.",
    ja: "リストやマップの入れ子が深すぎて読めません。",
  },
  "trailing-comma": {
    en: "A comma before the closing bracket is not allowed.",
    ja: "閉じる括弧の前にカンマは書けません。",
  },
  "unclosed-bracket": { en: "A closing $1 is missing.", ja: "閉じる$1がありません。" },
  "unclosed-quote": {
    en: "The quote that opens here is never closed.",
    ja: "ここで始まる引用符が閉じられていません。",
  },
  "unknown-anchor": { en: "There is no anchor &$1 above.", ja: "アンカー &$1がこれより上にありません。" },
  "unquoted-dynamic-reference": {
    en: "Write a dynamic reference in quotes: '{{resolve:…}}'.",
    ja: "動的参照は引用符で囲みます: '{{resolve:…}}'",
  },
  unreadable: { en: "This is not valid YAML.", ja: "YAMLとして正しくありません。" },
  "value-ended": {
    en: "The value has ended before this: put the whole value in quotes.",
    ja: "値はこの前で終わっています。値全体を引用符で囲んでください。",
  },
  "value-missing": { en: "A value is missing.", ja: "値がありません。" },
};

/** What is said of a problem, in both languages. */
export function syntaxText({ code, argument }: SyntaxProblem): Localised {
  if (code === "full-width") return fullWidthText(argument ?? "");
  const { en, ja } = code === "duplicate-key" ? TEXTS.unreadable : TEXTS[code];
  const filled = (text: string): string => text.replaceAll("$1", () => argument ?? "");
  return { en: filled(en), ja: filled(ja) };
}
