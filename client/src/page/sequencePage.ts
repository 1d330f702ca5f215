import type { BootstrapSequence } from "../../../server/src/protocol/template.ts";
import type { MessageOf } from "./pageMessages.ts";
import type { SequenceMessages } from "./viewMessages.ts";

/** What the page of the bootstrap sequence shows. */
export interface SequencePage extends BootstrapSequence {
  readonly pinned: boolean;
  /** Shown if there is no picture. */
  readonly empty: string;
  /** The name of the picture, for screen readers. */
  readonly label: string;
  readonly words: Pick<
    SequenceMessages,
    "language" | "pin" | "choose" | "stack" | "machine" | "elsewhere" | "waitsFor" | "resources" | "note"
  >;
}

/** The extension to the page. */
export type ToSequencePage =
  | { readonly type: "show"; readonly page: SequencePage }
  /** The index of the step that the caret is in; -1 for none. */
  | { readonly type: "caret"; readonly index: number };

/** The page to the extension. */
export const FROM_SEQUENCE_PAGE = {
  ready: {},
  /** The page has drawn steps with these titles, with so many shapes. */
  drawn: { titles: "texts", shapes: "number" },
  choose: { logicalId: "text" },
  pin: { pinned: "flag" },
  reveal: { index: "number" },
  note: { index: "number" },
} as const;

export type FromSequencePage = MessageOf<typeof FROM_SEQUENCE_PAGE>;
