// The script of the note view's page: the extension sends all that is shown.
import DOMPurify from "dompurify";
import type {
  ExplainedNote,
  NoteMention,
  NoteMentions,
  PlaceExplanation,
  RenderedNote,
} from "../../../server/src/protocol/notes.ts";
import type { FromPage, NotePage, ToPage } from "../page/notePage.ts";
import { dressCode } from "./parts/codeBlock.ts";
import { FindBar } from "./parts/findBar.ts";
import { elementOf, make, pressable } from "./parts/make.ts";
import { decodePageState, type PageState } from "./parts/pageState.ts";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const openedAtFirst = 3;
let shown = "";
/** Identifies the notes of this page. */
let key = "";
let words: NotePage["words"] | undefined;
const findBar = new FindBar(elementOf("notes"));

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "show") {
    show(data.page);
  } else if (words) {
    findBar.open(words);
  }
});

// Before the editor's own listener, which would follow every link; ours decides which.
window.addEventListener("click", followLink, { capture: true });
window.addEventListener("auxclick", followLink, { capture: true });

// Neither event bubbles.
window.addEventListener("toggle", keepState, { capture: true });
window.addEventListener("error", showText, { capture: true });
window.addEventListener("scroll", keepState, { passive: true });

vscode.postMessage({ type: "ready" });

function show(page: NotePage): void {
  words = page.words;
  document.documentElement.lang = page.words.language;
  const main = elementOf("notes");
  main.classList.toggle("past", page.isPast);
  main.classList.toggle("writable", page.canBeWritten && !page.isPast);
  main.setAttribute("aria-busy", String(page.isReading));
  showMissing(page);
  if (elementOf("announcement").textContent !== page.announcement) {
    elementOf("announcement").textContent = page.announcement;
  }
  const asked = JSON.stringify(drawnOf(page));
  if (asked === shown) {
    return; // The same notes, pinned for example: folding and scroll position stay.
  }
  shown = asked;
  const before = decodePageState(vscode.getState());
  const now = JSON.stringify(page.explanation ? [page.explanation.subject] : page.notes.map(({ id }) => id));
  key = "";
  main.replaceChildren(...elements(page));
  restore(now, before);
  findBar.refresh();
  vscode.postMessage({ type: "shown", titles: titles() });
}

/** All that `elements` reads: while it is the same, nothing is drawn anew. */
function drawnOf({ notes, mentions, explanation, images, words: said, ...rest }: NotePage): unknown {
  const { empty, isReading, canBeMended, canBeWritten, hasFolders } = rest;
  const isEmpty = notes.length === 0 && !explanation;
  return isEmpty
    ? { empty, isReading, canBeMended, canBeWritten, hasFolders, mentions, said }
    : { notes, mentions, explanation, images, said };
}

function elements(page: NotePage): HTMLElement[] {
  if (page.explanation) return [explanationElement(page.explanation, page)];
  const mentions = page.mentions?.listed.length && !page.isPast ? [mentionsElement(page.mentions, page)] : [];
  if (page.notes.length === 0) return [emptyElement(page, mentions)];
  const notes = page.notes.map((note, index) => noteElement(note, index, page));
  // Below the user's own notes, as few would scroll to the end of all.
  return notes.toSpliced(page.notes.findLastIndex(({ builtIn }) => !builtIn) + 1, 0, ...mentions);
}

/**
 * Says below the notes of the place before that there is none here. Its line is always kept free, so that nothing
 * moves.
 */
function showMissing(page: NotePage): void {
  const line = elementOf("missing");
  const text = page.isPast && page.label !== "" ? page.empty : "";
  if (line.textContent === "" && text === "") return;
  const hint = make("span", "hint", { title: text }, text);
  const actions = page.canBeWritten ? [button(page.words.writeShort, { type: "write" })] : [];
  line.replaceChildren(...(text === "" ? [] : [hint, ...actions]));
}

/** Notes that were shown before come back as they were left; others begin at the top. */
function restore(now: string, before: PageState | undefined): void {
  const kept = before?.key === now ? before : undefined;
  for (const index of kept?.folded ?? []) {
    details()[index]?.removeAttribute("open");
  }
  window.scrollTo(0, kept?.scroll ?? 0);
  // The passage that the note is opened at.
  document.querySelector(".body .at")?.scrollIntoView({ block: "center" });
  key = now;
  keepState();
}

function keepState(): void {
  if (key !== "") {
    const folded = details().flatMap(({ open }, index) => (open || index >= openedAtFirst ? [] : [index]));
    vscode.setState({ key, scroll: window.scrollY, folded });
  }
}

function details(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.note")];
}

/** Kana; or a Han character if there is none. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

function titles(): string[] {
  return [...document.querySelectorAll("article .title")].map(({ textContent }) => textContent ?? "");
}

function noteElement(note: RenderedNote, index: number, page: NotePage): HTMLElement {
  const id = `title-${index}`;
  const summary = make("summary", "heading", make("h2", "title", { id }, note.title));
  const parts = [pathElement(note, page), bodyElement(note, index, page), sourceElement(index, page)];
  const details = make("details", "note", summary, ...parts);
  details.open = index < openedAtFirst;
  const lang = JAPANESE.test(`${note.title}${note.html}`) ? "ja" : "en";
  return make("article", "section", { lang, tabindex: "0", "aria-labelledby": id }, details);
}

function pathElement(note: RenderedNote, page: NotePage): HTMLElement {
  const whose = note.builtIn ? [page.words.builtIn] : note.team ? [page.words.team] : [];
  const path = make("p", "path");
  path.title = [...whose, ...note.path].join(" › ");
  const [article, ...headings] = note.path;
  for (const part of [...whose, article, headings.at(-1)].filter((one) => one !== undefined)) {
    path.append(...(path.hasChildNodes() ? [make("span", "between", " › ")] : []), make("span", "part", part));
  }
  return path;
}

function bodyElement(note: RenderedNote, index: number, page: NotePage): HTMLElement {
  const body = make("div", "body");
  body.dataset["note"] = String(index);
  // The server renders notes without raw HTML; this protects the page if it should fail to.
  body.append(
    DOMPurify.sanitize(note.html, {
      RETURN_DOM_FRAGMENT: true,
      FORBID_TAGS: ["style", "form", "input", "button", "svg", "math", "video", "audio", "iframe"],
      FORBID_ATTR: ["style", "src", "srcset"],
      ALLOWED_URI_REGEXP: /^(?:https?:|cfn-note:|#|[^a-z:/\\]|[a-z0-9+.-]+(?:[^a-z0-9+.\-:]|$))/i,
    }),
  );
  for (const table of body.querySelectorAll("table, pre")) {
    // Wide content scrolls by itself, by keyboard too.
    table.setAttribute("tabindex", "0");
  }
  for (const pre of body.querySelectorAll("pre")) {
    dressCode(pre, page.words, (text) => vscode.postMessage({ type: "copy", text }));
  }
  for (const image of body.querySelectorAll("img")) {
    const address = page.images[note.id]?.[image.dataset["image"] ?? ""];
    if (address === undefined) {
      image.replaceWith(image.alt);
    } else {
      image.src = address;
    }
  }
  return body;
}

function sourceElement(index: number, page: NotePage): HTMLElement {
  const footer = make("p", "source", button(page.words.openSource, { type: "openSource", index }));
  if (index === 0 && page.notes.every(({ builtIn }) => builtIn)) {
    const write = button(page.words.ownWords, { type: "ownWords" });
    write.classList.add("own-words");
    footer.append(write);
  }
  return footer;
}

/** What other notes say to heed, each in a line of its own, and the others that mention the thing. */
function mentionsElement({ listed, more }: NoteMentions, { words }: NotePage): HTMLElement {
  const link = ({ id, title }: NoteMention): HTMLElement => linkTo(title, { type: "openMentioned", id });
  const heeded = listed.filter((mention) => mention.heeded !== undefined);
  const others = listed.filter((mention) => mention.heeded === undefined);
  const lines = heeded.map((mention) => make("p", "mention", link(mention), ` — ${mention.heeded}`));
  if (others.length === 0 && more === "") return make("section", "section mentions", ...lines);
  const last = make("p", "mention", words.mentionedIn);
  for (const [index, mention] of others.entries()) last.append(index === 0 ? "" : words.between, link(mention));
  last.append(more);
  return make("section", "section mentions", ...lines, last);
}

function emptyElement(page: NotePage, mentions: readonly HTMLElement[]): HTMLElement {
  const section = make("section", "empty", make("p", "hint", page.empty), ...mentions);
  if (page.isReading) return section;
  if (page.canBeWritten) section.append(button(page.words.write, { type: "write" }));
  section.append(button(page.words.search, { type: "search" }));
  if (!page.canBeMended) section.append(button(page.words.showExample, { type: "showExample" }));
  if (!page.hasFolders) section.append(button(page.words.addFolder, { type: "addFolder" }));
  if (page.canBeMended) {
    section.append(button(page.words.explain, { type: "explain" }), button(page.words.bind, { type: "bind" }));
  }
  return section;
}

/** Everything is inserted as text: titles are somebody's notes. */
function explanationElement(
  { subject, place, summary, shown, leftOut }: PlaceExplanation,
  page: NotePage,
): HTMLElement {
  const head = [make("h2", "title", subject), make("p", "summary", summary)];
  const article = make("article", "section explanation", { tabindex: "0" }, ...head);
  if (shown.length > 0) article.append(make("h3", "list", page.words.shown), explainedList("ol", shown, page));
  if (leftOut.length > 0) article.append(make("h3", "list", page.words.leftOut), explainedList("ul", leftOut, page));
  if (place !== undefined) {
    const marker = make("p", "path", `${page.words.marker} `, make("code", "marker", place));
    article.append(button(page.words.bind, { type: "bind" }), marker);
  }
  return article;
}

function explainedList(kind: "ol" | "ul", notes: readonly ExplainedNote[], page: NotePage): HTMLElement {
  const list = make(kind, "explained");
  for (const note of notes) {
    const title = linkTo(note.title, { type: "openExplained", id: note.id });
    const path = note.builtIn ? [page.words.builtIn, ...note.path] : note.path;
    const reason = make("p", "reason", note.reason);
    list.append(make("li", "explained", title, make("p", "path", path.join(" › ")), reason));
  }
  return list;
}

/** A picture that can't be loaded is shown as its text. */
function showText({ target }: Event): void {
  if (target instanceof HTMLImageElement) target.replaceWith(target.alt);
}

function button(label: string, message: FromPage): HTMLElement {
  return pressable("action", label, () => vscode.postMessage(message));
}

function linkTo(label: string, message: FromPage): HTMLElement {
  return pressable("link", label, () => vscode.postMessage(message));
}

function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const href = link.getAttribute("href") ?? "";
  if (href.startsWith("#")) {
    const within = link.closest(".body");
    within?.querySelector(`[id="${CSS.escape(decodeURIComponent(href.slice(1)))}"]`)?.scrollIntoView();
    return;
  }
  const index = Number(link.closest<HTMLElement>(".body")?.dataset["note"]);
  if (Number.isInteger(index) && href !== "") vscode.postMessage({ type: "link", index, href });
}
