import type { NoteMentions, PlaceExplanation, RenderedNote } from "../../../server/src/protocol/notes.ts";
import type { MessageOf } from "./pageMessages.ts";
import type { ViewMessages } from "./viewMessages.ts";

/** What the page of the note view shows. */
export interface NotePage {
  readonly label: string;
  readonly notes: readonly RenderedNote[];
  /** Listed below the notes, in one line. */
  readonly mentions: NoteMentions | undefined;
  readonly pinned: boolean;
  /** Whether the notes are those of the place before: here is none. */
  readonly isPast: boolean;
  /** Said where there are no notes. */
  readonly empty: string;
  /** Whether it is not known yet what there is. */
  readonly isReading: boolean;
  /** Whether it can be asked why there is no note, and one be bound. */
  readonly canBeMended: boolean;
  /** Whether a note on the place can be written. */
  readonly canBeWritten: boolean;
  /** Whether the user has named folders of notes. */
  readonly hasFolders: boolean;
  /** Addresses of pictures, by the note's id and what is written. */
  readonly images: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Shown in the notes' stead. */
  readonly explanation: PlaceExplanation | undefined;
  /** Read out by a screen reader. */
  readonly announcement: string;
  readonly words: Omit<ViewMessages, "noTemplate" | "nothing" | "noNote" | "announce" | "reading">;
}

/** The extension to the page. */
export type ToPage =
  | { readonly type: "show"; readonly page: NotePage }
  /** Opens the page's find bar. */
  | { readonly type: "find" };

/** The page to the extension; nothing in it is trusted. */
export const FROM_NOTE_PAGE = {
  ready: {},
  /** The page shows notes with these titles now. */
  shown: { titles: "texts" },
  search: {},
  addFolder: {},
  write: {},
  ownWords: {},
  showExample: {},
  copy: { text: "text" },
  explain: {},
  bind: {},
  /** A note of {@link NotePage.mentions} is wanted. */
  openMentioned: { id: "text" },
  /** A note of the explanation is wanted. */
  openExplained: { id: "text" },
  openSource: { index: "number" },
  link: { index: "number", href: "text" },
} as const;

export type FromPage = MessageOf<typeof FROM_NOTE_PAGE>;
