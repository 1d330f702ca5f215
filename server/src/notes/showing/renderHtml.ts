import type { MarkdownIt, RendererRule, Token } from "markdown-it";
import type { RenderedNote } from "../../protocol/notes.ts";
import { withoutBareFacts } from "../overtaken/withOvertaken.ts";
import { linkKind } from "../reading/markdown/links.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { firstLine, passageOf } from "../reading/passage.ts";
import { withoutTitle } from "../reading/withoutTitle.ts";
import { imageText, passageEnv, passageMarkdown, passageSource } from "../rendering/renderTokens.ts";
import { headingShown } from "../rendering/shownPassage.ts";
import { hasCorrection, sourcesHtml, sourcesLast } from "./noteSources.ts";

/**
 * A note for the view: `:::message` as `div.message`, `:::details` as `details`, no script, no unsafe link. A picture
 * that may be a file beside one's own note has no source but its written path in `data-image`; others become their
 * text.
 */
export function renderNote(note: Note, file: NoteFileContent, marked?: MarkedLine): RenderedNote {
  const above = headingShown(note, file);
  return {
    id: note.id,
    title: (above ?? note).title,
    path: (above ?? note).path,
    html: renderHtml(note, file, marked, above?.title),
    uri: file.uri,
    line: note.line,
    builtIn: file.builtIn,
    team: file.team,
  };
}

/** A zero-based line of the note's file, and its mark. */
export interface MarkedLine {
  readonly line: number;
  readonly as: PassageMark;
}

/** The HTML of a note's passage below a title that it need not repeat; raw HTML in it is text. */
export function renderHtml(note: Note, file: NoteFileContent, marked?: MarkedLine, title: string = note.title): string {
  const md = withRules(passageMarkdown());
  const passage = passageOf(note, file);
  const env = {
    ...passageEnv(note, file),
    sources: file.builtIn ? { language: file.language, isCorrected: hasCorrection(passage.split("\n")) } : undefined,
    localImages: !file.builtIn,
  };
  const tokens = md.parse(passageSource(withoutBareFacts(passage, note, file), file), env);
  if (marked !== undefined) markPassage(tokens, marked.line - firstLine(note, file), marked.as);
  const shown = withoutTitle(tokens, title);
  return md.renderer.render(file.builtIn ? sourcesLast(shown) : shown, md.options, env);
}

function withRules(md: MarkdownIt): MarkdownIt {
  const { rules } = md.renderer;
  rules["container_open"] ??= containerOpen;
  rules["container_close"] ??= (tokens, index) => (tokens[index]?.info === "details" ? "</details>\n" : "</div>\n");
  rules["comment"] ??= (tokens, index, _options, env) => {
    const shown = env?.["sources"] as Parameters<typeof sourcesHtml>[1] | undefined;
    const token = tokens[index];
    return token === undefined || shown === undefined ? "" : sourcesHtml(token, shown, md.utils.escapeHtml);
  };
  rules["link_open"] ??= (tokens, index, options, _env, renderer) =>
    isShown(tokens[index]) ? renderer.renderToken(tokens, index, options) : "";
  rules["link_close"] ??= (tokens, index, options, _env, renderer) =>
    isShown(openingOf(tokens, index)) ? renderer.renderToken(tokens, index, options) : "";
  rules["image"] = (tokens, index, _options, env) => {
    const token = tokens[index];
    return token === undefined ? "" : imageHtml(token, env?.["localImages"] === true, md.utils.escapeHtml);
  };
  rules["task_box"] ??= (tokens, index) => md.utils.escapeHtml(tokens[index]?.content ?? "");
  rules["callout"] ??= (tokens, index) => `<strong>${md.utils.escapeHtml(tokens[index]?.content ?? "")}</strong>`;
  return md;
}

const containerOpen: RendererRule = (tokens, index, options, env, renderer) => {
  const token = tokens[index];
  if (token?.info !== "details") return `<div class="message${token?.meta?.["alert"] === true ? " alert" : ""}">\n`;
  const title = passageMarkdown().parseInline(token.content, {})[0]?.children ?? [];
  return `<details>\n<summary>${renderer.renderInline(title, options, env)}</summary>\n`;
};

function imageHtml(image: Token, mayBeLocal: boolean, escaped: (text: string) => string): string {
  const text = escaped(imageText(image));
  const source = String(image.attrGet("src") ?? "");
  if (!mayBeLocal || !isRelativePicture(source)) return text;
  const sizes = (["width", "height"] as const).map((name) => {
    const size = image.meta?.[name];
    return typeof size === "string" && size !== "" ? ` ${name}="${escaped(size)}"` : "";
  });
  return `<img data-image="${escaped(source)}" alt="${text}"${sizes.join("")}>`;
}

/** Whether a picture may be a file among the notes: no address of a computer or of another kind. */
function isRelativePicture(source: string): boolean {
  return /^(?![a-z][a-z0-9+.-]*:|[/\\]{2})[^\\?#]+\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(source);
}

function isShown(open: Token | undefined): boolean {
  return linkKind(String(open?.attrGet("href") ?? "")) !== undefined;
}

/** Links do not nest, so the last one before is the one that closes. */
function openingOf(tokens: readonly Token[], close: number): Token | undefined {
  return tokens.findLast((token, index) => index < close && token.type === "link_open");
}

/** The marks in the view: the line that a note was opened at, and the part that a hover shows at a place. */
type PassageMark = "at" | "lesson";

/** Marks the element on a line of a passage, counted from its first one: a line of a paragraph, else the innermost block. */
function markPassage(tokens: readonly Token[], line: number, mark: PassageMark): void {
  const [block] = tokens
    .filter(({ map, nesting }) => map !== null && nesting >= 0 && line >= map[0] && line < map[1])
    .slice(-1);
  if (block === undefined) return;
  if (block.type === "inline") markLine(block, line - (block.map?.[0] ?? 0), mark);
  else block.attrJoin("class", mark);
}

function markLine(inline: Token, wanted: number, mark: PassageMark): void {
  const marked: Token[] = [];
  let line = 0;
  const edge = (nesting: 1 | -1): Token => {
    const token = Object.assign(Object.create(Object.getPrototypeOf(inline)) as Token, inline, {
      type: nesting === 1 ? "mark_open" : "mark_close",
      tag: "mark",
      nesting,
      attrs: nesting === 1 ? [["class", mark]] : null,
      children: null,
      content: "",
      block: false,
    });
    return token;
  };
  if (wanted === 0) marked.push(edge(1));
  for (const token of inline.children ?? []) {
    if (!/^(?:soft|hard)break$/.test(token.type)) {
      marked.push(token);
      continue;
    }
    if (line === wanted) marked.push(edge(-1));
    marked.push(token);
    line++;
    if (line === wanted) marked.push(edge(1));
  }
  if (line === wanted) marked.push(edge(-1));
  if (line >= wanted) inline.children = marked;
}
