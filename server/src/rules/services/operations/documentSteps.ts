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
import { replacement } from "../../shared/fixes/nearest.ts";
import type { EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, literalAt, literalText } from "../../shared/values/literals.ts";

/** An SSM document with two steps of one name, a step that goes on to none, or a parameter that it does not declare. */
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
  const ways: ScalarNode[] = [];
  let isWhole = valueAt(content, "mainSteps")?.kind === "list";
  for (const step of listItems(valueAt(content, "mainSteps"))) {
    ways.push(...waysOf(step));
    const name = literalAt(step, "name");
    if (name === undefined || name.text.includes("{{") || name.text.includes(HOLE)) {
      isWhole = false;
      continue;
    }
    if (seen.has(name.text)) report(contentSpan(name), { message: "same-name", with: { name: name.text } });
    seen.add(name.text);
  }
  for (const way of isWhole ? ways : [])
    if (!seen.has(way.text) && !way.text.includes("{{") && !way.text.includes(HOLE))
      report(contentSpan(way), { message: "no-step", with: { name: way.text } });
  const parameters = valueAt(content, "parameters");
  if (parameters !== undefined && (parameters.kind !== "map" || !hasAllKeys(parameters))) return;
  if (parameters?.pairs.some(({ key }) => key.text.includes(HOLE))) return;
  for (const { value } of parameters?.pairs ?? []) {
    const type = literalAt(value, "type");
    const meant = TYPES.find((one) => one.toLowerCase() === type?.text.toLowerCase());
    if (type !== undefined && meant !== undefined && meant !== type.text)
      report(contentSpan(type), {
        message: "type-letters",
        with: { meant },
        data: replacement(contentSpan(type), meant),
      });
  }
  const declared = new Set(parameters?.pairs.map(({ key }) => key.text));
  for (const { node, name } of usedIn(valueAt(content, "mainSteps")))
    if (!declared.has(name)) report(contentSpan(node), { message: "undeclared", with: { name } });
}

/** Of parameters of documents. */
const TYPES = ["String", "StringList", "Integer", "Boolean", "MapList", "StringMap"];

/** Where a step of an automation goes on by name. */
function waysOf(step: Node): readonly ScalarNode[] {
  const inputs = literalText(step, "action") === "aws:branch" ? valueAt(step, "inputs") : undefined;
  const choices = listItems(valueAt(inputs, "Choices")).map((choice) => literalAt(choice, "NextStep"));
  return [literalAt(step, "nextStep"), literalAt(inputs, "Default"), ...choices].flatMap((way) => way ?? []);
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
