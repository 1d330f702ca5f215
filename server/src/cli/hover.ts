import type { Command } from "./options/commandLine.ts";
import { LANGUAGE, NO_BUILT_IN, NOTES } from "./options/commonOptions.ts";

export const hover: Command = {
  name: "hover",
  operands: "FILE:LINE:COLUMN",
  summary: {
    en: "Prints what a hover shows there, as Markdown. Lines and columns count from 1, columns in UTF-16 units.",
    ja: "その位置のホバーの内容をMarkdownで表示します。行と列は1から数えます（列はUTF-16単位）。",
  },
  details: {
    en: "Exit code 0: something was shown; 1: there is nothing to show there; 2: it could not run.",
    ja: "終了コード0: 表示した、1: その位置に表示するものがない、2: 実行できない。",
  },
  options: [NOTES, NO_BUILT_IN, LANGUAGE],
  run: async (given, language) => {
    const { printHover } = await import("./printHover.ts");
    return printHover(given, language);
  },
};
