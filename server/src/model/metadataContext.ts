import type { EntryContent, Template } from "./template.ts";
import { entriesOf } from "./template.ts";
import { type Node, textOf, valueAt } from "./tree/node.ts";

/** The key of AWS's Metadata Context, in the `Metadata` of a resource and of a template. */
export const CONTEXT_KEY = "com.aws.cloudformation.Context";

/** How freely something may be changed, the strictest first. */
export const LEVELS = ["must-never-change", "review-required", "change-with-constraints", "free-to-tune"] as const;
export type Level = (typeof LEVELS)[number];

/** What a template says about a resource for those who change it. */
export interface ResourceContext {
  readonly why: string | undefined;
  readonly must: readonly string[];
  /** The level of a property, or of the resource as a whole. */
  levelOf(property: string | undefined): Level | undefined;
}

export function resourceContext({ value }: Pick<EntryContent, "value">): ResourceContext | undefined {
  const context = valueAt(valueAt(value, "Metadata"), CONTEXT_KEY);
  if (context?.kind !== "map") return undefined;
  const mutability = valueAt(context, "mutability");
  const level = (node: Node | undefined): Level | undefined => LEVELS.find((one) => one === textOf(node));
  return {
    why: textOf(valueAt(context, "why")),
    must: textsOf(valueAt(context, "must")),
    levelOf: (property) =>
      (property === undefined ? undefined : level(valueAt(mutability, property))) ?? level(valueAt(context, "mutable")),
  };
}

/** The owner of a template, by its own Metadata Context. */
export function templateOwner(template: Template): string | undefined {
  const entry = entriesOf(template, "Metadata").find(({ name }) => name === CONTEXT_KEY);
  return textOf(valueAt(entry?.value, "owner"));
}

function textsOf(node: Node | undefined): readonly string[] {
  return node?.kind === "list" ? node.items.flatMap((item) => textOf(item) ?? []) : [];
}
