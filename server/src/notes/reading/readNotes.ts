import { type Block, blocksOf } from "./blocks.ts";
import { frontMatter } from "./frontMatter.ts";
import { guidesTemplates } from "./guidesTemplates.ts";
import { isRecord } from "./isRecord.ts";
import { withoutHtmlBlocks } from "./markdown/htmlBlocks.ts";
import { decodedName, withoutExtension } from "./markdown/uriPath.ts";
import { withoutVaultComments } from "./markdown/vaultComments.ts";
import type { LineRange, LinkTarget, NoteFileContent, NoteProblem, NoteSource } from "./note.ts";
import { MAX_NOTE_FILE } from "./noteLimits.ts";
import { headingText, NoteWalk } from "./noteWalk.ts";
import { sourceRange } from "./passage.ts";

const NONE: ReadonlySet<number> = new Set();

/**
 * Reads a Markdown file into its notes, with lines of the file as given. Never throws: what can't be read is in
 * `problems`, and a file that is too large or binary has only the note for the file.
 */
export function readNotes(source: NoteSource): NoteFileContent {
  const problems: NoteProblem[] = [];
  const unreadable = unreadableFor(source);
  if (unreadable) problems.push(unreadable);
  else if (source.foreign === "unknown") problems.push({ code: "invalid-utf8" });
  const written = unreadable ? [] : source.text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const front = frontMatter(written);
  const { lines, commented } = source.builtIn
    ? { lines: written, commented: NONE }
    : withoutVaultComments(written, front.firstLine);
  if (front.problem) problems.push({ code: "front-matter", ...front.problem });
  // Blank lines in its place keep the line numbers.
  const text = lines.map((line, index) => (index < front.firstLine ? "" : line));
  // Every heading of a built-in file has its marker; what stands below it is no note of its own.
  const rewritten = source.builtIn ? undefined : withoutHtmlBlocks(text);
  const read = rewritten?.map((line) => line.text);
  const { blocks, references } = source.builtIn
    ? { blocks: builtInBlocks(text), references: new Map<string, LinkTarget>() }
    : blocksOf(read ?? text);
  const topHeadings = blocks.filter((block) => block.type === "heading" && block.level === 1);
  const onlyTop = topHeadings.length === 1 ? topHeadings[0] : undefined;
  const walk = new NoteWalk(read ?? lines, problems, source.builtIn);
  const title = front.title ?? (onlyTop ? headingText(onlyTop) : "");
  const around = namesAround(source.uri);
  walk.walkFile(title === "" ? (around[0] ?? "") : title, around, front, blocks);
  const sourceOf = (range: LineRange): LineRange => (rewritten ? sourceRange(rewritten, range) : range);
  const [root, ...others] = walk.drafts.finish(source.uri, sourceOf);
  if (!root) throw new Error("A file has at least the note for itself.");
  return {
    uri: source.uri,
    builtIn: source.builtIn,
    team: source.team === true,
    only: source.only,
    language: source.language,
    isUtf8: source.foreign === undefined,
    // Front matter that says what it is about asks for it.
    isRecord: !source.builtIn && front.marks.length === 0 && isRecord(source.uri, around[0] ?? "", title, lines),
    guidesTemplates: !source.builtIn && guidesTemplates(source.uri, lines),
    title: root.title,
    lines,
    commented,
    firstLine: front.firstLine,
    notes: [root, ...others],
    footnotes: new Map([...walk.footnotes].map(([label, range]) => [label, sourceOf(range)])),
    references,
    problems: problems.map((one) =>
      one.code === "unknown-place" ? { ...one, line: sourceOf({ start: one.line, end: one.line }).start } : one,
    ),
    prepared: source.prepared,
  };
}

function unreadableFor({ text, unreadable, tooLarge, takesTooLong }: NoteSource): NoteProblem | undefined {
  if (takesTooLong) return { code: "takes-too-long" };
  if (unreadable) return { code: "unreadable", why: unreadable };
  if (tooLarge || text.length > MAX_NOTE_FILE) return { code: "too-large", limit: MAX_NOTE_FILE };
  return text.slice(0, 8000).includes("\0") ? { code: "binary" } : undefined;
}

/** The nearest folders around a file say what it is about. */
const MAX_FOLDERS = 2;

/** A repository of templates has documents on anything: `aws-cfn-templates`. */
const OF_TEMPLATES = /[-_]templates?(?:[-_]|$)|^templates?[-_]/i;

/** The names of a file and of the folders that it is in, innermost first; a `README` has its folder's name. */
function namesAround(uri: string): readonly string[] {
  const parts = uri.split("/");
  const name = withoutExtension(decodedName(uri));
  const folders = parts
    .slice(3, -1)
    .slice(-MAX_FOLDERS)
    .map((_, index, all) => decodedName(all[index] ?? ""))
    .filter((folder) => !OF_TEMPLATES.test(folder))
    .reverse();
  return /^_?(?:readme|index)$/i.test(name) && folders.length > 0 ? folders : [name, ...folders];
}

/**
 * The headings of a built-in file, and the comments outside of its lists, which its notes are made from. A hover reads
 * such a file while somebody waits, and a Markdown parser would go through all of it.
 */
export function builtInBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let fence: string | undefined;
  let containers = 0;
  for (const [start, line] of lines.entries()) {
    const [sign = ""] = /^(?:`{3,}|~{3,}|:{3,})/.exec(line) ?? [];
    if (fence !== undefined) {
      if (sign.startsWith(fence) && line.trim() === sign) fence = undefined;
    } else if (sign.startsWith(":")) containers += line === sign ? -1 : 1;
    else if (sign !== "") fence = sign;
    else if (containers === 0) {
      const [, level = "", title = ""] = /^(#{1,6}) +(.*)$/.exec(line) ?? [];
      const comment = /^<!--(.*)-->$/.exec(line)?.[1];
      const end = start + 1;
      if (level !== "")
        blocks.push({ type: "heading", start, end, level: level.length, content: title.trim(), children: [] });
      else if (comment !== undefined)
        blocks.push({ type: "comment", start, end, level: 0, content: comment.trim(), children: [] });
    }
  }
  return blocks;
}
