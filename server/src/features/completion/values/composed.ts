import type { ItemKind } from "../item.ts";

/** A value with functions, in both styles. */
export interface Composed {
  /** The name in the list, if it is an id. */
  readonly label?: string;
  /** As in block style. */
  readonly short: string;
  readonly json: string;
  readonly kind: ItemKind;
  readonly detail?: string | undefined;
  /** Whether both are in snippet syntax. */
  readonly snippet?: boolean;
}
