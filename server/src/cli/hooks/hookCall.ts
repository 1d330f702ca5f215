import { resolve } from "node:path";
import { isJsonObject, parsedJson } from "../../text/json.ts";

/** A tool call of an agent, before or after it. */
export interface HookCall {
  readonly host: HookHost;
  /** Whether the tool has not run yet. */
  readonly isBefore: boolean;
  /** The folder that the agent works in. */
  readonly folder: string;
  /** The files that the tool writes, as absolute paths. */
  readonly files: readonly string[];
  /** The command lines that it runs. */
  readonly commands: readonly string[];
}

/**
 * The host that sent the payload:
 * - `claude`: Claude Code, https://code.claude.com/docs/en/hooks, and VS Code,
 * https://code.visualstudio.com/docs/copilot/customization/hooks
 * - `copilot`: GitHub Copilot's command and cloud agent,
 * https://docs.github.com/en/copilot/reference/hooks-configuration
 * - `codex`: https://developers.openai.com/codex/hooks
 * - `kiro`: https://kiro.dev/docs/cli/hooks and https://kiro.dev/docs/hooks
 */
export type HookHost = "claude" | "copilot" | "codex" | "kiro";

type Json = Readonly<Record<string, unknown>>;

/** Reads the payload of a hook; `undefined` if it is none, or is about no tool. */
export function hookCall(text: string, folder: string): HookCall | undefined {
  const payload = asJsonObject(text);
  if (payload === undefined) return undefined;
  const event = textIn(payload, "hook_event_name", "hookEventName");
  const tool = textIn(payload, "tool_name", "toolName");
  if (tool === undefined) return undefined;
  const input = asJsonObject(payload["tool_input"] ?? payload["toolArgs"] ?? payload["toolInput"]) ?? {};
  const cwd = textIn(payload, "cwd") ?? folder;
  // Copilot's and old Kiro's payloads do not name the event; what has a result has run.
  const isBefore =
    event === undefined ? !("toolResult" in payload) && !("toolSuccess" in payload) : /^pre/i.test(event);
  const written = [...pathsIn(input), ...patchedFiles(input)];
  return {
    host: hostOf(payload, event, tool),
    isBefore,
    folder: cwd,
    files: READING.test(tool) ? [] : [...new Set(written.map((path) => resolve(cwd, path)))],
    commands: ["command", "cmd"].flatMap((key) => commandIn(input[key])),
  };
}

/** Tools that read only have paths, too. */
const READING = /^(?:fs_)?read|^(?:view|glob|grep|search|list|ls|get)(?:$|[_A-Z])|^(?:Read|Glob|Grep|LS|NotebookRead)$/;

function hostOf(payload: Json, event: string | undefined, tool: string): HookHost {
  if (/^(?:fs_(?:read|write|append)|str_replace|execute_(?:bash|pwsh|cmd)|use_aws)$/.test(tool)) return "kiro";
  if ("toolSuccess" in payload) return "kiro";
  if (event === undefined) return "copilot";
  if (/^[a-z]/.test(event)) return "kiro";
  return "turn_id" in payload ? "codex" : "claude";
}

/** Names of arguments that hold the path of what a tool writes, in any of the hosts. */
const PATHS = ["file_path", "filePath", "path", "file", "files", "paths", "targetFile"];

function pathsIn(input: Json): readonly string[] {
  return PATHS.flatMap((key) => [input[key]].flat()).filter((value) => typeof value === "string");
}

/** The files of a patch in the form that Codex and VS Code use: `*** Update File: PATH`. */
function patchedFiles(input: Json): readonly string[] {
  const patches = ["command", "input", "patch"].map((key) => input[key]).filter((value) => typeof value === "string");
  return patches.flatMap((patch) =>
    [...patch.matchAll(/^\*\*\* (?:Update|Add) File: (.+)$/gm)].map(([, path]) => path?.trim() ?? ""),
  );
}

function commandIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.startsWith("*** Begin Patch") ? [] : [value];
  // Words, the last of which is the script if a shell runs it: ["bash", "-lc", "aws …"].
  if (!Array.isArray(value) || !value.every((one) => typeof one === "string")) return [];
  const [, ...args] = value;
  return args.some((one) => /^-\w*c$/.test(one)) ? value.slice(-1) : [value.map((one) => shellQuoted(one)).join(" ")];
}

function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function asJsonObject(value: unknown): Json | undefined {
  const content = typeof value === "string" ? parsedJson(value) : value;
  return isJsonObject(content) ? content : undefined;
}

function textIn(payload: Json, ...keys: readonly string[]): string | undefined {
  return keys.map((key) => payload[key]).find((value) => typeof value === "string");
}
