import type { Token } from "markdown-it";
import { type Block, inlineOf } from "./blocks.ts";
import { type Draft, type DraftStart, Drafts, endOwn, endSection, MAX_TITLE_ALONE, type Scope } from "./drafts.ts";
import type { FrontMatter } from "./frontMatter.ts";
import { indentWithTabs, leadLine, markOf, marksIn, plainText } from "./lead.ts";
import { withoutTags } from "./markdown/noteMarks.ts";
import type { LineRange, NoteProblem } from "./note.ts";
import { closeAll, endsOpen, type OpenLead, paragraphNotes, titleAlone } from "./paragraphNotes.ts";
import {
  isAnswer,
  isQuestion,
  namedByTitle,
  QUESTION,
  questionTitle,
  readQuestions,
  withoutQuestionSign,
} from "./questions.ts";
import { commandTerms, questionTerms, type Term, termsOf } from "./terms.ts";

/** The comment at the start of a block quote of somebody else's words: nothing in it is a note. */
export const QUOTATION = "quotation";
const MAX_CONTEXT = 100;
const MAX_TITLE = 300;
const MAX_CELL = 2000;
/** The most commands of a script that readers are told to run. */
const MAX_COMMANDS = 12;
/** Lines below a question that say what its answer is on. */
const MAX_BEGINNING = 6;

/** Walks over a file's blocks and collects its notes. */
export class NoteWalk {
  readonly drafts: Drafts;
  readonly footnotes: Map<string, LineRange> = new Map();
  private readonly lines: readonly string[];
  private readonly isBuiltIn: boolean;

  constructor(lines: readonly string[], problems: NoteProblem[], isBuiltIn: boolean) {
    this.lines = lines;
    this.isBuiltIn = isBuiltIn;
    this.drafts = new Drafts(problems);
  }

  /** @param around names of the file and of the folders that it is in, innermost first */
  walkFile(title: string, around: readonly string[], front: FrontMatter, blocks: readonly Block[]): void {
    const { length: end } = this.lines;
    const start = Math.min(front.firstLine, end);
    const named = around.slice(0, 1).filter((name) => name !== title);
    const terms = this.termsFrom(() => [title, ...named].flatMap(termsOf));
    const root = this.drafts.add({ title, naming: "file", line: 0, start, end, terms, context: around }, undefined);
    this.drafts.mark(root, front.marks, 0);
    const context = [title, ...around.filter((name) => name !== title)];
    this.walk(blocks, { note: root, context, quotes: 0, inItem: false }, end);
  }

  private walk(blocks: readonly Block[], outer: Scope, end: number): void {
    const sections: { readonly level: number; readonly draft: Draft }[] = [];
    const open: OpenLead[] = [];
    let scope = outer;
    let previous: Block | undefined;
    for (const block of readQuestions(blocks)) {
      if (this.drafts.isFull) break;
      if (block.type === "heading") {
        closeAll(open, block.start);
        while ((sections.at(-1)?.level ?? 0) >= block.level) endSection(sections.pop()?.draft, block.start);
        const above = sections.at(-1)?.draft ?? outer.note;
        if (above.kind === "heading") endOwn(above, block.start);
        scope = this.section(block, above, outer);
        sections.push({ level: block.level, draft: scope.note });
      } else if (block.type === "hr") closeAll(open, block.start);
      else if (block.type === "paragraph") open.push(...this.paragraph(block, scope, open));
      else {
        const last = open.at(-1);
        if (last && block.type !== "comment") last.hasText = true;
        this.nested(block, scopeInside(scope, open), previous);
      }
      previous = block;
    }
    closeAll(open, end);
    for (const { draft } of sections) endSection(draft, end);
  }

  private section(block: Block, parent: Draft, outer: Scope): Scope {
    const inline = inlineOf(withoutTags(block.content.slice(0, MAX_CELL)));
    const title = titleIn(inline);
    const context = parent === outer.note ? outer.context : [parent.title, ...parent.context];
    const { start: line, end: start } = block;
    const below = isQuestion(title) ? this.beginning(start) : undefined;
    const terms = this.termsFrom(() =>
      below === undefined ? termsOf(namedByTitle(title)) : questionTerms(title, below),
    );
    // The ends are set when the next heading comes.
    const draft = this.drafts.add(
      { title, naming: "heading", line, start, end: Number.MAX_SAFE_INTEGER, terms },
      { ...outer, note: parent, context },
    );
    this.drafts.mark(draft, marksIn(inline), line);
    return { ...outer, note: draft, context: [draft.title, ...context] };
  }

  /** Built-in notes show at the places of their markers: only a search asks for their terms. */
  private termsFrom(terms: () => readonly Term[]): DraftStart["terms"] {
    return this.isBuiltIn ? terms : terms();
  }

  /** The first lines below a heading. */
  private beginning(start: number): string {
    const lines = this.lines.slice(start, start + MAX_BEGINNING);
    const next = lines.findIndex((line) => line.startsWith("#"));
    return lines.slice(0, next < 0 ? undefined : next).join("\n");
  }

  /** Closes the open leads that a paragraph ends, makes its notes, and returns those that stay open behind it. */
  private paragraph(block: Block, scope: Scope, open: OpenLead[]): OpenLead[] {
    const [first = "", ...rest] = block.content.split("\n");
    // The first line lost its indentation, which tells the rank of a pseudo-bullet.
    const isOuter = !scope.inItem && scope.quotes === 0;
    const indent = isOuter ? (/^[\s　]*/u.exec(this.lines[block.start] ?? "")?.[0] ?? "") : "";
    const line = leadLine(indent + first);
    while (open.length > 0 && open.some((one) => endsOpen(line, rest.length === 0, one))) {
      closeAll(open.splice(-1), block.start);
    }
    const last = open.at(-1);
    if (last && line.depth === undefined) last.hasText = true;
    return paragraphNotes([indent + first, ...rest], block, scopeInside(scope, open), this.drafts);
  }

  private nested(block: Block, scope: Scope, previous: Block | undefined): void {
    const introduced = { ...scope, context: [...introduction(previous), ...scope.context] };
    switch (block.type) {
      case "bullet_list":
      case "ordered_list":
        for (const item of readQuestions(block.children)) {
          if (item.type === QUESTION) this.question(item, introduced);
          else this.item(item, introduced);
        }
        break;
      case QUESTION:
        this.question(block, scope);
        break;
      case "blockquote":
        if (!isQuotation(block)) this.walk(block.children, { ...scope, quotes: scope.quotes + 1 }, block.end);
        break;
      case "container":
        this.container(block, scope);
        break;
      case "table":
        this.table(block, introduced);
        break;
      case "footnote_reference":
        this.footnotes.set(block.content, { start: block.start, end: block.end });
        break;
      case "comment":
        this.comment(block, previous, scope);
        break;
      case "fence":
      case "code_block":
        // A longer script is a program.
        if (block.content.split("\n", MAX_COMMANDS + 2).length <= MAX_COMMANDS + 1)
          scope.note.terms.push(...commandTerms(block.content));
    }
  }

  private container(block: Block, scope: Scope): void {
    const { start, end, content: title } = block;
    if (title === "") {
      this.walk(block.children, scope, end);
      return;
    }
    const [first] = block.children;
    const draft =
      isQuestion(title) && first !== undefined && first.start > start
        ? this.asked(
            withoutQuestionSign(title),
            { line: start, start: first.start, end: block.children.at(-1)?.end ?? first.start },
            scope,
          )
        : this.drafts.add({ title, naming: "bold", line: start, start, end, terms: termsOf(title) }, scope);
    this.walk(block.children, { ...scope, note: draft, context: [title, ...scope.context], inItem: true }, end);
  }

  private question({ start: line, end, content: asked, children }: Block, scope: Scope): void {
    const [{ start } = { start: line }] = children;
    const isQuoted = children.every(({ type }) => type === "blockquote");
    const around = isQuoted ? { ...scope, quotes: scope.quotes + 1 } : scope;
    const draft = this.asked(asked, { line, start, end }, around);
    // An answer does not begin with a name.
    const inner = children.flatMap((block) => {
      if (block.type === "list_item") return block.children.slice(1);
      return /^(?:paragraph|blockquote)$/.test(block.type) ? [] : [block];
    });
    const context = [questionTitle(asked), ...scope.context];
    this.walk(inner, { ...scope, note: draft, context, inItem: true }, end);
  }

  /** The note of a question; its answer stands from `start` to `end`. */
  private asked(
    asked: string,
    { line, start, end }: { readonly line: number; readonly start: number; readonly end: number },
    scope: Scope,
  ): Draft {
    const title = questionTitle(asked);
    const terms = questionTerms(title, this.lines.slice(start, end).join("\n"));
    const indent = indentWithTabs(this.lines[start] ?? "");
    return this.drafts.add({ title, naming: "question", line, start, end, terms, indent, asked }, scope);
  }

  private item(item: Block, scope: Scope): void {
    if (this.drafts.isFull) return;
    const [first, ...others] = item.children;
    const isAnswering = scope.note.naming === "question" && first !== undefined && isAnswer(first.content);
    if (first?.type !== "paragraph" || isAnswering) {
      this.walk(isAnswering ? others : item.children, { ...scope, inItem: true }, item.end);
      return;
    }
    const [firstLine = "", ...more] = first.content.split("\n");
    const read = leadLine(firstLine);
    const below = others.filter((block) => block.type === "comment").flatMap((block) => markOf(block.content));
    const line = { ...read, marks: [...read.marks, ...below] };
    const hasText = others.some((block) => block.type !== "comment") || more.some((text) => text.trim() !== "");
    const lead = line.lead ?? titleAlone(line.plain, hasText);
    const isPart = !lead && line.marks.length === 0 && scope.note.kind === "item";
    if (isPart) scope.note.terms.push(...line.mentioned);
    const indent = this.indentAt(item.start);
    const range = { start: item.start, end: item.end };
    const draft = isPart ? undefined : this.drafts.addLine(line, lead, range, indent, scope);
    const context = [line.plain.slice(0, MAX_CONTEXT), ...scope.context];
    const inner: Scope = { ...scope, note: draft ?? scope.note, context, inItem: true };
    if (more.length > 0)
      paragraphNotes(more, { start: first.start + 1, end: first.end }, inner, this.drafts, firstLine);
    const rest = others.filter((block) => block.type !== "comment");
    this.walk(rest, inner, item.end);
  }

  /** The indentation of a line in columns, without the signs of quotes. */
  private indentAt(line: number): number {
    return indentWithTabs((this.lines[line] ?? "").replace(/^(\s{0,3}>\s?)+/, ""));
  }

  private table(table: Block, scope: Scope): void {
    const head = table.children.find((block) => block.type === "thead")?.children[0]?.children ?? [];
    const titles = head.map((cell) => cell.content.slice(0, MAX_CONTEXT));
    const sheet = parameterSheet(titles.map((title) => leadLine(title).plain));
    const named = sheet?.thing ?? 0;
    const others = titles.filter((_, at) => at !== named);
    // The other columns are not on what the first one names.
    const inner = {
      ...scope,
      context: [titles[named] ?? "", ...scope.context, others.join(" ").slice(0, MAX_CONTEXT)],
    };
    let thing: Scope | undefined;
    for (const row of table.children.find((block) => block.type === "tbody")?.children ?? []) {
      if (this.drafts.isFull) return;
      const cells = row.children;
      // If rows are numbered, the second cell says what they are on.
      const isNumbered = sheet === undefined && cells.length > 2 && NUMBER.test(cells[0]?.content ?? "");
      const cell = cells[isNumbered ? 1 : named];
      const draft = sheet && isAgain(cell) ? undefined : this.row(cell, row, table, inner);
      if (draft) {
        const marks = cells.flatMap((cell) => marksIn(inlineOf(cell.content.slice(0, MAX_CELL))));
        this.drafts.mark(draft, marks, row.start);
        thing = { ...inner, note: draft, context: [draft.title, ...inner.context] };
      }
      // An empty cell goes on with the thing above.
      if (sheet && thing && (draft || isAgain(cell))) this.row(cells[sheet.key], row, table, thing);
    }
  }

  /** The note of a row on what one of its cells names; `undefined` if that is no name. */
  private row(cell: Block | undefined, { start, end }: Block, table: Block, scope: Scope): Draft | undefined {
    const { plain: title } = leadLine(cell?.content ?? "");
    if (title === "" || title.length > MAX_TITLE_ALONE) return undefined;
    const indent = this.indentAt(table.start);
    const draft = this.drafts.add(
      { title, naming: "separator", line: start, start, end, terms: termsOf(title), indent },
      scope,
    );
    draft.passage = [
      { start: table.start, end: table.start + 2 },
      { start, end },
    ];
    return draft;
  }

  private comment(comment: Block, previous: Block | undefined, scope: Scope): void {
    const marks = markOf(comment.content);
    if (marks.length > 0) this.drafts.mark(this.markedBy(comment, previous, scope), marks, comment.start);
  }

  /** A marker right below a paragraph belongs to that paragraph, else to the section or item it is in. */
  private markedBy(comment: Block, previous: Block | undefined, scope: Scope): Draft {
    if (previous?.type !== "paragraph" || previous.end !== comment.start) return scope.note;
    const { last } = this.drafts;
    if (last && last.line >= previous.start && last.kind === "item") return last;
    const { plain: title } = leadLine(previous.content.split("\n", 1)[0] ?? "");
    const { start, end } = previous;
    const from = { title: title.slice(0, MAX_TITLE_ALONE), line: start, start, end, terms: [] };
    return this.drafts.add({ ...from, naming: "marker" }, scope);
  }
}

/** Heads of columns with the things whose settings a table goes through: the more certain, the earlier. */
const THINGS = [
  /^(?:論理(?:リソース)?(?:id|名)|logical(?: resource)?[ _-]?(?:id|name)s?)$/iu,
  /^(?:(?:aws)?リソース(?:名|id)?|対象(?:リソース)?|(?:aws )?resources?(?:[ _-]?(?:name|id)s?)?)$/iu,
  /^(?:(?:リソース)?タイプ|(?:リソースの)?種類|(?:resource )?types?)$/iu,
];
/** Heads of columns with the keys of those. */
const KEYS =
  /^(?:(?:設定)?(?:項目|プロパティ|パラメーター?|キー|属性)名?|設定|(?:propert(?:y|ies)|parameters?|settings?|keys?|attributes?|items?|options?)(?:[ _-]?names?)?)$/iu;

/** The columns of a table that goes through the settings of several things: that with the things, and that with the keys. */
function parameterSheet(heads: readonly string[]): { readonly thing: number; readonly key: number } | undefined {
  const key = heads.findIndex((head) => KEYS.test(head));
  const thing = THINGS.map((pattern) => heads.findIndex((head) => pattern.test(head))).find((at) => at >= 0);
  return key < 0 || thing === undefined || heads.length < MIN_COLUMNS ? undefined : { thing, key };
}

/** A thing, a key, and what is said of it. */
const MIN_COLUMNS = 3;

/** Whether a cell is empty, or says that it is as above. */
function isAgain(cell: Block | undefined): boolean {
  return /^\s*(?:["″〃↑]|同上|-+|ditto)?\s*$/iu.test(cell?.content ?? "");
}

const NUMBER = /^\s*(?:no\.?|q)?\s*\d{1,3}[.)]?\s*$/i;

function isQuotation({ children: [first] }: Block): boolean {
  return first?.type === "comment" && first.content === QUOTATION;
}

/** The text of a heading without markup. */
export function headingText(heading: Block): string {
  return titleIn(inlineOf(withoutTags(heading.content.slice(0, MAX_CELL))));
}

function titleIn(inline: readonly Token[]): string {
  return plainText(inline).slice(0, MAX_TITLE).trim();
}

function scopeInside(scope: Scope, open: readonly OpenLead[]): Scope {
  const note = open.at(-1)?.draft ?? scope.note;
  return { ...scope, note, context: [...open.map(({ draft }) => draft.title).reverse(), ...scope.context] };
}

function introduction(previous: Block | undefined): string[] {
  return previous?.type === "paragraph" && previous.content.length <= MAX_CONTEXT ? [previous.content] : [];
}
