import { readJson } from "../../../model/json/jsonReader.ts";
import { readYamlUnit } from "../../../model/reading/readUnit.ts";
import { HOLE, scriptText } from "../../../model/references/scriptText.ts";
import {
  type CallNode,
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import type { EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, literalAt } from "../../shared/values/literals.ts";

/** An SSM document with two steps of one name, or with a parameter that it does not declare. */
export const documentSteps: EntryRule = {
  scope: "entry",
  types: ["AWS::SSM::Document"],
  check(entry, { report }) {
    const content = valueAt(valueAt(entry.value, "Properties"), "Content");
    if (content?.kind === "map") checkContent(content, report);
    else if (content?.kind === "scalar" || (content?.kind === "call" && isText(content))) {
      const text = scriptText(content, entry.unit.text);
      const root = contentOf(text.text);
      if (root?.kind === "map") checkContent(root, (span, found) => report(text.toEntrySpan(span), found));
    }
  },
};

function isText({ name }: CallNode): boolean {
  return name === "Fn::Sub" || name === "Fn::Join";
}

/** Of JSON or YAML in a text. */
function contentOf(text: string): Node | undefined {
  const { root, errors } = /^\s*\{/.test(text) ? readJson(text) : readYamlUnit(text);
  return errors.length === 0 ? root : undefined;
}

function checkContent(content: MapNode, report: ReportAt): void {
  if (!hasAllKeys(content)) return;
  const seen = new Set<string>();
  for (const step of listItems(valueAt(content, "mainSteps"))) {
    const name = literalAt(step, "name");
    if (name === undefined || name.text.includes("{{") || name.text.includes(HOLE)) continue;
    if (seen.has(name.text)) report(contentSpan(name), { message: "same-name", with: { name: name.text } });
    seen.add(name.text);
  }
  const parameters = valueAt(content, "parameters");
  if (parameters !== undefined && (parameters.kind !== "map" || !hasAllKeys(parameters))) return;
  if (parameters?.pairs.some(({ key }) => key.text.includes(HOLE))) return;
  const declared = new Set(parameters?.pairs.map(({ key }) => key.text));
  for (const { node, name } of usedIn(valueAt(content, "mainSteps")))
    if (!declared.has(name)) report(contentSpan(node), { message: "undeclared", with: { name } });
}

interface Used {
  readonly node: ScalarNode;
  readonly name: string;
}

/** The parameters that are filled in: not the outputs of steps, nor what has a colon, which SSM knows itself. */
function usedIn(node: Node | undefined): readonly Used[] {
  if (node === undefined) return [];
  if (node.kind === "scalar")
    return [...(textOf(node) ?? "").matchAll(PARAMETER)].map((found) => ({ node, name: found[1] ?? "" }));
  if (node.kind === "list") return node.items.flatMap(usedIn);
  if (node.kind === "map") return node.pairs.flatMap(({ value }) => usedIn(value));
  return [];
}

const PARAMETER = /\{\{ ?(\w+) ?\}\}/g;
