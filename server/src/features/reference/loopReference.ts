import type { Focus } from "../../model/focus/focus.ts";
import { entryAt } from "../../model/focus/focusAt.ts";
import { loopPart, stepsOf } from "../../model/focus/loopPart.ts";
import { unrolled } from "../../model/references/unrolled.ts";
import type { Entry } from "../../model/template.ts";
import { type Node, pairOf, type ScalarNode, textOf } from "../../model/tree/node.ts";
import { described } from "./awsText.ts";
import type { ReferenceContext, ReferenceText } from "./context.ts";
import { declarationReference } from "./declarationReference.ts";
import { codes, labelled, oneLine, title, word } from "./markdown.ts";

/** A `Fn::ForEach` at its key, at its variable, or at the key of what it repeats: the names that it makes, or its values. */
export function loopReference(focus: Focus, offset: number, context: ReferenceContext): ReferenceText | undefined {
  const part = loopPart(focus);
  const loop = entryAt(context.template, offset);
  if (part === undefined || loop === undefined) return undefined;
  const { catalogue, language } = context;
  if (part === "variable" && focus.kind === "value" && "entry" in focus.place) {
    const list = nodeAt(loop.value, stepsOf(focus.place).slice(0, -1));
    const values = list?.kind === "list" && list.items[1] !== undefined ? itemsOf(list.items[1], context) : undefined;
    return {
      facts: oneLine(title(focus.scalar.text), word("loopVariable", language), values && codes(values)),
    };
  }
  const made = madeNames(loop, context);
  if (part === "repeated" && focus.kind === "name") {
    const declared = declarationReference(focus.entry, context);
    const names = made.filter(({ start }) => start === focus.entry.key.start);
    if (declared === undefined) return undefined;
    const [first = "", ...others] = declared.facts.split("\n");
    return { ...declared, facts: [oneLine(first, madeFact(names, context)), ...others].join("\n") };
  }
  const name = focus.kind === "key" ? focus.name : loop.name;
  const facts = oneLine(title(name), focus.kind === "name" ? madeFact(made, context) : undefined);
  return { facts, ...described(catalogue.functions.get("Fn::ForEach"), context) };
}

function madeFact(names: readonly ScalarNode[], { language }: ReferenceContext): string | undefined {
  if (names.length === 0) return undefined;
  return labelled("loopMakes", codes([...new Set(names.map(({ text }) => text))]), language);
}

/** The keys that a loop makes, with `*` for what the template does not tell. */
function madeNames(loop: Entry, context: ReferenceContext): readonly ScalarNode[] {
  const made = unrolled([loop], (collection) => itemsOf(collection, context));
  return made.flatMap(({ key }) => (key === loop.key ? [] : [key]));
}

/** The items of a loop's list, or of the default of the parameter that it is. */
function itemsOf(node: Node, { template }: ReferenceContext): readonly string[] | undefined {
  if (node.kind === "list") return node.items.map((item) => textOf(item) ?? "*");
  if (node.kind !== "call" || node.name !== "Ref") return undefined;
  const text = template.declarations.parameters.get(textOf(node.argument) ?? "")?.default;
  return text === undefined || text === "" ? undefined : text.split(",").map((item) => item.trim());
}

function nodeAt(node: Node, steps: readonly (string | number)[]): Node | undefined {
  return steps.reduce<Node | undefined>(
    (at, step) => (at?.kind === "list" ? at.items[Number(step)] : at && pairOf(at, String(step))?.value),
    node,
  );
}
