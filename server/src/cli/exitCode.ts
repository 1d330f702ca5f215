import { stderr } from "node:process";

/**
 * The exit code of a command: what it gives itself or, where it fails, 2 ("it could not run"), with a word on standard error
 * about what failed and where.
 */
export async function exitCode(name: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    stderr.write(`cfn-notes ${name}: ${chain(error).join("\n  ")}\n`);
    return 2;
  }
}

/** An error and what caused it; of the innermost one also where it happened. */
function chain(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  if (error.cause !== undefined) return [error.message, ...chain(error.cause)];
  // A line of a bundle may be very long, and stands before the places.
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.message, ...places.slice(0, 5).map((line) => line.trim())];
}
