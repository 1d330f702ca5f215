import type { Edit } from "../../text/edit.ts";
import type { Localised } from "../../text/localised.ts";
import type { Scene } from "./scene.ts";

/** One way to rewrite a template without changing what it means, or to add what belongs to a place. */
export interface Refactoring {
  /** LSP's kind of the code action: `refactor.extract.…`, `refactor.inline.…`, `refactor.rewrite.…`. */
  readonly kind: `refactor.${"extract" | "inline" | "rewrite"}.${string}`;
  /** Its actions at the place, the best first; `[]` if it does not apply. */
  offers(scene: Scene): readonly Offer[];
}

export interface Offer {
  readonly title: Localised;
  /** A function if they are costly (of the whole file): a client may ask for them only when the offer is chosen. */
  readonly edits: readonly Edit[] | (() => readonly Edit[]);
  /** A name that was made up, which the user may want to change at once. */
  readonly named?: MadeUpName;
}

/** The place of a made-up name: in the new text of one of the edits. */
export interface MadeUpName {
  readonly edit: Edit;
  readonly at: number;
}
