import type { Declarations } from "../model/declarations.ts";
import { entriesOf, type Template } from "../model/template.ts";
import type { Node } from "../model/tree/node.ts";
import { hole, plainText, type Value } from "./value.ts";
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
  /** The value that a parameter has, where that is known. */
  parameter(name: string): Value | undefined;
}

/** @param given the parameters' values; those that are not there have their defaults */
export function createResolver(template: Template, given: ReadonlyMap<string, string>): Resolver {
  const { declarations } = template;
  const nodes = new Map(entriesOf(template, "Conditions").map(({ name, value }) => [name, value]));
  const known = new Map<string, ReturnType<Names["verdict"]>>();
  const names: Names = {
    declarations,
    parameter: (name) => parameterValue(declarations, given.get(name), name),
    verdict(condition) {
      const before = known.get(condition);
      if (before !== undefined) return before;
      const asked = { verdict: `condition ${condition}`, uses: [] };
      // Conditions that ask for each other end here.
      known.set(condition, asked);
      const node = nodes.get(condition);
      if (node === undefined) return asked;
      const reader = new ValueReader(names);
      const found = { verdict: reader.condition(node, 0), uses: reader.uses };
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
  if (type.startsWith("AWS::SSM::Parameter::Value<")) return hole(`ssm ${plainText(text)}`);
  if (type !== "CommaDelimitedList" && !type.startsWith("List<")) return plainText(text);
  return text === ""
    ? []
    : plainText(text)
        .split(",")
        .map((item) => item.trim());
}
