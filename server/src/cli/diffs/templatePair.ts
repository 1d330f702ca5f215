/** A template, and the one that it is compared with. */
export interface TemplatePair {
  readonly before: NamedText;
  readonly after: NamedText;
  /** Reads a template that one of them nests, by its path from there. */
  readonly nested: { readonly before: ReadNested; readonly after: ReadNested };
  /** Whether the file is new, gone, or was called so. */
  readonly was?: "new" | "gone" | { readonly file: string };
}

export type ReadNested = (path: string) => Promise<string | undefined>;

export interface NamedText {
  readonly file: string;
  readonly text: string;
}
