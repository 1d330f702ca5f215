import type { BootstrapSequence } from "../../../server/src/protocol/template.ts";
import type { SequenceMessages } from "./viewMessages.ts";

/** What the page of the bootstrap sequence shows. */
export interface SequencePage extends BootstrapSequence {
  readonly pinned: boolean;
  /** Said where there is no picture. */
  readonly empty: string;
  /** What the picture is called, for screen readers. */
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
export type FromSequencePage =
  | { readonly type: "ready" }
  /** The page has drawn steps with these titles, with so many shapes. */
  | { readonly type: "drawn"; readonly titles: readonly string[]; readonly shapes: number }
  | { readonly type: "choose"; readonly logicalId: string }
  | { readonly type: "pin"; readonly pinned: boolean }
  | { readonly type: "reveal"; readonly index: number }
  | { readonly type: "note"; readonly index: number };

/** Decodes a message of the page; `undefined` when it is none that a page of ours sends. */
export function decodeFromSequencePage(message: unknown): FromSequencePage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, titles, shapes, logicalId, pinned, index } = message as Record<string, unknown>;
  switch (type) {
    case "ready":
      return { type };
    case "drawn":
      return Array.isArray(titles) ? { type, titles: titles.map(String), shapes: Number(shapes) } : undefined;
    case "choose":
      return typeof logicalId === "string" ? { type, logicalId } : undefined;
    case "pin":
      return typeof pinned === "boolean" ? { type, pinned } : undefined;
    case "reveal":
    case "note":
      return typeof index === "number" ? { type, index } : undefined;
    default:
      return undefined;
  }
}
