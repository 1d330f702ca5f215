import { deepEqual } from "node:assert/strict";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { questionOf, shownPassage } from "../../../src/notes/rendering/shownPassage.ts";
import { cardsIn } from "../../study/cardsIn.ts";
import { indexOf, notesAt, properties, source } from "../noteAt.ts";
import { PLACES } from "../placesOfTopics.ts";

/** The questions of notes with their answers, both as a hover shows them and as a card asks them. */
function check(name: string, notes: string, ...expected: readonly string[]): void {
  it(name, () => {
    const file = readNotes(source(notes));
    const shown = file.notes
      .filter((note) => questionOf(note) !== undefined)
      .map((note) => shownPassage(note, file, 1000))
      .map(({ title, text }) => `${title} → ${text.replace(/\n/g, "⏎")}`);
    const asked = cardsIn(notes).filter(({ kind }) => kind === "question");
    deepEqual(shown, expected);
    deepEqual(asked.length, expected.length);
  });
}

describe("Questions of a definition list", () => {
  it("are titles of their answers, and terms without a question are not read as one", () => {
    const file = readNotes(
      source(
        "Term\n: Text\n\nWhat is versioning?\n: Keeps all versions of an object.\nWhat is a lifecycle rule?\n:   Moves old objects to\ncheaper classes.",
      ),
    );
    const asked = file.notes.filter((note) => questionOf(note) !== undefined);
    deepEqual(
      asked.map((note) => shownPassage(note, file, 1000)).map(({ title, text }) => [title, text]),
      [
        ["What is versioning?", "Keeps all versions of an object."],
        ["What is a lifecycle rule?", "Moves old objects to\ncheaper classes."],
      ],
    );
  });
});

describe("Questions and answers", () => {
  check("in lines", "Q: 何？\nA: これ。", "何？ → これ。");
  check(
    "with numbers, one below the other",
    "Q1. 何？\nA1. これ。\nQ2. 次？\nA2. それ。",
    "何？ → これ。",
    "次？ → それ。",
  );
  check("in bold", "**Q1.** 何？\n\n**A.** **これ**。", "何？ → **これ**。");
  check("all of it in bold", "**Q: 何？**\n\n**A:** これ。", "何？ → これ。");
  check("in brackets", "【問1】何か\n【答】これ。", "何か → これ。");
  check("in full width", "Ｑ．何？\nＡ．これ。", "何？ → これ。");
  check("問 and 答え", "問：何か\n答え：これ。", "何か → これ。");
  check("問 and 答 in bold", "**問** 何か\n**答** これ。", "何か → これ。");
  check("but not what may be a record", "**A** レコードはIPv4。");
  check("a card that asks without a sign", "モードとは::払い方", "モードとは → 払い方");
  check("an arrow", "質問: 何？\n→ これ。", "何？ → これ。");
  check("an arrow without a sign", "1. 上限は何？\n   → 5個", "上限は何？ → 5個");
  check(
    "an arrow in the line",
    "- [ ] VPCの上限は？ → 5個\n\nEBSの最大は？ → 64TB",
    "VPCの上限は？ → 5個",
    "EBSの最大は？ → 64TB",
  );
  check("but not a step of a chart", "- 外部にある？ → はい → 公開する\n- 中にある？ → いいえ");
  check("colons in full width", "EBSの上限は？：：64TB", "EBSの上限は？ → 64TB");
  check("in bullets, one in the other", "- Q: 何？\n  - A: これ。", "何？ → これ。");
  check(
    "in bullets, one below the other",
    "- Q: 何？\n- A: これ。\n- Q: 次？\n- A: それ。",
    "何？ → これ。",
    "次？ → それ。",
  );
  check("a bullet with what answers it", "- Q. 何？\n  - これ\n  - それ", "何？ → - これ⏎- それ");
  check("signs without a colon", "問1　何か\n答え　これ。", "何か → これ。");
  check("a question alone in bold", "**DependsOnとは？**\n\n順番。\n\n別の話。", "DependsOnとは？ → 順番。");
  check(
    "a question in bold, with its answer in the next line",
    "**DependsOnとは？**\n順番。\n\n別の話。",
    "DependsOnとは？ → 順番。",
  );
  check(
    "several of them",
    "**DependsOnとは？**\n\n- 順番\n\n**UpdatePolicyとは？**\n\n更新。",
    "DependsOnとは？ → - 順番",
    "UpdatePolicyとは？ → 更新。",
  );
  check(
    "an answer that is opened",
    "何？\n\n:::details 答えを見る\nこれ。\n:::",
    "何？ → :::details 答えを見る⏎これ。⏎:::",
  );
  check("a quote as the answer", "Q: 何？\n\n> A: これ。", "何？ → これ。");
  check("a heading with its sign", "## Q. 何？\nA. これ。", "何？ → これ。");
  check("a heading that asks", "## cfn-hupは何ですか\nデーモン。", "cfn-hupは何ですか → デーモン。");
  check("in English", "Question: What?\nAnswer: This.", "What? → This.");
  check("more than a line", "Q: 何？\nA: これ。\n\n```yaml\nA: 1\n```", "何？ → これ。⏎⏎```yaml⏎A: 1⏎```");
  check("what follows is on something else", "Q: 何？\nA: これ。\n\n別の話。", "何？ → これ。");
  check("choices belong to the question", "Q: 何？\nA. 一\nB. 二\n\n答え: B", "何？ → B");
  check("choices in a list", "Q1. 何？\n\n- A. 一\n- B. 二\n\n正解：A", "何？ → A");
  check("a card of a name and what it means", "DependsOn::作る順番を決める属性", "DependsOn → 作る順番を決める属性");
  check("a card in a line", "何？ :: これ", "何？ → これ");
  check("cards one below the other", "何？::これ\n- 次 :: それ", "何？ → これ", "次 → それ");
  check("a card of several lines", "何\n?\nこれ\nそれ\n\n別の話。", "何 → これ⏎それ");
  check("a card whose answer begins with a number", "保持期間::4日が既定", "保持期間 → 4日が既定");
  check(
    "below a heading with a number",
    "### 問1\n何か\n\n**答え**：これ。\n### 問2\n次か\n\n**答え**：それ。",
    "何か → これ。",
    "次か → それ。",
  );
  check(
    "below headings for both",
    "### 質問\n何か\n### 回答\nこれ。\n\nまだある。\n### 余談\n別の話。",
    "何か → これ。⏎⏎まだある。",
  );
  check("below English headings", "## Question 3\nWhat?\n\nA list:\n## Answer\nThis.", "What? A list: → This.");
  check("of Obsidian's plugin", "START\nBasic\nWhat?\nBack: This.\nEND\n\nSomething else.", "What? → This.");
  check("of Obsidian's plugin, without a question mark", "START\nBasic\nFront: DLQ\nBack: This.\nEND", "DLQ → This.");
  check("front and back", "Front: What?\nBack: This.", "What? → This.");
  check("a tag behind the question", "何？ #card\nこれ。", "何？ → これ。");
  check("a tag, and the answer as a list", "- 何 #flashcard\n  - これ", "何 → - これ");
  check("a question without a sign, and its answer", "1. What?\n   **Answer:** This.", "What? → This.");
  check("folded by HTML", "<details><summary>何？</summary>\n\nこれ。\n\n</details>", "何？ → これ。");
  check("folded as Zenn does", ":::details Q. 何？\nこれ。\n:::", "何？ → これ。");
  check("a callout of Obsidian", "> [!question] 何？\n> これ。\n> - それ", "何？ → これ。⏎- それ");
  check("a callout that is folded", "> [!faq]- What?\n> This.", "What? → This.");
  check("a callout with the question below it", "> [!question]\n> 何？\n>\n> これ。", "何？ → これ。");
  check("callouts that ask nothing, or have no answer", "> [!note] 何\n> これ。\n\n> [!question] 何？");
  check("only the answer is folded", "Q: 何？\n\n:::details 答え\nこれ。\n:::", "何？ → :::details 答え⏎これ。⏎:::");
  check("a question that nothing answers", "Q: 何をするか");
  check("a record type is no answer", "レコード：\nA: IPv4\nAAAA: IPv6");
  check(
    "a card whose answer has no Japanese letter",
    "CFN の最大 parameter 数::200\n\n**スタック名の最大長**::128 文字\n\nモジュール::S3::MODULE\n\n詳細::https://example.com\n\n`型::Class`",
    "CFN の最大 parameter 数 → 200",
    "スタック名の最大長 → 128 文字",
  );
  check(
    "a card whose answer is a number",
    "How many parameters::200\n\nテンプレートの最大サイズ (S3)::1 MB\n\nthe address fe80::1\n\ntags::2",
    "How many parameters → 200",
    "テンプレートの最大サイズ (S3) → 1 MB",
  );
  check("two colons of a type, and of a field", "AWS::EC2::Route は型。\n\ntags:: aws");

  /** The titles of the notes at a place. */
  const bound = (name: string, notes: string, place: string, ...expected: readonly string[]): void => {
    it(name, () => {
      const found = notesAt(indexOf([source(notes)]), PLACES[place] ?? "");
      deepEqual(
        found.map(({ note }) => note.title),
        expected,
      );
    });
  };
  bound(
    "show where the question's name is",
    "Q: DeletionPolicyの既定は？\nA: Delete",
    "deletionPolicy",
    "DeletionPolicyの既定は？",
  );
  bound("show where the answer's name is", "Q: どう待つ？\nA: `cfn-signal`を呼ぶ。", "cfnSignal", "どう待つ？");
  bound(
    "show where a folded answer's name is",
    ":::details どう待つ？\nCreationPolicyで待つ。\n:::",
    "creationPolicy",
    "どう待つ？",
  );
  bound("an answer is no record", "# Route 53\n## Q: ゾーンとは？\nA: 名前の範囲。", "recordA");

  for (const text of [
    "- BillingModeとは::払い方を選ぶ",
    "## BillingModeとは::払い方\n選ぶ。",
    "- `BillingMode`とは：払い方",
  ])
    it(`are on the key that they ask about: ${text.split("\n")[0]}`, () => {
      const template = properties("AWS::DynamoDB::Table", "Billing<|>Mode: PAY_PER_REQUEST");
      deepEqual(notesAt(indexOf([source(`# DynamoDB\n${text}`)]), template).length, 1);
    });

  it("are cards as they stand", () => {
    const cards = cardsIn("Q: どれ？\nA. 一\nB. 二\n\n答え: B\n- 理由は**二**\n  - 例");
    deepEqual(
      cards.map(({ kind, front, back }) => [kind, front, back]),
      [["question", "どれ？\nA. 一\nB. 二", "B. 二\n・理由は二\n　・例"]],
    );
  });
});
