import type { Localised } from "../../text/localised.ts";
import type { Severity } from "./rule.ts";

/** What is found in notes instead of templates. */
export interface NoteCode {
  readonly title: Localised;
  readonly severity: Severity;
  readonly text: Localised;
}

type NoteCodeName =
  | "unknown-place"
  | "dead-link"
  | "unwritten-note"
  | "repeated-term"
  | "undeclared-name"
  | "overtaken"
  | "note-contradicts-template";

export const NOTE_CODES: Readonly<Record<NoteCodeName, NoteCode>> = {
  "unknown-place": {
    title: { en: "Markers of notes name something", ja: "ノートのマーカーが指すものがある" },
    severity: "warning",
    text: {
      en: "A marker (`<!-- cfn: … -->`) names a type, a key, a topic or a name of one's own that neither CloudFormation nor a template has, so the note shows nowhere by it.",
      ja: "マーカー（`<!-- cfn: … -->`）が、CloudFormationにもテンプレートにもないタイプ、キー、トピック、名前を指しています。そのマーカーではノートがどこにも表示されません。",
    },
  },
  "dead-link": {
    title: { en: "Links in notes lead somewhere", ja: "ノートのリンク先がある" },
    severity: "warning",
    text: {
      en: "A link leads to a file or a heading that is not among the notes.",
      ja: "リンク先のファイルまたは見出しが、ノートの中にありません。",
    },
  },
  "unwritten-note": {
    title: { en: "Linked notes are written", ja: "リンクしたノートが書かれている" },
    severity: "hint",
    text: {
      en: "A link (`[[…]]`) names a note that nobody has written yet.",
      ja: "リンク（`[[…]]`）の指すノートが、まだ書かれていません。",
    },
  },
  "repeated-term": {
    title: { en: "A term is defined once in a file", ja: "同じ用語の説明が1つのファイルに1つだけある" },
    severity: "hint",
    text: {
      en: "Two notes of one title in one file show at the same place; one of them is easily forgotten when the other changes.",
      ja: "1つのファイルに同じ題名のノートが2つあり、同じ場所に表示されます。片方だけが更新されるおそれがあります。",
    },
  },
  "undeclared-name": {
    title: { en: "Notes are on things that templates have", ja: "ノートの対象がテンプレートにある" },
    severity: "info",
    text: {
      en: "A heading looks like a logical id, as others in its file are, but no template has it: it may have been renamed or removed.",
      ja: "見出しが、同じファイルのほかの見出しと同じく論理IDのように見えますが、どのテンプレートにもありません。名前の変更や削除があった可能性があります。",
    },
  },
  overtaken: {
    title: { en: "Notes say how it is today", ja: "ノートの内容が今のAWSに合っている" },
    severity: "info",
    text: {
      en: "A sentence says what AWS has changed since; how it is today stands beside it.",
      ja: "AWSの仕様が変わり、古くなった記述です。現在の仕様を併せて示します。",
    },
  },
  "note-contradicts-template": {
    title: { en: "Values in notes are those of the template", ja: "ノートの値がテンプレートと一致している" },
    severity: "info",
    text: {
      en: "A note on a resource states a value of one of its properties, and the template has another one. Sentences about limits, defaults and choices state none.",
      ja: "リソースについてのノートに書かれたプロパティの値が、テンプレートと異なります。上限、デフォルト、条件についての文は対象になりません。",
    },
  },
};

/** What there is to say of a code that is found in notes; `undefined` if it is none. */
export function noteCode(code: string): NoteCode | undefined {
  return Object.hasOwn(NOTE_CODES, code) ? NOTE_CODES[code as NoteCodeName] : undefined;
}
