import { byCurrentCode } from "../../rules/engine/formerCodes.ts";
import type { Severity } from "../../rules/shared/rule.ts";
import { isJsonObject } from "../../text/json.ts";

/** The settings under `cfnNotes`, decoded. */
export interface Settings {
  readonly noteFolders: readonly string[];
  readonly builtInNotes: boolean;
  /** Whether problems in files of notes are reported. */
  readonly noteDiagnostics: boolean;
  readonly language: "auto" | "ja" | "en";
  readonly hoverReference: boolean;
  readonly completion: boolean;
  readonly diagnostics: boolean;
  /** Whether templates that are not open are checked, too. */
  readonly workspaceDiagnostics: boolean;
  readonly severities: ReadonlyMap<string, Severity | "off">;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  readonly formatting: boolean;
}

/** What the user's settings hold; anything missing, null or of another type counts as the default. */
export function decodeSettings(value: unknown): Settings {
  const at = (...path: string[]): unknown =>
    path.reduce<unknown>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), value);
  const flag = (otherwise: boolean, ...path: string[]): boolean => {
    const found = at(...path);
    return typeof found === "boolean" ? found : otherwise;
  };
  const language = at("language");
  const folders = at("notes", "folders");
  return {
    noteFolders: Array.isArray(folders) ? folders.filter((folder) => typeof folder === "string" && folder !== "") : [],
    builtInNotes: flag(true, "notes", "builtIn"),
    noteDiagnostics: flag(true, "notes", "diagnostics"),
    language: language === "ja" || language === "en" ? language : "auto",
    hoverReference: flag(true, "hover", "reference"),
    completion: flag(true, "completion", "enabled"),
    diagnostics: flag(true, "diagnostics", "enabled"),
    workspaceDiagnostics: flag(false, "diagnostics", "workspace"),
    severities: severities(at("diagnostics", "rules")),
    inlayHints: flag(false, "inlayHints", "enabled"),
    codeLens: flag(true, "codeLens", "enabled"),
    formatting: flag(true, "formatting", "enabled"),
  };
}

const SEVERITIES: ReadonlySet<unknown> = new Set(["error", "warning", "info", "hint", "off"]);

function severities(value: unknown): ReadonlyMap<string, Severity | "off"> {
  if (!isJsonObject(value)) return new Map();
  const known = Object.entries(value).filter(([, severity]) => SEVERITIES.has(severity));
  return byCurrentCode(known as [string, Severity | "off"][]);
}

/** The first settings of a client, which may write them below `cfnNotes`, as VS Code does, or without it. */
export function firstSettings(initializationOptions: unknown): unknown {
  const below = isJsonObject(initializationOptions) ? initializationOptions["cfnNotes"] : undefined;
  return isJsonObject(below) ? mergedSettings(initializationOptions, below) : initializationOptions;
}

/**
 * The settings of `client` over those of `initial`, key by key: what a client leaves out, or sends as null, is taken
 * from `initial`.
 */
export function mergedSettings(initial: unknown, client: unknown): unknown {
  if (client === null || client === undefined) return initial;
  if (!isJsonObject(initial) || !isJsonObject(client)) return client;
  const keys = new Set([...Object.keys(initial), ...Object.keys(client)]);
  return Object.fromEntries([...keys].map((key) => [key, mergedSettings(initial[key], client[key])]));
}
