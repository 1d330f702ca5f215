import { spanInEntry } from "../../../bootstrap/bootstrapGraph.ts";
import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { outcomeOf } from "../../../bootstrap/signals.ts";
import { commandName } from "../../../scripts/embeddedTexts.ts";
import { isConditional } from "../../../scripts/flow.ts";
import type { Command } from "../../../scripts/script.ts";
import type { BootstrapRule } from "../../shared/rule.ts";

/** A signal before the work is done: cfn-init, an installation or the start of a container comes after it. */
export const bootstrapSignalEarly: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const placed of graph.calls) {
      const { call, owner } = placed;
      const command = call.script.commands[call.index];
      if (!isSignal(placed) || call.reached.kind !== "direct" || outcomeOf(placed) === "failure") continue;
      if (!command || isConditional(command)) continue;
      const later = workAfter(graph.callsByScript.get(call.script) ?? [], placed);
      if (!later) continue;
      const related = {
        entry: owner.entry,
        span: spanInEntry(placed, later),
        message: { en: "This runs afterwards.", ja: "この後に実行される処理" },
      };
      graph.report(owner.entry, spanInEntry(placed, call.nameSpan), {
        message: "too-early",
        with: { program: programName(later) },
        related: [related],
      });
    }
  },
};

/** The first command behind the signal that sets something up, unless another signal follows that. */
function workAfter(calls: readonly PlacedCall[], { call, targets }: PlacedCall): Command | undefined {
  const { script, index } = call;
  const later = calls.filter((other) => other.call.index > index);
  const init = later.find(({ call: { helper } }) => helper === "cfn-init");
  const work = init
    ? script.commands[init.call.index]
    : script.commands
        .slice(index + 1)
        .find((command) => INSTALLS.test(commandText(command)) && !isConditional(command));
  if (!work) return undefined;
  const signalledAgain = later.some(
    (other) => isSignal(other) && other.targets?.join() === targets?.join() && other.call.start > work.start,
  );
  return signalledAgain ? undefined : work;
}

const INSTALLS =
  /^(?:sudo )?(?:(?:yum|dnf|apt|apt-get|zypper|pip3?|npm|gem) (?:-\S+ )*install\b|docker (?:run|compose up)\b|docker-compose (?:-\S+ )*up\b)/;

/** The first words, which say what is done. */
function commandText({ words }: Command): string {
  return words
    .slice(0, 8)
    .map(({ text }) => text)
    .join(" ");
}

function programName({ words }: Command): string {
  const sudo = words[0]?.text === "sudo" ? 1 : 0;
  return words
    .slice(sudo, sudo + 2)
    .map(({ text }, index) => (index === 0 ? commandName(text) : text))
    .filter((text) => !text.startsWith("-"))
    .join(" ");
}
