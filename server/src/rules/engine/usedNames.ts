import type { Reference } from "../../model/focus/focus.ts";
import { references } from "../../model/focus/references.ts";
import { Memo, summariesOf } from "../../model/incremental/memo.ts";
import type { EntryContent, Template } from "../../model/template.ts";
import { type Node, textOf } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { memoBy } from "../../text/memoBy.ts";
import { callsIn } from "../shared/resolving/callSites.ts";

/** The names that a template, or a part of it, refers to. */
export interface UsedNames {
  readonly names: Names;
  readonly conditions: Names;
  readonly mappings: Names;
  /** Whether a mapping is named by a function, so that any may be meant. */
  anyMapping(): boolean;
}

interface Names {
  has(name: string): boolean;
}

const ofTemplate = new Memo<UsedNames>();

/** All names that are used somewhere; the labels of the console (`AWS::CloudFormation::Interface`) do not count. */
export function usedNames(template: Template): UsedNames {
  return ofTemplate.of(template, () => collected(template));
}

/**
 * Few names are looked for, and most are used in many chunks of entries: so the uses of a chunk are collected only when
 * a name is in none of those collected before.
 */
function collected({ sections }: Template): UsedNames {
  const chunks: ChunkUses[] = [];
  const inMacros = new Set<string>();
  for (const section of sections) {
    const { name, value } = section;
    if (value !== undefined && (name === "Transform" || name === "Fn::Transform")) addAll(uses(value), inMacros);
    if (name !== "Parameters" && name !== "Mappings") chunks.push(...usesByChunk(section));
  }
  const some = (isWanted: (all: Uses) => boolean): boolean =>
    chunks.some(({ known }) => known !== undefined && isWanted(known)) ||
    chunks.some((chunk) => chunk.known === undefined && isWanted(chunk.all()));
  return {
    names: { has: (name) => inMacros.has(name) || some(({ names }) => names.has(name)) },
    conditions: { has: (name) => some(({ conditions }) => conditions.has(name)) },
    mappings: { has: (name) => some(({ mappings }) => mappings.has(name)) },
    anyMapping: () => some(({ anyMapping }) => anyMapping),
  };
}

interface Uses {
  readonly names: Set<string>;
  readonly conditions: Set<string>;
  readonly mappings: Set<string>;
  anyMapping: boolean;
}

/** The names that the entries of a chunk use. */
class ChunkUses {
  /** `undefined` until it is asked for. */
  known: Uses | undefined;
  readonly #entries: readonly EntryContent[];

  constructor(entries: readonly EntryContent[]) {
    this.#entries = entries;
  }

  all(): Uses {
    this.known ??= usesTogether(this.#entries);
    return this.known;
  }
}

const usesByChunk = summariesOf((entries) => new ChunkUses(entries));

function usesTogether(entries: readonly EntryContent[]): Uses {
  const all: Uses = { names: new Set(), conditions: new Set(), mappings: new Set(), anyMapping: false };
  for (const entry of entries) addUses(entryUses(entry), all);
  return all;
}

function addUses({ names, conditions, mappings, anyMapping }: Uses, all: Uses): void {
  addAll(names, all.names);
  addAll(conditions, all.conditions);
  addAll(mappings, all.mappings);
  all.anyMapping ||= anyMapping;
}

function addAll(from: Iterable<string>, to: Set<string>): void {
  for (const one of from) to.add(one);
}

function entryUses(entry: EntryContent): Uses {
  return usesByReferences(references(entry), entry);
}

/** By the references that they are taken from, which belong to one entry in one section. */
const usesByReferences = memoBy((found: readonly Reference[], entry: EntryContent): Uses => {
  const isInterface = entry.section === "Metadata" && entry.name === "AWS::CloudFormation::Interface";
  const names = new Set<string>(isInterface ? [] : uses(entry.value));
  const conditions = new Set<string>();
  const mappings = new Set<string>();
  for (const { kind, name } of found) {
    if (kind === "condition") conditions.add(name);
    else if (kind === "mapping") mappings.add(name);
    else if ((kind === "ref" || kind === "parameter") && !isInterface) names.add(name);
  }
  const anyMapping = callsIn(entry.value).some(
    ({ call: { name, argument } }) =>
      name === "Fn::FindInMap" && argument.kind === "list" && argument.items[0]?.kind !== "scalar",
  );
  return { names, conditions, mappings, anyMapping };
});

/** Names that a value refers to, whatever its place in the template. */
function uses(value: Node): readonly string[] {
  const names: string[] = [];
  for (const { call } of callsIn(value)) {
    const { name } = call;
    if (name !== "Fn::Sub" && name !== "Ref" && name !== "Fn::ValueOf") continue;
    const text = textOf(call.argument.kind === "list" ? call.argument.items[0] : call.argument);
    if (text === undefined) continue;
    if (name !== "Fn::Sub") names.push(text);
    else for (const variable of subVariables(text)) names.push(variable.name.split(".", 1)[0] ?? variable.name);
  }
  return names;
}
