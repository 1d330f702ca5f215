// The script of the page with the bootstrap sequence: steps as a list of links, and a drawing behind them.
import type { SequencePicture, SequencePictureStep } from "../../../server/src/protocol/template.ts";
import type { FromSequencePage, SequencePage, ToSequencePage } from "../page/sequencePage.ts";
import { sequenceShapes, textX } from "../sequence/sequenceShapes.ts";
import { make } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromSequencePage): void };

const vscode = acquireVsCodeApi();
const svgNamespace = "http://www.w3.org/2000/svg";
let shown = "";
let picture: SequencePicture | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToSequencePage>) => {
  if (data.type === "show") {
    show(data.page);
  } else {
    markCaret(data.index);
  }
});

new ResizeObserver(draw).observe(document.body);
vscode.postMessage({ type: "ready" });

function show(page: SequencePage): void {
  const asked = JSON.stringify(page);
  if (asked !== shown) {
    shown = asked;
    const focused = focusedPart();
    document.documentElement.lang = page.words.language;
    picture = page.picture;
    main().replaceChildren(...(page.picture ? pictureElements(page, page.picture) : [emptyElement(page)]));
    draw();
    document.getElementById(focused)?.focus();
  }
  const titles = page.picture?.steps.map(({ title }) => title) ?? [];
  vscode.postMessage({ type: "drawn", titles, shapes: document.querySelectorAll("#drawing path").length });
}

/** Keeps the keyboard where it is when the picture is made anew. */
function focusedPart(): string {
  return document.activeElement?.id ?? "";
}

function pictureElements(page: SequencePage, { logicalId, wait, steps }: SequencePicture): HTMLElement[] {
  const header = make("header", "header");
  header.append(chooser(page, logicalId), pinButton(page));
  const waits = make("p", "wait");
  if (wait !== "") waits.append(make("span", "wait-label", page.words.waitsFor), ` ${wait}`);
  const forked = steps.some(({ kind }) => kind === "timeout");
  const list = make("ol", "steps");
  // Without its bullets a list is none any more for some screen readers.
  list.setAttribute("role", "list");
  list.setAttribute("aria-label", page.label);
  list.append(...steps.map((step, index) => stepElement(step, index, forked, page)));
  list.addEventListener("keydown", moveByArrow);
  const figure = make("div", "figure");
  const drawing = document.createElementNS(svgNamespace, "svg");
  drawing.id = "drawing";
  drawing.setAttribute("aria-hidden", "true");
  figure.append(drawing, list);
  return [header, ...(wait === "" ? [] : [waits]), legend(page, steps), figure];
}

function chooser({ resources, words }: SequencePage, logicalId: string): HTMLElement {
  const select = make("select", "chooser");
  select.id = "chooser";
  select.setAttribute("aria-label", words.choose);
  for (const resource of resources) {
    const option = make("option", "", `${resource.logicalId} · ${resource.type}`);
    option.value = resource.logicalId;
    option.selected = resource.logicalId === logicalId;
    select.append(option);
  }
  select.addEventListener("change", () => vscode.postMessage({ type: "choose", logicalId: select.value }));
  return select;
}

function pinButton({ pinned, words }: SequencePage): HTMLElement {
  const button = make("button", "pin", words.pin);
  button.id = "pin";
  button.type = "button";
  button.setAttribute("aria-pressed", String(pinned));
  button.addEventListener("click", () => vscode.postMessage({ type: "pin", pinned: !pinned }));
  return button;
}

/** What the columns of the drawing are; the steps say it to screen readers. */
function legend({ words }: SequencePage, steps: readonly SequencePictureStep[]): HTMLElement {
  const made = make("p", "legend");
  made.setAttribute("aria-hidden", "true");
  made.append(make("span", "lane stack", words.stack));
  if (steps.some(({ lane }) => lane === "machine")) made.append(make("span", "lane machine", words.machine));
  return made;
}

function stepElement(step: SequencePictureStep, index: number, forked: boolean, page: SequencePage): HTMLElement {
  const item = make("li", `step ${step.kind}`);
  item.setAttribute("aria-level", String(step.depth + 1));
  item.style.paddingLeft = `${textX(step, forked)}px`;
  const link = make("button", "link");
  link.id = `step-${index}`;
  link.type = "button";
  link.disabled = step.range === undefined;
  link.append(
    make("span", "visually-hidden", `${page.words[step.lane]}: `),
    make("span", "title", step.title),
    ...(step.detail === "" ? [] : [" ", detailElement(step.detail)]),
  );
  link.addEventListener("click", () => vscode.postMessage({ type: "reveal", index }));
  item.append(link, ...(step.note ? [noteButton(`${page.words.note} ${step.note.title}`, index)] : []));
  return item;
}

/** A book; its name says which note it opens. */
function noteButton(label: string, index: number): HTMLElement {
  const button = make("button", "note");
  button.id = `note-${index}`;
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  const book = document.createElementNS(svgNamespace, "svg");
  book.setAttribute("viewBox", "0 0 16 16");
  book.setAttribute("aria-hidden", "true");
  const pages = document.createElementNS(svgNamespace, "path");
  pages.setAttribute(
    "d",
    "M8 4C6.5 2.8 4.5 2.5 2 2.5V12c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5V2.5c-2.5 0-4.5.3-6 1.5zm0 0v9.5",
  );
  book.append(pages);
  button.append(book);
  button.addEventListener("click", () => vscode.postMessage({ type: "note", index }));
  return button;
}

function detailElement(text: string): HTMLElement {
  const detail = make("span", "detail", text);
  detail.title = text;
  return detail;
}

function emptyElement(page: SequencePage): HTMLElement {
  const section = make("section", "empty");
  section.append(make("p", "hint", page.empty));
  if (page.resources.length > 0) {
    section.append(make("p", "hint", page.words.resources));
    const list = make("ul", "resources");
    list.append(
      ...page.resources.map(({ logicalId, type }) => {
        const item = make("li", "");
        const link = make("button", "link", `${logicalId} · ${type}`);
        link.type = "button";
        link.addEventListener("click", () => vscode.postMessage({ type: "choose", logicalId }));
        item.append(link);
        return item;
      }),
    );
    section.append(list);
  }
  return section;
}

/** Draws the shapes beside the steps, wherever these have come to lie. */
function draw(): void {
  const drawing = document.getElementById("drawing");
  if (!drawing || !picture) return;
  const top = drawing.getBoundingClientRect().top;
  const placed = picture.steps.map((step, index) => {
    const title = document.querySelector(`#step-${index} .title`)?.getClientRects()[0];
    return { ...step, y: title ? Math.round(title.top + title.height / 2 - top) : 0 };
  });
  drawing.replaceChildren(
    ...sequenceShapes(placed).map(({ tone, form, path }) => {
      const shape = document.createElementNS(svgNamespace, "path");
      shape.setAttribute("class", `${form} ${tone}`);
      shape.setAttribute("d", path);
      return shape;
    }),
  );
}

function markCaret(index: number): void {
  for (const link of document.querySelectorAll(".steps .link")) {
    const isCurrent = link.id === `step-${index}`;
    if (isCurrent) {
      link.setAttribute("aria-current", "location");
      link.scrollIntoView({ block: "nearest" });
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

function moveByArrow(event: KeyboardEvent): void {
  const links = [...document.querySelectorAll<HTMLButtonElement>(".steps .link:enabled")];
  const at = links.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  const next = to === undefined ? undefined : links[to];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function main(): HTMLElement {
  const found = document.getElementById("sequence");
  if (!found) throw new Error("The page has no element for the sequence.");
  return found;
}
