import { type CallMeaning, isSignal } from "../../../bootstrap/callMeaning.ts";
import { optionValue } from "../../../bootstrap/helperCall.ts";
import { commandName } from "../../../scripts/embeddedTexts.ts";
import { commandBefore, endsOnError, functionAround, isChecked } from "../../../scripts/flow.ts";
import type { Command } from "../../../scripts/script.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import type { Related, ResourceRule, Words } from "../../shared/rule.ts";

/**
 * `cfn-signal -e $?` when `$?` is not the exit code of the work: another command stands between cfn-init and the
 * signal, so a failure of cfn-init is reported as success.
 */
export const bootstrapExitCode: ResourceRule = {
  scope: "resource",
  check({ calls }, { report }) {
    for (const meaning of calls) {
      const { call, source } = meaning;
      const code = optionValue(call, "exitCode");
      if (
        code?.raw === "$LASTEXITCODE" &&
        isSignal(meaning) &&
        !ranProgram(call.script.commands.slice(0, call.index))
      ) {
        const span = source.text.toEntrySpan(code);
        const title = { en: "Report whether the last command succeeded", ja: "直前のコマンドの成否を送る" };
        report(span, { ...NO_PROGRAM, data: replacement(span, "([int]!$?)", title) });
        continue;
      }
      if (code?.raw !== "$?" || !isSignal(meaning) || call.script.dialect !== "bash" || call.reached.kind !== "direct")
        continue;
      const before = commandBefore(call.script, call.index);
      const name = before && programName(before);
      const current = call.script.commands[call.index];
      if (!before || name === undefined || (current && functionAround(current.block))) continue;
      // If the script ends on the first error, only success gets here.
      if (endsOnError(call.script, call.index)) continue;
      const lost = lostInit(calls, meaning, before);
      if (!lost && !SAYS_NOTHING.test(name)) continue;
      const related: Related[] = lost
        ? [
            {
              span: source.text.toEntrySpan(lost.call.nameSpan),
              message: {
                en: "The exit code of this cfn-init is lost.",
                ja: "このcfn-initの終了コードは失われます。",
              },
            },
          ]
        : [];
      report(source.text.toEntrySpan(code), { ...exitCodeMessage(name, lost !== undefined), related });
    }
  },
};

const NO_PROGRAM = { message: "no-program" };

/** Whether something else than a cmdlet (`Verb-Noun`), an assignment or a keyword ran, as far as names tell. */
function ranProgram(commands: readonly Command[]): boolean {
  return commands.some(({ words }) => {
    const name = words[0]?.text ?? "";
    return (
      (name !== "" &&
        !/^(?:[A-Za-z]+-[A-Za-z]\w*|\$.*|[[(].*|[{}]|if|else|foreach|for|try|catch|function|return)$/i.test(name)) ||
      /^cfn-/i.test(name)
    );
  });
}

/** Commands that succeed whatever happened before. */
const SAYS_NOTHING = /^(?:echo|printf|true|:|date|sleep|logger|export|set|touch|an assignment)$/;

function programName({ words, assignments }: Command): string | undefined {
  if (words.length === 0) return assignments.length > 0 ? "an assignment" : undefined;
  return commandName(words[0]?.text ?? "");
}

/** The cfn-init before the signal whose exit code nothing looks at. */
function lostInit(calls: readonly CallMeaning[], { call }: CallMeaning, before: Command): CallMeaning | undefined {
  const { script, index } = call;
  const inits = calls.filter(
    (other) => other.call.helper === "cfn-init" && other.call.script === script && other.call.index < index,
  );
  const last = inits.findLast((other) => script.commands[other.call.index] !== before);
  if (!last || inits.some((other) => script.commands[other.call.index] === before)) return undefined;
  const at = last.call.index;
  if (endsOnError(script, at) || isChecked(script, at) || keepsCode(script.commands[at + 1])) return undefined;
  return last;
}

/** Whether a command stores or looks at `$?`. */
function keepsCode(command: Command | undefined): boolean {
  return (
    command !== undefined &&
    [...command.words, ...command.assignments.map(({ value }) => value)].some(({ text }) => text.includes("$?"))
  );
}

function exitCodeMessage(name: string, lost: boolean): Words {
  const what = name === "an assignment" ? { en: "an assignment", ja: "代入" } : { en: `“${name}”`, ja: `「${name}」` };
  return lost ? { message: "lost", with: { what } } : { message: "other-code", with: { what } };
}
