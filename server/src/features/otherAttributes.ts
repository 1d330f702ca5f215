import type { Catalogue } from "../catalogue/types/catalogue.ts";
import { callsAround } from "../model/focus/callsAround.ts";
import { entryAt } from "../model/focus/focusAt.ts";
import { referenceAt } from "../model/focus/references.ts";
import type { Template } from "../model/template.ts";
import { textOf } from "../model/tree/node.ts";
import { attributesMeant } from "../rules/shared/attributesMeant.ts";
import { changeTo } from "../rules/shared/fixes/nearest.ts";
import { referFix } from "../rules/shared/fixes/referFix.ts";
import { callSites } from "../rules/shared/resolving/callSites.ts";
import type { Edit } from "../text/edit.ts";
import type { Localised } from "../text/localised.ts";
import type { Span } from "../text/span.ts";

/** A code action that asks the same resource for something that it has. */
export interface AttributeAction {
  readonly title: Localised;
  readonly edit: Edit;
}

/**
 * For an attribute that a type does not have: `Ref`, where that gives what is meant, and the other attributes of the
 * type. The one that is clearly meant is the fix of the finding itself.
 */
export function otherAttributes(
  template: Template,
  catalogue: Catalogue,
  { code, span }: { readonly code: string; readonly span: Span },
): readonly AttributeAction[] {
  if (code === "function-arguments") return forNoAttribute(template, catalogue, span);
  const entry = code === "unknown-get-att" ? entryAt(template, span.start) : undefined;
  const reference = entry && referenceAt(entry, span.start - entry.offset);
  const [resource] = (reference?.kind === "attribute" && reference.of) || [];
  if (entry === undefined || reference === undefined || resource === undefined) return [];
  const { declarations, format } = template;
  const type = declarations.resources.get(resource)?.type ?? declarations.loopTypes.get(resource);
  const known = type === undefined ? undefined : catalogue.resourceType(type);
  if (known === undefined) return [];
  const { meant, inOrder, byRef } = attributesMeant(reference.name, known);
  const offered = inOrder.filter((one) => one !== meant).slice(0, meant === undefined ? MAX_OFFERED : MAX_BESIDE);
  const others = offered.map((name) => ({ title: changeTo(name), edit: { ...span, newText: name } }));
  const ref = byRef === undefined ? undefined : refInstead();
  return ref === undefined ? others : [ref, ...others];

  function refInstead(): AttributeAction | undefined {
    const at = entry?.offset ?? 0;
    if (reference?.via === "Fn::Sub") {
      // The dot goes with the attribute.
      const edit = { start: span.start - 1, end: span.end, newText: "" };
      return template.text[edit.start] === "." ? { title: changeTo(`\${${resource}}`), edit } : undefined;
    }
    const call = entry && callsAround(entry.value, span.start - at).at(-1)?.call;
    if (call?.name !== "Fn::GetAtt" || resource === undefined) return undefined;
    const { title, edits } = referFix(call, resource, undefined, format);
    const [edit] = edits;
    return edit && { title, edit: { start: edit.start + at, end: edit.end + at, newText: edit.newText } };
  }
}

/** For `!GetAtt Queue`: what `Ref` gives, and the attributes that the type has, the usual ones first. */
function forNoAttribute(template: Template, catalogue: Catalogue, span: Span): readonly AttributeAction[] {
  const entry = entryAt(template, span.start);
  const at = entry?.offset ?? 0;
  const call = entry && callSites(entry).find((one) => one.call.nameSpan.start + at === span.start)?.call;
  const argument = call?.argument.kind === "list" ? call.argument.items[0] : call?.argument;
  const resource = call?.name === "Fn::GetAtt" ? (textOf(argument) ?? "") : "";
  const { type: typeName = "" } = template.declarations.resources.get(resource) ?? {};
  const type = catalogue.resourceType(typeName);
  if (call === undefined || type === undefined) return [];
  const usual = catalogue.usage.attributes(typeName).filter((name) => type.attributes.has(name));
  const names = [...new Set([...usual, ...type.attributes.keys()])].slice(0, MAX_OFFERED - 1);
  return [undefined, ...names].flatMap((name) => {
    const { title, edits } = referFix(call, resource, name, template.format);
    return edits.map(({ start, end, newText }) => ({ title, edit: { start: start + at, end: end + at, newText } }));
  });
}

const MAX_OFFERED = 6;
/** Beside one that is clearly meant. */
const MAX_BESIDE = 3;
