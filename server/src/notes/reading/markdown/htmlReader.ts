/** A line of Markdown, and the line that it is from. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

interface Tag {
  readonly name: string;
  readonly isOpening: boolean;
  readonly start: number;
  readonly end: number;
  /** The line that it ends in. */
  readonly line: number;
  /** For what is rewritten: the tag that closes it, and those in between but for what they hold themselves. */
  close?: Tag;
  inner: readonly Tag[];
}

interface Row {
  readonly texts: string[];
  readonly line: number;
  isHead: boolean;
}

const TAG = /<!--|<(\/?)([a-z][a-z\d]*)(?:[\s/][^<>]*)?>/gi;
const REWRITTEN = /^(?:table|[uo]l|h[1-6])$/;
/** Markdown has no place for them in a cell. */
const UNLIKE = /^(?:pre|details)$/;
const PARAGRAPH = /^(?:article|blockquote|center|div|figure|hr|main|p|section)$/;
const CELLS = /^(?:t[dhr]|thead|tbody|tfoot)$/;
const BREAKS = /(?: ?<\/?(?:p|div|h[1-6]|t[dhr]|thead|tbody|tfoot)(?: [^<>]*)?>)+ ?/gi;
const ROWS = /\browspan\s*=\s*["']?(\d+)/i;
const COLUMNS = /\bcolspan\s*=\s*["']?(\d+)/i;
const CODE = /<code>([^<>`&]+)<\/code>/gi;
/** What would be a sign of Markdown at the beginning of a line. */
const SIGN = /^(\d{0,9})(?=[-*+|.)]\s|#{1,6}\s|`{3}|~{3}|:{3})/;
const MAX_DEPTH = 8;
const MAX_COLUMNS = 40;
/** What is longer is no name that stands for several rows. */
const MAX_NAME = 60;

/** The tables, headings and lists of HTML as Markdown, the rest as it is. What is not closed is rest. */
export function readHtml(text: string): readonly Line[] {
  return blocks(text, tagsIn(text), { end: 0, line: 0 }, text.length, 0);
}

function tagsIn(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  let open: number[] = [];
  let comment = 0;
  let line = 0;
  let at = 0;
  for (const { index: start, 0: whole, 1: slash, 2: written } of text.matchAll(TAG)) {
    if (start < comment) continue;
    if (written === undefined) {
      comment = text.indexOf("-->", start) >>> 0;
      continue;
    }
    const end = start + whole.length;
    for (; at < end; at++) if (text[at] === "\n") line++;
    const tag: Tag = { name: written.toLowerCase(), isOpening: slash === "", start, end, line, inner: [] };
    if (UNLIKE.test(tag.name)) open = [];
    if (REWRITTEN.test(tag.name) && !tag.isOpening) {
      // What is within it and still open, or all if nothing matches, is not closed.
      const [first = -1] = open.splice(
        Math.max(
          0,
          open.findLastIndex((one) => tags[one]?.name === tag.name),
        ),
      );
      const opening = tags[first];
      if (opening?.name === tag.name) {
        opening.inner = tags.splice(first + 1);
        opening.close = tag;
        continue;
      }
    } else if (REWRITTEN.test(tag.name)) open.push(tags.length);
    tags.push(tag);
  }
  return tags;
}

/** What stands behind a tag, up to an offset. */
function blocks(
  text: string,
  tags: readonly Tag[],
  before: Pick<Tag, "end" | "line">,
  until: number,
  depth: number,
): readonly Line[] {
  const lines: Line[] = [];
  let isApart = false;
  const add = (more: readonly Line[]): void => {
    for (const one of more) {
      if (isApart && lines.length > 0 && one.text !== "") lines.push({ text: "", line: one.line });
      isApart = one.text === "";
      if (!isApart) lines.push(one);
    }
  };
  let last = before;
  for (const tag of tags) {
    const close = depth < MAX_DEPTH ? tag.close : undefined;
    const isItem = tag.name === "li" && depth > 0;
    if (!close && !isItem && !PARAGRAPH.test(tag.name)) continue;
    add(words(text.slice(last.end, tag.start), last.line));
    // A list goes on with its item.
    if (close) isApart = depth === 0 || tag.name === "table";
    if (close) add(block(text, tag, close, depth));
    isApart ||= !isItem;
    last = close ?? tag;
  }
  add(words(text.slice(last.end, until), last.line));
  return lines;
}

function words(text: string, line: number): readonly Line[] {
  const lines = text.split("\n").map((one, at) => ({
    text: one.trim().replace(SIGN, "$1\\").replace(CODE, "`$1`"),
    line: line + at,
  }));
  return lines.filter(({ text }, at) => text !== "" || (at > 0 && at < lines.length - 1));
}

function block(text: string, tag: Tag, close: Tag, depth: number): readonly Line[] {
  if (tag.name === "table") return table(text, tag, close);
  if (tag.name.endsWith("l")) return list(text, tag, close, depth + 1);
  const { text: title, line } = oneLine(text, tag, close);
  return [{ text: title && `${"#".repeat(Number(tag.name[1]))} ${title}`, line }];
}

function list(text: string, { name, inner }: Tag, close: Tag, depth: number): readonly Line[] {
  const items = [...inner.entries()].filter(([, tag]) => tag.isOpening && tag.name === "li");
  return items.flatMap(([at, item], index) => {
    const [next, { start }] = items[index + 1] ?? [inner.length, close];
    const sign = name === "ol" ? `${index + 1}. ` : "- ";
    return blocks(text, inner.slice(at + 1, next), item, start, depth).map((one, position) => ({
      text: (position > 0 ? " ".repeat(sign.length) : sign) + one.text,
      line: one.line,
    }));
  });
}

function table(text: string, tag: Tag, close: Tag): readonly Line[] {
  const cells = [...tag.inner.filter(({ isOpening, name }) => isOpening && CELLS.test(name)), close];
  const caption = oneLine(text, tag, cells[0] ?? close);
  const rows = rowsOf(text, cells);
  const [head] = rows;
  const titles = head?.isHead === true ? (rows.shift()?.texts ?? []) : [];
  const line = head?.line ?? caption.line;
  const width = rows.reduce((most, { texts }) => Math.max(most, texts.length), titles.length);
  const columns = Array.from({ length: width }, (_, at) => titles[at] ?? "");
  const written = head ? [{ texts: columns, line }, { texts: columns.map(() => "---"), line }, ...rows] : [];
  return [
    { text: caption.text.replace(/<[^<>]*>/g, "").trim(), line: caption.line },
    { text: "", line },
    ...written.map((row) => ({ text: `| ${row.texts.join(" | ")} |`, line: row.line })),
  ];
}

/** Rows of cells, up to the tag that closes the table; a cell that spans rows and names something names each. */
function rowsOf(text: string, tags: readonly Tag[]): Row[] {
  const rows: Row[] = [];
  let isHead = false;
  let current: Row | undefined;
  let again = { times: 0, text: "" };
  for (const [at, tag] of tags.entries()) {
    const next = tags[at + 1];
    if (next === undefined || !/^t[dh]$/.test(tag.name)) {
      current = undefined;
      isHead = tag.name === "thead" || (isHead && tag.name === "tr");
      continue;
    }
    const { text: written, line } = oneLine(text, tag, next);
    const cell = written.replace(/\\?\|/g, "\\|");
    if (current === undefined) {
      current = { texts: again.times-- > 0 ? [again.text] : [], line, isHead };
      rows.push(current);
    }
    const { texts } = current;
    const spanned = (attribute: RegExp): number => Number(attribute.exec(text.slice(tag.start, tag.end))?.[1] ?? 1);
    if (texts.length === 0) again = { times: spanned(ROWS) - 1, text: cell.length > MAX_NAME ? "" : cell };
    current.isHead = isHead || tag.name === "th";
    const room = Math.min(spanned(COLUMNS), MAX_COLUMNS - texts.length);
    for (let column = 0; column < room; column++) texts.push(column === 0 ? cell : "");
  }
  return rows;
}

/** The text of a cell or a heading, with breaks between its paragraphs. */
function oneLine(text: string, tag: Tag, next: Tag): Line {
  const written = text.slice(tag.end, next.start);
  const before = /^(?:\s|<[^<>]*>)*/.exec(written)?.[0].split("\n") ?? [];
  return {
    text: written
      .replace(/\s+/g, " ")
      .replace(BREAKS, "<br>")
      .replace(/^(?: |<br>){1,3}|(?: |<br>){1,3}$/gi, "")
      .replace(CODE, "`$1`"),
    line: tag.line + before.length - 1,
  };
}
