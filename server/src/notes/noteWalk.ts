import { type Block, inlineOf } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import { type FrontMatter, splitMarks } from "./frontMatter.ts";
import { indentOf, type Lead, type LeadLine, leadLine, markOf, marksIn, plainText } from "./lead.ts";
import type { LineRange, NoteNaming, NoteProblem } from "./note.ts";
import { parsePlace } from "./place.ts";
import { mentionedTerm, type Term, termsOf } from "./terms.ts";

/** More than that is not written by hand; the rest of the file is then only text. */
const MAX_NOTES = 5000;
const MAX_CONTEXT = 100;
const MAX_TITLE_ALONE = 60;
const INTRODUCES = /(?:[:：]|以下|次の|とおり|通り|below|following)[^。.]{0,12}$/u;

/** Where blocks stand: the note they belong to, what was said above them, and in what they are nested. */
interface Scope {
  readonly note: Draft;
  /** Innermost first. */
  readonly context: readonly string[];
  readonly quotes: number;
  readonly inItem: boolean;
}

/** A lead alone on its line, which the blocks behind it explain. */
interface OpenLead {
  readonly draft: Draft;
  readonly bullet: boolean;
  readonly indent: number;
  hasText: boolean;
}

/** Goes through a file's blocks and collects its notes. */
export class NoteWalk {
  readonly drafts: Draft[] = [];
  readonly footnotes: Map<string, LineRange> = new Map();
  private readonly lines: readonly string[];
  private readonly problems: NoteProblem[];

  constructor(lines: readonly string[], problems: NoteProblem[]) {
    this.lines = lines;
    this.problems = problems;
  }

  walkFile(title: string, front: FrontMatter, blocks: readonly Block[]): void {
    const start = front.firstLine;
    const end = this.lines.length;
    const root = this.draft({ title, naming: "file", line: 0, start, end, terms: [] }, undefined);
    this.mark(root, front.marks, 0);
    this.walk(blocks, { note: root, context: [title], quotes: 0, inItem: false }, end);
  }

  titleOf(heading: Block): string {
    return plainText(inlineOf(heading.content.slice(0, 300))).trim();
  }

  private walk(blocks: readonly Block[], outer: Scope, end: number): void {
    const sections: { level: number; draft: Draft }[] = [];
    let scope = outer;
    let open: OpenLead | undefined;
    let previous: Block | undefined;
    const closeOpen = (line: number): void => {
      if (open) open.draft.passage = [{ start: open.draft.line, end: line }];
      open = undefined;
    };
    for (const block of blocks) {
      if (this.drafts.length >= MAX_NOTES) break;
      const note = open?.draft ?? scope.note;
      const inner: Scope = open ? { ...scope, note, context: [note.title, ...scope.context] } : scope;
      switch (block.type) {
        case "heading":
          closeOpen(block.start);
          while (sections.length > 0 && sections.at(-1)!.level >= block.level)
            endSection(sections.pop()!.draft, block.start);
          scope = this.section(block, sections.at(-1)?.draft ?? outer.note, outer, sections);
          break;
        case "hr":
          closeOpen(block.start);
          break;
        case "comment":
          this.mark(this.markedBy(block, previous, inner), markOf(block.content), block.start);
          break;
        case "paragraph": {
          const leads = this.paragraph(block, inner, scope, open);
          if (leads.closes) closeOpen(block.start);
          else if (open) open.hasText = true;
          open = leads.open ?? open;
          break;
        }
        default:
          if (open) open.hasText = true;
          this.nested(block, inner, previous);
      }
      previous = block;
    }
    closeOpen(end);
    for (const section of sections) endSection(section.draft, end);
  }

  private section(block: Block, parent: Draft, outer: Scope, sections: { level: number; draft: Draft }[]): Scope {
    const title = this.titleOf(block);
    const context = parent === outer.note ? outer.context : [parent.title, ...parent.context];
    const above = sections.at(-1)?.draft;
    if (above && above.own.end < 0) above.own = { start: above.own.start, end: block.start };
    if (!above && outer.note.own.end > block.start) outer.note.own = { start: outer.note.own.start, end: block.start };
    const { start, end } = block;
    const draft = this.draft(
      { title: title === "" ? "…" : title, naming: "heading", line: start, start: end, end: -1, terms: termsOf(title) },
      { ...outer, note: parent, context },
    );
    this.mark(draft, marksIn(inlineOf(block.content.slice(0, 2000))), start);
    sections.push({ level: block.level, draft });
    return { ...outer, note: draft, context: [draft.title, ...context] };
  }

  private nested(block: Block, scope: Scope, previous: Block | undefined): void {
    if (block.type === "bullet_list" || block.type === "ordered_list") {
      const context = [...introduction(previous), ...scope.context];
      for (const item of block.children) this.item(item, { ...scope, context });
    } else if (block.type === "blockquote") {
      this.walk(block.children, { ...scope, quotes: scope.quotes + 1 }, block.end);
    } else if (block.type === "container") this.container(block, scope);
    else if (block.type === "table")
      this.table(block, { ...scope, context: [...introduction(previous), ...scope.context] });
    else if (block.type === "footnote_reference")
      this.footnotes.set(block.content, { start: block.start, end: block.end });
  }

  private container(block: Block, scope: Scope): void {
    if (block.content === "") return this.walk(block.children, scope, block.end);
    const { start, end, content: title } = block;
    const draft = this.draft({ title, naming: "bold", line: start, start, end, terms: termsOf(title) }, scope);
    this.walk(block.children, { ...scope, note: draft, context: [title, ...scope.context], inItem: true }, end);
  }

  private item(item: Block, scope: Scope): void {
    if (this.drafts.length >= MAX_NOTES) return;
    const [first, ...others] = item.children;
    if (first?.type !== "paragraph") return this.walk(item.children, { ...scope, inItem: true }, item.end);
    const [firstLine = "", ...more] = first.content.split("\n");
    const line = leadLine(firstLine);
    const hasChildren = others.some((block) => block.type !== "comment");
    const lead = line.lead ?? titleAlone(line.plain, hasChildren);
    const { start, end } = item;
    const draft = this.leadDraft(
      line,
      lead,
      { start, end },
      indentOf(this.lines[start]?.replace(/^(\s*>\s?)+/, "") ?? ""),
      scope,
    );
    if (draft) this.mark(draft, line.marks, start);
    const context = [line.plain.slice(0, MAX_CONTEXT), ...scope.context];
    const inner: Scope = { ...scope, note: draft ?? scope.note, context, inItem: true };
    if (more.length > 0) this.paragraphLines(more, start + 1, first.end, inner);
    this.walk(others, inner, end);
  }

  private table(table: Block, scope: Scope): void {
    const head = table.children.find((block) => block.type === "thead")?.children[0]?.children ?? [];
    const heading = head
      .map((cell) => cell.content)
      .join(" ")
      .slice(0, MAX_CONTEXT);
    for (const row of table.children.find((block) => block.type === "tbody")?.children ?? []) {
      if (this.drafts.length >= MAX_NOTES) return;
      const line = leadLine(row.children[0]?.content ?? "");
      if (line.plain === "" || line.plain.length > MAX_TITLE_ALONE) continue;
      const terms = termsOf(line.plain);
      const { start, end } = row;
      const context = [heading, ...scope.context];
      const draft = this.draft(
        { title: line.plain, naming: "separator", line: start, start, end, terms },
        { ...scope, context },
      );
      draft.passage = [
        { start: table.start, end: table.start + 2 },
        { start, end },
      ];
      this.mark(
        draft,
        row.children.flatMap((cell) => marksIn(inlineOf(cell.content.slice(0, 2000)))),
        start,
      );
    }
  }

  /** Reads a paragraph's leads: whether they end the lead that was open, and the one that is open now. */
  private paragraph(
    block: Block,
    inner: Scope,
    scope: Scope,
    open: OpenLead | undefined,
  ): { closes: boolean; open?: OpenLead } {
    const [first = "", ...rest] = block.content.split("\n");
    // The first line lost its indentation, which tells the rank of a pseudo-bullet.
    const indent = scope.inItem || scope.quotes > 0 ? "" : (/^[\s　]*/u.exec(this.lines[block.start] ?? "")?.[0] ?? "");
    const lines = [indent + first, ...rest];
    const line = leadLine(lines[0]!);
    const closes = open !== undefined && endsOpen(line, lines.length === 1, open);
    const last = this.paragraphLines(lines, block.start, block.end, closes ? scope : inner);
    return last && last.draft.passage[0]?.end === block.end ? { closes, open: last } : { closes };
  }

  /** Makes notes of the lines that begin with a lead; returns the last one if nothing but its lead is on its line. */
  private paragraphLines(lines: readonly string[], start: number, end: number, scope: Scope): OpenLead | undefined {
    const read = lines.map((line) => leadLine(line));
    const nested: { draft: Draft; depth: number }[] = [];
    let last: OpenLead | undefined;
    read.forEach((line, index) => {
      if (this.drafts.length >= MAX_NOTES) return;
      const depth = depthOf(line, index === 0);
      if (depth === undefined) {
        this.mentions(line, nested.at(-1)?.draft, scope, { start, end }, start + index);
        return;
      }
      while (nested.length > 0 && nested.at(-1)!.depth >= depth) nested.pop();
      const behind = read.findIndex((other, at) => at > index && (depthOf(other, false) ?? Infinity) <= depth);
      const range = { start: start + index, end: behind < 0 ? end : start + behind };
      const above = nested.map(({ draft }) => draft.title).reverse();
      const inner = { ...scope, note: nested.at(-1)?.draft ?? scope.note, context: [...above, ...scope.context] };
      const alone = lines.length === 1 || line.bullet || line.lead?.naming === "bold";
      const lead =
        line.lead ??
        (alone && line.bullet ? titleAlone(line.plain, range.end - range.start > 1 || behind < 0) : undefined);
      const draft = this.leadDraft(line, lead, range, line.bullet ? line.indent : 0, inner);
      last = undefined;
      if (!draft) return;
      this.mark(draft, line.marks, range.start);
      nested.push({ draft, depth });
      const isOpen = alone && (lead?.rest === "" || INTRODUCES.test(line.plain)) && index === lines.length - 1;
      if (isOpen) last = { draft, bullet: line.bullet, indent: line.indent, hasText: lead?.rest !== "" };
    });
    return last;
  }

  /** A line that only emphasises a word or carries a marker still is a passage on it: its paragraph. */
  private mentions(line: LeadLine, lead: Draft | undefined, scope: Scope, range: LineRange, at: number): void {
    const target =
      lead ??
      (line.emphasised.length > 0 || line.marks.length > 0
        ? this.leadDraft(line, undefined, range, 0, scope)
        : undefined);
    if (!target) return;
    if (lead) lead.terms.push(...line.emphasised.map(mentionedTerm));
    this.mark(target, line.marks, at);
  }

  private leadDraft(
    line: LeadLine,
    lead: Lead | undefined,
    range: LineRange,
    indent: number,
    scope: Scope,
  ): Draft | undefined {
    const mentioned = line.emphasised.map(mentionedTerm);
    if (!lead && mentioned.length === 0 && line.marks.length === 0) return undefined;
    const title = (lead?.text ?? line.plain.slice(0, MAX_TITLE_ALONE)).trim();
    const naming = lead?.naming ?? (line.marks.length > 0 ? "marker" : "sentence");
    const terms = lead ? [...weakened(termsOf(title), naming), ...mentioned] : mentioned;
    return this.draft({ title: title === "" ? "…" : title, naming, line: range.start, ...range, terms, indent }, scope);
  }

  private markedBy(comment: Block, previous: Block | undefined, scope: Scope): Draft {
    // Right below a paragraph it speaks of that paragraph, else of the section or item it is in.
    if (previous?.type !== "paragraph" || previous.end !== comment.start || markOf(comment.content).length === 0)
      return scope.note;
    const last = this.drafts.at(-1);
    if (last && last.line >= previous.start) return last;
    const line = leadLine(previous.content.split("\n")[0] ?? "");
    const range = { start: previous.start, end: previous.end };
    return this.draft(
      { title: line.plain.slice(0, MAX_TITLE_ALONE), naming: "marker", line: range.start, ...range, terms: [] },
      scope,
    );
  }

  private mark(draft: Draft, marks: readonly string[], line: number): void {
    for (const mark of marks.flatMap(splitMarks)) {
      const place = parsePlace(mark);
      if (mark.startsWith("@")) draft.topicIds.push(mark.slice(1));
      else if (place) draft.places.push(place);
      else this.problems.push({ code: "unknown-place", line, place: mark });
    }
  }

  private draft(
    from: {
      title: string;
      naming: NoteNaming;
      line: number;
      start: number;
      end: number;
      terms: readonly Term[];
      indent?: number;
    },
    scope: Scope | undefined,
  ): Draft {
    const { title, naming, line, start, end, terms, indent = 0 } = from;
    const draft: Draft = {
      title,
      naming,
      line,
      parent: scope?.note,
      kind: naming === "heading" || naming === "file" ? "heading" : "item",
      terms: [...terms],
      context: scope?.context ?? [],
      indent,
      quotes: scope?.quotes ?? 0,
      places: [],
      topicIds: [],
      children: [],
      passage: [{ start, end }],
      own: { start, end },
    };
    this.drafts.push(draft);
    return draft;
  }
}

function endSection(draft: Draft, end: number): void {
  draft.passage = [{ start: draft.line + 1, end }];
  const start = draft.own.start;
  draft.passage = [{ start, end: Math.max(start, end) }];
  if (draft.own.end < 0) draft.own = { start, end: Math.max(start, end) };
}

function introduction(previous: Block | undefined): string[] {
  if (previous?.type !== "paragraph" || previous.content.length > MAX_CONTEXT) return [];
  return [previous.content];
}

function titleAlone(plain: string, hasChildren: boolean): Lead | undefined {
  if (!hasChildren || plain === "" || plain.length > MAX_TITLE_ALONE || /[。．]$/u.test(plain)) return undefined;
  return { text: plain, naming: "title", rest: "" };
}

/** Which lines of a paragraph begin something, and how deep: a bold lead outranks bullets, bullets go by indentation. */
function depthOf(line: LeadLine, isFirst: boolean): number | undefined {
  if (line.bullet) return line.indent;
  if (line.lead === undefined || (line.lead.naming === "sentence" && !isFirst)) return undefined;
  return line.lead.naming === "bold" ? -1 : line.indent;
}

function endsOpen(line: LeadLine, isOneLine: boolean, open: OpenLead): boolean {
  if (open.bullet)
    return line.lead?.naming === "bold"
      ? !line.bullet || line.indent <= open.indent
      : line.bullet && line.indent <= open.indent;
  if (line.lead?.naming !== "bold" || line.bullet) return false;
  // Bold with text behind it, right below bold alone, is a member of the group that the latter names.
  return (line.lead.rest === "" && isOneLine) || open.hasText;
}

function weakened(terms: readonly Term[], naming: NoteNaming): Term[] {
  if (naming !== "sentence") return [...terms];
  return terms.map((term) => ({ ...term, strength: Math.max(1, term.strength - 3) }));
}
