// The script of the note view's page: the extension sends all that is shown.
import DOMPurify from "dompurify";
import type { ExplainedNote, PlaceExplanation, RenderedNote } from "../../../server/src/protocol.ts";
import type { FromPage, NotePage, ToPage } from "../notePage.ts";
import { make } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const vscode = acquireVsCodeApi();
const openedAtFirst = 3;
let shown = "";

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "show") {
    show(data.page);
  }
});

// Before the editor's own listener: it would follow every link, ours decides which.
window.addEventListener("click", followLink, { capture: true });
window.addEventListener("auxclick", followLink, { capture: true });

vscode.postMessage({ type: "ready" });

function show(page: NotePage): void {
  const asked = JSON.stringify([page.notes, page.empty, page.canBeMended, page.explanation, page.words]);
  if (asked === shown) {
    return; // Pinned, say: what is unfolded and how far it is scrolled stays.
  }
  shown = asked;
  document.documentElement.lang = page.words.language;
  element("notes").replaceChildren(...elements(page));
  element("announcement").textContent = page.announcement;
  window.scrollTo(0, 0);
  vscode.postMessage({ type: "shown", titles: titles() });
}

function elements(page: NotePage): HTMLElement[] {
  if (page.explanation) {
    return [explanationElement(page.explanation, page)];
  }
  const notes = page.notes.map((note, index) => noteElement(note, index, page));
  return notes.length > 0 ? notes : [emptyElement(page)];
}

function titles(): string[] {
  return [...document.querySelectorAll("article .title")].map(({ textContent }) => textContent ?? "");
}

function noteElement(note: RenderedNote, index: number, page: NotePage): HTMLElement {
  const title = make("h2", "title", note.title);
  title.id = `title-${index}`;
  const summary = make("summary", "heading");
  summary.append(title);
  const details = make("details", "note");
  details.open = index < openedAtFirst;
  details.append(summary, pathElement(note, page), bodyElement(note, index), sourceElement(index, page));
  const article = make("article", "section");
  article.tabIndex = 0;
  article.setAttribute("aria-labelledby", title.id);
  article.append(details);
  return article;
}

function pathElement(note: RenderedNote, page: NotePage): HTMLElement {
  const parts = note.builtIn ? [page.words.builtIn, ...note.path] : note.path;
  return make("p", "path", parts.join(" › "));
}

function bodyElement(note: RenderedNote, index: number): HTMLElement {
  const body = make("div", "body");
  body.dataset["note"] = String(index);
  // The server renders notes without raw HTML; this holds even if it should once fail to.
  body.append(
    DOMPurify.sanitize(note.html, {
      RETURN_DOM_FRAGMENT: true,
      FORBID_TAGS: ["style", "form", "input", "button", "img", "svg", "math", "video", "audio", "iframe"],
      FORBID_ATTR: ["style"],
      ALLOWED_URI_REGEXP: /^(?:https?:|cfn-note:|#|[^a-z:/\\]|[a-z0-9+.-]+(?:[^a-z0-9+.\-:]|$))/i,
    }),
  );
  for (const table of body.querySelectorAll("table, pre")) {
    // Wide content scrolls by itself, by keyboard too.
    table.setAttribute("tabindex", "0");
  }
  return body;
}

function sourceElement(index: number, page: NotePage): HTMLElement {
  const footer = make("p", "source");
  footer.append(button(page.words.openSource, { type: "openSource", index }));
  return footer;
}

function emptyElement(page: NotePage): HTMLElement {
  const section = make("section", "empty");
  section.append(
    make("p", "hint", page.empty),
    button(page.words.search, { type: "search" }),
    button(page.words.addFolder, { type: "addFolder" }),
  );
  if (page.canBeMended) {
    section.append(button(page.words.explain, { type: "explain" }), button(page.words.bind, { type: "bind" }));
  }
  return section;
}

/** All of it is text: titles are somebody's notes. */
function explanationElement(
  { subject, place, summary, shown, leftOut }: PlaceExplanation,
  page: NotePage,
): HTMLElement {
  const article = make("article", "section explanation");
  article.tabIndex = 0;
  article.append(make("h2", "title", subject), make("p", "summary", summary));
  if (shown.length > 0) {
    article.append(make("h3", "list", page.words.shown), explainedList("ol", shown, page));
  }
  if (leftOut.length > 0) {
    article.append(make("h3", "list", page.words.leftOut), explainedList("ul", leftOut, page));
  }
  if (place !== undefined) {
    const marker = make("p", "path", `${page.words.marker} `);
    marker.append(make("code", "marker", place));
    article.append(button(page.words.bind, { type: "bind" }), marker);
  }
  return article;
}

function explainedList(kind: "ol" | "ul", notes: readonly ExplainedNote[], page: NotePage): HTMLElement {
  const list = make(kind, "explained");
  for (const note of notes) {
    const item = make("li", "explained");
    const title = make("button", "link", note.title);
    title.type = "button";
    title.addEventListener("click", () => vscode.postMessage({ type: "openExplained", id: note.id }));
    const path = note.builtIn ? [page.words.builtIn, ...note.path] : note.path;
    item.append(title, make("p", "path", path.join(" › ")), make("p", "reason", note.reason));
    list.append(item);
  }
  return list;
}

function button(label: string, message: FromPage): HTMLElement {
  const made = make("button", "action", label);
  made.type = "button";
  made.addEventListener("click", () => vscode.postMessage(message));
  return made;
}

function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const href = link.getAttribute("href") ?? "";
  if (href.startsWith("#")) {
    const within = link.closest(".body");
    within?.querySelector(`[id="${CSS.escape(decodeURIComponent(href.slice(1)))}"]`)?.scrollIntoView();
    return;
  }
  const index = Number(link.closest<HTMLElement>(".body")?.dataset["note"]);
  if (Number.isInteger(index) && href !== "") {
    vscode.postMessage({ type: "link", index, href });
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`The page has no element ${id}.`);
  }
  return found;
}
