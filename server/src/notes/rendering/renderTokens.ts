import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { lazy } from "../../text/lazy.ts";
import { plainText } from "../reading/lead.ts";
import { zennMarkdown } from "../reading/markdown/markdown.ts";
import { withoutTags } from "../reading/markdown/noteMarks.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { linesOf, passageOf } from "../reading/passage.ts";
import { cardIn } from "../reading/questions.ts";

/** Longer passages are cut before they are parsed. */
const MAX_SOURCE = 200_000;
const MAX_FOOTNOTES = 50;

/** What a passage may refer to in its file. */
export interface PassageEnv {
  readonly references: Readonly<Record<string, { readonly href: string; readonly title: string }>>;
  /** Keeps footnotes of several notes on one page apart. */
  readonly docId: string;
}

/** The parser for passages; every link is kept, for the renderers to judge. */
export const passageMarkdown: () => MarkdownIt = lazy(() => {
  const md = zennMarkdown({ linkify: true });
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  md.validateLink = () => true;
  md.inline.ruler.before("link", "card_sign", cardSign);
  md.core.ruler.after("block", "study_signs", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== "inline") continue;
      const isTitle = tokens[index - 1]?.type === "heading_open";
      token.content = isTitle ? withoutTags(token.content) : token.content.replace(CARD_LINE, "\n");
    }
  });
  return md;
});

/** The line between the question and the answer of a card of several lines. */
const CARD_LINE = /\n[ \t]*\?{1,2}[ \t]*\n/g;

const MAX_ASKED = 2000;

/** The sign of a card in one line, `question :: answer`, as a dash. */
function cardSign(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith("::", pos)) return false;
  const start = src.lastIndexOf("\n", pos) + 1;
  if (pos - start > MAX_ASKED) return false;
  const end = src.indexOf("\n", pos);
  const card = cardIn(src.slice(start, end < 0 ? src.length : end));
  if (card === undefined || start + card.index !== pos) return false;
  if (!silent) state.pending = `${state.pending.trimEnd()} — `;
  state.pos += card.sign.length;
  while (src[state.pos] === " ") state.pos++;
  return true;
}

/** A passage with the footnotes that it refers to, ready to be parsed. */
export function passageSource(passage: string, file: NoteFileContent): string {
  const text = passage.slice(0, MAX_SOURCE);
  const labels = new Set([...text.matchAll(/\[\^([^\s\]]+)\]/g)].map(([, label = ""]) => label));
  const definitions = [...labels].slice(0, MAX_FOOTNOTES).flatMap((label) => {
    const range = file.footnotes.get(label);
    return range && !text.includes(`[^${label}]:`) ? [linesOf(range, file).join("\n")] : [];
  });
  return definitions.length === 0 ? text : `${text}\n\n${definitions.join("\n\n")}\n`;
}

export function passageEnv(note: Note, file: NoteFileContent): PassageEnv {
  return { references: Object.fromEntries(file.references), docId: String(note.line) };
}

export function passageTokens(note: Note, file: NoteFileContent, passage: string = passageOf(note, file)): Token[] {
  return passageMarkdown().parse(passageSource(passage, file), { ...passageEnv(note, file) });
}

/** Alternative texts without information: that there is a picture, or its file's name. */
const SAYS_NOTHING =
  /^(?:alt(?: text)?|icon|image|img|logo|photo|picture|pic|screen ?shot|thumbnail|untitled|画像|写真|アイコン|ロゴ|スクリーンショット|スクショ)?[\s_\-0-9]*$|\.(?:png|jpe?g|gif|svg|webp|bmp|avif)$/iu;

/** The text in place of a picture; empty if there is none. */
export function imageText(image: Token): string {
  const text = plainText(image.children ?? []).trim();
  return SAYS_NOTHING.test(text) ? "" : text;
}

/** Whether a text has nothing but pictures, if anything. */
export function isWithoutText(markdown: string): boolean {
  if (markdown.length > MAX_PICTURES_LENGTH || BEGINS_WITH_TEXT.test(markdown)) return false;
  return passageMarkdown()
    .parse(markdown, {})
    .every(({ type, content, children }) => {
      if (type !== "inline") return type === "comment" || content.trim() === "";
      return (children ?? []).every((token) => token.type === "image" || !hasText(token));
    });
}

/** The usual case, behind comments on what a text is on: then it need not be parsed. */
const BEGINS_WITH_TEXT = /^(?:<!--[^<>\n]*-->[ \t]*\n|\s)*\p{L}/u;

/** A longer text is not only pictures. */
const MAX_PICTURES_LENGTH = 2000;

function hasText({ type, content, nesting }: Token): boolean {
  return nesting === 0 && !/break$|^comment$/.test(type) && content.trim() !== "";
}
