import type { ToolDescription } from "../../assistant/toolDescriptions.ts";

/** What is served over the protocol; free of its library. */
export interface ToolServer {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly ToolDescription[];
  /** Answers with plain data, or says what is wrong with the question. */
  answer(tool: string, input: Readonly<Record<string, unknown>>): Promise<object | { readonly problem: string }>;
}
