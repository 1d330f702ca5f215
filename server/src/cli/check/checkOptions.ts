import { filled, type Localised } from "../../text/localised.ts";
import type { Given } from "../options/commandLine.ts";
import { optionLanguage } from "../options/environmentLanguage.ts";
import { clashes } from "./checkOptions.json";

export interface CheckOptions {
  /** Files, folders, globs, or `-` for standard input. */
  readonly paths: readonly string[];
  /** One of `FORMAT_NAMES`. */
  readonly format: string;
  readonly outputFile: string | undefined;
  readonly failOn: "error" | "warning" | "info" | undefined;
  readonly language: "en" | "ja" | undefined;
  readonly stdinName: string;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  /** The project file to go by. */
  readonly config: string | undefined;
  readonly fix: "write" | "show" | undefined;
  /** Folders of notes that are checked, too, besides those of the project. */
  readonly notes: readonly string[];
  readonly statistics: boolean;
  /** Whether to print what a deployment has to acknowledge, instead of checking. */
  readonly capabilities: boolean;
  readonly quiet: boolean;
  readonly watch: boolean;
  readonly gitignore: boolean;
  readonly color: boolean | undefined;
  readonly threads: number | undefined;
}

const LEVELS = ["error", "warning", "info"] as const;

/** The options of `check` from its arguments; a problem is reported in one line. */
export function checkOptions(given: Given): CheckOptions | { readonly problem: Localised } {
  const problem = impossible(given);
  if (problem !== undefined) return { problem };
  const threads = given.text("threads");
  return {
    paths: given.operands.length === 0 ? ["."] : given.operands,
    format: given.text("format") ?? "text",
    outputFile: given.text("output-file"),
    failOn: LEVELS.find((one) => one === given.text("fail-on")),
    language: optionLanguage(given.text("language")),
    stdinName: given.text("stdin-name") ?? "stdin",
    baseline: given.text("baseline"),
    writeBaseline: given.text("write-baseline"),
    config: given.text("config"),
    fix: given.has("fix") ? (given.has("dry-run") ? "show" : "write") : undefined,
    notes: given.texts("notes"),
    statistics: given.has("statistics"),
    capabilities: given.has("capabilities"),
    quiet: given.has("quiet"),
    watch: given.has("watch"),
    gitignore: !given.has("no-gitignore"),
    color: given.has("no-color") ? false : given.has("color") || undefined,
    threads: threads === undefined ? undefined : Number(threads),
  };
}

/** The first combination of options that is not allowed. */
function impossible(given: Given): Localised | undefined {
  const among = (...names: readonly string[]): string | undefined => names.find((one) => given.has(one));
  if (given.has("dry-run") && !given.has("fix")) return clashes.dryRunAlone;
  const report = among("format", "statistics", "output-file", "watch");
  if (given.has("dry-run") && report !== undefined) return filled(clashes.dryRunShows, { other: report });
  const other = among("fix", "watch");
  if (other !== undefined && given.operands.includes("-")) return filled(clashes.needsFiles, { other });
  if (other !== undefined && given.has("write-baseline")) return filled(clashes.baselineAlone, { other });
  const beside = among("fix", "watch", "statistics", "write-baseline");
  if (given.has("capabilities") && beside !== undefined) return filled(clashes.capabilitiesAlone, { other: beside });
  const plain = among("statistics", "capabilities");
  if (plain !== undefined && !["text", "json"].includes(given.text("format") ?? "text"))
    return filled(clashes.textOrJson, { plain });
  return undefined;
}
