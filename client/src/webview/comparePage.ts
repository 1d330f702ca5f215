// The script of the page with a comparison: a table, the user's own words first.
import type { ComparePage, FromComparePage, ToComparePage } from "../page/comparePage.ts";
import { make } from "./parts/make.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromComparePage): void };

const vscode = acquireVsCodeApi();
/** A column can be read that is so wide, in pixels. */
const LEAST_COLUMN = 120;
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
  const scroll = make("div", "scroll");
  // What scrolls must be reached by keyboard.
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", comparison.title);
  scroll.append(table(page));
  document.getElementById("compare")?.replaceChildren(make("h1", "title", comparison.title), scroll, sources(page));
  scroll.focus();
  vscode.postMessage({ type: "drawn", columns: comparison.columns, rows: comparison.rows.length });
}

function stackIfNarrow(): void {
  document.body.classList.toggle("stacked", document.body.clientWidth < LEAST_COLUMN * (columnCount + 1));
}

function table(page: ComparePage): HTMLElement {
  const { columns, rows, own } = page.comparison;
  const made = make("table", "table");
  made.setAttribute("role", "table");
  const head = make("thead", "");
  const names = make("tr", "");
  names.setAttribute("role", "row");
  names.append(make("td", ""), ...columns.map((column) => header(column, "col")));
  head.append(names);
  const body = make("tbody", "");
  if (own.some((note) => note !== null)) {
    body.append(row("own", page.own, columns, (_, index) => ownCell(page, own[index]?.text, index)));
  }
  for (const { name, cells } of rows) {
    body.append(row("", name, columns, (_, index) => make("td", "", cells[index] ?? "")));
  }
  made.append(head, body);
  return made;
}

/** Where there is no room for columns, each cell stands below the last with the name of its column: see the style. */
function row(
  style: string,
  name: string,
  columns: readonly string[],
  cellOf: (column: string, index: number) => HTMLElement,
): HTMLElement {
  const line = make("tr", style);
  line.setAttribute("role", "row");
  const cells = columns.map((column, index) => {
    const cell = cellOf(column, index);
    cell.setAttribute("role", "cell");
    cell.dataset["column"] = column;
    return cell;
  });
  line.append(header(name, "row"), ...cells);
  return line;
}

function header(text: string, scope: "col" | "row"): HTMLElement {
  const made = make("th", "");
  // Long names break between their words.
  for (const [index, word] of text.split(/(?<=[a-z])(?=[A-Z])/).entries()) {
    made.append(...(index === 0 ? [] : [document.createElement("wbr")]), word);
  }
  made.scope = scope;
  made.setAttribute("role", scope === "col" ? "columnheader" : "rowheader");
  return made;
}

function ownCell({ open }: ComparePage, text: string | undefined, index: number): HTMLElement {
  const cell = make("td", "");
  if (text !== undefined) {
    const button = make("button", "link", open);
    button.type = "button";
    button.addEventListener("click", () => vscode.postMessage({ type: "note", index }));
    cell.append(make("p", "text", text), button);
  }
  return cell;
}

function sources(page: ComparePage): HTMLElement {
  const made = make("p", "sources", `${page.sources} `);
  for (const [index, source] of page.comparison.sources.entries()) {
    const button = make("button", "link", source.replace(/^https:\/\//, ""));
    button.type = "button";
    button.addEventListener("click", () => vscode.postMessage({ type: "source", index }));
    made.append(button, " ");
  }
  return made;
}
