import { stderr } from "node:process";
import { visible } from "../../text/visible.ts";

/** Says in one line why a command can't run, and gives its exit code. */
export function refuse(command: string | undefined, reason: string): 2 {
  stderr.write(`cfn-notes${command === undefined ? "" : ` ${command}`}: ${visible(reason)}\n`);
  return 2;
}
