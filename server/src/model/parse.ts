import { shifted } from "../text/span.ts";
import { groupsOf } from "./entryGroups.ts";
import { readJson } from "./jsonReader.ts";
import type { MapNode, Node, Pair, ScalarNode } from "./node.ts";
import { outlineOf } from "./outlineOf.ts";
import { plainYaml } from "./plainYaml.ts";
import { splitBrokenJson } from "./splitBrokenJson.ts";
import { splitJson } from "./splitJson.ts";
import { type Piece, splitYaml } from "./splitYaml.ts";
import type { Entry, PlacedUnit, Section, SyntaxProblem, Template, Unit } from "./template.ts";
import { chosenDocument } from "./yamlDocuments.ts";
import { yamlUnit } from "./yamlUnit.ts";

/**
 * Reads a template. It never throws: broken text gives what could be read, with errors.
 *
 * @param previous an earlier state of the same text: units whose text did not change are taken over,
 * which makes an edit cheap. The result is the same as without it.
 */
export function parse(text: string, previous?: Template): Template {
  const pool = unitPool(text, previous);
  const isJson = /^[\s\ufeff]*\{/.test(text.slice(0, 1000));
  const parts = (isJson ? jsonParts(text, pool) : undefined) ?? yamlParts(text, pool);
  const { sections, errors: keyErrors } = sectionsOf(parts, previous?.sections ?? []);
  const errors = [...keyErrors, ...parts.problems];
  for (const { unit, offset } of parts.units) {
    for (const problem of unit.errors) errors.push(placed(problem, offset));
  }
  errors.sort((a, b) => a.span.start - b.span.start);
  return {
    text,
    format: parts.format,
    sections,
    outline: outlineOf(sections, previous?.outline),
    errors,
    units: parts.units.map(({ unit, offset }) => ({ unit, offset })),
  };
}

interface Parts {
  readonly format: "yaml" | "json";
  readonly units: readonly (PlacedUnit & { readonly kind: Piece["kind"] | "whole" })[];
  /** Problems of the text that belong to no unit. */
  readonly problems: readonly SyntaxProblem[];
}

type UnitPool = (text: string, start: number, end: number, make: (text: string) => Unit) => Unit;

/** Finds a unit of the previous state with exactly this text, or makes one. */
function unitPool(now: string, previous: Template | undefined): UnitPool {
  const units = previous?.units ?? [];
  const same = sameEnds(previous?.text ?? "", now);
  const moved = now.length - (previous?.text.length ?? 0);
  let next = 0;
  let byText: Map<string, number> | undefined;
  return (text, start, end, make) => {
    // Text around an edit mostly comes in the old order: look at the expected unit before asking the map.
    const expected = units[next];
    if (expected !== undefined && expected.unit.text.length === end - start) {
      const { offset, unit } = expected;
      const untouched =
        (offset === start && end <= same.start) || (offset + moved === start && start >= text.length - same.end);
      if (untouched || text.startsWith(unit.text, start)) {
        next++;
        return unit;
      }
    }
    const piece = text.slice(start, end);
    if (byText === undefined) {
      byText = new Map();
      for (let index = units.length - 1; index >= next; index--) byText.set(units[index]?.unit.text ?? "", index);
    }
    const position = byText.get(piece);
    const found = position === undefined ? undefined : units[position];
    if (position === undefined || found === undefined) {
      next++;
      return make(flat(piece));
    }
    // Go on behind the unit that was found, so that one removed or added entry does not cost the order.
    if (position >= next) next = position + 1;
    return found.unit;
  };
}

/** Strings are compared in blocks of this size: that is many times faster than by character. */
const BLOCK = 4096;

/** How many characters two texts have in common at their starts and, behind that, at their ends. */
function sameEnds(a: string, b: string): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start + BLOCK <= most && a.slice(start, start + BLOCK) === b.slice(start, start + BLOCK)) start += BLOCK;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  const rest = most - start;
  const block = (text: string, end: number): string => text.slice(text.length - end - BLOCK, text.length - end);
  let end = 0;
  while (end + BLOCK <= rest && block(a, end) === block(b, end)) end += BLOCK;
  while (end < rest && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return { start, end };
}

/** A copy that does not keep the whole document alive, as a slice does in V8. */
function flat(piece: string): string {
  return piece.length < 64 ? piece : ` ${piece}`.slice(1);
}

function yamlParts(text: string, pool: UnitPool): Parts {
  const pieces = splitYaml(text);
  if (pieces !== undefined) {
    const results: Parts["units"] = pieces.map(({ start, end, kind }) => ({
      kind,
      offset: start,
      unit: pool(text, start, end, makeYamlUnit),
    }));
    if (!sharesAnchors(results)) return { format: "yaml", units: results, problems: strayProblems(pieces) };
  }
  const { start, end } = chosenDocument(text);
  const whole = pool(text, start, end, makeYamlUnit);
  return { format: "yaml", units: [{ kind: "whole", offset: start, unit: whole }], problems: [] };
}

const anchorsOf = new WeakMap<Unit, { readonly unresolved: readonly string[]; readonly anchors: readonly string[] }>();

function makeYamlUnit(text: string): Unit {
  const plain = plainYaml(text);
  if (plain !== undefined) return { text, root: asMap(plain.root), errors: [...plain.errors, ...notAMap(plain.root)] };
  const { root, errors, unresolved, anchors } = yamlUnit(text);
  const unit: Unit = {
    text,
    root: asMap(root),
    errors: [...errors, ...notAMap(root), ...unknownAliases(text, unresolved)],
  };
  if (unresolved.length + anchors.length > 0) anchorsOf.set(unit, { unresolved, anchors });
  return unit;
}

function asMap(root: Node | undefined): MapNode | undefined {
  if (root?.kind === "map") return root;
  if (root?.kind !== "call" || root.form !== "long") return undefined;
  // A single top-level `Fn::Transform:` is a section, not a call.
  const { start, end } = root.nameSpan;
  const key: ScalarNode = { kind: "scalar", value: root.name, text: root.name, style: "plain", start, end };
  return { kind: "map", flow: false, pairs: [{ key, value: root.argument }], start: root.start, end: root.end };
}

function notAMap(root: Node | undefined): SyntaxProblem[] {
  if (root === undefined || asMap(root) !== undefined || root.start === root.end) return [];
  const span = { start: root.start, end: root.end };
  return [{ code: "syntax", span, message: "A key and a value are expected here." }];
}

function unknownAliases(text: string, names: readonly string[]): SyntaxProblem[] {
  return names.map((name) => {
    const start = Math.max(0, text.indexOf(`*${name}`));
    return {
      code: "syntax",
      span: { start, end: start + name.length + 1 },
      message: `No anchor &${name} stands above.`,
    };
  });
}

/** Whether a unit uses an anchor of another unit: then only the whole text can be parsed. */
function sharesAnchors(units: readonly PlacedUnit[]): boolean {
  const all = units.flatMap(({ unit }) => anchorsOf.get(unit) ?? []);
  if (all.length === 0) return false;
  const anchors = new Set(all.flatMap((entry) => entry.anchors));
  return all.some((entry) => entry.unresolved.some((name) => anchors.has(name)));
}

function strayProblems(pieces: readonly Piece[]): SyntaxProblem[] {
  return pieces
    .filter(({ kind }) => kind === "stray")
    .map(({ start, end }) => ({
      code: "syntax" as const,
      span: { start, end },
      message: "This line is indented less than the entry above and more than its section.",
    }));
}

function jsonParts(text: string, pool: UnitPool): Parts | undefined {
  const pieces = splitJson(text);
  if (pieces !== undefined) {
    const units: Parts["units"] = pieces.map(({ start, end, kind }) => ({
      kind,
      offset: start,
      unit: pool(text, start, end, kind === "header" ? makeJsonHeader : makeJsonMember),
    }));
    return { format: "json", units, problems: [] };
  }
  return brokenJsonParts(text, pool) ?? wholeJson(text);
}

/** Broken JSON entry by entry, where its layout tells the entries and only few of them are broken. */
function brokenJsonParts(text: string, pool: UnitPool): Parts | undefined {
  const split = splitBrokenJson(text);
  if (split === undefined) return undefined;
  const units: Parts["units"] = split.pieces.map(({ start, end, kind }) => ({
    kind,
    offset: start,
    unit: pool(text, start, end, kind === "header" ? makeJsonHeader : makeJsonMember),
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

function makeJsonMember(text: string): Unit {
  const { root, errors } = readJson(text, true);
  return { text, root: root?.kind === "map" ? root : undefined, errors };
}

function makeJsonHeader(text: string): Unit {
  const { root } = readJson(`${text}}`, true);
  return { text, root: root?.kind === "map" ? root : undefined, errors: [] };
}

function placed(problem: SyntaxProblem, offset: number): SyntaxProblem {
  const { first } = problem;
  const span = shifted(problem.span, offset);
  return first === undefined ? { ...problem, span } : { ...problem, span, first: shifted(first, offset) };
}

interface OpenSection {
  name: string;
  key: ScalarNode;
  offset: number;
  value: Node | undefined;
  entries: Entry[];
}

/** Puts the units together: headers take the children that follow them. */
function sectionsOf(
  { units }: Parts,
  before: readonly Section[],
): { sections: readonly Section[]; errors: SyntaxProblem[] } {
  const sections: OpenSection[] = [];
  const errors: SyntaxProblem[] = [];
  for (const { unit, offset, kind } of units) {
    const current = sections.at(-1);
    for (const pair of unit.root?.pairs ?? []) {
      if (kind === "child" && current !== undefined) current.entries.push(entry(current.name, pair, offset, unit));
      else if (kind !== "stray") sections.push(sectionOfPair(pair, offset, unit, kind === "header"));
    }
  }
  errors.push(...repeated(sections));
  // Inside one unit the parser has found repeated entries itself.
  for (const { entries } of sections) if (entries[0]?.unit !== entries.at(-1)?.unit) errors.push(...repeated(entries));
  return { sections: withGroups(sections, before), errors };
}

/** The sections with the groups of their entries, which those of the same name had before. */
function withGroups(sections: readonly OpenSection[], before: readonly Section[]): readonly Section[] {
  const waiting = new Map<string, Section[]>();
  for (const section of before) {
    const known = waiting.get(section.name);
    if (known === undefined) waiting.set(section.name, [section]);
    else known.push(section);
  }
  return sections.map((section) => {
    const groups = groupsOf(section.name, section.entries, waiting.get(section.name)?.shift());
    return { ...section, groups };
  });
}

function sectionOfPair({ key, value }: Pair, offset: number, unit: Unit, header: boolean): OpenSection {
  const name = key.text;
  if (header) return { name, key, offset, value: undefined, entries: [] };
  const pairs = entriesOfValue(value);
  if (pairs === undefined) return { name, key, offset, value, entries: [] };
  return { name, key, offset, value: undefined, entries: pairs.map((pair) => entry(name, pair, offset, unit)) };
}

/** A map's pairs; a lone `Fn::Transform` or `Fn::ForEach::…` that looks like a call is an entry here. */
function entriesOfValue(value: Node): readonly Pair[] | undefined {
  return value.kind === "map"
    ? value.pairs
    : value.kind === "call" && value.form === "long"
      ? asMap(value)?.pairs
      : undefined;
}

function entry(section: string, { key, value }: Pair, offset: number, unit: Unit): Entry {
  return { section, name: key.text, key, value: section === "Conditions" ? conditionCall(value) : value, offset, unit };
}

const conditionCalls = new WeakMap<Node, Node>();

/** `{Condition: X}` directly under a condition's name is a call, though the parser saw a plain map. */
function conditionCall(value: Node): Node {
  if (value.kind !== "map" || value.pairs.length !== 1) return value;
  const pair = value.pairs[0];
  if (pair?.key.text !== "Condition" || pair.value.kind !== "scalar") return value;
  const known = conditionCalls.get(value);
  if (known !== undefined) return known;
  const { start, end } = value;
  const call: Node = {
    kind: "call",
    name: "Condition",
    nameSpan: pair.key,
    form: "long",
    argument: pair.value,
    start,
    end,
  };
  conditionCalls.set(value, call);
  return call;
}

function repeated(keyed: readonly { key: ScalarNode; offset: number }[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const first = new Map<string, { key: ScalarNode; offset: number }>();
  for (const item of keyed) {
    const { key, offset } = item;
    const earlier = first.get(key.text);
    if (earlier === undefined) first.set(key.text, item);
    else {
      const span = { start: key.start + offset, end: key.end + offset };
      const before = { start: earlier.key.start + earlier.offset, end: earlier.key.end + earlier.offset };
      problems.push({ code: "duplicate-key", span, message: key.text, first: before });
    }
  }
  return problems;
}
