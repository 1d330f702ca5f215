import type { Comparison } from "../../../server/src/protocol/study.ts";

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
export type FromComparePage =
  | { readonly type: "ready" | "close" }
  | { readonly type: "note"; readonly index: number }
  | { readonly type: "source"; readonly index: number }
  /** The page has drawn a table with these columns, and so many rows. */
  | { readonly type: "drawn"; readonly columns: readonly string[]; readonly rows: number };

/** Decodes a message of the page; `undefined` when it is none that a page of ours sends. */
export function decodeFromComparePage(message: unknown): FromComparePage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, index, columns, rows } = message as Record<string, unknown>;
  switch (type) {
    case "ready":
    case "close":
      return { type };
    case "note":
    case "source":
      return typeof index === "number" ? { type, index } : undefined;
    case "drawn":
      return Array.isArray(columns) ? { type, columns: columns.map(String), rows: Number(rows) } : undefined;
    default:
      return undefined;
  }
}
