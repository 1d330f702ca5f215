/** LSP's token types that are used, in the order of the legend. */
export const TOKEN_TYPES = ["function", "type", "variable", "parameter", "property", "enumMember", "class"] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];
