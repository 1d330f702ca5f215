import { didYouMean } from "../../../text/didYouMean.ts";
import type { Localised } from "../../../text/localised.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Span } from "../../../text/span.ts";
import type { FixData } from "../rule.ts";

/** "Did you mean" as a half sentence behind a message, and its fix. */
export interface Suggestion {
  readonly en: string;
  readonly ja: string;
  readonly data: FixData | undefined;
}

/** The message and fix if `name` is unknown and one of `names` may be meant. */
export function suggestion(name: string, names: Iterable<string>, span: Span): Suggestion {
  const meant = nearest(name, names);
  return suggestionFor(meant === name ? undefined : meant, span);
}

/** The same if the meant name is known, or that there is none. */
export function suggestionFor(meant: string | undefined, span: Span): Suggestion {
  return { ...didYouMean(meant), data: meant === undefined ? undefined : replacement(span, meant) };
}

/** What is meant, or else that it has to be declared. */
export function orDeclare({ en, ja }: Localised): Localised {
  return en === "" ? { en: " Declare it, or correct the name.", ja: "宣言するか、名前を直してください。" } : { en, ja };
}

/** The fix that replaces a span by a text. */
export function replacement({ start, end }: Span, newText: string, title: Localised = changeTo(newText)): FixData {
  return { title, edits: [{ start, end, newText }] };
}

export function changeTo(name: string): Localised {
  return { en: `Change to ${name}`, ja: `${name}に変更` };
}
