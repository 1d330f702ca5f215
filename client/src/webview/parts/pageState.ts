/** The part of the page's state that survives hiding it, or reloading the window. */
export interface PageState {
  /** Identifies what is shown; another page begins at its top. */
  readonly key: string;
  readonly scroll: number;
  /** The notes that are folded, by their place on the page. */
  readonly folded: readonly number[];
}

/** Decodes what the editor kept; it may be of an older version. */
export function decodePageState(kept: unknown): PageState | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { key, scroll, folded } = kept as Record<string, unknown>;
  return typeof key === "string" && typeof scroll === "number" && Array.isArray(folded)
    ? { key, scroll, folded: folded.filter((one) => typeof one === "number") }
    : undefined;
}
