import { type CallAround, callsAround } from "../../model/focus/callsAround.ts";
import type { Focus } from "../../model/focus/focus.ts";
import { exportsOf, importedName } from "../../model/references/exports.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import { touches } from "../../text/span.ts";
import { described } from "./awsText.ts";
import type { ReferenceContext, ReferenceText } from "./context.ts";
import { declarationReference } from "./declarationReference.ts";
import { exportReference, importReference } from "./exportReference.ts";
import { code, labelled, oneLine, title } from "./frame.ts";
import { keyReference } from "./keyReference.ts";
import { nameReference } from "./nameReference.ts";
import { nestedReference } from "./nestedReference.ts";
import { type PlacedProperty, placeProperty } from "./placeSchema.ts";
import { propertyReference } from "./propertyReference.ts";
import { typeReference } from "./typeReference.ts";
import { valueReference } from "./valueReference.ts";

/** What CloudFormation's reference and the template itself say of what is under the caret, in Markdown; `undefined` if nothing. */
export function reference(focus: Focus, offset: number, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue } = context;
  const nested = nestedReference(focus, offset, context);
  if (nested !== undefined) return nested;
  switch (focus.kind) {
    case "section":
      return propertyText(placeProperty(focus.place, catalogue), context);
    case "name":
      return declarationReference(focus.entry, context) ?? propertyText(placeProperty(focus.place, catalogue), context);
    case "type":
      return typeReference(focus.type, context);
    case "key":
      return keyReference(focus.name, focus.place, offset, context);
    case "function":
      return functionReference(focus.call.name, context);
    case "reference":
      return nameReference(focus, context);
    case "word":
    case "value":
      return scalarReference(focus, offset, context);
    case "blank":
      return undefined;
  }
}

function propertyText(found: PlacedProperty | undefined, context: ReferenceContext): ReferenceText | undefined {
  return found === undefined ? undefined : propertyReference(found, context);
}

/** A value, unless it is an export's name, or only part of one: an argument of a function. */
function scalarReference(
  focus: Extract<Focus, { kind: "value" | "word" }>,
  offset: number,
  context: ReferenceContext,
): ReferenceText | undefined {
  const { template } = context;
  const { place } = focus;
  if (place.in === "entry" && place.section === "Outputs" && place.path.join() === "Export,Name") {
    const exported = exportsOf(template).find(({ span }) => touches(span, offset));
    if (exported !== undefined) return exportReference(exported.output, exported.name, context);
  }
  const calls = "entry" in place ? callsAround(place.entry.value, offset - place.entry.offset) : [];
  const imported = importedName(calls);
  if (imported !== undefined) return importReference(imported, context);
  const found = valueReference(focus, context);
  return found === undefined || isArgument(calls) ? dynamicOnly(focus, found) : found;
}

/** Whether these functions are in the argument of one that makes another value of theirs. */
function isArgument(calls: readonly CallAround[]): boolean {
  return calls.some(({ call, index }) => call.name !== "Fn::If" && !(call.name === "Fn::Sub" && (index ?? 0) === 0));
}

/** A dynamic reference is one in any place. */
function dynamicOnly(
  { scalar }: { scalar: { text: string } },
  found: ReferenceText | undefined,
): ReferenceText | undefined {
  return scalar.text.includes("{{resolve:") ? found : undefined;
}

function functionReference(name: string, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue, language, noteAbove } = context;
  const info = catalogue.functions.get(name);
  if (info === undefined) return undefined;
  const { short, long } = info.syntax;
  const forms = noteAbove === "none" ? [short, long] : [short ?? long];
  const block = forms.filter((form) => form !== undefined).join("\n\n");
  const head = oneLine(
    title(name),
    info.transform === undefined ? undefined : labelled("needs", code(info.transform), language),
  );
  return {
    facts: block.includes("\n") ? paragraphs(head, `\`\`\`yaml\n${block}\n\`\`\``) : oneLine(head, code(block)),
    ...described(info, context),
  };
}
