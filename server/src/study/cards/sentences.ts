import { type blocksOf, inlineOf } from "../../notes/reading/blocks.ts";
import { plainText } from "../../notes/reading/lead.ts";

type Block = ReturnType<typeof blocksOf>["blocks"][number];

/** A sentence of prose. */
export interface Sentence {
  /** Plain text. */
  readonly text: string;
  /** Zero-based line of the paragraph. */
  readonly line: number;
}

/** The sentences of paragraphs and list items. */
export function* sentencesOf(blocks: readonly Block[]): Generator<Sentence> {
  for (const block of blocks) {
    if (block.type === "paragraph") yield* ofParagraph(block);
    else if (/^(?:bullet_list|ordered_list|list_item|container)$/.test(block.type)) yield* sentencesOf(block.children);
  }
}

/** Punctuation at the end of a sentence. */
const END = /[。！？]|[.!?](?=\s|$)/gu;

function* ofParagraph({ content, start: first }: Block): Generator<Sentence> {
  // Without block ids and footnotes.
  for (const { source, line } of joinedSentences(content.replace(/\s\^[A-Za-z\d-]+$|\[\^[^\]\s]+\]/gm, ""), 0)) {
    const text = plainText(inlineOf(source));
    let start = 0;
    for (const end of [...ends(text), text.length]) {
      const sentence = text
        .slice(start, end)
        .replace(/^[\s　・•◦▪●#–-]*/u, "")
        .trimEnd();
      if (sentence !== "") yield { text: sentence, line: first + line };
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

/** The lines of Markdown, with wrapped English sentences joined, and the number of their first line. @param least minimum width of a wrapped line */
export function joinedSentences(markdown: string, least: number): readonly { source: string; line: number }[] {
  const whole: { source: string; line: number }[] = [];
  let last = "";
  const lines = markdown.split("\n");
  const widest = Math.max(...lines.map((line) => line.length));
  for (const [line, written] of lines.entries()) {
    // Without the backslash of a line break.
    const source = written.replace(/\\$/, "");
    // Two trailing spaces are no line break after a long line: some programs put them everywhere.
    const end = last.length > MIN_WRAPPED ? last.trimEnd() : last;
    const isOpen = last.length > least && /[\w,)*`] ?$/.test(end) && !/[ぁ-ん]/u.test(last);
    const before = whole.at(-1);
    if (
      before &&
      isOpen &&
      (/^\s*[a-z(`]/.test(source) || /,$/.test(last) || isLineBroken(last, source.trimStart(), widest))
    )
      before.source = `${before.source.trimEnd()} ${source.trimStart()}`;
    else whole.push({ source, line });
    last = source;
  }
  return whole;
}

/** Minimum width of lines wrapped by editors. */
const MIN_WRAPPED = 65;
/** The beginning of a new sentence after one without a full stop: `GLB uses the …`. */
const BEGINS_SENTENCE =
  /^\s*[A-Z]\S*(?: \S+){0,2} (?:is|are|was|has|have|can|will|must|should|does|do|not|uses?|allows?|provides?|supports?|lets|needs?|works?|stands|means)\b|^\s*[A-Z][^.]{0,20}[:?]/;

/** Whether a sentence was wrapped between two lines although the second begins with a capital letter. @param widest width of the widest line around, which had no room for the next word */
function isLineBroken(line: string, next: string, widest: number): boolean {
  const [word = ""] = next.split(" ", 1);
  return (
    line.length > MIN_WRAPPED &&
    line.length + word.length >= widest &&
    /^[A-Z]/.test(next) &&
    !BEGINS_SENTENCE.test(next)
  );
}
