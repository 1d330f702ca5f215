import { childTemplatePath } from "../model/references/childTemplates.ts";
import type { Template } from "../model/template.ts";
import { propertyOf, type ResourceState } from "./resourceState.ts";
import type { Deployment, TemplateChange } from "./templateChange.ts";
import { asShownText, type Value, valueIdentity } from "./values/value.ts";

/** Reads a nested template by the paths that lead to it, each as the template before it writes it. */
export type ReadNested = (paths: readonly string[]) => Promise<Template | undefined>;

/** The changes in a template that another one nests. */
export interface NestedChange {
  /** The logical ids by which it is nested, from the outermost template. */
  readonly stacks: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly change: TemplateChange;
}

interface NestedParts {
  readonly before: ReadNested;
  readonly after: ReadNested;
  compare(before: Deployment, after: Deployment): TemplateChange | Promise<TemplateChange | undefined>;
}

/** CloudFormation takes no more. */
const MAX_DEPTH = 5;
/** The limit for one template, nested ones included. */
const MAX_STACKS = 100;

/** The changes in the templates that both sides nest, if both can be read; with the parameters that they get. */
export async function nestedChanges(change: TemplateChange, parts: NestedParts): Promise<readonly NestedChange[]> {
  const changes: NestedChange[] = [];
  let left = MAX_STACKS;
  await enter({ stacks: [], before: [], after: [], change });
  return changes;

  async function enter(outer: NestedChange): Promise<void> {
    if (outer.stacks.length === MAX_DEPTH) return;
    for (const { id, before, after } of nestedStacksIn(outer.change)) {
      if (left-- <= 0) return;
      const paths = { before: [...outer.before, before.path], after: [...outer.after, after.path] };
      const [was, is] = [await parts.before(paths.before), await parts.after(paths.after)];
      if (was === undefined || is === undefined) continue;
      const sides = [
        { template: was, parameters: before.parameters },
        { template: is, parameters: after.parameters },
      ] as const;
      const found = await parts.compare(...sides);
      if (found === undefined) continue;
      const inner = { stacks: [...outer.stacks, id], ...paths, change: found };
      if (inner.change.changes.length > 0) changes.push(inner);
      await enter(inner);
    }
  }
}

/** A stack that a template nests, on one side of a change. */
interface Nesting {
  /** The path of its template, from the one that nests it. */
  readonly path: string;
  /** The parameters that it gets; those that only the deployment knows by their names. */
  readonly parameters: ReadonlyMap<string, string>;
}

interface NestedStack {
  readonly id: string;
  readonly before: Nesting;
  readonly after: Nesting;
}

/** The stacks that both templates nest from files beside them. */
function nestedStacksIn({ before, after }: TemplateChange): readonly NestedStack[] {
  return [...after.values()].flatMap((state) => {
    const earlier = before.get(state.id);
    const [was, is] = [earlier && nestingOf(earlier), nestingOf(state)];
    return was === undefined || is === undefined ? [] : [{ id: state.id, before: was, after: is }];
  });
}

function nestingOf(state: ResourceState): Nesting | undefined {
  const path = state.exists === false ? undefined : childTemplatePath(state.entry);
  if (path === undefined) return undefined;
  const passed = propertyOf(state, "Parameters");
  const parameters = passed instanceof Map ? [...(passed as ReadonlyMap<string, Value>)] : [];
  return { path, parameters: new Map(parameters.map(([name, value]) => [name, passedText(value)])) };
}

/** Lists are passed as their items with commas between. */
function passedText(value: Value): string {
  if (typeof value === "string") return asShownText(value);
  return asShownText(
    Array.isArray(value) ? value.map((item: Value) => passedText(item)).join(",") : valueIdentity(value),
  );
}
