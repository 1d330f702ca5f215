import type { TokenType } from "../../features/document/semanticTokens.ts";

/** The legend of semantic tokens: a token's number is its place in this list. */
export const TOKEN_TYPES: readonly TokenType[] = [
  "function",
  "type",
  "variable",
  "parameter",
  "property",
  "enumMember",
  "class",
];
