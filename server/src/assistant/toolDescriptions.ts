import assistantTools, { type Row } from "../../data/assistantTools.yaml";

/** A tool, as assistants read of it: over MCP and, by package.json, in VS Code. */
export type ToolDescription = Row;

/** Notes that a search gives; `assistantTools.yaml` says so, too. */
export const SEARCH_LIMIT = { usual: 10, most: 50 } as const;

/** None of them changes anything. */
export const TOOLS: ReturnType<typeof assistantTools> = assistantTools();
