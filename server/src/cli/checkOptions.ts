import { parseArgs } from "node:util";

export type CheckFormat = "text" | "json" | "sarif" | "github";

export interface CheckOptions {
  /** Files, folders, globs, or `-` for standard input. */
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly failOn: "error" | "warning" | "info" | undefined;
  readonly language: "en" | "ja" | undefined;
  readonly stdinName: string;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly gitignore: boolean;
  readonly color: boolean | undefined;
  readonly threads: number | undefined;
}

export const CHECK_USAGE = `Usage: cfn-notes check [options] PATH…

PATH is a file, a folder, a glob in quotes, or - for standard input.
In folders only texts that look like CloudFormation templates are checked.

  --format text|json|sarif|github   how to print (default: text)
  --fail-on error|warning|info      from which severity on the exit code is 1 (default: error)
  --language en|ja                  language of the messages
  --baseline FILE                   pass over what the file lists
  --write-baseline FILE             write what was found to the file
  --no-gitignore                    look into ignored files, too
  --stdin-name NAME                 what to call standard input
  --threads N                       at most so many threads
  --color, --no-color               colours in text

Exit code 0: nothing at or above the level; 1: something; 2: it could not run, or no template was found.
Settings of a project are read from .cfn-notes.yaml in the working directory or above it.
`;

const FORMATS: readonly string[] = ["text", "json", "sarif", "github"];
const LEVELS: readonly string[] = ["error", "warning", "info"];

/** Reads the arguments of `check`; a text says what is wrong with them. */
export function checkOptions(args: readonly string[]): CheckOptions | "help" | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string", default: "text" },
        "fail-on": { type: "string" },
        language: { type: "string" },
        baseline: { type: "string" },
        "write-baseline": { type: "string" },
        "no-gitignore": { type: "boolean", default: false },
        "stdin-name": { type: "string", default: "stdin" },
        threads: { type: "string" },
        color: { type: "boolean" },
        "no-color": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) return "help";
    const { format, language, "fail-on": failOn, threads } = values;
    if (!FORMATS.includes(format)) return { problem: `--format must be one of ${FORMATS.join(", ")}.` };
    if (failOn !== undefined && !LEVELS.includes(failOn))
      return { problem: `--fail-on must be one of ${LEVELS.join(", ")}.` };
    if (language !== undefined && language !== "en" && language !== "ja")
      return { problem: "--language must be en or ja." };
    if (threads !== undefined && !/^[1-9]\d*$/.test(threads)) return { problem: "--threads must be a number from 1." };
    if (positionals.length === 0) return { problem: "Say what to check: a file, a folder, a glob or -." };
    return {
      paths: positionals,
      format: format as CheckFormat,
      failOn: failOn as CheckOptions["failOn"],
      language,
      stdinName: values["stdin-name"],
      baseline: values.baseline,
      writeBaseline: values["write-baseline"],
      gitignore: !values["no-gitignore"],
      color: values["no-color"] ? false : values.color,
      threads: threads === undefined ? undefined : Number(threads),
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
