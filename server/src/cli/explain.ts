import type { Command } from "./options/commandLine.ts";
import { LANGUAGE } from "./options/commonOptions.ts";

export const explain: Command = {
  name: "explain",
  operands: "CODE|MESSAGE",
  summary: {
    en: "Says what a rule finds, with examples, how to ignore it, and the built-in note on its subject.\nCODE is one of our codes or a cfn-lint id, such as E3012; of an error message of AWS's (in quotes) the built-in note is shown.",
    ja: "ルールの内容を例とともに説明し、無視する方法と、関連する組み込みノートを表示します。\nCODEには、このツールのコードかcfn-lintのID（E3012など）を指定します。AWSのエラーメッセージ（引用符で囲む）を指定すると、組み込みノートを表示します。",
  },
  options: [LANGUAGE],
  run: async (given, language) => {
    const { printExplanation } = await import("./printExplanation.ts");
    return printExplanation(given, language);
  },
};
