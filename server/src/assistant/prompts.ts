import type { Localised } from "../text/localised.ts";
import { shortened } from "../text/shortened.ts";

/** A request that a person makes of their assistant by name, such as `/cfn-notes:review_template`. */
export interface PromptDescription {
  readonly name: string;
  readonly title: Localised;
  readonly description: Localised;
  readonly argument: { readonly name: string; readonly description: Localised };
  /** What the assistant is asked. */
  text(argument: string): Localised;
}

export const PROMPTS: readonly PromptDescription[] = [
  {
    name: "review_template",
    title: { en: "Review a template", ja: "テンプレートをレビュー" },
    description: {
      en: "What is wrong with a template, and what deploying it would do",
      ja: "テンプレートの問題点と、デプロイしたときの影響を調べます",
    },
    argument: { name: "path", description: { en: "The template's path", ja: "テンプレートのパス" } },
    text: (path) => ({
      en: `Review the CloudFormation template ${path}. Check it with check_template, compare it with what is committed with preview_change if there is an earlier version, and look up my notes on what you find with notes_for_place. Begin with what would fail or lose data. Change nothing before I agree.`,
      ja: `CloudFormationテンプレート${path}をレビューしてください。check_templateで確認し、以前のバージョンがあればpreview_changeで変更の影響を調べ、見つかった点についてはnotes_for_placeでわたしのノートを参照してください。失敗やデータの消失につながるものから先に挙げ、わたしが同意するまで何も変更しないでください。`,
    }),
  },
  {
    name: "explain_failure",
    title: { en: "Explain a failed deployment", ja: "失敗したデプロイを説明" },
    description: {
      en: "What causes an error message of CloudFormation, and what to do",
      ja: "CloudFormationのエラーメッセージの原因と対処を説明します",
    },
    argument: { name: "message", description: { en: "The error message", ja: "エラーメッセージ" } },
    text: (message) => ({
      en: `A deployment failed with the message below. Explain the cause with the tool explain and with my notes (search_notes), find the place in the template, and propose a fix.\n\n${message}`,
      ja: `デプロイが次のメッセージで失敗しました。ツールのexplainとわたしのノート（search_notes）で原因を説明し、テンプレートの該当箇所を見つけて、修正案を示してください。\n\n${message}`,
    }),
  },
  {
    name: "quiz_me",
    title: { en: "Quiz me from my notes", ja: "ノートから出題" },
    description: {
      en: "Questions on a topic, one at a time, answered by your own notes",
      ja: "テーマについて、自分のノートから1問ずつ出題します",
    },
    argument: { name: "topic", description: { en: "What to ask about", ja: "出題するテーマ" } },
    text: (topic) => ({
      en: `Find my notes on “${topic}” with search_notes. Ask me five questions that they answer, one at a time. After each answer of mine, tell me what is right by the note, and name its file and line.`,
      ja: `「${topic}」についてのわたしのノートをsearch_notesで探し、そのノートで答えられる問題を5問、1問ずつ出してください。わたしが答えるたびに、ノートに基づいて正誤を説明し、ファイルと行を示してください。`,
    }),
  },
];

/** In UTF-16 units. */
const MAX_ARGUMENT = 4000;

/** What the assistant is asked, or what is wrong with the question. */
export function promptText(
  name: string,
  given: Readonly<Record<string, string>>,
  language: "en" | "ja",
): { readonly text: string } | { readonly problem: string } {
  const prompt = PROMPTS.find((one) => one.name === name);
  if (prompt === undefined) return { problem: `There is no prompt ${name}.` };
  const argument = given[prompt.argument.name]?.trim() ?? "";
  if (argument === "") return { problem: `${prompt.argument.name} is needed.` };
  return { text: prompt.text(shortened(argument, MAX_ARGUMENT))[language] };
}
