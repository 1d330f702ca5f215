import { nestedStacks } from "../../model/references/childTemplates.ts";
import type { Declarations, DeclaredParameter, Entry } from "../../model/template.ts";
import { contentSpan, type MapNode, type Node, pairOf, valueAt } from "../../model/tree/node.ts";
import { nearest } from "../../text/nearest.ts";
import { keyEdit } from "../shared/fixes/keyEdit.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import type { FixData, ReportIn, TemplateContext, TemplateRule } from "../shared/rule.ts";

/**
 * A nested stack with a local template (`TemplateURL`) that gets a parameter which the template does not have, lacks
 * one that has no default, or gets a value that is not among the `AllowedValues`.
 */
export const nestedStackParameter: TemplateRule = {
  scope: "template",
  check(template, context) {
    for (const { entry, found: path } of nestedStacks(template, "Resources")) {
      const child = context.childDeclarations(path);
      if (child !== undefined && !child.open) checkChild(entry, path, child, context, template.format);
    }
  },
};

function checkChild(
  entry: Entry,
  path: string,
  { parameters }: Declarations,
  { report }: TemplateContext,
  format: "yaml" | "json",
): void {
  const properties = valueAt(entry.value, "Properties");
  const given: Node | undefined = valueAt(properties, "Parameters");
  // The keys that a function or a merge gives are unknown.
  if (given !== undefined && given.kind !== "map") return;
  const pairs = given?.pairs ?? [];
  if (pairs.some(({ key }) => key.text.startsWith("Fn::"))) return;
  const names = new Set(pairs.map(({ key }) => key.text));
  const absent = [...parameters.keys()].filter((name) => !names.has(name));
  const meant = new Set<string>();
  for (const { key, value } of pairs) {
    const parameter = parameters.get(key.text);
    if (parameter !== undefined) {
      checkGiven(entry, key.text, value, parameter.allowedValues, report);
      continue;
    }
    const span = contentSpan(key);
    const { en, ja, data } = suggestion(key.text, absent, span);
    if (data?.edits[0] !== undefined) meant.add(data.edits[0].newText);
    const message = { message: "no-parameter", with: { path, key: key.text, meant: { en, ja } } };
    report(entry, span, { ...message, data });
  }
  const missing = [...parameters].filter(
    ([name, { default: fallback }]) => fallback === undefined && !meant.has(name) && !names.has(name),
  );
  if (missing.length === 0) return;
  const wanted = missing.map(([name]) => name).join(", ");
  const at =
    pairOf(properties, "Parameters")?.key ??
    pairOf(properties, "TemplateURL")?.key ??
    pairOf(properties, "Location")?.key ??
    entry.key;
  report(entry, contentSpan(at), {
    message: "no-value",
    with: { path, wanted },
    unfinished: "below",
    data: givenAs(missing[0], given, entry, format),
  });
}

/** The fix that gives a parameter its first allowed value, or an empty one. */
function givenAs(
  missing: [string, DeclaredParameter] | undefined,
  given: MapNode | undefined,
  { unit }: Entry,
  format: "yaml" | "json",
): FixData | undefined {
  const last = given?.pairs.at(-1);
  if (missing === undefined || last === undefined || last.merged) return undefined;
  const [name, { allowedValues }] = missing;
  const value = JSON.stringify(allowedValues?.[0] ?? "");
  const edit = keyEdit(last, name, { yaml: value, json: value }, unit.text, format);
  return edit && { title: { en: `Add ${name}`, ja: `${name}を追加` }, edits: [edit], preferred: false };
}

/** Checks that a literal value is one that the nested template allows. */
function checkGiven(
  entry: Entry,
  name: string,
  value: Node,
  allowed: readonly string[] | undefined,
  report: ReportIn,
): void {
  if (allowed === undefined || value.kind !== "scalar" || value.value === null || value.tag !== undefined) return;
  if (allowed.includes(value.text) || allowed.length === 0 || value.text.includes("{{resolve:")) return;
  const span = contentSpan(value);
  const meant = suggestionFor(nearest(value.text, allowed) ?? abbreviated(value.text, allowed), span);
  const some = `${allowed.slice(0, 8).join(", ")}${allowed.length > 8 ? ", …" : ""}`;
  const message = { message: "not-allowed", with: { name, value: value.text, some, meant } };
  report(entry, span, { ...message, data: meant.data });
}

/** The only allowed value that the text abbreviates, or that abbreviates the text: `prod` for `production`. */
function abbreviated(written: string, allowed: readonly string[]): string | undefined {
  const word = written.toLowerCase();
  const alike = allowed.filter((value) => {
    const other = value.toLowerCase();
    return Math.min(word.length, other.length) >= 3 && (word.startsWith(other) || other.startsWith(word));
  });
  return alike.length === 1 ? alike[0] : undefined;
}
