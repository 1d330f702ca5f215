import { contentSpan, type Node, pairOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { answer } from "../shared/answer.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { EntryRule, FixData } from "../shared/rule.ts";
import { isAlwaysSet, literalText } from "../shared/values/literals.ts";

/** The last characters of a name, if they are written out. */
function ending(node: Node | undefined): string | undefined {
  if (node?.kind === "scalar") return node.value === null ? undefined : node.text.slice(-5);
  const text = node?.kind === "call" ? composedText(node) : undefined;
  return text?.endsWith("}") === false ? text.slice(-5) : undefined;
}

/** The fix that adds the ending. */
function suffixed(node: Node): FixData | undefined {
  const text = node.kind === "call" && node.name === "Fn::Sub" ? node.argument : node;
  if (text.kind !== "scalar") return undefined;
  const { end } = contentSpan(text);
  return replacement({ start: end, end }, ".fifo", { en: "Add .fifo", ja: ".fifoを追加" });
}

/**
 * A FIFO queue or topic whose name does not end in `.fifo`, a name that does without the setting, or FIFO settings on a
 * standard queue.
 */
export const fifoName: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::SQS::Queue", "AWS::SNS::Topic"],
  check(entry, { report }) {
    const isQueue = typeNameOf(entry.value) === "AWS::SQS::Queue";
    const setting = isQueue ? "FifoQueue" : "FifoTopic";
    const naming = isQueue ? "QueueName" : "TopicName";
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind !== "map") return;
    const isFifo = literalText(properties, setting)?.toLowerCase() === "true";
    const name = pairOf(properties, naming);
    const end = ending(name?.value);
    if (name !== undefined && end !== undefined && !name.merged) {
      if (isFifo && end !== ".fifo" && !end.includes("}")) {
        report(contentSpan(name.key), {
          message: "name-without-fifo",
          with: { setting, says: nameAnswer(FIFO_NAME, isQueue) },
          data: suffixed(name.value),
        });
      } else if (
        end === ".fifo" &&
        !properties.pairs.some(({ key }) => key.text === setting || key.text.startsWith("Fn::"))
      ) {
        report(contentSpan(name.key), { message: "fifo-not-set", with: { setting, says: nameAnswer(NAME, isQueue) } });
      }
    }
    if (!isQueue || literalText(properties, setting)?.toLowerCase() !== "false") return;
    for (const other of ["ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit"]) {
      const pair = pairOf(properties, other);
      if (pair === undefined || pair.merged || !isAlwaysSet(properties, other)) continue;
      report(contentSpan(pair.key), { message: "fifo-only", with: { other } });
    }
  },
};

const FIFO_NAME =
  "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix";
const NAME = "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length";

/** What AWS answers, behind a sentence. */
function nameAnswer(ofQueue: string, isQueue: boolean): Localised {
  return answer(isQueue ? ofQueue : "Invalid parameter: Topic Name");
}
