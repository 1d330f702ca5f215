import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import { beginsParts } from "../match.ts";
import { type CompletionItem, type Scene, typedText } from "../scene.ts";
import { takesFunction } from "./functionPlace.ts";
import { beginsType } from "./typeNames.ts";

/**
 * Whether a list may open because of the character that was just typed. The editor's Enter accepts what is first in an
 * open list, so none opens if Enter may have to begin a line: behind a colon, a dash, an indentation, a bracket.
 */
export function mayOpen(scene: Scene): boolean {
  const { typed, place, template, offset } = scene;
  const isText = place.accepts.text === true;
  switch (typed) {
    case undefined:
      return true;
    case " ":
      return !isText && takesOneScalar(scene);
    case "{":
      return /[${]\{$/.test(template.text.slice(Math.max(0, offset - 2), offset));
    case '"':
    case "'":
      // A quote that opens a word, not one that closes it.
      return !isText && place.quote === typed && place.content.start === offset;
    default:
      // Behind `AWS::` and `s3:` a word goes on, behind `Tags:` it does not.
      return isText || place.content.start < offset;
  }
}

/** Whether nothing but a word can follow on this line: no function, and no list or map on the lines below. */
function takesOneScalar(scene: Scene): boolean {
  const { place, subject, template } = scene;
  if (place.accepts.value !== true || place.accepts.key === true || place.accepts.item === true) return false;
  // In brackets the next item may stand on the next line.
  if (place.steps.at(-1)?.kind === "item") return false;
  const { call, schema } = subject;
  if (call !== undefined) {
    const behindTag = /!\w+[ \t]+$/.test(template.text.slice(Math.max(0, place.span.start - 30), place.span.start));
    return behindTag && call.steps.length === 0 && ONE_WORD.has(call.name);
  }
  if (schema === undefined || takesFunction(scene)) return false;
  return alternatives(schema.type).every(({ kind }) => kind === "string" || kind === "number" || kind === "boolean");
}

/** Functions whose tag is followed by a single word; `!GetAtt` may also take a list. */
const ONE_WORD: ReadonlySet<string> = new Set(["Ref", "Condition"]);

/**
 * Items while a word is typed. A word that is complete is not offered again, and with it nothing else: Enter shall end
 * the line then.
 */
export function whileTyping(scene: Scene, items: readonly CompletionItem[]): readonly CompletionItem[] {
  const { place, template, offset } = scene;
  if (place.accepts.value !== true && place.accepts.text !== true) return items;
  const typedFor = typedBefore(template.text, offset);
  const isStrict = hasStrictValues(scene);
  if (items.some((item) => isWritten(item, typedFor(item.span), isStrict))) return [];
  return items.filter((item) => isTypedName(item, typedFor(item.span))).map(withoutEnd);
}

/** The typed part of the word that an item replaces, without an opening quote. */
function typedBefore(text: string, offset: number): (span: CompletionItem["span"]) => string {
  let last: CompletionItem["span"] | undefined;
  let typed = "";
  return (span) => {
    if (span !== last) typed = text.slice(span.start, offset).replace(/^["']/, "");
    last = span;
    return typed;
  };
}

/** Whether a value counts as complete only in the case that is listed. */
function hasStrictValues({ subject: { resourceType, schema } }: Scene): boolean {
  if (resourceType === undefined || schema === undefined) return false;
  return alternatives(schema.type).some(
    (type) => type.kind === "string" && type.enum !== undefined && type.closed === true && type.anyCase !== true,
  );
}

function isWritten(
  { kind, label, insertText, snippet, again }: CompletionItem,
  typed: string,
  isStrict: boolean,
): boolean {
  // The label of a fragment is not what it inserts.
  if (typed === "" || KEYS.has(kind) || kind === "snippet") return false;
  // `True` and `VPC` are meant as they are typed.
  if (kind === "value" && !isStrict && label.toLowerCase() === typed.toLowerCase()) return true;
  // Behind a resource's name an attribute is still to come.
  return (
    (label === typed && kind !== "returnValue" && again !== true) ||
    (!snippet && insertText.replace(/^- |["'\s]/g, "") === typed)
  );
}

/** Editors find a word's letters anywhere in a name; somebody who types another name to its end would get this one. */
function isTypedName({ kind, filterText, label }: CompletionItem, typed: string): boolean {
  if (typed === "" || KEYS.has(kind) || kind === "type" || kind === "function") return true;
  const text = filterText ?? label;
  if (kind === "snippet") return text.split(" ").some((word) => beginsParts(typed, word));
  return beginsParts(typed, text.replace(/^["']/, ""));
}

/**
 * Whether the list has every continuation of the word, so that the editor can narrow it by itself: declared names,
 * types of a service, allowed or usual values. If the case does not matter, only a beginning in the listed case says
 * so.
 */
export function isListComplete(scene: Scene, items: readonly CompletionItem[]): boolean {
  const { call, schema } = scene.subject;
  const typed = typedText(scene);
  if (items.some(({ kind }) => kind === "type")) return beginsType(typed);
  if (items.every(({ kind }) => NAMES.has(kind))) return true;
  if (call !== undefined || schema === undefined || typed === "" || FUNCTION.test(typed)) return false;
  const isLower = typed === typed.toLowerCase();
  const isAsListed = hasStrictValues(scene) || items.some(({ label }) => label.startsWith(typed));
  return alternatives(schema.type).every(
    (type) => (type.kind === "boolean" && isLower) || (type.kind === "string" && type.enum !== undefined && isAsListed),
  );
}

/** Kinds of names that a template declares. */
const NAMES: ReadonlySet<string> = new Set(["resource", "parameter", "pseudoParameter", "condition", "mapping"]);

/** The beginning of a function's name. */
const FUNCTION = /^(?:Fn?|R(?:ef?)?)$/i;

/** Whether a list is one of keys, to which the next letters add nothing: no function begins as the word does. */
export function areKeys(items: readonly CompletionItem[], typed: string): boolean {
  if (FUNCTION.test(typed)) return false;
  const isFine = ({ kind }: CompletionItem): boolean =>
    KEYS.has(kind) || kind === "snippet" || (kind === "function" && typed === "");
  return items.every(isFine) && items.some(({ kind }) => KEYS.has(kind));
}

/** Kinds of items that a colon follows. */
const KEYS: ReadonlySet<string> = new Set(["section", "attribute", "property"]);

/**
 * Without the end that would need another request: editors ask again for letters only, so behind a sign or a number an
 * item goes because it does not match any more. So does a complete function name: its argument may begin on the next
 * line.
 */
function withoutEnd(item: CompletionItem): CompletionItem {
  const text = item.filterText ?? item.label;
  const asksAgain = KEYS.has(item.kind) || item.kind === "snippet" || item.kind === "option";
  if (asksAgain) return item;
  const name = FUNCTION_NAME.exec(text)?.[0];
  if (name !== undefined) return { ...item, filterText: name.slice(0, -1) };
  if (!/\W$|(?:^|\W)\d+$/.test(text)) return item;
  return { ...item, filterText: /\W$/.test(text) ? text.replace(/\W+$/, "") : text.slice(0, -1) };
}

/** A function's name, before whatever its brackets or quotes hold. */
const FUNCTION_NAME = /^["']?(?:!|Fn::)\w+(?=$| ['"[])/;
