import { isCustomResource } from "../../catalogue/language/resourceBody.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import type { Entry, Template } from "../../model/template.ts";
import { type Node, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { resourceTarget } from "./links/resourceTarget.ts";
import { composedText } from "./resolving/composedText.ts";

/** A custom resource whose inline function sends nothing anywhere, so that CloudFormation gets no answer. */
export interface SilentHandler {
  readonly entry: Entry;
  readonly node: Node;
  readonly handler: string;
}

export function silentHandlers(template: Template): readonly SilentHandler[] {
  return tokens(template, "Resources").flatMap(({ entry, found: { node, handler } }) => {
    const value = resourcesByName(template).get(handler)?.value;
    return typeNameOf(value) === "AWS::Lambda::Function" && isSilent(valueAt(value, "Properties"))
      ? { entry, node, handler }
      : [];
  });
}

/** What code may send something with: another module, or what needs none. */
const SENDS = /\b(?:require|from|exec|eval|fetch|process)\b|\bimport\b(?! (?:json|logging|re|time)\s*$)/m;

function isSilent(properties: Node | undefined): boolean {
  const node = valueAt(valueAt(properties, "Code"), "ZipFile");
  const code = node && composedText(node);
  if (code === undefined || valueAt(properties, "Layers") !== undefined) return false;
  return /^\s*def \w+\(|=>|\bfunction\b/m.test(code) && !/\$\{(?!!)/.test(code) && !SENDS.test(code);
}

const tokens = searchEntries(({ value }) => {
  if (!isCustomResource(typeNameOf(value))) return undefined;
  const node = valueAt(valueAt(value, "Properties"), "ServiceToken");
  const handler = resourceTarget(node);
  return node === undefined || handler === undefined ? undefined : { node, handler };
});
