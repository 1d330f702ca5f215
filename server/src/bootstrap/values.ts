import { HOLE, type Hole } from "../model/references/scriptText.ts";
import type { Node } from "../model/tree/node.ts";
import type { Command, Word } from "../scripts/script.ts";
import type { Value } from "./helperCall.ts";

/** The values of a script's variables when a command runs. */
export type Variables = ReadonlyMap<string, Value & { readonly assigned: string }>;

/** More variables than this are not followed. */
const MAX_VARIABLES = 300;

/** More alternatives than this are not followed. */
const MAX_ALTERNATIVES = 12;

/** The variables behind `command`. An assignment in a branch adds to what the variable can be. */
export function assign(variables: Variables, command: Command, holes: readonly Hole[]): Variables {
  const words = isDeclaration(command) ? command.words.slice(1).flatMap((word) => declared(word)) : [];
  const assignments = [...command.assignments.map(({ name, value }) => ({ name, value })), ...words];
  if (assignments.length === 0) return variables;
  if (variables.size > MAX_VARIABLES) return variables;
  const next = new Map(variables);
  for (const { name, value } of assignments) {
    const known = valueOfWord(value, variables, holes);
    const before = next.get(name);
    const held = command.block.parent && before ? eitherValue(before, known) : known;
    next.set(name, { ...held, assigned: known.raw });
  }
  return next;
}

function isDeclaration({ words }: Command): boolean {
  return /^(?:export|declare|local|readonly|typeset)$/.test(words[0]?.text ?? "");
}

function declared(word: Word): { name: string; value: Word }[] {
  const parts = /^([A-Za-z_]\w*)=(.*)$/s.exec(word.text);
  if (parts?.[1] === undefined || parts[2] === undefined) return [];
  return [
    { name: parts[1], value: { ...word, start: Math.min(word.start + parts[1].length + 1, word.end), text: parts[2] } },
  ];
}

function eitherValue(one: Value, other: Value): Value {
  if (!one.literals || !other.literals) return { ...other, literals: undefined, hole: undefined, written: undefined };
  return {
    ...other,
    literals: [...new Set([...one.literals, ...other.literals])],
    hole: undefined,
    written: undefined,
  };
}

/** The value of a word, with variables and functions of the template replaced as far as they are known. */
export function valueOfWord(word: Word, variables: Variables, holes: readonly Hole[]): Value {
  const { text, quote } = word;
  const quotes = (quote === "single" || quote === "double") && word.end - word.start >= 2 ? 1 : 0;
  const start = word.start + quotes;
  const end = word.end - quotes;
  const raw = text.trim();
  const base = { start, end, raw };
  if (raw === HOLE) {
    const source = holes.find((hole) => hole.start >= start && hole.start < end)?.source;
    return {
      ...base,
      literals: source?.kind === "node" ? literalsOf(source.node) : undefined,
      hole: source,
      written: undefined,
    };
  }
  const whole = /^(?:\$\{?(?:env:)?(\w+)\}?|%(\w+)%)$/i.exec(raw);
  const variable = variables.get(whole?.[1] ?? whole?.[2] ?? "");
  if (variable) return { ...base, literals: variable.literals, hole: variable.hole, written: variable.written };
  const literals = expanded(raw, variables);
  const asItIs = literals?.[0] === raw && end - start === raw.length;
  return { ...base, literals, hole: undefined, written: asItIs ? { start, end } : undefined };
}

/** The text that was assigned to the variable which a word consists of, as it is written there. */
export function assignedText(word: Word, variables: Variables): string | undefined {
  const name = /^(?:\$\{?(?:env:)?(\w+)\}?|%(\w+)%)$/i.exec(word.text.trim());
  const value = variables.get(name?.[1] ?? name?.[2] ?? "");
  return value?.literals?.[0] ?? value?.assigned;
}

const VARIABLE = /\$\{(\w+)\}|\$(\w+)|%(\w+)%/g;

/** The text with its variables replaced; `undefined` if one of them is not known. */
function expanded(text: string, variables: Variables): readonly string[] | undefined {
  let known = true;
  const plain = text.replace(VARIABLE, (whole, braced?: string, bare?: string, percent?: string) => {
    const literals = variables.get(braced ?? bare ?? percent ?? "")?.literals;
    if (literals?.length !== 1) known = false;
    return literals?.[0] ?? whole;
  });
  return known && !/[$`%\uFFFC]/.test(plain) ? [plain] : undefined;
}

/** The strings that a value of the template can be, if they are written out: a scalar, or the branches of `Fn::If`. */
export function literalsOf(node: Node | undefined): readonly string[] | undefined {
  if (node?.kind === "scalar") return node.value === null ? undefined : [node.text];
  if (node?.kind !== "call") return undefined;
  if (node.name === "Fn::If" && node.argument.kind === "list") {
    const branches = node.argument.items.slice(1).map((branch) => literalsOf(branch));
    const all = branches.flatMap((branch) => branch ?? []);
    return branches.every((branch) => branch !== undefined) && all.length <= MAX_ALTERNATIVES ? all : undefined;
  }
  if (node.name === "Fn::Sub" && node.argument.kind === "scalar" && !node.argument.text.includes("${"))
    return [node.argument.text];
  return undefined;
}
