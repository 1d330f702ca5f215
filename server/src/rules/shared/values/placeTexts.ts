import type { Declarations, EntryContent } from "../../../model/template.ts";
import { type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import type { Assumption } from "../resolving/callSites.ts";
import { conditionHolds } from "../resolving/conditionHolds.ts";
import { conditionModel } from "../resolving/conditionModel.ts";
import { type Declared, resolvedTexts } from "../resolving/resolvedText.ts";

/** A value and the assumptions that hold at its place. */
interface Place {
  readonly node: Node;
  readonly assumptions: readonly Assumption[];
  readonly isBranch: boolean;
}

/**
 * The texts that a value may have at its place, as {@link resolvedTexts}. What the conditions around exclude is left
 * out: those of its resource, and those of the `Fn::If`s that it is a branch of. If something is there under a
 * condition only, a default mostly means that it is not used, so it counts only where that holds by default.
 */
export function placeTexts(
  { node, assumptions, isBranch }: Place,
  entry: EntryContent,
  declarations: Declarations,
): readonly string[] {
  return resolvedTexts(node, declaredAt(assumptions, isBranch, entry, declarations));
}

/** The allowed values that a parameter surely can have in an entry while the assumptions hold; `undefined` if it lists none. */
export function allowedAt(
  parameter: string,
  assumptions: readonly Assumption[],
  entry: EntryContent,
  declarations: Declarations,
): readonly string[] | undefined {
  const values = declarations.parameters.get(parameter)?.allowedValues;
  const held = withOwn(assumptions, entry);
  if (values === undefined || held.length === 0) return values;
  const model = conditionModel(declarations);
  return values.filter((value) => model.canBe(parameter, value, held) === true);
}

/** The default of a parameter at a place; `undefined` for none, or if there is nothing at that place then. */
export function usualAt(
  parameter: string,
  assumptions: readonly Assumption[],
  entry: EntryContent,
  declarations: Declarations,
): string | undefined {
  const { type, default: usual } = declarations.parameters.get(parameter) ?? {};
  if (!usual || !/^(?:String|Number)$/.test(type ?? "")) return undefined;
  const isThere = withOwn(assumptions, entry).every(
    ({ condition, holds }) => conditionHolds(condition, { declarations, isUsual: true }) === holds,
  );
  return isThere ? usual : undefined;
}

/** The assumptions, and that the entry's own condition is true. */
function withOwn(assumptions: readonly Assumption[], { value }: EntryContent): readonly Assumption[] {
  const condition = textOf(valueAt(value, "Condition"));
  return condition === undefined ? assumptions : [{ condition, holds: true }, ...assumptions];
}

/** The possible values of parameters at a place. */
function declaredAt(
  assumptions: readonly Assumption[],
  isBranch: boolean,
  entry: EntryContent,
  declarations: Declarations,
): Declared {
  if (!isBranch && withOwn(assumptions, entry).length === 0) return declarations;
  return {
    mappings: declarations.mappings,
    parameters: {
      get(name) {
        const parameter = declarations.parameters.get(name);
        if (parameter === undefined) return undefined;
        const allowedValues = allowedAt(name, assumptions, entry, declarations)?.filter((value) => value !== "");
        return { ...parameter, default: usualAt(name, assumptions, entry, declarations), allowedValues };
      },
    },
  };
}
