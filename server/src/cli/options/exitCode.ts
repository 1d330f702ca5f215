import { stderr } from "node:process";
import { visible } from "../../text/visible.ts";

/**
 * The exit code of a command: its own or, if it fails, 2 ("it could not run"), with a message on standard error about
 * what failed and where. Errors of the system are shown as shells show them.
 */
export async function exitCode(name: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    stderr.write(`cfn-notes ${name}: ${chain(error).map(visible).join("\n  ")}\n`);
    return 2;
  }
}

/** An error and what caused it; of the innermost one also if it happened. */
function chain(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  if (error.cause !== undefined) return [error.message, ...chain(error.cause)];
  const refused = refusal(error);
  if (refused !== undefined) return [refused];
  // A line of a bundle may be very long, and stands before the places.
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.message, ...places.slice(0, 5).map((line) => line.trim())];
}

/** An error of the system, on a file or a full disk, in one line; `undefined` for every other error. */
export function refusal(error: NodeJS.ErrnoException): string | undefined {
  const { code, message, path, syscall } = error;
  if (code === undefined || syscall === undefined) return undefined;
  const [, reason = message] = /^\w+: (.*?), \w+/.exec(message) ?? [];
  return `${path === undefined ? "" : `${path}: `}${reason} (${code})`;
}
