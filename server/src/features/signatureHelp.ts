import { WRITTEN_FUNCTIONS } from "../catalogue/language/functions.ts";
import type { FunctionInfo } from "../catalogue/types/catalogue.ts";
import { type CompletionPlace, completionPlaces, type Step } from "../model/focus/completionPlace.ts";
import type { Template } from "../model/template.ts";
import { functionOf } from "../model/tree/functionNames.ts";
import { type Span, shifted } from "../text/span.ts";

export interface SignatureContext {
  readonly functions: ReadonlyMap<string, FunctionInfo>;
  readonly language: "en" | "ja";
  /** The character that made the editor ask; `undefined` if the user did. */
  readonly typed: string | undefined;
}

/** The signature of a function, and the argument that the caret is in. */
export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  /** The spans of the arguments in the label, and what they are, in Markdown. */
  readonly parameters: readonly (Span & { readonly documentation: string | undefined })[];
  /** An index of `parameters`; beyond them if there are more arguments than the function takes. */
  readonly active: number;
}

/** The innermost function whose arguments the caret is in, as far as the text up to it tells; `undefined` elsewhere. */
export function signatureHelp(template: Template, context: SignatureContext, offset: number): Signature | undefined {
  const [place] = completionPlaces(template, offset);
  if (place === undefined || (context.typed !== undefined && isText(place))) return undefined;
  const at = place.steps.findLastIndex(({ kind }) => kind === "call");
  const call = place.steps[at];
  if (call?.kind !== "call") return undefined;
  const name = functionOf(call.name);
  const info = context.functions.get(name);
  const inside = place.steps.slice(at + 1);
  if (info === undefined || inside.filter(({ kind }) => kind === "key").length > 1) return undefined;
  return signature(template.text, offset, info, inside, context.language);
}

/** A comma in a text separates nothing. */
function isText({ accepts, quote }: CompletionPlace): boolean {
  return accepts.text === true || quote !== "";
}

function signature(
  text: string,
  offset: number,
  info: FunctionInfo,
  inside: readonly Step[],
  language: SignatureContext["language"],
): Signature {
  const before = text.slice(Math.max(0, offset - MAX_DISTANCE), offset);
  const isShort = info.short !== undefined && before.lastIndexOf(info.short) + 1 >= before.lastIndexOf(info.name);
  const [first] = inside;
  const long = behindName(info.syntax.long);
  const short = info.syntax.short === undefined ? long : behindName(info.syntax.short);
  // Some functions take a text or a list, and mean different things by them.
  const written = isShort ? short : long;
  const args =
    first?.kind === "item" ? long : areListed(written) && first === undefined && !areListed(short) ? short : written;
  const prefix = isShort ? `${info.short} ` : info.syntax.long.slice(0, info.syntax.long.length - long.length);
  const parts = argumentsOf(args);
  // If there are none, the text on the function says all.
  const texts = WRITTEN_FUNCTIONS.get(info.name)?.arguments ?? [];
  const documentation = `${info.text[language]}\n\n[${info.name}](${info.url})`;
  return {
    label: prefix + args,
    documentation,
    parameters: parts.map((part, index) => ({
      ...shifted(part, prefix.length),
      documentation: texts[index]?.[language],
    })),
    active: activeOf(args, parts, inside, before),
  };
}

/** `Resource.Attribute` is not longer, in UTF-16 units. */
const MAX_NAME_LENGTH = 300;
/** How far away the name of the function is looked for, in UTF-16 units. */
const MAX_DISTANCE = 5000;

function activeOf(args: string, parts: readonly Span[], [first]: readonly Step[], before: string): number {
  const last = parts.at(-1);
  if (first?.kind === "item") {
    const goesOn = last !== undefined && args.slice(last.end).includes("…");
    return goesOn ? Math.min(first.index, parts.length - 1) : first.index;
  }
  if (first?.kind === "key") {
    const named = parts.findIndex(({ start }) => args.slice(start).startsWith(`${first.name}:`));
    return Math.max(0, named);
  }
  // `Resource.Attribute` in one word.
  return parts.length === 2 && /^\w+\.\w+$/.test(args) && /\.[\w.]*$/.test(before.slice(-MAX_NAME_LENGTH)) ? 1 : 0;
}

function behindName(syntax: string): string {
  return syntax.replace(/^(?:!\w+|[\w:]+:) /, "");
}

function areListed(args: string): boolean {
  return args.startsWith("[");
}

/** The parts between the commas of the outermost brackets; those of `Resource.Attribute`; else the whole. */
function argumentsOf(args: string): readonly Span[] {
  if (!/^[[{]/.test(args)) {
    const dot = /^\w+\.\w+$/.test(args) ? args.indexOf(".") : -1;
    const whole = { start: 0, end: args.length };
    return dot < 0
      ? [whole]
      : [
          { start: 0, end: dot },
          { start: dot + 1, end: args.length },
        ];
  }
  const parts: Span[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < args.length; at++) {
    const character = args[at] ?? "";
    if ("[{".includes(character)) depth++;
    if ("]}".includes(character)) depth--;
    if (!((character === "," && depth === 1) || depth === 0)) continue;
    const part = args.slice(start, at);
    const blank = part.length - part.trimStart().length;
    if (part.trim() !== "" && part.trim() !== "…") parts.push({ start: start + blank, end: at });
    start = at + 1;
  }
  return parts;
}
