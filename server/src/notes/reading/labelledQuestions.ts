import { indexFrom } from "../../text/indexFrom.ts";
import type { Block } from "./blocks.ts";

/** A heading that only says that a question follows: `### 問1`, `## Question 3`. */
const LABEL =
  /^[[【(（]?(?:Q|Ｑ|問題|設問|例題|練習問題|問い|問|質問|Question|Exercise)[ 　]?(?:No\.?)?[ 　]?[0-9０-９]{0,3}[\]】)）.．:：]?$/iu;
const ASKED = /^(?:Q|Front)[.:：]/i;

export function isQuestionLabel(title: string): boolean {
  return LABEL.test(title.replace(/\*\*/g, "").trim());
}

/**
 * Blocks in which the question and answer below a label are marked as such: a paragraph below `### 問1`, one below `###
 * 回答`, the lines between `START` and `END` of Obsidian's plugin.
 *
 * @param isAnswerTitle tells whether a heading says that the answer follows
 */
export function withSigns(blocks: readonly Block[], isAnswerTitle: (title: string) => boolean): readonly Block[] {
  if (!blocks.some((block) => isLabel(block) || isMarked(block))) return blocks;
  const read: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const asked = blocks[at + 1];
    read.push(isMarked(block) ? withoutMarks(block) : block);
    if (!isLabel(block) || asked?.type !== "paragraph") continue;
    const end = indexFrom(blocks, at + 1, isHeading);
    const answer = blocks[end];
    read.push({ ...asked, content: `Q: ${asked.content}` }, ...blocks.slice(at + 2, end));
    at = end - 1;
    if (answer === undefined || !isAnswerTitle(answer.content)) continue;
    at = indexFrom(blocks, end + 1, isHeading) - 1;
    const children = blocks.slice(end + 1, at + 1);
    const [first] = children;
    if (first !== undefined)
      read.push({
        ...first,
        type: "container",
        content: answer.content,
        end: children.at(-1)?.end ?? first.end,
        children,
      });
  }
  return read;
}

function isHeading({ type }: Block): boolean {
  return type === "heading";
}

function isLabel({ type, content }: Block): boolean {
  return type === "heading" && isQuestionLabel(content);
}

function isMarked({ type, content }: Block): boolean {
  return type === "paragraph" && /^START\n[^\n]+\n[^\n]/.test(content);
}

/** Without `START`, the kind of card, and `END`. */
function withoutMarks(block: Block): Block {
  const lines = block.content.split("\n").slice(2);
  const end = lines.findIndex((line) => /^END\s*$/.test(line));
  const kept = end < 0 ? lines : lines.slice(0, end);
  const [first = "", ...rest] = kept;
  const content = [ASKED.test(first) ? first : `Q: ${first}`, ...rest].join("\n");
  return { ...block, content, start: block.start + 2, end: block.start + 2 + kept.length };
}
