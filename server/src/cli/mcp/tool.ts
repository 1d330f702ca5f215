/** A tool that assistants may call, as the protocol describes it; free of its library. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** A JSON schema of an object. */
  readonly input: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, object>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
  /** Answers with plain data, or says what is wrong with the question. */
  answer(input: Readonly<Record<string, unknown>>): Promise<object | { readonly problem: string }>;
}

export interface ToolServer {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly Tool[];
}
