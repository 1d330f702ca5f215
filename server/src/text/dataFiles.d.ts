/// <reference path="../../data/dataTypes.d.ts" />

/** The pages of the rules by their codes, parsed anew by each call; the build has checked them (scripts/rules/rulePage.mjs). */
declare module "*.md" {
  /** The messages of each rule, by its code. */
  export const messages: Readonly<Record<string, (() => unknown) | undefined>>;
  const read: () => unknown;
  export default read;
}

/** The rules beside whose files are pages, by category and by the names of their files; the build lists them. */
declare module "*.rule" {
  const rules: Readonly<Record<string, unknown>>;
  export default rules;
}

/** All snippets, parsed anew by each call; the build has checked them (scripts/data/snippets.mjs). */
declare module "*.json" {
  const read: () => unknown;
  export default read;
}
