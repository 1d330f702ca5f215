import type { NoteMentions, PlaceExplanation, RenderedNote } from "../../../server/src/protocol/notes.ts";
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
export type FromPage =
  | { readonly type: "ready" }
  /** The page shows notes with these titles now. */
  | { readonly type: "shown"; readonly titles: readonly string[] }
  | { readonly type: "search" }
  | { readonly type: "addFolder" }
  | { readonly type: "write" }
  | { readonly type: "ownWords" }
  | { readonly type: "showExample" }
  | { readonly type: "copy"; readonly text: string }
  | { readonly type: "explain" }
  | { readonly type: "bind" }
  /** A note of {@link NotePage.mentions} is wanted. */
  | { readonly type: "openMentioned"; readonly id: string }
  /** A note of the explanation is wanted. */
  | { readonly type: "openExplained"; readonly id: string }
  | { readonly type: "openSource"; readonly index: number }
  | { readonly type: "link"; readonly index: number; readonly href: string };

/** Decodes a message of the page; `undefined` when it is none that a page of ours sends. */
export function decodeFromPage(message: unknown): FromPage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, index, href, titles, id, text } = message as Record<string, unknown>;
  switch (type) {
    case "ready":
    case "search":
    case "addFolder":
    case "write":
    case "ownWords":
    case "showExample":
    case "explain":
    case "bind":
      return { type };
    case "copy":
      return typeof text === "string" ? { type, text } : undefined;
    case "openMentioned":
    case "openExplained":
      return typeof id === "string" ? { type, id } : undefined;
    case "shown":
      return Array.isArray(titles) ? { type, titles: titles.map(String) } : undefined;
    case "openSource":
      return typeof index === "number" ? { type, index } : undefined;
    case "link":
      return typeof index === "number" && typeof href === "string" ? { type, index, href } : undefined;
    default:
      return undefined;
  }
}
