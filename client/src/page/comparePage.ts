import type { Comparison } from "../../../server/src/protocol/study.ts";
import { type MessageOf, messageIn } from "./pageMessages.ts";

/** What the page with a comparison shows. */
export interface ComparePage {
  readonly language: "en" | "ja";
  readonly comparison: Comparison;
  readonly own: string;
  readonly open: string;
  readonly sources: string;
}

/** The extension to the page. */
export interface ToComparePage {
  readonly type: "show";
  readonly page: ComparePage;
}

/** The page to the extension. */
const MESSAGES = {
  ready: {},
  close: {},
  note: { index: "number" },
  source: { index: "number" },
  /** The page has drawn a table with these columns, and so many rows. */
  drawn: { columns: "texts", rows: "number" },
} as const;

export type FromComparePage = MessageOf<typeof MESSAGES>;

/** Decodes a message of the page; `undefined` when it is none that a page of ours sends. */
export function decodeFromComparePage(message: unknown): FromComparePage | undefined {
  return messageIn(MESSAGES, message);
}
