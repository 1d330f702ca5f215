import { placesOf } from "../catalogue/values/propertyPlaces.ts";
import { searchEntries } from "../model/incremental/searchEntries.ts";
import type { Children } from "../model/references/childTemplates.ts";
import type { Template } from "../model/template.ts";
import { isLoopKey } from "../model/tree/functionNames.ts";
import { pairsInLoop } from "../model/tree/loopEntries.ts";
import { type Node, textOf, typeNameOf, valueAt } from "../model/tree/node.ts";

/**
 * A capability that a deployment has to acknowledge. Source: CreateStack in CloudFormation's API reference,
 * `Capabilities`.
 */
export type Capability = "CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM" | "CAPABILITY_AUTO_EXPAND";

export interface NeededCapability {
  readonly capability: Capability;
  /** The resource that asks for it, with those around it (`Nested.Role`), or the name of a macro. */
  readonly because: string;
}

export interface NeededCapabilities {
  readonly needed: readonly NeededCapability[];
  /** Nested stacks whose templates can't be read here, so that they may need more. */
  readonly unread: readonly string[];
}

/** The property that gives a resource a custom name. */
const NAMES = placesOf("iamNames");

/** SAM makes a role for these, unless they are given one. */
const WITH_ROLE: ReadonlySet<string> = new Set(["AWS::Serverless::Function", "AWS::Serverless::StateMachine"]);

const NESTING: ReadonlySet<string> = new Set(["AWS::CloudFormation::Stack", "AWS::Serverless::Application"]);

/**
 * The capabilities that the deployment of a template has to acknowledge, with what asks for them.
 *
 * @param childrenOf the local templates that a template nests, by their paths
 */
export function neededCapabilities(
  template: Template,
  childrenOf: (template: Template, uri: string | undefined) => Children,
): NeededCapabilities {
  const needed: NeededCapability[] = [];
  const unread: string[] = [];
  const seen = new Set<string>();
  collect(template, undefined, "");
  return { needed, unread };

  function collect(one: Template, uri: string | undefined, before: string): void {
    for (const name of one.declarations.transforms) {
      needed.push({ capability: "CAPABILITY_AUTO_EXPAND", because: `${before}${name}` });
    }
    const nested = asking(one, "Resources").flatMap(({ found }) =>
      found.flatMap(({ name, capability, nests }) => {
        if (capability !== undefined) needed.push({ capability, because: `${before}${name}` });
        return nests === undefined ? [] : [{ name: `${before}${name}`, path: nests }];
      }),
    );
    if (nested.length === 0) return;
    const children = childrenOf(one, uri);
    for (const { name, path } of nested) {
      const child = children.get(path);
      if (child === undefined) unread.push(name);
      else if (!seen.has(child.uri)) {
        seen.add(child.uri);
        collect(child.template, child.uri, `${name}.`);
      }
    }
  }
}

interface Asking {
  /** Of the resource; in a loop with its identifier. */
  readonly name: string;
  readonly capability?: Capability;
  /** The path of the template that it nests; empty if that is no path. */
  readonly nests?: string;
}

const asking = searchEntries(({ name, value, unit }): readonly Asking[] | undefined => {
  const all = isLoopKey(name)
    ? pairsInLoop(value).flatMap((pair) => askingOf(pair.key.text, pair.value) ?? [])
    : [askingOf(name, value) ?? []].flat();
  if (all.length > 0) return all;
  return /Fn::Transform["']?\s{0,9}:|!Transform\b/.test(unit.text)
    ? [{ name, capability: "CAPABILITY_AUTO_EXPAND" }]
    : undefined;
});

function askingOf(name: string, value: Node): Asking | undefined {
  const type = typeNameOf(value) ?? "";
  const properties = valueAt(value, "Properties");
  const names = NAMES.get(type);
  if (names !== undefined) {
    const isNamed = names.some((property) => valueAt(properties, property) !== undefined);
    return { name, capability: isNamed ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM" };
  }
  if (WITH_ROLE.has(type) && valueAt(properties, "Role") === undefined) return { name, capability: "CAPABILITY_IAM" };
  if (NESTING.has(type)) {
    const path = valueAt(properties, type === "AWS::CloudFormation::Stack" ? "TemplateURL" : "Location");
    return { name, nests: textOf(path) ?? "" };
  }
  return undefined;
}

/** The words for a command line, each once; `CAPABILITY_NAMED_IAM` includes `CAPABILITY_IAM`. */
export function capabilityWords(needed: readonly NeededCapability[]): readonly Capability[] {
  const all = new Set(needed.map(({ capability }) => capability));
  if (all.has("CAPABILITY_NAMED_IAM")) all.delete("CAPABILITY_IAM");
  return [...all].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}

const ORDER: readonly Capability[] = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];
