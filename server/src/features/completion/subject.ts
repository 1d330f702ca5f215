import type { Catalogue, ObjectType } from "../../catalogue/types/catalogue.ts";
import { type Schema, schemaAt, type TextAt } from "../../catalogue/types/schemaAt.ts";
import type { CompletionPlace, Step } from "../../model/focus/completionPlace.ts";
import type { Template } from "../../model/template.ts";

/** The object that a path starts from. */
export type RootData =
  | { readonly in: "template" }
  | { readonly in: "entry"; readonly section: string }
  | { readonly in: "resource"; readonly type?: string };

/** What the place of the caret means in a template. */
export interface Subject {
  readonly section: string | undefined;
  /** Logical id, parameter, output … */
  readonly entry: string | undefined;
  readonly resourceType: string | undefined;
  readonly root: RootData;
  /** From the root object down to the caret; `Fn::If` and its branches are left out. */
  readonly path: readonly (string | number)[];
  /** What is known of the value at `path`; `undefined` inside a function's arguments. */
  readonly schema: Schema | undefined;
  /** The same with functions around the caret: what the outermost of them has to give. */
  readonly wanted: Schema | undefined;
  /** The innermost function around the caret, with the steps into its argument. */
  readonly call: Call | undefined;
  /** Functions around the caret, the outermost first. */
  readonly calls: readonly string[];
}

export interface Call {
  readonly name: string;
  readonly steps: readonly Step[];
}

export function subjectOf(template: Template, catalogue: Catalogue, place: CompletionPlace): Subject {
  const [first, second, ...rest] = place.steps;
  const section = first?.kind === "key" ? first.name : undefined;
  const entry = section !== undefined && second?.kind === "key" ? second.name : undefined;
  const resourceType = section === "Resources" && entry !== undefined ? typeOf(template, place, entry) : undefined;
  const root = rootOf(catalogue, section, entry, resourceType);
  const below = root.in === "template" ? place.steps : rest;
  const { path, call, calls } = walked(below);
  const object = rootObject(catalogue, root);
  const wanted = object === undefined ? undefined : schemaAt(object, path, textAtOf(place, root, calls));
  return {
    section,
    entry,
    resourceType,
    root,
    path,
    schema: call === undefined ? wanted : undefined,
    wanted,
    call,
    calls,
  };
}

/** The resource's type by the text around the caret, as the tree may have lost it. */
function typeOf(template: Template, place: CompletionPlace, logicalId: string): string | undefined {
  const written = place.levels[2]?.valueOf("Type");
  return written || template.declarations.resources.get(logicalId)?.type;
}

function rootOf(
  catalogue: Catalogue,
  section: string | undefined,
  entry: string | undefined,
  type: string | undefined,
): RootData {
  if (section === undefined || entry === undefined) return { in: "template" };
  if (section === "Resources") return type === undefined ? { in: "resource" } : { in: "resource", type };
  return catalogue.entryBody(section) === undefined ? { in: "template" } : { in: "entry", section };
}

/** Reads scalars beside the path from the text around the caret: the `Type` of a SAM event decides what it takes. */
function textAtOf({ levels }: CompletionPlace, root: RootData, calls: readonly string[]): TextAt | undefined {
  if (root.in !== "resource" || calls.length > 0) return undefined;
  return (path) => {
    const name = path.at(-1);
    const text = typeof name === "string" ? levels[path.length + 1]?.valueOf(name) : undefined;
    return text === "" ? undefined : text;
  };
}

export function rootObject(catalogue: Catalogue, root: RootData): ObjectType | undefined {
  if (root.in === "template") return catalogue.templateBody;
  return root.in === "resource" ? catalogue.resourceBody(root.type) : catalogue.entryBody(root.section);
}

function walked(steps: readonly Step[]): Pick<Subject, "path" | "call" | "calls"> {
  const path: (string | number)[] = [];
  const calls: string[] = [];
  let call: { name: string; steps: Step[] } | undefined;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    if (step === undefined) continue;
    if (step.kind === "call") {
      const next = steps[index + 1];
      calls.push(step.name);
      if (step.name === "Fn::If" && next?.kind === "item" && next.index > 0) index++;
      else call = { name: step.name, steps: [] };
    } else if (call !== undefined) call.steps.push(step);
    else path.push(step.kind === "key" ? step.name : step.index);
  }
  return { path, call, calls };
}
