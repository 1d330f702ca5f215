// The script of the note view's page: the extension sends all that is shown.
import DOMPurify from "dompurify";
import type { RenderedNote } from "../../../server/src/protocol.ts";
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
  const asked = JSON.stringify([page.notes, page.empty, page.words]);
  if (asked === shown) {
    return; // Pinned, say: what is unfolded and how far it is scrolled stays.
  }
  shown = asked;
  document.documentElement.lang = page.words.language;
  const notes = page.notes.map((note, index) => noteElement(note, index, page));
  element("notes").replaceChildren(...(notes.length > 0 ? notes : [emptyElement(page)]));
  element("announcement").textContent = page.announcement;
  window.scrollTo(0, 0);
  vscode.postMessage({ type: "shown", titles: page.notes.length > 0 ? titles() : [] });
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
  return section;
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
