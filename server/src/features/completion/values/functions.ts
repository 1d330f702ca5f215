import { WRITTEN_FUNCTIONS } from "../../../catalogue/language/functions.ts";
import type { FunctionInfo, ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import { functionContext, mayBeginFunction } from "../keys/functionPlace.ts";
import { quotedKey } from "../keys/keys.ts";
import { type CompletionItem, commaEdits, escapedSnippet, gapBefore, type Scene, typedText } from "../scene.ts";

/** Functions that may stand at the caret, as tags and as keys. */
export function functionItems(scene: Scene): CompletionItem[] {
  const where = functionContext(scene);
  if (where === undefined) return [];
  const { place, catalogue, subject } = scene;
  if (isBehindTag(scene) || !mayBeginFunction(typedText(scene))) return [];
  const items: CompletionItem[] = [];
  const nameOnly = isTagWithArgument(scene);
  let order = 0;
  for (const info of catalogue.functions.values()) {
    order++;
    if (!info.allowedIn.includes(where) || !resultFits(scene, info)) continue;
    const sort = `6${String(order).padStart(2, "0")}`;
    if (place.accepts.value === true && place.style !== "json" && info.short !== undefined && place.quote === "") {
      const item = shortItem(scene, info.short, info.name, sort, "");
      items.push(nameOnly ? { ...item, insertText: info.short, snippet: false } : item);
    }
    if (nameOnly) continue;
    if (place.accepts.item === true && place.accepts.key !== true && info.short !== undefined && takesItem(scene)) {
      items.push(shortItem(scene, info.short, info.name, sort, "- "));
    }
    const alone = place.levels.at(-1)?.members().length === 0;
    if (place.accepts.key === true && alone) items.push(longItem(scene, info, sort));
    else if (place.accepts.value === true && place.style === "json" && !(place.quote !== "" && typedText(scene) === ""))
      items.push(longItem(scene, info, sort));
  }
  return subject.schema !== undefined && isMapOnly(subject.schema.type) ? items.filter(mayGiveMap) : items;
}

/** Whether the caret is in a tag that is followed by its argument. */
export function isTagWithArgument({ place, template }: Scene): boolean {
  const { start, end } = place.span;
  return (
    template.text[start] === "!" && place.quote === "" && /^[ \t]+[^\s#]/.test(template.text.slice(end, end + 200))
  );
}

/** A node takes one tag: `!GetAZs !Ref x` is no YAML. */
function isBehindTag({ place, template }: Scene): boolean {
  if (place.accepts.value !== true || place.steps.at(-1)?.kind !== "call") return false;
  return /![\w:]+[ \t]+$/.test(template.text.slice(Math.max(0, place.span.start - 60), place.span.start));
}

/** Whether the function's result can be what the place needs. */
function resultFits({ subject, template }: Scene, info: FunctionInfo): boolean {
  if (info.transform !== undefined && !template.declarations.transforms.includes(info.transform)) return false;
  if (subject.section === "Conditions") return CONDITION_FUNCTIONS.has(info.name) === wantsTruth(subject.call?.name);
  const { schema } = subject;
  if (schema === undefined) return true;
  const lists = alternatives(schema.type).some(({ kind }) => kind === "list" || kind === "any");
  return lists || !LIST_FUNCTIONS.has(info.name);
}

/** A condition itself, and the arguments of And, Or and Not, are true or false. */
function wantsTruth(around: string | undefined): boolean {
  return around === undefined || around === "Fn::And" || around === "Fn::Or" || around === "Fn::Not";
}

const CONDITION_FUNCTIONS: ReadonlySet<string> = new Set(["Fn::And", "Fn::Equals", "Fn::Not", "Fn::Or", "Condition"]);
const LIST_FUNCTIONS: ReadonlySet<string> = new Set(["Fn::GetAZs", "Fn::Split", "Fn::Cidr"]);

function takesItem({ subject }: Scene): boolean {
  return (
    subject.schema === undefined ||
    alternatives(subject.schema.type).some(({ kind }) => kind === "list" || kind === "any")
  );
}

function isMapOnly(type: ValueType): boolean {
  return alternatives(type).every(({ kind }) => kind === "object" || kind === "map");
}

function mayGiveMap({ label }: CompletionItem): boolean {
  return /If|FindInMap|Transform|Select/.test(label);
}

function shortItem(scene: Scene, short: string, name: string, sortText: string, dash: string): CompletionItem {
  const { place, snippetSupport } = scene;
  const body = snippetSupport ? (bodyOf(name) ?? " ") : " ";
  const snippet = /\$\d|\$\{/.test(body);
  return {
    label: short,
    kind: "function",
    sortText,
    insertText: `${gapBefore(scene)}${dash}${short}${snippet ? body : " "}`,
    snippet,
    span: place.span,
    ...(!snippet && { again: true }),
    data: { of: "function", name },
  };
}

/** The text behind a tag; `undefined` for functions that take one scalar. */
function bodyOf(name: string): string | undefined {
  const body = WRITTEN_FUNCTIONS.get(name)?.body;
  return body && ` ${body}`;
}

/** The same in long form, without the parentheses of flow style. */
function longItem(scene: Scene, { name }: FunctionInfo, sortText: string): CompletionItem {
  const { place, snippetSupport } = scene;
  const key = quotedKey(scene, name);
  const short = snippetSupport ? bodyOf(name) : undefined;
  const json = place.style === "json";
  const single = json && snippetSupport ? (JSON_ARGUMENTS.get(name) ?? ' "$1"') : " ";
  const value = short === undefined ? single : json ? jsonCallBody(name, short) : short;
  const snippet = /\$\d|\$\{/.test(value);
  const pair = place.hasColon ? key : `${snippet ? escapedSnippet(key) : key}:${value}`;
  const wrapped = json && place.accepts.key !== true ? (snippet ? `{ ${pair} \\}` : `{ ${pair} }`) : pair;
  const comma = place.style !== "block" && place.commaAfter === true && !place.hasColon ? "," : "";
  return {
    label: name,
    kind: "function",
    sortText: `7${sortText}`,
    insertText: (place.accepts.key === true ? "" : gapBefore(scene)) + wrapped + comma,
    snippet: snippet && !place.hasColon,
    span: place.span,
    ...((!snippet || short === undefined) && { again: true }),
    ...(place.quote !== "" && { filterText: `${place.quote}${name}` }),
    ...commaEdits(place),
    data: { of: "function", name },
  };
}

/** In JSON: the argument is nearly always another function, or names that a list has with their quotes. */
const JSON_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ["Fn::Base64", " $1"],
  ["Fn::GetAtt", " [$1, $2]"],
  ["Fn::ImportValue", " $1"],
]);

/** For a stop that often gets a function, the quotes are left out. */
function jsonCallBody(name: string, body: string): string {
  if (name === "Fn::Sub") return ' "$1"';
  return body
    .replace(/'(\$\{\d:[^}]*\})'/g, '"$1"')
    .replace(/(?<!")\$\{\d:[A-Z][a-z]+\}/g, '"$&"')
    .replace(/:[a-z]+\}/g, "}");
}
