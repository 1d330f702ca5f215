import { lowerCased } from "../../../catalogue/types/typeNames.ts";
import type { CompletionItem } from "../item.ts";
import { beginsParts, typeMatcher } from "../match.ts";
import { type Scene, typedText } from "../scene.ts";
import { gapBefore, writeScalar } from "../writing.ts";
import { rankText } from "./usual.ts";

/**
 * Resource types for the value of `Type`. Narrowed by what is typed, as there are many, and in an order of our own:
 * those of the template, the usual ones, the others. An editor would put first what fits closest by letters.
 */
export function typeItems(scene: Scene): CompletionItem[] {
  const { place, subject, catalogue, template } = scene;
  if (place.accepts.value !== true || subject.section !== "Resources") return [];
  if (subject.path.length !== 1 || subject.path[0] !== "Type" || subject.call !== undefined) return [];
  const used = new Set([...template.declarations.resources.values()].map(({ type }) => type));
  const gap = gapBefore(scene);
  const items: CompletionItem[] = [];
  const typed = typedText(scene);
  // `s3 bucket` is written with blanks by whoever searches for it.
  const isMeant = typeMatcher(typed.replaceAll(" ", ""));
  const ranks = new Map(catalogue.usage.types.map((name, rank) => [name, rank]));
  const lower = lowerCased(catalogue.typeNames);
  // Only usual types: a rare one may be called `Group`, too.
  const isCalled = (name: string): boolean => ranks.has(name) && endsAs(subject.entry ?? "", name);
  for (const [index, name] of catalogue.typeNames.entries()) {
    if (!isMeant(lower[index] ?? "")) continue;
    items.push({
      label: name,
      kind: "type",
      sortText: `${closeness(typed, name)}${isCalled(name) ? "0" : "1"}${used.has(name) ? "1" : "2"}${rankText(ranks.get(name) ?? -1)}${name}`,
      insertText: gap + writeScalar(place, name),
      snippet: false,
      span: place.span,
      ...filter(place.quote, typed, name),
      data: { of: "type", name },
    });
  }
  return items;
}

/** Whether a logical id ends with what a type is: `NightlyPermission`, `WebSecurityGroup`. */
function endsAs(logicalId: string, type: string): boolean {
  const last = type.slice(type.lastIndexOf(":") + 1);
  return logicalId.length > last.length && logicalId.toLowerCase().endsWith(last.toLowerCase());
}

/** The same text for all, so that the editor keeps this order. Types whose beginning is typed it narrows by itself. */
function filter(quote: string, typed: string, name: string): { filterText?: string } {
  const front = typed === "" || beginsType(typed) ? "" : `${typed} `;
  return quote + front === "" ? {} : { filterText: `${quote}${front}${name}` };
}

/** Whether what is typed is the beginning of a type, `AWS::EC` or `Alexa::ASK::S`, and not a word from within. */
export function beginsType(typed: string): boolean {
  return /^(?:\w+::\w+::|AW$|AWS(?::|$))/.test(typed);
}

/** 0 if the name, its service or its last part begins with what is typed, or parts of it with each of several words. */
function closeness(typed: string, name: string): number {
  if (typed === "") return 0;
  const small = typed.trim().toLowerCase();
  const whole = name.toLowerCase();
  if (whole.startsWith(small) || whole.includes(`::${small}`)) return 0;
  return small.includes(" ") && small.split(/ +/).every((word) => beginsParts(word, name)) ? 0 : 1;
}
