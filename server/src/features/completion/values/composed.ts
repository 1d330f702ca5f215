import type { FunctionText } from "../functionTexts.ts";
import type { ItemKind } from "../scene.ts";

/** A value with functions, in both styles. */
export interface Composed extends FunctionText {
  /** The name in the list, if it is an id. */
  readonly label?: string;
  readonly kind: ItemKind;
  readonly detail?: string | undefined;
  /** Whether both are in snippet syntax. */
  readonly snippet?: boolean;
}
