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
  /** Whether the notes are those of the place before, as there is none here. */
  readonly isPast: boolean;
  /** Shown if there are no notes. */
  readonly empty: string;
  /** Whether notes are still being read. */
  readonly isReading: boolean;
  /** Whether the page offers to explain why there is no note, and to bind one. */
  readonly canBeMended: boolean;
  /** Whether a note on the place can be written. */
  readonly canBeWritten: boolean;
  /** Whether the settings name folders of notes. */
  readonly hasFolders: boolean;
  /** Addresses of pictures, by the note's id and what is written. */
  readonly images: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Shown in place of the notes. */
  readonly explanation: PlaceExplanation | undefined;
  /** Read out by a screen reader. */
  readonly announcement: string;
  readonly words: Omit<ViewMessages, "noTemplate" | "nothing" | "noNote" | "noNoteShort" | "announce" | "reading">;
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
  /** Open a note of {@link NotePage.mentions}. */
  openMentioned: { id: "text" },
  /** Open a note of the explanation. */
  openExplained: { id: "text" },
  openSource: { index: "number" },
  link: { index: "number", href: "text" },
} as const;

export type FromPage = MessageOf<typeof FROM_NOTE_PAGE>;
