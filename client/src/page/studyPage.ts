import type { StudyProgress } from "../../../server/src/protocol/study.ts";
import type { MessageOf } from "./pageMessages.ts";
import type { StudyMessages } from "./studyMessages.ts";

/** A card as the page shows it. */
export interface ShownCard {
  readonly prompt: string;
  readonly front: string;
  readonly back: string;
  /** The titles above the note, and its file. */
  readonly where: string;
  readonly isNew: boolean;
  readonly canMerge: boolean;
  /** When it is asked again after each grade. */
  readonly after: readonly [string, string, string, string];
}

/** What the page shows: a card, or that there is none. */
export interface StudyPage {
  readonly words: StudyMessages["words"];
  /** `2 / 5`. */
  readonly count: string;
  /** The name of the deck. */
  readonly deck: string;
  readonly card?: ShownCard;
  readonly revealed: boolean;
  /** Shown if there is no card. */
  readonly done: readonly string[];
  readonly progress: StudyProgress;
  readonly hasMore: boolean;
  /** Whether the last answer can be undone. */
  readonly canUndo: boolean;
}

/** The extension to the page. */
export interface ToStudyPage {
  readonly type: "show";
  readonly page: StudyPage;
}

/** The page to the extension. */
export const FROM_STUDY_PAGE = {
  ready: {},
  reveal: {},
  drop: {},
  undo: {},
  merge: {},
  why: {},
  more: {},
  deck: {},
  close: {},
  grade: { grade: [1, 2, 3, 4] },
  edit: { front: "text", back: "text" },
  /** The page has drawn this: the question, and the answer if it is revealed. */
  drawn: { front: "text", back: "text" },
} as const;

export type FromStudyPage = MessageOf<typeof FROM_STUDY_PAGE>;
