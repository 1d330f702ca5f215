import type { Comparison } from "../../../server/src/protocol/study.ts";
import type { MessageOf } from "./pageMessages.ts";

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
export const FROM_COMPARE_PAGE = {
  ready: {},
  close: {},
  note: { index: "number" },
  source: { index: "number" },
  /** The page has drawn a table with these columns, and so many rows. */
  drawn: { columns: "texts", rows: "number" },
} as const;

export type FromComparePage = MessageOf<typeof FROM_COMPARE_PAGE>;
