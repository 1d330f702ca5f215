import { env, stdout } from "node:process";

/**
 * Whether to colour what is printed: by the option, else by FORCE_COLOR and NO_COLOR, else if it goes to a terminal.
 */
export function wantsColor(option: boolean | undefined, toFile = false): boolean {
  if (option !== undefined) return option;
  if (toFile) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return stdout.isTTY && !env["NO_COLOR"];
}
