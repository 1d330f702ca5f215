import { exit, stderr, versions } from "node:process";
import { environmentLanguage } from "./options/environmentLanguage.ts";

/** As the manifest's `engines` has it; a test compares them. Before anything is loaded that an older Node could not run. */
export const NEEDED_NODE = "20.19.0";

const [major = 0, minor = 0] = versions.node.split(".").map(Number);
const [neededMajor = 0, neededMinor = 0] = NEEDED_NODE.split(".").map(Number);
if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  stderr.write(
    environmentLanguage() === "ja"
      ? `cfn-notes: Node ${NEEDED_NODE}以降が必要です（現在は${versions.node}）。入手先: https://nodejs.org\n`
      : `cfn-notes: Node ${NEEDED_NODE} or newer is needed; this is Node ${versions.node}. See https://nodejs.org.\n`,
  );
  exit(2);
}
