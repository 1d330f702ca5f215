import { type EntrySearch, searchEntries } from "../incremental/searchEntries.ts";
import type { Declarations, EntryContent, Template } from "../template.ts";
import { type Node, textOf, typeNameOf, valueAt } from "../tree/node.ts";
import { isSyntaxError } from "../tree/syntaxProblem.ts";
import { relativePath } from "./relativePath.ts";

/** A local template that another one nests. */
export interface ChildTemplate {
  readonly uri: string;
  readonly template: Template;
}

/** The local templates that a template nests, by their paths as it writes them. */
export type Children = ReadonlyMap<string, ChildTemplate>;

/** The declarations of a nested template. */
export type ChildDeclarations = Declarations & {
  /** Whether it is the nesting template itself, or nests it. */
  readonly leadsBack?: boolean;
};

/**
 * The declarations of nested templates; without broken ones, which may declare more than can be read.
 *
 * @param uri of the template that nests them
 */
export function declarationsOfChildren(children: Children, uri: string): ReadonlyMap<string, ChildDeclarations> {
  const sound = [...children].filter(([, { template }]) => !template.errors.some(isSyntaxError));
  return new Map(
    sound.map(([path, child]) => [
      path,
      leadsTo(uri, child) ? { ...child.template.declarations, leadsBack: true } : child.template.declarations,
    ]),
  );
}

/** Whether a template is one, or nests it. */
function leadsTo(uri: string, child: ChildTemplate): boolean {
  if (child.uri === uri) return true;
  return childTemplatePaths(child.template).some((path) => {
    const parts = child.uri.split("/").slice(0, -1);
    for (const part of path.split("/")) {
      if (part === "..") parts.pop();
      else if (part !== ".") parts.push(part);
    }
    return parts.join("/") === uri;
  });
}

/** The property that names another template, by type. */
const LOCATIONS: Readonly<Partial<Record<string, string>>> = {
  "AWS::CloudFormation::Stack": "TemplateURL",
  "AWS::Serverless::Application": "Location",
};

/** The property of a type that names the template to nest; `undefined` for types that nest none. */
export function templateProperty(type: string | undefined): string | undefined {
  return type !== undefined && Object.hasOwn(LOCATIONS, type) ? LOCATIONS[type] : undefined;
}

/** The value by which a resource names the template to nest. */
export function templateNode({ value }: EntryContent): Node | undefined {
  const property = templateProperty(typeNameOf(value));
  return property === undefined ? undefined : valueAt(valueAt(value, "Properties"), property);
}

/** The path of the local template that a resource nests; `undefined` for URLs, computed values and other resources. */
export function childTemplatePath(entry: EntryContent): string | undefined {
  const text = textOf(templateNode(entry));
  return text === undefined ? undefined : relativePath(text);
}

/** The paths of all local templates that a template nests, each once. */
export function childTemplatePaths(template: Template): readonly string[] {
  return [...new Set(nestedStacks(template, "Resources").map(({ found }) => found))];
}

/** The resources that nest a local template, with its path. */
export const nestedStacks: EntrySearch<string> = searchEntries(childTemplatePath);
