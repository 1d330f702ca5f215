import type { Token } from "markdown-it";
import { type blocksOf, inlineOf } from "../../notes/reading/blocks.ts";
import { leadLine } from "../../notes/reading/lead.ts";
import type { Span } from "../../text/span.ts";

type Block = ReturnType<typeof blocksOf>["blocks"][number];

/** A sentence of a note's running text. */
export interface Sentence {
  /** Without markup. */
  readonly text: string;
  /** Words in bold, as offsets into the text. */
  readonly bold: readonly Span[];
  /** Zero-based line of the paragraph. */
  readonly line: number;
  /** What the line names itself by, where it begins with a term: `Connection Draining` of `**Connection Draining**: …`. */
  readonly lead: string;
}

/** The sentences of paragraphs and items; tables, code and headings have none. */
export function* sentencesOf(blocks: readonly Block[]): Generator<Sentence> {
  for (const block of blocks) {
    if (block.type === "paragraph") yield* ofParagraph(block);
    else if (/^(?:bullet_list|ordered_list|list_item|container)$/.test(block.type)) yield* sentencesOf(block.children);
  }
}

/** Where a sentence ends: behind its sign, unless that stands within parentheses or a number. */
const END = /[。！？]|[.!?](?=\s|$)/gu;

function* ofParagraph(block: Block): Generator<Sentence> {
  for (const { source, line } of joinedLines(block)) {
    const { plain, lead, isBold } = leadLine(source);
    const { text, bold } = flattened(inlineOf(source));
    const name = lead !== undefined && (isBold || lead.naming !== "sentence") && plain !== "" ? lead.text : "";
    let start = 0;
    let nextBold = 0;
    for (const end of [...ends(text), text.length]) {
      const from = start + (/^[\s　・]*/u.exec(text.slice(start, end))?.[0].length ?? 0);
      if (end > from) {
        const spans: Span[] = [];
        for (let span = bold[nextBold]; span !== undefined && span.start < end; span = bold[++nextBold])
          if (span.start >= from && span.end <= end) spans.push({ start: span.start - from, end: span.end - from });
        yield { text: text.slice(from, end).trimEnd(), bold: spans, line, lead: start === 0 ? name : "" };
      }
      start = end;
    }
  }
}

function ends(text: string): readonly number[] {
  let open = 0;
  let counted = 0;
  return [...text.matchAll(END)].flatMap(({ index }) => {
    const since = text.slice(counted, index);
    open += (since.match(/[（(「]/gu)?.length ?? 0) - (since.match(/[）)」]/gu)?.length ?? 0);
    counted = index;
    const word = text.slice(Math.max(0, index - 4), index);
    return open > 0 || /\b(?:e\.g|i\.e|vs|etc|No|cf)$/i.test(word) ? [] : [index + 1];
  });
}

/** Lines of a paragraph; an English sentence goes on in the next one. */
function joinedLines({ content, start }: Block): readonly { source: string; line: number }[] {
  const joined: { parts: string[]; line: number }[] = [];
  for (const [index, written] of content.split("\n").entries()) {
    // Without the name that links use.
    const source = written.replace(/\s\^[A-Za-z\d-]+$|\[\^[^\]\s]+\]/g, "");
    const last = joined.at(-1)?.parts;
    const goesOn = /[a-z,]$/.test(last?.at(-1) ?? "") && /^[a-z(]/.test(source.trim());
    if (last !== undefined && goesOn) last.push(source.trim());
    else joined.push({ parts: [source], line: start + index });
  }
  return joined.map(({ parts, line }) => ({ source: parts.join(" "), line }));
}

function flattened(tokens: readonly Token[]): { readonly text: string; readonly bold: readonly Span[] } {
  let text = "";
  const bold: Span[] = [];
  let start = -1;
  for (const { type, content } of tokens) {
    if (type === "strong_open") start = text.length;
    else if (type === "strong_close" && start >= 0) {
      bold.push({ start, end: text.length });
      start = -1;
    } else if (/^(?:text|text_special|code_inline)$/.test(type)) text += content;
    else if (/break$/.test(type)) text += " ";
  }
  return { text, bold };
}
