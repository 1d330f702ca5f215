import { exit, stderr, stdout } from "node:process";

/** Ends the process where nobody reads on, as in `cfn-notes rules | head`: that is no failure. */
export function endWithReader(): void {
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") exit(0);
      throw error;
    });
  }
}
