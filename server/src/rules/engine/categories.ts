/** What rules are about, in the order in which they are listed; each category is a folder beside this one. */
export const CATEGORY_NAMES = [
  "template",
  "parameters",
  "references",
  "functions",
  "schema",
  "services",
  "security",
  "lifecycle",
  "bootstrap",
] as const;
