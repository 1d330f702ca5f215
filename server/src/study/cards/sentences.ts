import { type blocksOf, inlineOf } from "../../notes/reading/blocks.ts";
import { plainText } from "../../notes/reading/lead.ts";

type Block = ReturnType<typeof blocksOf>["blocks"][number];

/** A sentence of a note's running text. */
export interface Sentence {
  /** Without markup. */
  readonly text: string;
  /** Zero-based line of the paragraph. */
  readonly line: number;
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
    const text = plainText(inlineOf(source));
    let start = 0;
    for (const end of [...ends(text), text.length]) {
      const sentence = text
        .slice(start, end)
        .replace(/^[\s　・•◦▪●#–-]*/u, "")
        .trimEnd();
      if (sentence !== "") yield { text: sentence, line };
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
    const before = last?.at(-1) ?? "";
    const goesOn =
      (/[a-z,] ?$/.test(endOf(before)) && /^[a-z(]/.test(source.trim())) ||
      (/^[A-Z]/.test(source) && isBroken(before, source));
    if (last !== undefined && goesOn) last.push(source.trim());
    else joined.push({ parts: [source], line: start + index });
  }
  return joined.map(({ parts, line }) => ({ source: parts.map((part) => part.trimEnd()).join(" "), line }));
}

/** Columns after which editors break lines, and hardly anybody else. */
const WRAPPED = 65;
/** `GLB uses the …`: what stood before was whole without a full stop. */
const BEGINS_SENTENCE =
  /^\s*[A-Z]\S*(?: \S+){0,2} (?:is|are|was|has|have|can|will|must|should|does|do|not|uses?|allows?|provides?|supports?|lets|needs?|works?|stands|means)\b|^\s*[A-Z][^.]{0,20}[:?]/;

/** Whether an editor has broken a sentence between two lines of English, whatever the second begins with. */
export function isBroken(line: string, next: string): boolean {
  return line.length > WRAPPED && /[\w,)*`] ?$/.test(endOf(line)) && !BEGINS_SENTENCE.test(next);
}

/** A line without the blanks behind it where it is as long as an editor's: some programs put two behind each. */
export function endOf(line: string): string {
  return line.length > WRAPPED ? line.trimEnd() : line;
}
