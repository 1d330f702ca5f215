// The script of the page with the bootstrap sequence: steps as a list of links, and a drawing behind them.
import type { SequencePicture, SequencePictureStep } from "../../../server/src/protocol/template.ts";
import type { FromSequencePage, SequencePage, ToSequencePage } from "../page/sequencePage.ts";
import { sequenceShapes, textX } from "../sequence/sequenceShapes.ts";
import { chooser, elementOf, make, makeSvg, moveByArrow, pressable } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromSequencePage): void };

const vscode = acquireVsCodeApi();
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
    elementOf("sequence").replaceChildren(
      ...(page.picture ? pictureElements(page, page.picture) : [emptyElement(page)]),
    );
    draw();
    document.getElementById(focused)?.focus();
  }
  const titles = page.picture?.steps.map(({ title }) => title) ?? [];
  vscode.postMessage({ type: "drawn", titles, shapes: document.querySelectorAll("#drawing path").length });
}

/** Identifies the focused element, to focus it again when the picture is drawn anew. */
function focusedPart(): string {
  return document.activeElement?.id ?? "";
}

function pictureElements(page: SequencePage, { logicalId, wait, steps }: SequencePicture): HTMLElement[] {
  const header = make("header", "header", resourceChooser(page, logicalId), pinButton(page));
  const waits = make("p", "wait");
  if (wait !== "") waits.append(make("span", "wait-label", page.words.waitsFor), ` ${wait}`);
  const forked = steps.some(({ kind }) => kind === "timeout");
  const elements = steps.map((step, index) => stepElement(step, index, forked, page));
  // Some screen readers no longer announce a list without bullets as a list.
  const list = make("ol", "steps", { role: "list", "aria-label": page.label }, ...elements);
  list.addEventListener("keydown", (event) =>
    moveByArrow(event, [...document.querySelectorAll<HTMLElement>(".steps .link:enabled")]),
  );
  const drawing = makeSvg("svg", { id: "drawing", "aria-hidden": "true" });
  return [header, ...(wait === "" ? [] : [waits]), legend(page, steps), make("div", "figure", drawing, list)];
}

function resourceChooser({ resources, words }: SequencePage, shown: string): HTMLElement {
  const options = resources.map(({ logicalId, type }) => ({ value: logicalId, label: `${logicalId} · ${type}` }));
  return chooser(words.choose, options, shown, (logicalId) => vscode.postMessage({ type: "choose", logicalId }));
}

function pinButton({ pinned, words }: SequencePage): HTMLElement {
  const more = { id: "pin", "aria-pressed": String(pinned) };
  return pressable("pin", words.pin, () => vscode.postMessage({ type: "pin", pinned: !pinned }), more);
}

/** The names of the drawing's columns; for screen readers the steps have them. */
function legend({ words }: SequencePage, steps: readonly SequencePictureStep[]): HTMLElement {
  const made = make("p", "legend", { "aria-hidden": "true" }, make("span", "lane stack", words.stack));
  if (steps.some(({ lane }) => lane === "machine")) made.append(make("span", "lane machine", words.machine));
  return made;
}

function stepElement(step: SequencePictureStep, index: number, forked: boolean, page: SequencePage): HTMLElement {
  const reveal = (): void => vscode.postMessage({ type: "reveal", index });
  const link = pressable("link", "", reveal, { id: `step-${index}` });
  link.disabled = step.range === undefined;
  link.append(
    make("span", "visually-hidden", `${page.words[step.lane]}: `),
    make("span", "title", step.title),
    ...(step.detail === "" ? [] : [" ", detailElement(step.detail)]),
  );
  const note = step.note ? noteButton(`${page.words.note} ${step.note.title}`, index) : undefined;
  const item = make("li", `step ${step.kind}`, { "aria-level": String(step.depth + 1) }, link, note);
  item.style.paddingLeft = `${textX(step, forked)}px`;
  return item;
}

/** A book icon; its name says which note it opens. */
function noteButton(label: string, index: number): HTMLElement {
  const more = { id: `note-${index}`, title: label, "aria-label": label };
  const button = pressable("note", "", () => vscode.postMessage({ type: "note", index }), more);
  const pages = makeSvg("path", {
    d: "M8 4C6.5 2.8 4.5 2.5 2 2.5V12c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5V2.5c-2.5 0-4.5.3-6 1.5zm0 0v9.5",
  });
  button.append(makeSvg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, pages));
  return button;
}

function detailElement(text: string): HTMLElement {
  return make("span", "detail", { title: text }, text);
}

function emptyElement(page: SequencePage): HTMLElement {
  const section = make("section", "empty", make("p", "hint", page.empty));
  if (page.resources.length > 0) {
    const links = page.resources.map(({ logicalId, type }) =>
      pressable("link", `${logicalId} · ${type}`, () => vscode.postMessage({ type: "choose", logicalId })),
    );
    const list = make("ul", "resources", ...links.map((link) => make("li", "", link)));
    section.append(make("p", "hint", page.words.resources), list);
  }
  return section;
}

/** Draws the shapes beside the steps, at the positions that the layout gave these. */
function draw(): void {
  const drawing = document.getElementById("drawing");
  if (!drawing || !picture) return;
  const top = drawing.getBoundingClientRect().top;
  const placed = picture.steps.map((step, index) => {
    const title = document.querySelector(`#step-${index} .title`)?.getClientRects()[0];
    return { ...step, y: title ? Math.round(title.top + title.height / 2 - top) : 0 };
  });
  drawing.replaceChildren(
    ...sequenceShapes(placed).map(({ tone, form, path }) => makeSvg("path", { class: `${form} ${tone}`, d: path })),
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
