/** The beginning of a script that cloud-init runs; a value that is filled in may have it. */
export const HEAD: RegExp = /^\s*(?:#!|\ufffc)/;

/** A line that runs another program in place of the script: the lines behind it are never run. */
export const EXEC: RegExp = /^exec[ \t]+(?!\d*[<>&])\S/m;

/** Lines that succeed whatever happened before: the exit code behind them says nothing. */
const SAYS_NOTHING = /^\s*(?:(?:echo|printf|true|:|date|sleep|logger|export|set|touch|\w+=\S*$|#)(?:\s.*)?)?$/;

/** Whether some line of a script has an exit code that tells something. */
export function doesWork(script: string): boolean {
  return script.split("\n").some((line) => !/^\s*#/.test(line) && !SAYS_NOTHING.test(line));
}

/** The number of lines at the end of a script that stand behind the work whose exit code is to be sent. */
export function linesBehindWork(all: readonly string[]): number {
  const indent = /^[ \t]*/.exec(all[1] ?? "")?.[0] ?? "";
  const exec = all.findIndex((line) => line.startsWith(indent) && EXEC.test(line.slice(indent.length)));
  const lines = exec > 0 ? all.slice(0, exec) : all;
  const setUp = lines.findLastIndex((line) => /^\s*[\w/.]*cfn-init\s/.test(line));
  const isChecked = /\$\?|\|\|/.test(lines.slice(setUp).join("\n"));
  let last = setUp >= 0 && !isChecked ? setUp : lines.length - 1;
  if (last === setUp) while (/\\\s*$/.test(lines[last] ?? "")) last++;
  while (last > 0 && SAYS_NOTHING.test(lines[last] ?? "")) last--;
  const isFound = last > 0 && lines[last]?.trimStart().startsWith("#!") !== true;
  return all.length - (isFound ? last + 1 : lines.length);
}

export type Shell = "bash" | "powershell" | "batch" | "cloud-config";

export function shellOf(script: string): Exclude<Shell, "cloud-config"> {
  if (/<powershell>/i.test(script)) return "powershell";
  return /<script>/i.test(script) ? "batch" : "bash";
}

/** Whether a script may be over before its end: at the first command that fails, or by an `exit` in its last line. */
export function leavesEarly(script: string): boolean {
  if (/^\s*#![^\n]*\s-\w*e/.test(script) || /\bexit\b/.test(script.trimEnd().split("\n").at(-1) ?? "")) return true;
  return /^[ \t]*set[ \t]+(?:-\w+[ \t]+)*(?:-\w*e|-o[ \t]+errexit)/m.test(script);
}

/** The commands that install the helper scripts on Ubuntu and Debian, whose images do not have them. */
export const APT_INSTALL: readonly string[] = [
  "apt-get update",
  "apt-get install -y python3-venv",
  "python3 -m venv /opt/aws",
  "/opt/aws/bin/pip install https://s3.amazonaws.com/cloudformation-examples/aws-cfn-bootstrap-py3-latest.tar.gz",
];

/** Whether a script runs on Ubuntu or Debian, without installing the helper scripts itself. */
export function needsHelpers(script: string): boolean {
  return /^[ \t]*(?:sudo[ \t]+)?apt(?:-get)?[ \t]/m.test(script) && !script.includes("aws-cfn-bootstrap");
}
