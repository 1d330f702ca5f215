import { shifted } from "../../text/span.ts";
import { readJson } from "../json/jsonReader.ts";
import { declarationsIn } from "../references/declarationsIn.ts";
import type { KnownBrokenSegmentation, KnownSegmentation, Segmentations } from "../split/segmentations.ts";
import { splitBrokenJson } from "../split/splitBrokenJson.ts";
import { splitJson } from "../split/splitJson.ts";
import { splitYaml } from "../split/splitYaml.ts";
import { composeDelta, identityDelta, textDelta } from "../split/textDelta.ts";
import type { PlacedUnit, Unit } from "../split/unit.ts";
import { type EarlierUnits, unitPool } from "../split/unitPool.ts";
import { unitsAfter } from "../split/unitsAfter.ts";
import { unitsChange } from "../split/unitsChange.ts";
import type { Template } from "../template.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import { asMap } from "../yaml/asMap.ts";
import { readYamlFully } from "../yaml/fullYamlReader.ts";
import { chosenDocument } from "../yaml/yamlDocuments.ts";
import { firstSide, mergeConflicts } from "./mergeConflicts.ts";
import { readerOfJson, readYamlUnit } from "./readUnit.ts";
import { sectionsAfter, sectionsOf } from "./sectionsOf.ts";

/**
 * Reads a template. It never throws: broken text gives what could be read, with errors. Of a merge conflict the first
 * side is read; then the template's text has blanks where the other is.
 *
 * @param previous an earlier state of the same text: what did not change is taken over, which makes
 * an edit cheap. The result is the same as without it.
 */
export function parse(source: string, previous?: Template): Template {
  // In YAML a lone carriage return ends a line, too.
  const written = source.includes("\r") ? source.replaceAll(LONE_RETURN, "\n") : source;
  const conflicts = mergeConflicts(written);
  const text = conflicts.length === 0 ? written : firstSide(written, conflicts);
  const earlier = previous === undefined ? NOTHING : earlierOf(previous, text);
  const isJson = /^[\s\ufeff]*\{/.test(text.slice(0, 1000));
  const parts = (isJson ? jsonParts(text, earlier) : undefined) ?? yamlParts(text, earlier);
  const { sections, errors } = sectionsAndErrors(parts, previous, earlier.previous.moved);
  return {
    text,
    format: parts.format,
    sections,
    declarations: declarationsIn(sections, previous),
    errors: conflicts.length === 0 ? errors : withConflicts(errors, conflicts),
    units: parts.units,
    segmentations: { split: parts.split ?? earlier.split, broken: parts.broken ?? earlier.broken },
    lineage: previous?.lineage ?? { memos: new Map() },
    memos: new Map(),
  };
}

const LONE_RETURN = /\r(?!\n)/g;

interface Parts extends Segmentations {
  readonly format: "yaml" | "json";
  readonly units: readonly PlacedUnit[];
  /** Problems of the text that belong to no unit. */
  readonly problems: readonly SyntaxProblem[];
}

interface Earlier extends Segmentations {
  readonly previous: EarlierUnits;
}

const NOTHING: Earlier = { previous: { units: [], ...identityDelta("") } };

function earlierOf(previous: Template, text: string): Earlier {
  const same = textDelta(previous.text, text);
  const { split } = previous.segmentations;
  const broken = previous.segmentations.broken;
  return {
    previous: { units: previous.units, ...same },
    split: split && composeDelta(split, same),
    broken: broken && composeDelta(broken, same),
  };
}

function yamlParts(text: string, earlier: Earlier): Parts {
  const known = earlier.split?.format === "yaml" ? earlier.split : undefined;
  const pieces = splitYaml(text, known && { ...known, starts: known.units });
  if (pieces === undefined) return wholeYaml(text, earlier);
  const units = unitsAfter(text, pieces, known, earlier.previous, () => readYamlUnit);
  const fresh = units.slice(pieces.head, units.length - pieces.tail);
  const anchored = known?.anchored === true || fresh.some(({ unit }) => unit.anchored !== undefined);
  const split: KnownSegmentation = { format: "yaml", units, anchored, ...identityDelta(text) };
  if (anchored && sharesAnchors(units)) return { ...wholeYaml(text, earlier), split };
  return { format: "yaml", units, problems: [], split };
}

function wholeYaml(text: string, { previous }: Earlier): Parts {
  const { start, end, second } = chosenDocument(text);
  const unit = unitPool(previous)(text, { start, end, kind: "whole" }, readYamlUnit);
  const problems: SyntaxProblem[] = second === undefined ? [] : [{ code: "several-documents", span: second }];
  return { format: "yaml", units: [{ kind: "whole", offset: start, unit }], problems };
}

/** Whether a unit uses an anchor of another unit: then only the whole text can be parsed. */
function sharesAnchors(units: readonly PlacedUnit[]): boolean {
  const all = units.flatMap(({ unit }) => unit.anchored ?? []);
  if (all.length === 0) return false;
  const anchors = new Set(all.flatMap((entry) => entry.anchors));
  return all.some((entry) => entry.unresolved.some((name) => anchors.has(name)));
}

function jsonParts(text: string, earlier: Earlier): Parts | undefined {
  const known = earlier.split?.format === "json" ? earlier.split : undefined;
  const pieces = splitJson(text, known && { ...known, starts: known.units });
  if (pieces === undefined) return brokenJsonParts(text, earlier) ?? wholeJson(text);
  const units = unitsAfter(text, pieces, known, earlier.previous, readerOfJson);
  return {
    format: "json",
    units,
    problems: [],
    split: { format: "json", units, anchored: false, ...identityDelta(text) },
  };
}

/** Broken JSON entry by entry, if its layout tells the entries and only few of them are broken. */
function brokenJsonParts(text: string, { previous, broken: known }: Earlier): Parts | undefined {
  const split = brokenSplit(text, known, previous);
  if (split === undefined) return undefined;
  const { units, problems } = split;
  let broken = 0;
  // By index, as there are so many and one of them has changed: see “Code that runs cold” in docs/performance.md.
  for (let index = 0; index < units.length; index++) if (units[index]?.unit.errors.length !== 0) broken++;
  // If no entry is broken by itself, the error is between entries and only the whole text shows it.
  if (broken + problems.length === 0 || broken > Math.max(2, units.length / 4)) return undefined;
  return { format: "json", units, problems, broken: split };
}

function wholeJson(text: string): Parts | undefined {
  const { root, errors, foreign } = readJson(text);
  if (foreign && readYamlFully(text).errors.length < errors.length) return undefined;
  const unit: Unit = { text, root: asMap(root), errors };
  return { format: "json", units: [{ kind: "whole", offset: 0, unit }], problems: [] };
}

function sectionsAndErrors(
  { units, problems }: Parts,
  previous: Template | undefined,
  moved: number,
): Pick<Template, "sections" | "errors"> {
  const change = previous && unitsChange(previous.units, units, moved);
  const result = (previous && change && sectionsAfter(previous, change)) ?? sectionsOf(units, previous?.sections ?? []);
  const errors = [...result.repeated, ...problems];
  // What is taken over from a state without errors has none now.
  const searched = previous?.errors.length === 0 && change !== undefined ? change.fresh : units;
  for (let index = 0; index < searched.length; index++) {
    const found = searched[index];
    if (found === undefined || (found.kind !== "stray" && found.unit.errors.length === 0)) continue;
    if (found.kind === "stray") errors.push(strayProblem(found));
    for (const problem of found.unit.errors) errors.push(shiftProblem(problem, found.offset));
  }
  return { sections: result.sections, errors: errors.sort((a, b) => a.span.start - b.span.start) };
}

function withConflicts(
  errors: readonly SyntaxProblem[],
  conflicts: ReturnType<typeof mergeConflicts>,
): readonly SyntaxProblem[] {
  const found = conflicts.map(({ marker }): SyntaxProblem => ({ code: "merge-conflict", span: marker }));
  return [...errors, ...found].sort((a, b) => a.span.start - b.span.start);
}

function strayProblem({ unit, offset }: PlacedUnit): SyntaxProblem {
  return {
    // A word that is not indented begins a section.
    code: /^[\w"']/.test(unit.text) ? "not-a-key" : "stray-line",
    span: { start: offset, end: offset + unit.text.length },
  };
}

function shiftProblem(problem: SyntaxProblem, offset: number): SyntaxProblem {
  const { first, mend } = problem;
  return {
    ...problem,
    span: shifted(problem.span, offset),
    ...(first && { first: shifted(first, offset) }),
    ...(mend && { mend: { ...mend, edits: mend.edits.map((edit) => ({ ...edit, ...shifted(edit, offset) })) } }),
  };
}

/**
 * Splits JSON by its layout, and reads the segments; `undefined` if the layout is another one.
 *
 * @param known an earlier split of this kind
 * @param latest the state before this one, whose units are preferred for what is new
 */
export function brokenSplit(
  text: string,
  known: KnownBrokenSegmentation | undefined,
  latest: EarlierUnits,
): KnownBrokenSegmentation | undefined {
  const split = splitBrokenJson(text, known && { ...known, starts: known.units });
  if (split === undefined) return undefined;
  const { problems, outer } = split;
  return { units: unitsAfter(text, split, known, latest, readerOfJson), problems, outer, ...identityDelta(text) };
}
