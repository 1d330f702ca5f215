import { stdout } from "node:process";
import { looksLikeTemplate } from "../detect.ts";
import { parse } from "../model/reading/parse.ts";
import { textFile } from "../node/textFile.ts";
import { graphMermaid } from "../picture/graphText.ts";
import { stackGraph } from "../picture/stackGraph.ts";
import { said } from "../text/localised.ts";
import { visible } from "../text/visible.ts";
import { unusable } from "./files/unchecked.ts";
import type { Given } from "./options/commandLine.ts";
import { refuse } from "./options/refuse.ts";

/** `cfn-notes graph`. */
export async function printGraph(given: Given, language: "en" | "ja"): Promise<number> {
  const [file, ...others] = given.operands;
  if (file === undefined || others.length > 0)
    return refuse("graph", said(language, "one template is needed.", "テンプレートを1つ指定してください。"));
  const found = await textFile(file);
  if (!("text" in found)) return refuse("graph", unusable(file, found.problem)[language]);
  if (!looksLikeTemplate(found.text)) return refuse("graph", unusable(file, "no-template")[language]);
  const { nodes, edges } = stackGraph(parse(found.text));
  const boxes = nodes.map(({ id, type }) => ({ title: visible(id), detail: visible(type), isChanged: false }));
  const lines = edges
    .filter(({ isImplied }) => !isImplied)
    .map(({ from, to, via }) => ({ from, to, isOrder: via.every((one) => one === "DependsOn") }));
  stdout.write(graphMermaid(boxes, lines));
  return 0;
}
