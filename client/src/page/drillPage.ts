import type { DrillEvent, DrillQuestion } from "../../../server/src/protocol/study.ts";
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
  readonly quote: { readonly title: string; readonly text: string };
  readonly sources: readonly string[];
}

/** The extension to the page. */
export interface ToDrillPage {
  readonly type: "show";
  readonly page: DrillPage;
}

/** The page to the extension. */
export type FromDrillPage =
  | { readonly type: "ready" | "note" | "place" | "next" | "incident" | "close" }
  /** The page has drawn this question; `solved` where all are answered. */
  | { readonly type: "drawn"; readonly ask: string; readonly solved: boolean }
  | { readonly type: "open"; readonly url: string };

/** Decodes a message of the page; `undefined` when it is none that a page of ours sends. */
export function decodeFromDrillPage(message: unknown): FromDrillPage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, ask, solved, url } = message as Record<string, unknown>;
  switch (type) {
    case "ready":
    case "note":
    case "place":
    case "next":
    case "incident":
    case "close":
      return { type };
    case "drawn":
      return typeof ask === "string" && typeof solved === "boolean" ? { type, ask, solved } : undefined;
    case "open":
      return typeof url === "string" ? { type, url } : undefined;
    default:
      return undefined;
  }
}
