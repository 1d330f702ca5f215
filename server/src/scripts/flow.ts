import { trapOf } from "./embeddedTexts.ts";
import type { Block, Command, Script } from "./script.ts";

/** Whether a failing command ends the script before it gets to the command at `index`: `set -e`, `#!/bin/bash -e`. */
export function endsOnError({ interpreter, commands, dialect }: Script, index: number): boolean {
  if (dialect !== "bash") return false;
  let on = /\s-\w*e/.test(interpreter ?? "");
  for (let at = 0; at < index; at++) {
    const command = commands[at];
    if (command?.words[0]?.text !== "set") continue;
    const { words, block } = command;
    if (block.kind === "substitution" || block.kind === "subshell") continue;
    on = setting(words.slice(1).map(({ text }) => text)) ?? on;
  }
  return on;
}

/** The value that the arguments of `set` give to `errexit`. */
function setting(args: readonly string[]): boolean | undefined {
  let on: boolean | undefined;
  args.forEach((arg, index) => {
    if (/^[-+]\w*o$/.test(arg) && args[index + 1] === "errexit") on = arg.startsWith("-");
    else if (/^-\w*e/.test(arg)) on = true;
    else if (/^\+\w*e/.test(arg)) on = false;
  });
  return on;
}

/** Whether a trap that is set before `index` runs when the script fails there. */
export function trapsFailure({ commands }: Script, index: number): boolean {
  for (let at = 0; at < index; at++) {
    const command = commands[at];
    if (command?.words[0]?.text !== "trap") continue;
    if (trapOf(command)?.signals.some((name) => name === "ERR" || name === "EXIT")) return true;
  }
  return false;
}

/** The command whose exit code `$?` holds for the command at `index`; `undefined` if that is not one certain command. */
export function commandBefore({ commands }: Script, index: number): Command | undefined {
  const command = commands[index];
  if (command?.operator !== ";") return undefined;
  for (let before = index - 1; before >= 0; before--) {
    const found = commands[before];
    // Substitutions belong to the arguments of the command that follows them.
    if (!found || within(found.block, "substitution", command.block)) continue;
    return found.block === command.block ? found : undefined;
  }
  return undefined;
}

function within(block: Block, kind: Block["kind"], below: Block): boolean {
  for (let at: Block | undefined = block; at && at !== below; at = at.parent) if (at.kind === kind) return true;
  return false;
}

/** The innermost function that encloses a block. */
export function functionAround(block: Block): Block | undefined {
  for (let at: Block | undefined = block; at; at = at.parent) if (at.kind === "function") return at;
  return undefined;
}

/** Whether a command runs only under some condition: in a branch, a loop, a function, or behind `&&` or `||`. */
export function isConditional({ operator, block }: Command): boolean {
  if (operator === "&&" || operator === "||") return true;
  for (let at: Block | undefined = block; at?.parent; at = at.parent) {
    if (!["group", "subshell", "try", "finally"].includes(at.kind) || at.operator === "&&" || at.operator === "||")
      return true;
  }
  return false;
}

/** Whether a command's failure is looked at: it is a condition, or `&&` or `||` follows. */
export function isChecked({ commands }: Script, index: number): boolean {
  const command = commands[index];
  if (!command) return false;
  const next = commands[index + 1];
  if (next && (next.operator === "&&" || next.operator === "||") && next.block === command.block) return true;
  if (next && (next.block.operator === "&&" || next.block.operator === "||") && next.block.parent === command.block)
    return true;
  for (let at: Block | undefined = command.block; at; at = at.parent)
    if (at.kind === "condition" || at.kind === "substitution" || at.kind === "try") return true;
  return false;
}
