import { childTemplatePath } from "../model/references/childTemplates.ts";
import { propertyOf, type ResourceState } from "./resourceState.ts";
import type { TemplateChange } from "./templateChange.ts";
import { asShownText, keyOf, type Value } from "./values/value.ts";

/** A stack that a template nests, on one side of a change. */
interface Nesting {
  /** Where its template is, from the one that nests it. */
  readonly path: string;
  /** What is passed to it; what only the deployment knows stands by its name. */
  readonly parameters: ReadonlyMap<string, string>;
}

interface NestedStack {
  readonly id: string;
  readonly before: Nesting;
  readonly after: Nesting;
}

/** The stacks that both templates nest from files beside them. */
export function nestedStacksIn({ before, after }: TemplateChange): readonly NestedStack[] {
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
  return asShownText(Array.isArray(value) ? value.map((item: Value) => passedText(item)).join(",") : keyOf(value));
}
