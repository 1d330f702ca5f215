import type { Token } from "markdown-it";
import { readAbout } from "./aboutTemplates.ts";
import { inlineOf } from "./blocks.ts";
import type { NoteNaming } from "./note.ts";
import { beginningTerms, commandTerms, mentionedTerm, type Term } from "./terms.ts";

/** How a line begins: the term it defines, if it does. */
export interface Lead {
  readonly text: string;
  readonly naming: NoteNaming;
  /** What follows the term on the line. */
  readonly rest: string;
}

/** A line of a paragraph or item, read for its term. */
export interface LeadLine {
  /** The line's text without markup and without a pseudo-bullet. */
  readonly plain: string;
  readonly lead: Lead | undefined;
  /** Whether it begins in bold. */
  readonly isBold: boolean;
  /** Whether it begins with a bullet that Markdown does not know: `・用語`. */
  readonly bullet: boolean;
  /** White space before the text, a full-width space counting two. */
  readonly indent: number;
  /** Its depth among the lines of its paragraph: `■` above `●` above a bold lead above other bullets, by indentation; `undefined` for a line that begins nothing. */
  readonly depth: number | undefined;
  /** Words in bold that are not the lead, and commands. */
  readonly mentioned: readonly Term[];
  /** Texts of `cfn:` comments on the line. */
  readonly marks: readonly string[];
}

/** In UTF-16 units. */
export const MAX_LEAD = 72;
/** What stands alone in bold is a title. */
const MAX_LINE_IN_BOLD = 120;
const MAX_LINE = 600;
const PSEUDO_BULLET =
  /^(?:[・●○■□◆◇▶►•‣◦▪][\s　]*|[-*+][\s　]+|-(?=[\p{L}`*])|[0-9０-９]{1,2}[.)．）、][\s　]*|[①-⑳][\s　]*)/u;
const SEPARATOR = /\s*(?:：|︰|:(?=\s|$|\P{ASCII})|\s:(?=[^\s:/]))\s*/u;
const DASH = /\s+(?:[-–—―→⇒=＝]|->|=>|:=)\s+|[→⇒＝―]+|—{1,2}|…+/u;
const EXPLAINED =
  /^([^（(]{1,50})[（(](?![a-z]{1,2}[)）])((?:[^（()）]|[（(][^（()）]*[）)]|[)）]\s*[（(]){6,})[）)]\s*$/u;
const SENTENCE =
  /^(.{1,48}?)(?:(?<!こ)とは|(?<=[ァ-ヺーA-Za-z0-9])って|(?<!また|もしく|あるい|ないし|[でにとらもがをへこ])は(?=[^じ])|\s+(?:is|are|means|stands for|lets|allows?|enables?|provides?|can|helps?|determines?|defines?|controls?)\s)/u;
const JOINED = /^\s*(?:[（(].*[）)]|(?:と|、|・|\/|,|／|&|and\b|or\b|vs\b).*)?\s*$/u;
/** The same if nothing is behind it: `と cfn-signal で待つ` goes on as a sentence. */
const JOINED_NAMES =
  /^\s*(?:[（(].*[）)]|(?:(?:\s?[・/,／&、と]\s?|\s(?:and|or|vs\.?)\s)[^ぁ-ん、。\s・/,／&]+(?: [A-Z\d][^ぁ-ん、。\s・/,／&]*)*)+)?\s*$/u;
const TYPE = /^(?:AWS|Alexa|Custom)(?:::\w+)+$/;

/** Reads a line of a paragraph; `source` is the line as written, with its indentation. */
export function leadLine(source: string): LeadLine {
  const indent = indentWithTabs(source);
  const trimmed = source.replace(/^[\s　]+/u, "").slice(0, MAX_LINE);
  const bullet = PSEUDO_BULLET.exec(trimmed)?.[0] ?? "";
  const tokens = inlineOf(trimmed.slice(bullet.length));
  const plain = plainText(tokens).trim();
  const start = emphasisedStart(tokens) ?? (TYPE.test(plain) ? { text: plain, bold: false, link: false } : undefined);
  const lead = emphasisLead(start, plain) ?? plainLead(plain, start?.text.length ?? 0);
  return {
    plain,
    lead,
    isBold: start?.bold === true,
    bullet: bullet !== "",
    indent,
    depth: depthOf(bullet, indent, lead),
    mentioned: [
      ...emphasisedWords(tokens)
        .filter((word) => word !== start?.text || !start.bold)
        .map(mentionedTerm),
      ...(start?.link || (lead && lead.naming !== "sentence") ? [] : beginningTerms(plain)),
      ...commandTerms(plain),
    ],
    marks: marksIn(tokens),
  };
}

function depthOf(bullet: string, indent: number, lead: Lead | undefined): number | undefined {
  if (indent === 0 && /^[■□◆◇]/u.test(bullet)) return -3;
  if (indent === 0 && /^[●○▶►]/u.test(bullet)) return -2;
  if (bullet !== "") return indent;
  if (lead === undefined || lead.naming === "sentence") return undefined;
  return lead.naming === "bold" ? -1 : indent;
}

/** The text of inline tokens without markup, images by their alternative text. */
export function plainText(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) {
    if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
    else if (token.type === "image") text += plainText(token.children ?? []);
    else if (token.type === "text" || token.type === "text_special" || token.type === "code_inline")
      text += token.content;
  }
  return text;
}

/** The text of every `<!-- cfn: … -->` among inline tokens. */
export function marksIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.type === "comment" ? markOf(token.content) : []));
}

/** The text behind `cfn:` of a comment, if it has one; statements on templates need none. */
export function markOf(comment: string): string[] {
  const [, mark] = /^cfn:\s*(.*)$/s.exec(comment) ?? [];
  if (mark !== undefined) return [mark];
  return readAbout(comment) === undefined ? [] : [comment];
}

/** Columns of white space before the text; a tab goes to the next multiple of four. */
export function indentWithTabs(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === " ") column++;
    else if (character === "　") column += 2;
    else if (character === "\t") column += 4 - (column % 4);
    else break;
  }
  return column;
}

interface EmphasisedStart {
  readonly text: string;
  readonly bold: boolean;
  readonly link: boolean;
}

/** Bold, emphasis, code or a link that the line begins with. */
function emphasisedStart(tokens: readonly Token[]): EmphasisedStart | undefined {
  const first = tokens.findIndex((token) => token.type !== "text" || token.content.trim() !== "");
  const token = tokens[first];
  if (!token) return undefined;
  if (token.type === "code_inline") return { text: token.content.trim(), bold: false, link: false };
  if (!/^(strong|em|link)_open$/.test(token.type)) return undefined;
  const end = tokens.findIndex((other, index) => index > first && other.nesting < 0 && other.level === token.level);
  const text = plainText(tokens.slice(first, end < 0 ? undefined : end)).trim();
  return text === "" ? undefined : { text, bold: token.type === "strong_open", link: token.type === "link_open" };
}

function emphasisLead(start: EmphasisedStart | undefined, plain: string): Lead | undefined {
  if (!start || !plain.startsWith(start.text)) return undefined;
  const behind = plain.slice(start.text.length);
  if (!isLead(start.text, start.bold && behind.trim() === "" ? MAX_LINE_IN_BOLD : MAX_LEAD)) return undefined;
  // A link alone is an entry of a reading list.
  if (start.link && behind.trim() === "") return undefined;
  const dash = DASH.exec(behind);
  // A colon behind the dash is part of the text.
  const separator = dash?.index === 0 ? dash : (SEPARATOR.exec(behind) ?? dash);
  const between = separator ? behind.slice(0, separator.index) : behind;
  // `**DeletionPolicy** と **UpdateReplacePolicy**：…` and `**A**（IPv4）：…` are one lead each.
  if (between.length <= MAX_LEAD && (separator ? JOINED : JOINED_NAMES).test(between)) {
    const rest = separator ? behind.slice(separator.index + separator[0].length) : "";
    return { text: withoutExplanation((start.text + between).replace(/\s*[:：]\s*$/u, "")), naming: "bold", rest };
  }
  if (!start.bold) return undefined;
  // `**DependsOn**でつなげる` uses the term, `**UpdatePolicy**は…` says what it is.
  const naming = /^\s*(?:を|で(?!は)|に|の|と(?!は)|が|や|も|から|へ|まで|より|なら)/u.test(behind)
    ? "sentence"
    : "bold";
  return { text: start.text.replace(/\s*[:：]\s*$/u, ""), naming, rest: behind.replace(/^[\s:：]+/u, "") };
}

/** `**Aレコード（名前を引く）**` is called Aレコード; `**更新ポリシー（UpdatePolicy）**` has two names. */
function withoutExplanation(text: string): string {
  const [, name, explanation] = EXPLAINED.exec(text) ?? [];
  return name !== undefined && /[ぁ-ん]/u.test(explanation ?? "") ? name.trim() : text;
}

/** A line of JSON that stands in no block of code: `"UserData" : {`, `" --stack ", { "Ref" : …`, `"topP": 0.95,`. */
const IS_JSON = /^"[^"]*"\s*[:,]\s*(?:["{[]|(?:true|false|null|-?\d[\d.]*),?$)/;

function plainLead(plain: string, from: number): Lead | undefined {
  if (IS_JSON.test(plain)) return undefined;
  for (const pattern of [SEPARATOR, DASH]) {
    const found = pattern.exec(plain.slice(0, MAX_LEAD + 8));
    const text = found ? plain.slice(0, found.index).trim() : "";
    const rest = found ? plain.slice(found.index + found[0].length).trim() : "";
    // A colon within code is part of the code.
    if (found && found.index < from) continue;
    // In `位置はLATEST＝最新から` 位置 is the term.
    if (found?.[0].includes("＝") && SENTENCE.test(text)) continue;
    // `ALB → EC2 → RDS` describes a way, not a term.
    if (found && isLead(text) && !(pattern === DASH && DASH.test(rest))) return { text, naming: "separator", rest };
  }
  // `MXレコード（メールサーバーを定義）`, and not `タイムアウトは最大15分（デフォルトは3秒）`
  const [, explained, explanation] = EXPLAINED.exec(plain) ?? [];
  if (explained !== undefined && explanation !== undefined && isLead(explained.trim()) && !SENTENCE.test(explained))
    return { text: explained.trim(), naming: "separator", rest: explanation };
  const [whole, subject] = SENTENCE.exec(plain) ?? [];
  if (whole === undefined || subject === undefined || !isLead(subject) || /[、,]|[にでとをもへ]$|から$/u.test(subject))
    return undefined;
  return { text: subject.trim(), naming: "sentence", rest: plain.slice(whole.length) };
}

function isLead(text: string, max: number = MAX_LEAD): boolean {
  const opened = text.split(/[（(「『【[]/).length;
  // `コンソールから、タイプ` is cut out of a sentence.
  if (/[てでにをはがもら]、/u.test(text)) return false;
  // Code that goes on in the next line.
  if (text.includes("`")) return false;
  if (!/[\p{L}\p{N}]/u.test(text) || opened !== text.split(/[）)」』】\]]/).length) return false;
  return text !== "" && text.length <= max && !/[。！?？]|!(?![A-Z])|[.;]\s|https?$/u.test(text);
}

function emphasisedWords(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== "strong_open") return;
    const end = tokens.findIndex(
      (other, at) => at > index && other.type === "strong_close" && other.level === token.level,
    );
    const word = plainText(tokens.slice(index, end < 0 ? undefined : end)).trim();
    if (word !== "" && word.length <= MAX_LEAD) words.push(word);
  });
  return words.slice(0, 8);
}
