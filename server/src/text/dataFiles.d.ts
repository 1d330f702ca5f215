/**
 * What is written in YAML below server/data, parsed anew by each call; the build has checked its shape
 * (scripts/data/shapes.mjs).
 */
declare module "*.yaml" {
  const read: () => unknown;
  export default read;
}

/** What the pages of the rules say, by their codes, parsed anew by each call; the build has checked them (scripts/rules/rulePage.mjs). */
declare module "*.md" {
  /** What each rule says when it finds something, by its code. */
  export const messages: Readonly<Record<string, (() => unknown) | undefined>>;
  const read: () => unknown;
  export default read;
}

/** All snippets, parsed anew by each call; the build has checked them (scripts/data/snippets.mjs). */
declare module "*.json" {
  const read: () => unknown;
  export default read;
}
