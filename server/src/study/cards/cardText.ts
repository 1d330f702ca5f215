import { blocksOf, inlineOf } from "../../notes/reading/blocks.ts";
import { plainText } from "../../notes/reading/lead.ts";
import { weight } from "./cardWords.ts";
import { joinedSentences } from "./sentences.ts";

/** Maximum length of the text read from one passage. */
const MAX_SOURCE = 4000;

/** Maximum number of items of a list that is part of a definition. */
const MAX_ITEMS = 3;
const MIN_ITEM = 14;
const MIN_WORDS = 5;

export type Block = ReturnType<typeof blocksOf>["blocks"][number];

/** A line that is nothing but a link, a picture or a file's name. */
const ONLY_LINK =
  /^\s*(?:[-*・]\s*)?(?:!?\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+|!?\[\[.*\]\])(?:\s*[（(][^（()）]*[）)])*[\s。.]*$/u;

const ONLY_PICTURE =
  /^\s*(?:!\[[^\]]*\]\([^)]*\)|\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)|!\[\[[^\]]*\]\])(?:\{[^{}]*\})?\s*$/;

/**
 * The beginning of a passage as plain lines: its first paragraph, and a list right below if that is short. Code,
 * pictures, quotes and what stands below a heading are left out.
 *
 * @param ofLong how many items of a longer list are taken
 */
export function answerText(markdown: string, ofLong = 0): string {
  const source = markdown.slice(0, MAX_SOURCE).split("\n");
  const { blocks } = blocksOf(source.filter((line) => !ONLY_LINK.test(line)));
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.type === "comment") continue;
    if (block.type === "paragraph" && lines.length === 0)
      lines.push(...wholePlain(block.content).filter((line) => !POINTS_ON.test(line)));
    else {
      // An unfinished sentence may continue in code or a table.
      if (/^(?:fence|code_block|table)$/.test(block.type) && !ENDS.test(lines.at(-1) ?? "")) return "";
      if (/_list$/.test(block.type))
        lines.push(...block.children.slice(0, isTold(block.children) ? undefined : ofLong).map(itemParagraph));
      break;
    }
  }
  return lines.filter((line) => line !== "").join("\n");
}

/** Minimum width of a line that was wrapped by an editor; shorter ones are line breaks by the writer. */
const MIN_WRAPPED = 40;

/** Plain-text lines of a paragraph; lines wrapped by an editor are joined. */
export function wholePlain(text: string): string[] {
  return joinedSentences(text, MIN_WRAPPED).map(({ source }) => plain(source));
}

/** A line that is only a reference to another text. */
const POINTS_ON = /^(?:関連|参照|参考|出典|see also|related|reference|source)s?\s*[:：]/iu;
const ENDS = /[。．.!！）)一-龠ァ-ヶー]$|(?:こと|もの|まとまり|仕組み)$/u;

/** Maximum width of an answer. */
const MAX_WHOLE = 900;
const MAX_OWN = 7;

/** A line that introduces the table below it. */
const ANNOUNCES = /[:：]$|表|通り|とおり|\btable\b|following|below/iu;

/** A passage as plain text, including lists, tables and code: as many blocks as fit an answer. @param least number of blocks that are taken in any case */
export function wholeText(markdown: string, least = 1): string {
  const source = markdown.slice(0, MAX_SOURCE).split("\n");
  const { blocks } = blocksOf(source.filter((line) => !ONLY_PICTURE.test(line)));
  const shown: string[] = [];
  let size = 0;
  for (const block of blocks) {
    const all = blockLines(block, "").join("\n");
    // Of a list that is too long only the first paragraphs of items, without nested lists.
    const own = { ...block, children: block.children.filter(saysItself).map(firstOf).slice(0, MAX_OWN) };
    const isTooLong = /_list$/.test(block.type) && weight(all) > MAX_WHOLE && own.children.length > 1;
    const text = isTooLong ? blockLines(own, "").join("\n") : all;
    size += weight(text);
    const isApart = block.type === "table" && !ANNOUNCES.test(shown.at(-1) ?? "");
    if (shown.length >= least && (size > MAX_WHOLE || isApart)) break;
    if (text.trim() !== "") shown.push(text);
  }
  return shown.join("\n");
}

/** Whether the first paragraph of a list item makes sense without what is nested below: it is a sentence, or nothing is. */
function saysItself({ children: [first, ...below] }: Block): boolean {
  const text = first?.content ?? "";
  return !/[:：]\s*(?:<br\s*\/?>\s*)?$/imu.test(text) && (below.length === 0 || statesSomething(plain(text)));
}

function firstOf(item: Block): Block {
  return { ...item, children: item.children.slice(0, 1) };
}

/** The source of a Mermaid diagram. */
const IS_DIAGRAM =
  /^\s*(?:(?:graph|flowchart) (?:TB|TD|BT|LR|RL)|sequenceDiagram|stateDiagram|classDiagram|erDiagram|mindmap)\b/;

function blockLines({ type, content, children }: Block, indent: string): readonly string[] {
  if (IS_DIAGRAM.test(content)) return [];
  if (type === "fence" || type === "code_block") return content.trimEnd().split("\n");
  if (type === "tr") return [children.map((cell) => plain(cell.content)).join(" | ")];
  // Answers refer to choices by number.
  if (type === "ordered_list") return children.flatMap((item, index) => itemLines(item, indent, `${index + 1}. `));
  if (type === "list_item") return itemLines({ children }, indent, "・");
  if (type === "comment") return [];
  const told = content.split("\n").filter((line) => line !== "" && !ONLY_PICTURE.test(line));
  const own = told.map((line) => indent + plain(line));
  return [...own, ...children.flatMap((child) => blockLines(child, indent))];
}

/** Lines of Markdown as plain text, links as their labels. */
export function plainLines(markdown: string): readonly string[] {
  return markdown.split("\n").map((line) => plain(line));
}

/** A link to a source at the end of a line: `[What is Amazon EC2? - Amazon EC2](…)`, `（[一覧](…)）`. */
const LINKED_PAGE =
  /(?<=\S)\s*[（(]?\[(?:[^\]]* [-–|] (?:Amazon|AWS)\b[^\]]*|参考|参照|一覧|公式|出典|docs?|source|reference|link)\]\([^)]*\)[）)]?\s*$/iu;

/** A line of Markdown as plain text. */
export function plain(line: string): string {
  return (
    plainText(inlineOf(line.replace(/<br\s*\/?>/gi, " ").replace(LINKED_PAGE, "")))
      .replaceAll("\u200b", "")
      // Undefined footnotes and numbered sources.
      .replace(/\[\^[^\]\s]+\]|\s(?:\[\d{1,3}\](?:,\s?(?=\[\d))?)+(?=[\s.,;:。、)]|$)/g, "")
      .replace(/,?\s*[（(](?:(?:\[[^\]]*\]\[\d{1,3}\](?:,\s*)?)+|see (?:also )?[\w./-]+\.md)[）)]/g, "")
      // Emphasis between double hyphens.
      .replace(/--(?=[^\s-])([^-]{1,60})--(?!\w)/gu, "$1")
      .replace(/[ \t]+/g, " ")
      // Chapter references and block ids.
      .replace(/\s*(?:[（(]\d{1,2}章[^（()）]{0,12}[）)]|§\d[\d.-]{0,6}(?=[。.\s]*$))/gu, "")
      .replace(/\s\^[A-Za-z\d-]+$/, "")
      // A trailing backslash, and tags: `#Q How …`, `… data protection. #AWSService`; the colon of a definition list, and bullets that are no Markdown.
      .replace(/\\$/, "")
      .replace(/^(?:#\p{L}\w* +)+(?=\S)|(?: +#\p{L}\w*(?: *\.)?)+$/gu, "")
      .replace(/^(?:[:：]|o(?= [A-Z])|[-–•◦▪](?= \S))\s+/, "")
      .trim()
  );
}

function itemLines({ children }: Pick<Block, "children">, indent: string, sign: string): readonly string[] {
  const [first = "", ...rest] = children.flatMap((child) => blockLines(child, `${indent}　`));
  return [`${indent}${sign}${first.trimStart()}`, ...rest];
}

/** Whether a list is a few sentences, not names or unrelated items. */
function isTold(items: readonly Block[]): boolean {
  if (items.length > MAX_ITEMS) return false;
  return items.every(({ children }) => {
    const text = children[0]?.type === "paragraph" ? plain(children[0].content.split("\n")[0] ?? "") : "";
    return statesSomething(text) && weight(text) >= MIN_ITEM && children.length === 1;
  });
}

/** Whether a line is a statement and not only a name. */
export function statesSomething(text: string): boolean {
  return /[ぁ-ん]/u.test(text) ? /[ぁ-ん]{2}|[をはがに]|の.+な/u.test(text) : text.split(/\s+/).length >= MIN_WORDS;
}

/** The first paragraph of a list item, with a bullet. */
export function itemParagraph({ children: [first] }: Pick<Block, "children">): string {
  return first?.type === "paragraph" ? `・${wholePlain(first.content).join("\n　")}` : "";
}
