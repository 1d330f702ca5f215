import type { DrillEvent, DrillQuestion } from "../../../server/src/protocol/study.ts";
import type { MessageOf } from "./pageMessages.ts";
import type { StudyMessages } from "./studyMessages.ts";

/** What the page shows; it keeps by itself what was chosen. */
export interface DrillPage {
  readonly words: StudyMessages["drillWords"];
  /** Another one for each drill. */
  readonly number: number;
  readonly questions: readonly DrillQuestion[];
  readonly events: readonly DrillEvent[];
  readonly hints: readonly string[];
  readonly explanation: string;
  readonly quote?: { readonly title: string; readonly text: string };
  readonly sources: readonly string[];
}

/** The extension to the page. */
export interface ToDrillPage {
  readonly type: "show";
  readonly page: DrillPage;
}

/** The page to the extension. */
export const FROM_DRILL_PAGE = {
  ready: {},
  note: {},
  place: {},
  next: {},
  incident: {},
  close: {},
  /** The page has drawn this question; `solved` if all are answered. */
  drawn: { ask: "text", solved: "flag" },
  open: { url: "text" },
} as const;

export type FromDrillPage = MessageOf<typeof FROM_DRILL_PAGE>;
