import type { SyntaxProblem } from "../model/syntaxProblem.ts";
import type { Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./finding.ts";
import { syntaxCauses } from "./syntaxCause.ts";
import { syntaxText } from "./syntaxTexts.ts";

/** What the parser found wrong: text that is no YAML or JSON (`syntax`), and keys that stand twice (`duplicate-key`). */
export function syntaxFindings(template: Template): Finding[] {
  return syntaxCauses(template).flatMap((problem): Finding[] =>
    problem.code === "duplicate-key"
      ? duplicateKey(problem, template)
      : [
          {
            rule: undefined,
            code: "syntax",
            severity: "error",
            span: visible(problem, template.text),
            message: syntaxText(problem),
            topic: "yaml-syntax",
          },
        ],
  );
}

/** Both places are faulted: which of them is the wrong one only the author knows. */
function duplicateKey({ span, argument: key, first }: SyntaxProblem, { text }: Template): Finding[] {
  const name = key ?? text.slice(span.start, span.end);
  const again: Finding = {
    rule: undefined,
    code: "duplicate-key",
    severity: "error",
    span,
    message: {
      en: `The key ${name} stands here a second time: remove or rename one of the two.`,
      ja: `キー${name}が重複しています。どちらかを削除するか、名前を変えてください。`,
    },
  };
  if (first === undefined) return [again];
  const lost: Finding = {
    ...again,
    span: first,
    message: {
      en: `The key ${name} stands once more below, so that this value is lost.`,
      ja: `キー${name}が後にもう一度あるため、この値は使われません。`,
    },
    related: [{ span, message: { en: "It stands again here.", ja: "もう一方はここです。" } }],
  };
  return [
    lost,
    { ...again, related: [{ span: first, message: { en: "It stands here first.", ja: "最初の記述はここです。" } }] },
  ];
}

/** An empty span cannot be underlined; what is missing at the end of a part belongs to its last line. */
function visible({ span }: SyntaxProblem, text: string): Span {
  if (span.end > span.start) return span;
  let at = span.start;
  if (at === text.length || at === 0 || text.charCodeAt(at - 1) === 0x0a) {
    const before = text.slice(0, at).trimEnd().length;
    if (before > 0) at = before - 1;
  }
  return { start: at, end: Math.min(at + 1, text.length) };
}

type Wording = readonly [pattern: RegExp, en: string | undefined, ja: string];

/** Messages of our own readers and of the `yaml` package, in words that say what to do; `$1` is the pattern's first group. */
const WORDINGS: readonly Wording[] = [
  [/^A key and a value are expected here/, undefined, "ここには「キー: 値」が必要です。"],
  [/^No anchor &(\S+) stands above/, undefined, "アンカー &$1 がこれより上にありません。"],
  [
    /^This line is indented less/,
    undefined,
    "この行のインデントが、上の項目より浅く、セクションより深くなっています。上の項目にそろえてください。",
  ],
  [/nested more than (\d+) deep/, undefined, "入れ子が深すぎます（$1段まで）。"],
  [/^Aliases repeat too much/, undefined, "エイリアスの展開が大きくなりすぎます。"],
  [/^A closing (.) is missing/, undefined, "閉じる $1 がありません。"],
  [
    /^A dynamic reference stands/,
    "A dynamic reference stands in quotes: '{{resolve:…}}'.",
    "動的参照は引用符で囲みます: '{{resolve:…}}'",
  ],
  [
    /^A key is a text/,
    "A key is a text, not a map or list.",
    "キーには文字列を書きます（マップやリストは使えません）。",
  ],
  [/^A colon and a value are missing/, undefined, "コロンと値がありません。"],
  [/^A value is missing/, undefined, "値がありません。"],
  [/^A comma is missing/, undefined, "カンマがありません。"],
  [/^A comma without a value/, undefined, "カンマの前に値がありません。"],
  [/comma/i, undefined, "カンマの位置が正しくありません。"],
  [/^Nothing may stand behind/, undefined, "オブジェクトの終わりより後には何も書けません。"],
  [
    new RegExp(`^${OPEN_QUOTE}`),
    "The quote that opens here is closed nowhere.",
    "ここで始まる引用符が閉じられていません。",
  ],
  [
    new RegExp(`^${OTHER_LANGUAGE}`),
    "This line is for another tool (such as Jinja), not YAML: check the template that the tool makes.",
    "この行はYAMLではなく、別のツール（Jinjaなど）向けの記述です。ツールが出力したテンプレートを確認してください。",
  ],
  [
    new RegExp(`^${TABS}|Tabs are not allowed`),
    "YAML is not indented with tabs: use spaces.",
    "YAMLのインデントにタブは使えません。スペースを使ってください。",
  ],
  [/Missing closing ["']/, "The closing quote is missing.", "閉じる引用符がありません。"],
  [
    /^Nested mappings are not allowed in compact/,
    "A second `: ` in one line: put the value into quotes, or the inner key on a line of its own.",
    "1行に2つ目の `: ` があります。値を引用符で囲むか、内側のキーを次の行に書いてください。",
  ],
  [
    /Implicit keys need to be on a single line|Implicit map keys need to be followed/,
    "A key needs a colon and a space behind it; look at the indentation of this line too.",
    "キーの後にコロンとスペースが必要です。この行のインデントも確認してください。",
  ],
  [
    /All (mapping|sequence|collection) items must start at the same column/,
    "This line is not indented like those beside it.",
    "この行のインデントが、並んでいる行とそろっていません。",
  ],
  [
    /A block sequence may not be used as an implicit map key/,
    "A list cannot stand here: check the indentation.",
    "ここにリストは書けません。インデントを確認してください。",
  ],
  [/^Sequence item without/, "The list item lacks its `- `.", "リスト項目の `- ` がありません。"],
  [
    /^Plain value cannot start with .*?(\S+)$/,
    "A value cannot begin with $1 unless it is quoted.",
    "値を $1 で始めるには、引用符で囲む必要があります。",
  ],
  [
    /Invalid escape sequence (.*)$/,
    "Inside double quotes $1 is no valid escape: double the backslash or use single quotes.",
    "二重引用符の中で $1 は正しいエスケープではありません。\\\\ と書くか、一重引用符を使ってください。",
  ],
  [
    /sufficiently indented and end with a (.)/,
    "The closing $1 is missing, or a line inside is not indented.",
    "閉じる $1 がないか、途中の行がインデントされていません。",
  ],
  [
    /must be indented more|should be indented|sufficiently indented|[Ii]ndent/,
    undefined,
    "インデントが正しくありません。",
  ],
  [/Missing (.) between|Missing , or :/, undefined, "項目の間の区切り（, または :）がありません。"],
  [/must end with a (.)|\bexpected .*?([\]}])/, undefined, "閉じる括弧がありません。"],
  [/^Unexpected flow-(?:map|seq)-end/, "This bracket closes none.", "対応する開き括弧がありません。"],
  [
    /^Unexpected (?:flow-\w+-start|alias|anchor|tag|block-scalar|(?:[\w-]+-)?scalar) at node end/,
    "The value has ended before this: put the whole value into quotes.",
    "値はこの前で終わっています。値全体を引用符で囲んでください。",
  ],
  [/^Unexpected (?:,|empty item) in/, "An item is missing beside this comma.", "コンマの前後に項目がありません。"],
  [/Missing space after :/, "A space is missing behind the colon.", "コロンの後のスペースがありません。"],
  [/Comments must be separated/, "A comment needs a space before its #.", "コメントの # の前にはスペースが必要です。"],
  [/^Unresolved alias|BAD_ALIAS|[Aa]lias/, undefined, "エイリアスが正しくありません。"],
  [/[Aa]nchor/, undefined, "アンカーの書き方が正しくありません。"],
  [/[Tt]ag/, undefined, "タグの書き方が正しくありません。"],
  [/Block scalar header/, undefined, "ブロックスカラーの | や > の後に余分な文字があります。"],
  [/^Unexpected /, undefined, "ここに予期しない文字があります。"],
];

/** The parser's message in both languages. */
export function syntaxMessage(message: string): Localised {
  const [line = message] = message.split("\n");
  for (const [pattern, en, ja] of WORDINGS) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const filled = (text: string): string => text.replaceAll("$1", match[1] ?? "");
    return { en: en === undefined ? line : filled(en), ja: filled(ja) };
  }
  return { en: line, ja: "ここがYAMLとして正しくありません。" };
}
