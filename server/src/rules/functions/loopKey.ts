import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { madeKeys } from "../../model/references/expandedLoops.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import { contentSpan, type Node, refTarget } from "../../model/tree/node.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** A loop that makes an entry with the name of another one, or over something that is no list. */
export const loopKey: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    for (const section of SECTIONS) {
      for (const { entry, found } of collectionsIn(template, section))
        for (const { node, name } of found) {
          if (name === undefined) {
            if (node.kind === "call") report(entry, node, { message: "not-resolved", with: { call: node.name } });
            continue;
          }
          const type = template.declarations.parameters.get(name)?.type ?? "";
          if (/^(?:String|Number)$/.test(type)) report(entry, node, { message: "no-list", with: { name, type } });
        }
      const loops = loopsIn(template, section);
      if (loops.length === 0) continue;
      const { resources, conditions, outputs } = template.declarations;
      const written = section === "Resources" ? resources : section === "Conditions" ? conditions : outputs;
      const before = new Set<string>();
      for (const { entry, found } of loops) {
        const told = new Set<number>();
        for (const key of found) {
          const isTaken = before.has(key.text) || written.has(key.text);
          before.add(key.text);
          // A key of a loop is told once, whatever it makes.
          if (!isTaken || told.has(key.start)) continue;
          told.add(key.start);
          report(entry, contentSpan(key), { message: "made-twice", with: { name: key.text } });
        }
      }
    }
  },
};

const SECTIONS = ["Resources", "Conditions", "Outputs"] as const;

interface Collection {
  readonly node: Node;
  /** Of the parameter that gives it; `undefined` for a function whose value only the deployment knows. */
  readonly name: string | undefined;
}

/** The collections of a loop and of those in it that a name gives. */
function collectionsOf(value: Node): readonly Collection[] {
  const [, node, body] = value.kind === "list" ? value.items : [];
  const name = refTarget(node);
  const inside = body?.kind === "map" ? body.pairs : [];
  return [
    ...(node === undefined || (name === undefined && !isLate(node)) ? [] : [{ node, name }]),
    ...inside.flatMap((pair) => (isLoopKey(pair.key.text) ? collectionsOf(pair.value) : [])),
  ];
}

/** Whether a value comes from what is deployed: loops are gone through before. */
function isLate(node: Node): boolean {
  return node.kind === "call" && /^Fn::(?:GetAtt|ImportValue|GetStackOutput)$/.test(node.name);
}

const collectionsIn = searchEntries((entry) => (isLoopKey(entry.name) ? collectionsOf(entry.value) : undefined));

const loopsIn = searchEntries((entry) => (isLoopKey(entry.name) ? madeKeys(entry) : undefined));
