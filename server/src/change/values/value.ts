/**
 * A value in a form in which those that CloudFormation takes for equal are equal: scalars as texts, keys without their
 * order, functions computed as far as the template allows.
 *
 * What only the deployment knows is a hole in a text. A function that can't be computed and gives more than a text is a
 * map with its long name as the only key.
 */
export type Value = string | readonly Value[] | ValueMap;
export type ValueMap = ReadonlyMap<string, Value>;

/** Private characters: nothing that a template says is taken for them. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
/** The beginning of a hole whose content may be the same as in the other template. */
const OPEN_QUESTION = `${OPEN}?`;

/** CloudFormation's text for what it does not know before it deploys. */
const UNKNOWN = "{{changeSet:KNOWN_AFTER_APPLY}}";

/** The text of a template's scalar, without what would be taken for a hole. */
export function withoutHoleSigns(text: string): string {
  return text.includes(OPEN) || text.includes(CLOSE) ? text.replace(/[\uE000\uE001]/g, "\uFFFD") : text;
}

/** A hole for something that only the deployment knows: the same wherever `what` is the same. */
export function hole(what: string, isOpenQuestion = false): string {
  return `${isOpenQuestion ? OPEN_QUESTION : OPEN}${what}${CLOSE}`;
}

/** A key or an argument behind which nothing stands: CloudFormation refuses it, so somebody still writes it. */
export const NOT_WRITTEN: Value = hole("");

/** Whether there is something in a value besides what is still to be written. */
export function isWritten(value: Value): boolean {
  if (typeof value === "string") return value !== NOT_WRITTEN;
  const parts = partsOf(value);
  return parts.length === 0 || parts.some(isWritten);
}

/** Whether nothing in a value is still to be written. */
export function isAllWritten(value: Value | undefined): boolean {
  if (value === undefined || typeof value === "string") return value !== NOT_WRITTEN;
  return partsOf(value).every(isAllWritten);
}

function partsOf(value: Exclude<Value, string>): readonly Value[] {
  return value instanceof Map ? [...(value as ValueMap).values()] : (value as readonly Value[]);
}

/** The text for a place in a text: a text itself, or one hole for all else. */
export function asText(value: Value): string {
  return typeof value === "string" ? value : hole(valueIdentity(value), isOpen(value));
}

/** The value for which `asText` made a hole; `undefined` if it is a name. */
export function valueOfHole(text: string): Value | undefined {
  const content = text.slice(text.startsWith(OPEN_QUESTION) ? OPEN_QUESTION.length : OPEN.length, -CLOSE.length);
  if (!content.startsWith("{") && !content.startsWith("[")) return undefined;
  try {
    return JSON.parse(content, (_, value: Value) =>
      typeof value === "string" || Array.isArray(value) ? value : new Map(Object.entries(value)),
    ) as Value;
  } catch {
    return undefined;
  }
}

/** Whether all of a value is known. */
export function isKnown(value: Value): boolean {
  if (typeof value === "string") return !value.includes(OPEN);
  if (!(value instanceof Map)) return (value as readonly Value[]).every(isKnown);
  return calledFunction(value) === undefined && [...(value as ValueMap).values()].every(isKnown);
}

/** The function that a map represents, with its argument. */
export function calledFunction(value: Value): readonly [name: string, argument: Value] | undefined {
  if (!(value instanceof Map) || value.size !== 1) return undefined;
  const [only] = value as ValueMap;
  return only?.[0].startsWith("Fn::") ? only : undefined;
}

/** Whether parameters without a value, or conditions and mappings that such ones decide, are in a value. */
export function isOpen(value: Value): boolean {
  if (typeof value === "string") return value.includes(OPEN_QUESTION);
  if (!(value instanceof Map)) return (value as readonly Value[]).some(isOpen);
  const called = calledFunction(value);
  if (called !== undefined && CHOICES.has(called[0])) return true;
  return [...(value as ValueMap).values()].some(isOpen);
}

/** Functions that stay if nobody knows which of their values it will be. */
const CHOICES: ReadonlySet<string> = new Set(["Fn::If", "Fn::FindInMap"]);

/** A text that is equal for equal values. */
export function valueIdentity(value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return JSON.stringify(value);
  if (!(value instanceof Map)) return `[${(value as readonly Value[]).map(valueIdentity).join(",")}]`;
  const pairs = [...(value as ValueMap)].map(([key, one]) => `${JSON.stringify(key)}:${valueIdentity(one)}`);
  return `{${pairs.sort().join(",")}}`;
}

/** A value as JSON, with CloudFormation's word for what is not known yet. */
export function shownValue(value: Value): unknown {
  if (typeof value === "string") return withoutHoles(value);
  if (!(value instanceof Map)) return (value as readonly Value[]).map(shownValue);
  const called = calledFunction(value);
  if (called !== undefined) return called[0] === "Fn::Base64" ? shownValue(called[1]) : UNKNOWN;
  return Object.fromEntries([...(value as ValueMap)].map(([key, one]) => [key, shownValue(one)]));
}

/** A text for people: what is filled in at deployment is named. */
export function asShownText(text: string): string {
  const { texts, holes } = textParts(text);
  return texts.map((part, at) => part + shownHole(holes[at] ?? "")).join("");
}

/** A name; of a mapping's rows the first values, of all else nothing that people could read. */
function shownHole(text: string): string {
  const value = valueOfHole(text);
  if (value === undefined) return text.replace(/\uE000\??/g, "${").replaceAll(CLOSE, "}");
  const [name, answers] = calledFunction(value) ?? [];
  const rows = name === "Fn::FindInMap" && answers instanceof Map ? [...(answers as ValueMap).values()] : [];
  const all = new Set(
    rows.flatMap((one) => (one instanceof Map ? [...(one as ValueMap).values()] : [])).map(valueIdentity),
  );
  const [first, second, ...others] = [...all].map((key) => key.replace(/^"|"$/g, ""));
  return first === undefined ? "${…}" : `\${${[first, second, others.length > 0 && "…"].filter(Boolean).join(" | ")}}`;
}

/** The known parts of a text, and the holes between them. Holes may hold others. */
export function textParts(text: string): { readonly texts: readonly string[]; readonly holes: readonly string[] } {
  const parts: { texts: string[]; holes: string[] } = { texts: [], holes: [] };
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === OPEN && depth++ === 0) {
      parts.texts.push(text.slice(from, at));
      from = at;
    } else if (text[at] === CLOSE && --depth === 0) {
      parts.holes.push(text.slice(from, at + 1));
      from = at + 1;
    }
  }
  parts.texts.push(text.slice(from));
  return parts;
}

/** Holes may hold others. */
function withoutHoles(text: string): string {
  if (!text.includes(OPEN)) return text;
  let result = "";
  let depth = 0;
  for (const unit of text) {
    if (unit === OPEN) depth++;
    if (depth === 0) result += unit;
    if (unit === CLOSE && --depth === 0) result += UNKNOWN;
  }
  return result;
}

/** The items of a value that is known to be a list are values. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
