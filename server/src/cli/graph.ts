import type { Command } from "./options/commandLine.ts";
import { LANGUAGE } from "./options/commonOptions.ts";

export const graph: Command = {
  name: "graph",
  operands: "FILE",
  summary: {
    en: "Prints the resources of a template and their references as a Mermaid flowchart, which GitHub draws in Markdown.",
    ja: "テンプレートのリソースとその参照を、Mermaidのフローチャートで出力します（GitHubのMarkdownで図になります）。",
  },
  options: [LANGUAGE],
  run: async (given, language) => {
    const { printGraph } = await import("./printGraph.ts");
    return printGraph(given, language);
  },
};
