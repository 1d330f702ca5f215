import type { PlacedUnit } from "../../model/split/unit.ts";
import { type EntryContent, SECTION_NAMES, type Template } from "../../model/template.ts";
import { isSyntaxError, type SyntaxProblem } from "../../model/tree/syntaxProblem.ts";
import type { Span } from "../../text/span.ts";
import type { Finding } from "./finding.ts";

/**
 * Whether a name may be declared in a part of the template that could not be read, or in a section whose name is
 * unknown. While a line is half typed, references to its name are not wrong.
 */
export function declaredInBrokenText(template: Template): (name: string) => boolean {
  // In a file with another tool's placeholders, any name may be declared.
  if (template.errors.some(({ code }) => code === "other-language")) return () => true;
  const unknown = template.sections.filter(({ name }) => !KNOWN.has(name)).flatMap(({ entries }) => entries);
  const names = new Set(unknown.map(({ name }) => name));
  const isBroken = inBrokenText(template);
  return (name) => names.has(name) || isBroken(name);
}

/** Whether an entry could not be read: its values are guesses then, and the syntax error is what has to be fixed. */
export function isUnreadable({ unit }: EntryContent): boolean {
  return unit.errors.some(isSyntaxError);
}

/** The same for a finding of a rule on the top level, unless it explains the errors there. */
export function inBroken(template: Template): (finding: Finding) => boolean {
  const broken = brokenUnits(template);
  return ({ rule, span, covers }) =>
    rule !== undefined &&
    broken.some(
      ({ unit, offset }) =>
        span.start >= offset && span.end <= offset + unit.text.length && !explains(covers, unit.errors, offset),
    );
}

function brokenUnits({ errors, units }: Template): readonly PlacedUnit[] {
  return errors.length === 0 ? [] : units.filter(({ unit }) => unit.errors.some(isSyntaxError));
}

function explains(covers: Span | undefined, errors: readonly SyntaxProblem[], offset: number): boolean {
  if (covers === undefined) return false;
  return errors.every(({ span }) => span.start + offset >= covers.start && span.start + offset < covers.end);
}

const KNOWN: ReadonlySet<string> = new Set(SECTION_NAMES);

function inBrokenText(template: Template): (name: string) => boolean {
  const broken = brokenUnits(template);
  const isStray = hasErrorBesides(template, broken);
  if (broken.length === 0 && !isStray) return () => false;
  const texts = isStray ? [template.text] : broken.map(({ unit }) => unit.text);
  let names: ReadonlySet<string> | undefined;
  return (name) => {
    if (!/^\w+$/.test(name)) return texts.some((text) => declarationOf(name).test(text));
    names ??= new Set(texts.flatMap((text) => text.match(DECLARED) ?? []));
    return names.has(name);
  };
}

/** A declared name and what stands before and behind it; the names of resources are words. */
const DECLARED = /(?<=^|[\s"'{,])\w+(?=["']?[ \t]*(?:[:：]|$))/gm;

function declarationOf(name: string): RegExp {
  const escaped = name.replaceAll(/[^\w]/g, "\\$&");
  return new RegExp(String.raw`(?:^|[\s"'{,])${escaped}["']?[ \t]*(?:[:\uff1a]|$)`, "m");
}

/** Whether something is wrong outside the units; they stand in the order of the text. */
function hasErrorBesides({ errors }: Template, units: readonly PlacedUnit[]): boolean {
  return errors.some((problem) => {
    const { span } = problem;
    if (!isSyntaxError(problem)) return false;
    let [low, high] = [0, units.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((units[middle]?.offset ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const holder = units[low - 1];
    return holder === undefined || span.end > holder.offset + holder.unit.text.length;
  });
}
