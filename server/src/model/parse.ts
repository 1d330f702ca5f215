import { shifted } from "../text/span.ts";
import { asMap } from "./asMap.ts";
import { readJson } from "./jsonReader.ts";
import { outlineOf } from "./outlineOf.ts";
import type { Piece } from "./pieces.ts";
import { anchorsIn, readJsonHeader, readJsonMember, readYamlUnit } from "./readUnit.ts";
import { sameEnds } from "./sameEnds.ts";
import { sectionsAfter, sectionsOf } from "./sectionsOf.ts";
import { splitBrokenJson } from "./splitBrokenJson.ts";
import { splitJson } from "./splitJson.ts";
import { splitYaml } from "./splitYaml.ts";
import type { PlacedUnit, Section, SyntaxProblem, Template, Unit } from "./template.ts";
import { type EarlierUnits, unitPool } from "./unitPool.ts";
import { type UnitsChange, unitsAfter } from "./unitsAfter.ts";
import { chosenDocument } from "./yamlDocuments.ts";
import { yamlUnit } from "./yamlUnit.ts";

/**
 * Reads a template. It never throws: broken text gives what could be read, with errors.
 *
 * @param previous an earlier state of the same text: what did not change is taken over, which makes
 * an edit cheap. The result is the same as without it.
 */
export function parse(text: string, previous?: Template): Template {
  const earlier = previous === undefined ? NOTHING : earlierOf(previous, text);
  const isJson = /^[\s\ufeff]*\{/.test(text.slice(0, 1000));
  const parts = (isJson ? jsonParts(text, earlier) : undefined) ?? yamlParts(text, earlier);
  const { sections, errors } = sectionsAndErrors(parts, previous);
  const template: Template = {
    text,
    format: parts.format,
    sections,
    outline: outlineOf(sections, previous),
    errors,
    units: parts.units,
  };
  const split = parts.split ?? earlier.split;
  if (split !== undefined) splits.set(template, split);
  return template;
}

interface Parts {
  readonly format: "yaml" | "json";
  readonly units: readonly PlacedUnit[];
  /** Problems of the text that belong to no unit. */
  readonly problems: readonly SyntaxProblem[];
  readonly split?: KnownSplit;
  /** What became of the units of the previous state. */
  readonly change?: UnitsChange | undefined;
}

/** The units of a state that could be split, and how much of its text a later state has in common with it. */
interface KnownSplit extends EarlierUnits {
  readonly format: "yaml" | "json";
  /** Whether anchors are in any of its units. */
  readonly anchored: boolean;
}

/** By template: how it was split, or the last state before it that could be. */
const splits = new WeakMap<Template, KnownSplit>();

interface Earlier {
  readonly previous: EarlierUnits;
  /** The last state that could be split: mostly the previous one. */
  readonly split: KnownSplit | undefined;
}

const NOTHING: Earlier = { previous: { units: [], start: 0, end: 0, moved: 0 }, split: undefined };

function earlierOf(previous: Template, text: string): Earlier {
  const { start, end } = sameEnds(previous.text, text);
  const moved = text.length - previous.text.length;
  const known = splits.get(previous);
  return {
    previous: { units: previous.units, start, end, moved },
    split: known && {
      ...known,
      start: Math.min(start, known.start),
      end: Math.min(end, known.end),
      moved: moved + known.moved,
    },
  };
}

function yamlParts(text: string, earlier: Earlier): Parts {
  const known = earlier.split?.format === "yaml" ? earlier.split : undefined;
  const split = splitYaml(text, known && { ...known, cuts: known.units });
  if (split !== undefined) {
    const { units, change } = unitsAfter(text, split, known, earlier.previous, () => readYamlUnit);
    const anchored = known?.anchored === true || change.fresh.some(({ unit }) => anchorsIn(unit) !== undefined);
    const now = knownSplit(text, "yaml", units, anchored);
    if (!anchored || !sharesAnchors(units)) return { format: "yaml", units, problems: [], split: now, change };
    return { ...wholeYaml(text, earlier), split: now };
  }
  return wholeYaml(text, earlier);
}

function knownSplit(
  text: string,
  format: KnownSplit["format"],
  units: readonly PlacedUnit[],
  anchored: boolean,
): KnownSplit {
  return { format, units, start: text.length, end: text.length, moved: 0, anchored };
}

function wholeYaml(text: string, { previous }: Earlier): Parts {
  const { start, end } = chosenDocument(text);
  const unit = unitPool(previous)(text, { start, end, kind: "whole" }, readYamlUnit);
  return { format: "yaml", units: [{ kind: "whole", offset: start, unit }], problems: [] };
}

/** Whether a unit uses an anchor of another unit: then only the whole text can be parsed. */
function sharesAnchors(units: readonly PlacedUnit[]): boolean {
  const all = units.flatMap(({ unit }) => anchorsIn(unit) ?? []);
  if (all.length === 0) return false;
  const anchors = new Set(all.flatMap((entry) => entry.anchors));
  return all.some((entry) => entry.unresolved.some((name) => anchors.has(name)));
}

function jsonParts(text: string, earlier: Earlier): Parts | undefined {
  const known = earlier.split?.format === "json" ? earlier.split : undefined;
  const split = splitJson(text, known && { ...known, cuts: known.units });
  if (split === undefined) return brokenJsonParts(text, earlier) ?? wholeJson(text);
  const { units, change } = unitsAfter(text, split, known, earlier.previous, readerOfJson);
  return { format: "json", units, problems: [], split: knownSplit(text, "json", units, false), change };
}

function readerOfJson(kind: Piece["kind"]): (text: string) => Unit {
  return kind === "header" ? readJsonHeader : readJsonMember;
}

/** Broken JSON entry by entry, where its layout tells the entries and only few of them are broken. */
function brokenJsonParts(text: string, { previous }: Earlier): Parts | undefined {
  const split = splitBrokenJson(text);
  if (split === undefined) return undefined;
  const find = unitPool(previous);
  const units: Parts["units"] = split.pieces.map((piece) => ({
    kind: piece.kind,
    offset: piece.start,
    unit: find(text, piece, readerOfJson(piece.kind)),
  }));
  const broken = units.filter(({ unit }) => unit.errors.length > 0).length;
  // Nothing wrong by itself: then it is between the units, where only the whole shows it.
  if (broken + split.problems.length === 0 || broken > Math.max(2, units.length / 4)) return undefined;
  return { format: "json", units, problems: split.problems };
}

function wholeJson(text: string): Parts | undefined {
  const { root, errors, foreign } = readJson(text);
  if (foreign && yamlUnit(text).errors.length < errors.length) return undefined;
  const unit: Unit = { text, root: asMap(root), errors };
  return { format: "json", units: [{ kind: "whole", offset: 0, unit }], problems: [] };
}

/** @param previous the state that the change of the units is from */
function sectionsAndErrors(
  { units, problems, change }: Parts,
  previous: Template | undefined,
): { readonly sections: readonly Section[]; readonly errors: readonly SyntaxProblem[] } {
  const changed = previous !== undefined && change?.before === previous.units ? change : undefined;
  const result =
    (previous && changed && sectionsAfter(previous, changed)) ?? sectionsOf(units, previous?.sections ?? []);
  const errors = [...result.repeated, ...problems];
  // In what is taken over from a state without any error there is none now.
  const searched = previous?.errors.length === 0 && changed !== undefined ? changed.fresh : units;
  for (const placed of searched) if (placed.kind === "stray") errors.push(strayProblem(placed));
  for (const { unit, offset } of searched) {
    for (const problem of unit.errors) errors.push(placed(problem, offset));
  }
  return { sections: result.sections, errors: errors.sort((a, b) => a.span.start - b.span.start) };
}

function strayProblem({ unit, offset }: PlacedUnit): SyntaxProblem {
  return {
    code: "syntax",
    span: { start: offset, end: offset + unit.text.length },
    message: "This line is indented less than the entry above and more than its section.",
  };
}

function placed(problem: SyntaxProblem, offset: number): SyntaxProblem {
  const { first } = problem;
  const span = shifted(problem.span, offset);
  return first === undefined ? { ...problem, span } : { ...problem, span, first: shifted(first, offset) };
}
