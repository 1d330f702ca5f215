import { type Declarations, entriesOf, type Template } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import { hole, type Value, withoutHoleSigns } from "./value.ts";
import { type Names, type Use, ValueReader, type Verdict } from "./valueReader.ts";

/** A value, and what it depends on. */
export interface Resolved {
  /** `undefined` for what is not there: `AWS::NoValue`. */
  readonly value: Value | undefined;
  readonly uses: readonly Use[];
}

/** Works out the values of one template with its parameters. */
export interface Resolver {
  readonly template: Template;
  resolve(node: Node): Resolved;
  condition(name: string): Verdict;
  /** The value that a parameter has, if that is known. */
  parameter(name: string): Value | undefined;
}

/** @param given the parameters' values; those that are not there have their defaults; or `any`: no value is known */
export function createResolver(template: Template, given: ReadonlyMap<string, string> | "any" = new Map()): Resolver {
  const { declarations } = template;
  const nodes = new Map(entriesOf(template, "Conditions").map(({ name, value }) => [name, value]));
  const known = new Map<string, ReturnType<Names["verdict"]>>();
  let values = 0;
  let nested = 0;
  const names: Names = {
    declarations,
    mayRead: () => ++values <= MAX_VALUES,
    parameter: (name) => (given === "any" ? undefined : parameterValue(declarations, given.get(name), name)),
    verdict(condition) {
      const before = known.get(condition);
      if (before !== undefined) return before;
      const asked = { verdict: `condition ${condition}`, uses: [] };
      // Conditions that ask for each other end here.
      known.set(condition, asked);
      const node = nodes.get(condition);
      if (node === undefined || nested > MAX_NESTED) return asked;
      nested++;
      const reader = new ValueReader(names);
      const found = { verdict: shortVerdict(reader.condition(node, 0)), uses: eachOnce(reader.uses) };
      nested--;
      known.set(condition, found);
      return found;
    },
  };
  return {
    template,
    parameter: names.parameter,
    condition: (name) => names.verdict(name).verdict,
    resolve(node) {
      const reader = new ValueReader(names);
      const value = reader.value(node);
      return { value, uses: reader.uses };
    },
  };
}

/** Values of one template; aliases may stand for any number. */
const MAX_VALUES = 2_000_000;
/** Conditions that ask for others. */
const MAX_NESTED = 200;
/** In UTF-16 units. */
const MAX_VERDICT = 500;

/** The verdict on a condition, whose text stays short when others ask for it: of a long one, its checksum. */
function shortVerdict(verdict: Verdict): Verdict {
  if (typeof verdict === "boolean" || verdict.length <= MAX_VERDICT) return verdict;
  let sum = 0;
  for (let at = 0; at < verdict.length; at++) sum = (Math.imul(sum, 31) + verdict.charCodeAt(at)) | 0;
  return `${verdict.slice(0, MAX_VERDICT)}… ${verdict.length} ${sum}`;
}

function eachOnce(uses: readonly Use[]): readonly Use[] {
  const found = new Map(uses.map((use) => [`${use.kind} ${use.name} ${use.attribute ?? ""}`, use]));
  return [...found.values()];
}

function parameterValue(
  { parameters }: Pick<Declarations, "parameters">,
  given: string | undefined,
  name: string,
): Value | undefined {
  const declared = parameters.get(name);
  const text = given ?? declared?.default;
  if (declared === undefined || text === undefined) return undefined;
  const { type = "String" } = declared;
  // The value is in Systems Manager, under this name.
  if (type.startsWith("AWS::SSM::Parameter::Value<")) return hole(`ssm ${withoutHoleSigns(text)}`);
  if (type !== "CommaDelimitedList" && !type.startsWith("List<")) return withoutHoleSigns(text);
  return text === ""
    ? []
    : withoutHoleSigns(text)
        .split(",")
        .map((item) => item.trim());
}
