// The script of the page with a template's graph: boxes are a list of buttons, and a drawing of lines is behind them.
import type { GraphBox, GraphLine } from "../../../server/src/protocol/template.ts";
import type { FromPicturePage, GraphPage, ToPicturePage } from "../page/picturePage.ts";
import { arrowHead, lineElement, neighbours } from "./parts/graphLines.ts";
import { chooser, elementOf, make, makeSvg, pressable } from "./parts/make.ts";
import { moveGround } from "./parts/moveGround.ts";
import { type SearchField, searchField } from "./parts/searchField.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPicturePage): void };

const vscode = acquireVsCodeApi();
const margin = 24;
const smallest = 0.08;
/** The smallest scale at which names can be read. */
const readable = 0.75;
const MAX_SCALE = 2;

let shown = "";
let page: GraphPage | undefined;
let scale = 1;
/** The index of the selected box. */
let selected = -1;
let search: SearchField | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToPicturePage<GraphPage>>) => {
  if (data.type === "show") show(data.page);
  else markCaret(data.index);
});
document.addEventListener("keydown", keyPressed);
vscode.postMessage({ type: "ready" });

function show(next: GraphPage): void {
  const asked = JSON.stringify(next);
  const isSamePlace = page?.title === next.title && page.graph.service === next.graph.service;
  if (asked !== shown) {
    shown = asked;
    page = next;
    document.documentElement.lang = next.language;
    const [focused, searched] = [document.activeElement?.id ?? "", search?.value ?? ""];
    const at = scroller();
    const [left, top] = [at?.scrollLeft ?? 0, at?.scrollTop ?? 0];
    const { boxes } = next.graph;
    elementOf("picture").replaceChildren(...(boxes.length === 0 ? [make("p", "hint", next.empty)] : elements(next)));
    select(isSamePlace && selected < boxes.length ? selected : -1);
    if (isSamePlace) {
      zoom(scale);
      scroller()?.scrollTo(left, top);
      if (search) search.value = searched;
      search?.mark();
    } else {
      fitAll(readable);
    }
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  const titles = next.graph.boxes.map(({ title }) => title);
  vscode.postMessage({ type: "drawn", titles, lines: document.querySelectorAll("#drawing path.line").length });
}

function elements(of: GraphPage): HTMLElement[] {
  const { graph, words, title } = of;
  const drawing = makeSvg(
    "svg",
    { id: "drawing", "aria-hidden": "true", width: String(graph.width), height: String(graph.height) },
    arrowHead(),
    ...graph.lines.flatMap((line) => (line.path === "" ? [] : lineElement(line, graph.boxes))),
  );
  const boxes = graph.boxes.map((box, index) => boxElement(box, index, of));
  // Some screen readers no longer announce a list without bullets as a list.
  const list = make("ul", "boxes", { role: "list", "aria-label": title }, ...boxes);
  const scroll = make("div", "scroll", { id: "scroll" }, make("div", "canvas", { id: "canvas" }, drawing, list));
  scroll.addEventListener("wheel", wheeled, { passive: false });
  scroll.addEventListener("pointerdown", (event) => moveGround(event, scroll));
  const about = make("section", "about", { id: "about", "aria-live": "polite" });
  const leftOut = graph.leftOut === 0 ? [] : [make("p", "hint", words.leftOut.replace("{}", String(graph.leftOut)))];
  return [header(of), ...leftOut, scroll, about];
}

function header({ graph, words }: GraphPage): HTMLElement {
  const all = graph.services.reduce((sum, { count }) => sum + count, 0);
  const options = [
    { value: "", label: (graph.isGrouped ? words.services : words.all).replace("{}", String(all)) },
  ].concat(graph.services.map(({ name, count }) => ({ value: name, label: `${name} (${count})` })));
  search = searchField(words, boxes, elementOf("picture"));
  return make(
    "header",
    "header",
    chooser(words.show, options, graph.service, (choice) => vscode.postMessage({ type: "choose", choice })),
    ...search.elements,
    button("−", words.smaller, () => zoom(scale / 1.25)),
    button("+", words.larger, () => zoom(scale * 1.25)),
    button(words.whole, words.fit, () => fitAll()),
    button("SVG", words.svg, () => vscode.postMessage({ type: "save", as: "svg" })),
    button("Mermaid", words.mermaid, () => vscode.postMessage({ type: "save", as: "mermaid" })),
  );
}

function button(sign: string, label: string, action: () => void): HTMLElement {
  // A text is its own name; an icon needs one.
  return pressable("pin", sign, action, { title: label, "aria-label": sign.length === 1 ? label : undefined });
}

function boxElement(box: GraphBox, index: number, { graph, words }: GraphPage): HTMLElement {
  const made = pressable(`box${box.severity ? ` changed ${box.severity}` : ""}`, "", () => open(index), {
    id: `box-${index}`,
    title: `${box.title}${box.effect ?? ""}\n${box.detail}`,
  });
  made.tabIndex = index === 0 ? 0 : -1;
  const { style } = made;
  style.left = `${box.x}px`;
  style.top = `${box.y}px`;
  style.width = `${box.width}px`;
  style.height = `${box.height}px`;
  const spoken = neighbours(index, graph.lines, "to").map((one) => graph.boxes[one]?.title);
  const hidden = spoken.length === 0 ? "" : `${words.refersTo}: ${spoken.join(words.between)}`;
  made.append(
    make("span", "title", box.title),
    " ",
    make("span", "detail", box.detail),
    make("span", "visually-hidden", ` ${[box.effect, hidden].filter(Boolean).join(". ")}`),
  );
  made.addEventListener("focus", () => select(index));
  return make("li", "", made);
}

function open(index: number): void {
  const service = page?.graph.boxes[index]?.service;
  if (service === undefined) vscode.postMessage({ type: "reveal", index });
  else vscode.postMessage({ type: "choose", choice: service });
}

/** Selects a box, and shows all of its lines, those included that others imply. */
function select(index: number): void {
  const before = box(selected);
  if (before) before.tabIndex = -1;
  selected = index;
  const element = box(index);
  const drawing = document.getElementById("drawing");
  const about = document.getElementById("about");
  if (!page || !drawing || !about) return;
  const { graph, words } = page;
  for (const extra of drawing.querySelectorAll(".extra")) extra.remove();
  const own = graph.lines.filter(({ from, to }) => from === index || to === index);
  for (const line of own.filter(({ path }) => path === "")) {
    const path = lineElement(line, graph.boxes);
    path.classList.add("extra");
    drawing.append(path);
  }
  drawing.classList.toggle("dimmed", own.length > 0);
  for (const path of drawing.querySelectorAll<SVGElement>("path.line")) {
    path.classList.toggle("out", path.dataset["from"] === String(index));
    path.classList.toggle("in", path.dataset["to"] === String(index));
  }
  const near = new Set(own.flatMap(({ from, to }) => [from, to]));
  for (const [at, one] of boxes().entries()) {
    one.classList.toggle("selected", at === index);
    one.classList.toggle("near", near.has(at) && at !== index);
  }
  const chosen = graph.boxes[index];
  if (!element || !chosen) {
    const first = box(0);
    if (first) first.tabIndex = 0;
    about.replaceChildren(make("p", "hint", words.keys));
    return;
  }
  element.tabIndex = 0;
  const effect = chosen.effect ? make("span", "effect", chosen.effect) : undefined;
  about.replaceChildren(
    make("p", "name", make("strong", "", chosen.title), effect, " ", make("span", "detail", chosen.detail)),
    ...relation(
      words.refersTo,
      own.filter(({ from }) => from === index),
      "to",
    ),
    ...relation(
      words.referredToBy,
      own.filter(({ to }) => to === index),
      "from",
    ),
  );
}

function relation(label: string, lines: readonly GraphLine[], side: "from" | "to"): HTMLElement[] {
  if (lines.length === 0) return [];
  const made = make("p", "relation", `${label}: `);
  for (const [at, line] of lines.entries()) {
    const other = page?.graph.boxes[line[side]];
    const link = pressable("link", other?.title ?? "", () => box(line[side])?.focus(), { title: line.label });
    made.append(at === 0 ? "" : (page?.words.between ?? ""), link);
  }
  return [made];
}

function keyPressed(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLInputElement;
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = arrowTarget(event.key);
  if (target) {
    target.focus();
    event.preventDefault();
  } else if (event.key === "+" || event.key === "=") zoom(scale * 1.25);
  else if (event.key === "-") zoom(scale / 1.25);
  else if (event.key === "0") fitAll();
}

/** Left and right along references; up and down to what is above and below. */
function arrowTarget(key: string): HTMLElement | undefined {
  const here = page?.graph.boxes[selected];
  if (!page || !here || document.activeElement !== box(selected)) return undefined;
  const { boxes: all, lines } = page.graph;
  const middle = here.y + here.height / 2;
  const distance = (index: number): number => {
    const one = all[index];
    return one ? Math.abs(one.y + one.height / 2 - middle) + Math.abs(one.x - here.x) / 100 : Number.POSITIVE_INFINITY;
  };
  const nearest = (indexes: readonly number[]): HTMLElement | undefined =>
    box([...indexes].sort((a, b) => distance(a) - distance(b))[0] ?? -1);
  const column = (isBeyond: (one: GraphBox) => boolean): readonly number[] =>
    all.flatMap((one, index) =>
      isBeyond(one) && one.x < here.x + here.width && here.x < one.x + one.width ? [index] : [],
    );
  switch (key) {
    case "ArrowLeft":
      return nearest(neighbours(selected, lines, "to"));
    case "ArrowRight":
      return nearest(neighbours(selected, lines, "from"));
    case "ArrowUp":
      return nearest(column(({ y }) => y < here.y));
    case "ArrowDown":
      return nearest(column(({ y }) => y > here.y));
    case "Home":
      return box(0);
    case "End":
      return box(all.length - 1);
    default:
      return undefined;
  }
}

/** Makes the picture larger or smaller around a point of the window, or around the middle. */
function zoom(wanted: number, around?: { readonly x: number; readonly y: number }): void {
  const [canvas, scroll] = [document.getElementById("canvas"), scroller()];
  if (!page || !canvas || !scroll) return;
  const { left, top } = scroll.getBoundingClientRect();
  const x = around ? around.x - left : scroll.clientWidth / 2;
  const y = around ? around.y - top : scroll.clientHeight / 2;
  const before = scale;
  scale = Math.min(Math.max(wanted, smallest), MAX_SCALE);
  const { width, height } = page.graph;
  canvas.style.width = `${width * scale + 2 * margin}px`;
  canvas.style.height = `${height * scale + 2 * margin}px`;
  for (const child of canvas.children) (child as HTMLElement | SVGElement).style.transform = `scale(${scale})`;
  const moved = (at: number, offset: number): number => ((at + offset - margin) * scale) / before + margin - offset;
  scroll.scrollTo(moved(scroll.scrollLeft, x), moved(scroll.scrollTop, y));
}

/** Shows the whole picture, as far as it gets no smaller than that. */
function fitAll(least = smallest): void {
  const scroll = scroller();
  if (!page || !scroll) return;
  const { width, height } = page.graph;
  const room = Math.min((scroll.clientWidth - 2 * margin) / width, (scroll.clientHeight - 2 * margin) / height);
  zoom(Math.min(Math.max(room, least), 1));
}

function wheeled(event: WheelEvent): void {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoom(scale * Math.exp(-event.deltaY / 300), event);
}

function markCaret(index: number): void {
  for (const [at, one] of boxes().entries()) {
    if (at === index) one.setAttribute("aria-current", "location");
    else one.removeAttribute("aria-current");
  }
  if (index < 0 || document.hasFocus()) return;
  select(index);
  box(index)?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function boxes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".box")];
}

function box(index: number): HTMLElement | undefined {
  return document.getElementById(`box-${index}`) ?? undefined;
}

function scroller(): HTMLElement | null {
  return document.getElementById("scroll");
}
