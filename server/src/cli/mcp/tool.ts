import type { ToolDescription } from "../../assistant/toolDescriptions.ts";

/** A request that a person makes by name. */
export interface ServedPrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly argument: { readonly name: string; readonly description: string };
}

export interface ServedResources {
  /** How the addresses of those look that are not listed. */
  readonly uriTemplate: string;
  list(): readonly { readonly uri: string; readonly title: string }[];
  /** Markdown; `undefined` if nothing has that address. */
  read(uri: string): string | undefined;
}

/** What is served over the protocol; free of its library. */
export interface ToolServer {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly ToolDescription[];
  readonly prompts: readonly ServedPrompt[];
  readonly resources: ServedResources;
  /** Answers with plain data, or says what is wrong with the question. */
  answer(tool: string, input: Readonly<Record<string, unknown>>): Promise<object | { readonly problem: string }>;
  /** What an assistant is asked, or what is wrong with the question. */
  prompt(
    name: string,
    given: Readonly<Record<string, string>>,
  ): { readonly text: string } | { readonly problem: string };
}
