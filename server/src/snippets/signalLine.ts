import type { CommandsEnd } from "./cloudConfig.ts";
import type { Shell } from "./signalPlace.ts";
import type { TextPlace } from "./textEdit.ts";

/** A script that is to signal, and its place. */
export interface Context extends TextPlace {
  readonly json: boolean;
  readonly unitText: string;
  readonly logicalId: string;
  readonly shell: Shell;
  /** The lines that bring the helper scripts if the image has none. */
  readonly install: readonly string[];
  /** Whether the signal is sent from a trap at the script's beginning, as its end may never be reached. */
  readonly early: boolean;
  /** Whether the script hands over to another program (`exec`), before which the signal is sent. */
  readonly replaced: boolean;
  /** The end of a cloud-config's commands. */
  readonly commands: CommandsEnd | undefined;
  /** The line that has to be written before all others, with its line break; empty if the script has it. */
  readonly head: string;
}

/** The lines that signal, in the syntax of `Fn::Sub`. */
export function signalLine({ logicalId, shell, install, early, commands }: Context): string {
  const options = `--stack \${AWS::StackName} --resource ${logicalId} --region \${AWS::Region}`;
  // $LASTEXITCODE is that of the last program, and empty if only cmdlets ran.
  if (shell === "powershell") return `cfn-signal.exe -e ([int]!$?) ${options}`;
  if (shell === "batch") return `cfn-signal.exe -e %ERRORLEVEL% ${options}`;
  const line = `/opt/aws/bin/cfn-signal -e $? ${options}`;
  if (commands !== undefined) return commands.opening + line;
  return early ? [`trap '${line}' EXIT`, ...install].join("\n") : line;
}

/** The line for the place before `exec`, after which no trap is run any more. */
export function lineBeforeExec(context: Context): string {
  return signalLine({ ...context, early: false });
}
