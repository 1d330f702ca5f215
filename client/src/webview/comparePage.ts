// The script of the page with a comparison: a table, the user's own words first.
import type { ComparePage, FromComparePage, ToComparePage } from "../page/comparePage.ts";
import { make, pressable } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromComparePage): void };

const vscode = acquireVsCodeApi();
/** In pixels; a narrower column can't be read. */
const MIN_COLUMN_WIDTH = 120;
let columnCount = 0;

new ResizeObserver(stackIfNarrow).observe(document.body);

window.addEventListener("message", ({ data }: MessageEvent<ToComparePage>) => show(data.page));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") vscode.postMessage({ type: "close" });
});
vscode.postMessage({ type: "ready" });

function show(page: ComparePage): void {
  const { comparison, language } = page;
  columnCount = comparison.columns.length;
  stackIfNarrow();
  document.documentElement.lang = language;
  // What scrolls must be reachable by keyboard.
  const reached = { tabindex: "0", role: "region", "aria-label": comparison.title };
  const scroll = make("div", "scroll", reached, table(page));
  document.getElementById("compare")?.replaceChildren(make("h1", "title", comparison.title), scroll, sources(page));
  scroll.focus();
  vscode.postMessage({ type: "drawn", columns: comparison.columns, rows: comparison.rows.length });
}

function stackIfNarrow(): void {
  document.body.classList.toggle("stacked", document.body.clientWidth < MIN_COLUMN_WIDTH * (columnCount + 1));
}

function table(page: ComparePage): HTMLElement {
  const { columns, rows, own } = page.comparison;
  const names = columns.map((column) => header(column, "col"));
  const head = make("thead", "", make("tr", "", { role: "row" }, make("td", ""), ...names));
  const body = make("tbody", "");
  if (own.some((note) => note !== null)) {
    body.append(row("own", page.own, columns, (_, index) => ownCell(page, own[index]?.text, index)));
  }
  for (const { name, cells } of rows) {
    body.append(row("", name, columns, (_, index) => make("td", "", cells[index] ?? "")));
  }
  return make("table", "table", { role: "table" }, head, body);
}

/** If there is no room for columns, each cell stands below the last with the name of its column: see the style. */
function row(
  style: string,
  name: string,
  columns: readonly string[],
  cellOf: (column: string, index: number) => HTMLElement,
): HTMLElement {
  const cells = columns.map((column, index) => {
    const cell = cellOf(column, index);
    cell.setAttribute("role", "cell");
    cell.dataset["column"] = column;
    return cell;
  });
  return make("tr", style, { role: "row" }, header(name, "row"), ...cells);
}

function header(text: string, scope: "col" | "row"): HTMLElement {
  const made = make("th", "", { scope, role: scope === "col" ? "columnheader" : "rowheader" });
  // Long names break between their words.
  for (const [index, word] of text.split(/(?<=[a-z])(?=[A-Z])/).entries()) {
    made.append(...(index === 0 ? [] : [document.createElement("wbr")]), word);
  }
  return made;
}

function ownCell({ open }: ComparePage, text: string | undefined, index: number): HTMLElement {
  if (text === undefined) return make("td", "");
  const button = pressable("link", open, () => vscode.postMessage({ type: "note", index }));
  return make("td", "", make("p", "text", text), button);
}

function sources(page: ComparePage): HTMLElement {
  const made = make("p", "sources", `${page.sources} `);
  for (const [index, source] of page.comparison.sources.entries()) {
    const open = (): void => vscode.postMessage({ type: "source", index });
    made.append(pressable("link", source.replace(/^https:\/\//, ""), open), " ");
  }
  return made;
}
