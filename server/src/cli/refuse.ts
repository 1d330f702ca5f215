import { stderr } from "node:process";

/** Says in one line why a command can't run, and gives its exit code. */
export function refuse(command: string | undefined, reason: string): 2 {
  stderr.write(`cfn-notes${command === undefined ? "" : ` ${command}`}: ${reason}\n`);
  return 2;
}
