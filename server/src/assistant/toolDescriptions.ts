import assistantTools from "../../data/assistantTools.yaml";

/** A tool, as assistants read of it: over MCP and, by package.json, in VS Code. */
export interface ToolDescription {
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
}

/** Notes that a search gives; `assistantTools.yaml` says so, too. */
export const SEARCH_LIMIT = { usual: 10, most: 50 } as const;

/** None of them changes anything. */
export const TOOLS: Readonly<
  Record<
    "check_template" | "preview_change" | "describe_type" | "explain" | "notes_for_place" | "search_notes",
    ToolDescription
  >
> = assistantTools() as typeof TOOLS;
