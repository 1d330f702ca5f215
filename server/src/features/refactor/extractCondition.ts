import { declarationEdit } from "../../model/references/declarationEdit.ts";
import type { CallNode, Node } from "../../model/tree/node.ts";
import { freshName, logicalName } from "./names.ts";
import { edit, hasComments, type Refactoring, type Scene, type Step, writtenText } from "./scene.ts";
import { writeJsonObject } from "./writing.ts";

/**
 * A comparison inside another condition, or in place of the condition's name in `Fn::If`, becomes a condition of its
 * own.
 *
 * @example Both: !And [!Equals [!Ref Stage, prod], …]    →    IsStage: !Equals [!Ref Stage, prod]
 *                                                    Both: !And [!Condition IsStage, …]
 */
export const extractCondition: Refactoring = {
  kind: "refactor.extract.condition",
  offers(scene) {
    const { template, entry } = scene;
    const found = comparisonIn(scene);
    if (found === undefined || entry.name.startsWith("Fn::") || hasComments(entry, found.call)) return [];
    const { call, named } = found;
    const source = writtenText(entry, call);
    if (source.includes("\n")) return [];
    const name = freshName(conditionName(call), template);
    // A call in its long form begins with a brace only in flow style.
    const value = call.form === "long" && !source.startsWith("{") ? `{ ${source} }` : source;
    const declaration = declarationEdit(template, "Conditions", name, { yaml: value, json: value });
    if (declaration === undefined) return [];
    const json = template.format === "json";
    const text = named
      ? json
        ? JSON.stringify(name)
        : name
      : json
        ? writeJsonObject(template, "Condition", JSON.stringify(name))
        : `!Condition ${name}`;
    const use = edit(entry, call, text);
    return [
      {
        title: { en: `Extract to condition ${name}`, ja: `条件${name}に抽出` },
        edits: [use, declaration],
        named: { edit: use, at: text.lastIndexOf(name) },
      },
    ];
  },
};

const COMPARING = /^Fn::(?:Equals|And|Or|Not)$/;

interface Comparison {
  readonly call: CallNode;
  /** Whether the name of a condition is wanted in its place, and not a reference to it. */
  readonly named: boolean;
}

/** The innermost comparison at the place that stands in another one, or first in a `Fn::If`. */
function comparisonIn({ entry, steps }: Scene): Comparison | undefined {
  for (let index = steps.length - 1; index >= 2; index--) {
    const call = steps[index]?.node;
    if (call?.kind !== "call" || !COMPARING.test(call.name)) continue;
    const outer = outerCall(steps.slice(0, index));
    if (outer === undefined) return undefined;
    if (outer.name === "Fn::If") return steps[index]?.index === 0 ? { call, named: true } : undefined;
    return entry.section === "Conditions" && COMPARING.test(outer.name) ? { call, named: false } : undefined;
  }
  return undefined;
}

function outerCall(steps: readonly Step[]): CallNode | undefined {
  const found = steps.findLast(({ node }) => node.kind === "call")?.node;
  return found?.kind === "call" ? found : undefined;
}

function conditionName(call: CallNode): string {
  return `Is${logicalName(firstName(call) ?? "") || "True"}`;
}

/** The first name or text that is compared. */
function firstName(node: Node): string | undefined {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "call") return firstName(node.argument);
  if (node.kind === "list") return node.items.map(firstName).find((name) => name !== undefined);
  return undefined;
}
